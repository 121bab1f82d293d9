package import TensorCore

/// Runs a program: what a jitted function is inside another transformation.
package struct Call: CallPrimitive {
  package let program: Program

  package init(program: Program) {
    self.program = program
  }

  package var name: String { "call" }
  package var inlinedProgram: Program? { program }

  package func with(_ program: Program) -> Call { Call(program: program) }

  package func linearize(_ primals: [Tensor], _ tangents: [Tensor?]) -> (
    primals: [Tensor], tangents: [Tensor?]
  ) {
    let derived = program.linearized(isActive: tangents.map { $0 != nil })
    if let error = derived.failure { return (failed(error), failed(error)) }
    // The primal program gives the outputs, then what the linear one needs to know of the computation.
    let results = bind(Call(program: derived.program), primals)
    let linearResults = bind(
      Call(program: derived.linear), results[resultCount...] + tangents.compactMap { $0 })
    return (Array(results[..<resultCount]), derived.tangentIndices.picking(from: linearResults))
  }
}
