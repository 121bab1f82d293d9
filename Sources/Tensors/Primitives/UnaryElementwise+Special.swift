import StableHLO

/// The derivative of this order of sin(x) / x at x = 0; a constant, but one that knows its derivative.
struct SincAtZero: DifferentiableUnary {
  let name = "sincAtZero", hloName = "", domain = Domain.floatingOrComplex
  let order: Int
  var parameters: String { "order: \(order)" }
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { bind(SincAtZero(order: order + 1), x) }
  func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let value = order % 2 == 1 ? 0 : (order % 4 == 0 ? 1 : -1) / Double(order + 1)
    let literal = ScalarLiteral(value, context.operandTypes[0].dtype)
    return [context.function.constant(literal.hloLiteral, operands[0].type)]
  }
}
/// Rounds to a float with fewer bits, kept in the same dtype.
struct ReducePrecision: UnaryElementwise, LinearInFirst {
  let name = "reducePrecision", hloName = "stablehlo.reduce_precision", domain = Domain.floating
  let exponentBits: Int
  let mantissaBits: Int
  var parameters: String { "exponentBits: \(exponentBits), mantissaBits: \(mantissaBits)" }

  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try domain.check(operands)
    // At most the bits of float64.
    guard (1...11).contains(exponentBits), (0...52).contains(mantissaBits) else {
      throw TypeRuleError(
        "a float of \(exponentBits) exponent bits and \(mantissaBits) mantissa bits",
        expected: "from 1 to 11 exponent bits, and from 0 to 52 mantissa bits")
    }
    return operands
  }

  func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    [cotangents[0].map { bind(self, $0) }]
  }
  func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    [
      context.function.reducePrecision(
        operands[0], exponentBits: exponentBits, mantissaBits: mantissaBits)
    ]
  }
}
