package import StableHLO
package import TensorCore

/// A power with an exponent that is known when the function is traced; not 0 or 1, negative for floats only.
package struct IntegerPower: FormulaUnary {
  package let exponent: Int

  package let name = "integerPower", hloName = "stablehlo.multiply", domain = Domain.numeric
  package var parameters: String { "exponent: \(exponent)" }

  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor {
    Tensor(Double(exponent)) * (exponent == 2 ? x : bind(IntegerPower(exponent: exponent -| 1), x))
  }

  package func hasFormula(_ dtype: DType) -> Bool { dtype.kind == .complex }
  package func formula(_ x: Tensor) -> Tensor { WideComplex(x).power(exponent).narrowed }

  /// Repeated squaring, and the reciprocal for a negative exponent.
  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    if hasFormula(context.operandTypes[0].dtype) { return lowerEvaluation(operands, context) }
    let function = context.function
    var (square, rest) = (operands[0], exponent.magnitude)
    var product: HLOValue?
    while true {
      if rest & 1 == 1 { product = product.map { function.binary(hloName, $0, square) } ?? square }
      rest >>= 1
      if rest == 0 { break }
      square = function.binary(hloName, square, square)
    }
    let power = product ?? square
    if exponent > 0 { return [power] }
    let one = ScalarLiteral(1, context.operandTypes[0].dtype)
    return [function.binary("stablehlo.divide", function.constant(one.hloLiteral, power.type), power)]
  }
}
