package import StableHLO
package import TensorCore

/// The derivative of this order of sin(x) / x at x = 0; a constant, but one that knows its derivative.
package struct SincAtZero: DifferentiableUnary {
  package let name = "sincAtZero", hloName = "", domain = Domain.floatingOrComplex
  package let order: Int

  package init(order: Int) {
    self.order = order
  }
  package var parameters: String { "order: \(order)" }
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { bind(SincAtZero(order: order + 1), x) }
  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let value = order % 2 == 1 ? 0 : (order % 4 == 0 ? 1 : -1) / Double(order + 1)
    let literal = ScalarLiteral(value, context.operandTypes[0].dtype)
    return [context.function.constant(literal.hloLiteral, operands[0].type)]
  }
}
/// Rounds to a float with fewer bits, kept in the same dtype.
package struct ReducePrecision: UnaryElementwise, LinearInFirst {
  package let name = "reducePrecision", hloName = "stablehlo.reduce_precision", domain = Domain.floating
  package let exponentBits: Int
  package let mantissaBits: Int

  package init(exponentBits: Int, mantissaBits: Int) {
    self.exponentBits = exponentBits
    self.mantissaBits = mantissaBits
  }
  package var parameters: String { "exponentBits: \(exponentBits), mantissaBits: \(mantissaBits)" }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
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

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    [cotangents[0].map { bind(self, $0) }]
  }
  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    [
      context.function.reducePrecision(
        operands[0], exponentBits: exponentBits, mantissaBits: mantissaBits)
    ]
  }
}
