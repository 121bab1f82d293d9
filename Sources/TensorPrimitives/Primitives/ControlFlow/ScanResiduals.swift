package import TensorCore

extension Scan {
  /// What the linear body of a loop has to know of the computation, and where it comes from.
  ///
  /// Only what differs from run to run and is computed in the loop is stacked. What is an input of the loop is used
  /// as it is, and what depends on constants alone is computed once, outside.
  package struct Residuals {
    package enum Source {
      /// The constant of this number.
      case constant(Int)
      /// The input of this number, which is stacked already.
      case input(Int)
      /// Computed from constants alone.
      case invariant
      /// Computed in the loop.
      case computed
    }

    package struct Residual {
      let atom: Atom
      package let source: Source
      var isStacked: Bool {
        switch source {
        case .input, .computed: true
        case .constant, .invariant: false
        }
      }
    }

    package let all: [Residual]
    var computed: [Residual] {
      all.filter { if case .computed = $0.source { true } else { false } }
    }

    /// The residuals of a linearized body: its outputs after the first `outputCount`.
    package init(_ program: Program, outputCount: Int, _ parts: Parts) {
      let varies = program.dependents(on: program.inputs.indices.map { !parts.constants.contains($0) })
      let position = Dictionary(
        uniqueKeysWithValues: program.inputs.enumerated().map { ($0.element, $0.offset) })
      all = program.outputs[outputCount...].map { atom in
        guard case .variable(let variable) = atom else { return Residual(atom: atom, source: .invariant) }
        if let input = position[variable] {
          if parts.constants.contains(input) { return Residual(atom: atom, source: .constant(input)) }
          if parts.inputs.contains(input) { return Residual(atom: atom, source: .input(input)) }
        }
        return Residual(atom: atom, source: varies[variable.number] ? .computed : .invariant)
      }
    }

    private struct HoistedKey: Hashable, Sendable { let outputs: [Atom] }

    /// The values: those that are the same for every run, and the stacked ones.
    package func values(
      _ operands: [Tensor], stacked computed: [Tensor], hoisting program: Program, _ body: Program,
      _ parts: Parts
    ) -> (invariant: [Tensor], stacked: [Tensor]) {
      var hoisted: [Atom] = []
      for case (let atom, .invariant) in all.map({ ($0.atom, $0.source) }) { hoisted.append(atom) }
      var hoistedValues: ArraySlice<Tensor> = []
      if !hoisted.isEmpty {
        let outside = program.derived.value(HoistedKey(outputs: hoisted)) {
          program.with(
            inputs: Array(program.inputs[parts.constants]), outputs: hoisted, keepsEffects: false)
        }
        hoistedValues = bind(Call(program: outside), Array(operands[parts.constants]))[...]
      }
      var computed = computed[...]
      var result: (invariant: [Tensor], stacked: [Tensor]) = ([], [])
      for residual in all {
        switch residual.source {
        case .constant(let number): result.invariant.append(operands[number])
        case .invariant: result.invariant += hoistedValues.popFirst().map { [$0] } ?? []
        case .input(let number): result.stacked.append(operands[number])
        case .computed: result.stacked += computed.popFirst().map { [$0] } ?? []
        }
      }
      return result
    }
  }
}
