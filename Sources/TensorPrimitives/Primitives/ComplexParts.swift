package import StableHLO
package import TensorCore

/// The real part of complex numbers.
///
/// Cotangents of complex values follow JAX: the pairing of a cotangent c and a tangent t is the real part of c · t.
package struct RealPart: UnaryElementwise, LinearInFirst {
  package let name = "real", hloName = "stablehlo.real", domain = Domain.any
  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try ComplexRule.part(operands)
  }
  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    [cotangents[0].map { bind(MakeComplex(), $0, Tensor(ScalarLiteral(0, $0.dtype))) }]
  }
  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    [context.function.unary(hloName, operands[0], to: context.resultTypes[0].hlo)]
  }
}

/// The imaginary part of complex numbers.
package struct ImaginaryPart: UnaryElementwise, LinearInFirst {
  package let name = "imag", hloName = "stablehlo.imag", domain = Domain.any
  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try ComplexRule.part(operands)
  }
  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    [cotangents[0].map { bind(MakeComplex(), Tensor(ScalarLiteral(0, $0.dtype)), -$0) }]
  }
  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    [context.function.unary(hloName, operands[0], to: context.resultTypes[0].hlo)]
  }
}

/// Complex numbers of a real and an imaginary part.
package struct MakeComplex: BinaryElementwise {
  package let name = "complex", hloName = "stablehlo.complex", domain = Domain.floating

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(2, operands)
    guard try ElementwiseRule.dtype(operands) == .float32 else {
      throw TypeRuleError("parts of dtype \(operands[0].dtype)", expected: "parts of dtype float32")
    }
    return [TensorType(try ElementwiseRule.shape(operands), .complex64)]
  }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let result: Tensor = bind(self, primals[0], primals[1])
    if tangents[0] == nil && tangents[1] == nil { return ([result], [nil]) }
    let zero = Tensor(ScalarLiteral(0, .float32))
    let tangent: Tensor = bind(self, tangents[0] ?? zero, tangents[1] ?? zero)
    return ([result], [broadcastTo(tangent, result.type.shape)])
  }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    guard let cotangent = cotangents[0] else { return [nil, nil] }
    return [
      operands[0].isLinear ? bind(RealPart(), cotangent).unbroadcast(to: operands[0].type) : nil,
      operands[1].isLinear ? -bind(ImaginaryPart(), cotangent).unbroadcast(to: operands[1].type) : nil,
    ]
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let result = context.resultTypes[0].hlo
    let parts = operands.map { context.splat($0, like: result.dimensions) }
    return [context.function.complex(parts[0], parts[1], to: result)]
  }
}

/// Type rules of complex numbers.
private enum ComplexRule {
  static func part(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    guard operands.count == 1, operands[0].dtype == .complex64 else {
      throw TypeRuleError("a part of \(operands)", expected: "one complex operand")
    }
    return [operands[0].with(dtype: .float32)]
  }
}
