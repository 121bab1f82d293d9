import StableHLO

/// Runs a program: what a jitted function is inside another transformation.
///
/// The program is closed: it has no constants; what the function captured comes as operands.
struct Call: LinearPrimitive, SelfLinearizing {
  let program: Program

  var name: String { "call" }
  var parameters: String { program.name }
  var resultCount: Int { program.outputs.count }
  var subprograms: [Program] { [program] }
  var hasEffect: Bool { program.hasEffect }

  func variation(_ operands: [Set<String>]) -> [Set<String>] { program.variation(operands) }

  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(program.inputs.count, operands)
    for (index, pair) in zip(operands, program.inputTypes).enumerated()
    where pair.0.shape != pair.1.shape || pair.0.dtype != pair.1.dtype {
      throw TypeRuleError(
        "operand \(index) of \(program.name) is \(pair.0)", expected: "\(pair.1), which it was traced for")
    }
    return program.outputTypes
  }

  func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let derived = program.jvp(isActive: tangents.map { $0 != nil })
    if let error = derived.failure { return (failed(error), failed(error)) }
    let results = bind(Call(program: derived.program), primals + tangents.compactMap { $0 })
    let count = program.outputs.count
    return (Array(results[..<count]), derived.outputFlags.map { flag in flag.map { results[$0] } })
  }

  func linearize(
    _ primals: [Tensor], _ tangents: [Tensor?], _ trace: LinearStagingTrace
  ) -> (primals: [Tensor], tangents: [Tensor?]) {
    let derived = program.linearized(isActive: tangents.map { $0 != nil })
    if let error = derived.failure { return (failed(error), failed(error)) }
    guard let linear = derived.companion else {
      return (bind(self, primals), program.outputs.map { _ in nil })
    }
    // The primal program gives the outputs, then what the linear one needs to know of the computation.
    let results = bind(Call(program: derived.program), primals)
    let count = program.outputs.count
    let residuals = results[count...]
    let active = tangents.compactMap { $0 }
    let linearResults = bind(Call(program: linear), residuals + active)
    return (Array(results[..<count]), derived.outputFlags.map { flag in flag.map { linearResults[$0] } })
  }

  func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    let derived = program.transposed(
      isLinear: operands.map(\.isLinear), hasCotangent: cotangents.map { $0 != nil })
    if let error = derived.failure { return operands.map { $0.isLinear ? Tensor(failure: error) : nil } }
    var values: [Tensor] = []
    for case .value(let value) in operands { values.append(value) }
    let results = bind(Call(program: derived.program), values + cotangents.compactMap { $0 })
    return derived.outputFlags.map { flag in flag.map { results[$0] } }
  }

  func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    let derived = program.batched(axes: axes, context)
    if let error = derived.failure { return (failed(error), program.outputs.map { _ in nil }) }
    return (bind(Call(program: derived.program), operands), derived.outputFlags)
  }

  func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    context.function.call(key: program, name: program.name, operands) { function, values in
      program.lower(to: function, inputs: Array(zip(program.inputs, values)))
    }
  }
}
