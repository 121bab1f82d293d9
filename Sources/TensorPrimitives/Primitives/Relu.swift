package import StableHLO
package import TensorCore

/// The greater of x and 0, with a derivative of 0 at 0 where that of a maximum would be a half.
package struct Relu: UnaryElementwise {
  package init() {}

  package let name = "relu", hloName = "stablehlo.maximum", domain = Domain.ordered

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let zero = Tensor(ScalarLiteral(0, primals[0].dtype))
    let isPositive: Tensor = bind(Compare(.greater), primals[0], zero)
    return ([bind(self, primals[0])], [tangents[0].map { bind(Select(), isPositive, $0, zero) }])
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let zero = context.function.constant(
      ScalarLiteral(0, context.operandTypes[0].dtype).hloLiteral, operands[0].type)
    return [context.function.binary(hloName, operands[0], zero)]
  }
}
