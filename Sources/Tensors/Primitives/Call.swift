/// Runs a program: what a jitted function is inside another transformation.
struct Call: CallPrimitive {
  let program: Program

  var name: String { "call" }
  var inlinedProgram: Program? { program }

  func with(_ program: Program) -> Call { Call(program: program) }

  func linearize(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let derived = program.linearized(isActive: tangents.map { $0 != nil })
    if let error = derived.failure { return (failed(error), failed(error)) }
    // The primal program gives the outputs, then what the linear one needs to know of the computation.
    let results = bind(Call(program: derived.program), primals)
    let linearResults = bind(
      Call(program: derived.linear), results[resultCount...] + tangents.compactMap { $0 })
    return (Array(results[..<resultCount]), derived.tangentIndices.picking(from: linearResults))
  }
}
