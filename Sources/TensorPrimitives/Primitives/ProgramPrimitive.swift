package import StableHLO
package import TensorCore

/// An operation that runs one program. The program is closed: what it captured comes as operands.
package protocol ProgramPrimitive: Primitive {
  var program: Program { get }
}

extension ProgramPrimitive {
  package var parameters: String { program.name }
  package var resultCount: Int { program.outputs.count }
  package var subprograms: [Program] { [program] }
  package var hasEffect: Bool { program.hasEffect }

  package func variation(_ operands: [Set<String>]) -> [Set<String>] { program.variation(operands) }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(program.inputs.count, operands)
    for (index, pair) in zip(operands, program.inputTypes).enumerated()
    where pair.0.shape != pair.1.shape || pair.0.dtype != pair.1.dtype {
      throw TypeRuleError(
        "operand \(index) of \(program.name) is \(pair.0)", expected: "\(pair.1), which it was traced for")
    }
    return program.outputTypes
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    context.function.call(key: program, name: program.name, operands) { function, values in
      program.lower(to: function, inputs: Array(zip(program.inputs, values)))
    }
  }
}

/// An operation that runs the programs derived from its own in the same way: a call, checkpoint.
package protocol CallPrimitive: ProgramPrimitive {
  /// The operation for another program.
  func with(_ program: Program) -> Self
}

extension CallPrimitive {
  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let derived = program.jvp(isActive: tangents.map { $0 != nil })
    if let error = derived.failure { return (failed(error), failed(error)) }
    let results = bind(with(derived.program), primals + tangents.compactMap { $0 })
    return (Array(results[..<resultCount]), derived.tangentIndices.picking(from: results))
  }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    let derived = program.transposed(
      isLinear: operands.map(\.isLinear), hasCotangent: cotangents.map { $0 != nil })
    if let error = derived.failure { return operands.map { $0.isLinear ? Tensor.failed(error) : nil } }
    let results = bind(with(derived.program), operands.values + cotangents.compactMap { $0 })
    return derived.cotangentIndices.picking(from: results)
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    let derived = program.batched(axes: axes, context)
    if let error = derived.failure { return (failed(error), program.outputs.map { _ in nil }) }
    return (bind(with(derived.program), operands), derived.axes)
  }
}
