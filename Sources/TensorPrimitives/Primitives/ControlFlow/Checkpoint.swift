package import StableHLO
package import TensorCore

/// Runs a program whose values are, in reverse mode, computed again instead of kept.
package struct Checkpoint: CallPrimitive {
  package let program: Program
  package let policy: CheckpointPolicy
  /// Whether this computes values a second time. XLA must then not see that it could use the first ones.
  var isRecomputation = false

  package init(program: Program, policy: CheckpointPolicy, isRecomputation: Bool = false) {
    self.program = program
    self.policy = policy
    self.isRecomputation = isRecomputation
  }

  package let name = "checkpoint"
  package var parameters: String { "\(program.name), \(policy)" + (isRecomputation ? ", again" : "") }

  package func with(_ program: Program) -> Checkpoint {
    Checkpoint(program: program, policy: policy, isRecomputation: isRecomputation)
  }

  package func linearize(_ primals: [Tensor], _ tangents: [Tensor?]) -> (
    primals: [Tensor], tangents: [Tensor?]
  ) {
    let isActive = tangents.map { $0 != nil }
    let visible = policy == .nothingSaveable ? program : program.inlined()
    let derived = visible.linearized(isActive: isActive)
    if let error = derived.failure { return (failed(error), failed(error)) }
    let linear = derived.linear
    guard !linear.outputs.isEmpty else {
      return (bind(self, primals), program.outputs.map { _ in nil })
    }
    let parts = CheckpointParts(derived.program, linear, outputCount: resultCount, policy)
    let results = bind(with(parts.primal), primals)
    let again = Checkpoint(program: parts.recomputation, policy: policy, isRecomputation: true)
    let values = zip(primals, parts.readsInput).filter(\.1).map(\.0) + results[resultCount...]
    let tangentsOut = bind(again, values + tangents.compactMap { $0 })
    return (Array(results[..<resultCount]), derived.tangentIndices.picking(from: tangentsOut))
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    // All operands together, cotangents too: so the second computation cannot start before they are there.
    let values = isRecomputation ? context.function.optimizationBarrier(operands) : operands
    return Call(program: program).lower(values, context)
  }
}

/// A linearized program divided by what may be kept.
package struct CheckpointParts {
  /// Gives the results and then the values that are kept.
  package let primal: Program
  /// Takes the inputs that it reads, the kept values and the active tangents to the tangents of the results.
  let recomputation: Program
  /// Which inputs the second computation reads.
  let readsInput: [Bool]

  private struct Key: Hashable, Sendable {
    let policy: CheckpointPolicy
    let linear: Program
  }

  init(_ program: Program, _ linear: Program, outputCount: Int, _ policy: CheckpointPolicy) {
    let saveable =
      policy == .everythingSaveable
      ? Set(program.equations.flatMap(\.results))
      : Set(program.equations.filter { policy.saves($0.primitive) }.flatMap(\.results))
    // Computes the residuals from the inputs and from what may be saved; then both are cut down to what is read.
    let all = Program(
      name: program.name, inputs: program.inputs + saveable.sorted { $0.number < $1.number },
      constants: program.constants,
      equations: program.equations.filter { !$0.results.allSatisfy(saveable.contains) },
      outputs: Array(program.outputs[outputCount...]), types: program.types
    ).pruned(keepsEffects: false)
    let isRead = all.readVariables
    let saved = all.inputs[program.inputs.count...].filter(isRead.contains)
    let readsInput = program.inputs.map(isRead.contains)
    let inputs = zip(program.inputs, readsInput).filter(\.1).map(\.0)
    let again = all.with(inputs: inputs + saved, outputs: all.outputs)
    primal =
      program.derived.value(Key(policy: policy, linear: linear)) {
        program.with(outputs: program.outputs[..<outputCount] + saved.map(Atom.variable))
      }
    let residualCount = program.outputs.count - outputCount
    recomputation =
      again.derive(Key(policy: policy, linear: linear), name: linear.name) { trace in
        let values = again.evaluate(again.inputTypes.map { trace.input($0) })
        let tangents = linear.inputTypes[residualCount...].map { trace.input($0) }
        return linear.evaluate(values + tangents)
      }.program
    self.readsInput = readsInput
  }
}

extension Program {
  /// The variables that equations or outputs read.
  var readVariables: Set<Variable> {
    var result: Set<Variable> = []
    for atom in equations.flatMap(\.operands) + outputs {
      if case .variable(let variable) = atom { result.insert(variable) }
    }
    return result
  }

  /// The program with those that it calls written out.
  func inlined() -> Program {
    struct Inlined: Hashable, Sendable {}
    guard equations.contains(where: { $0.primitive.inlinedProgram != nil }) else { return self }
    return derive(Inlined(), name: name) { trace in
      evaluate(inputTypes.map { trace.input($0) }, inlining: true)
    }.program
  }
}
