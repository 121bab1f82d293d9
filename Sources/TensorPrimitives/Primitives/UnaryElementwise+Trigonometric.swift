import StableHLO
import TensorCore

package struct Sin: DifferentiableUnary {
  package let name = "sin", hloName = "stablehlo.sine", domain = Domain.floatingOrComplex
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { bind(Cos(), x) }
}
package struct Cos: DifferentiableUnary {
  package let name = "cos", hloName = "stablehlo.cosine", domain = Domain.floatingOrComplex
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { -bind(Sin(), x) }
}
package struct Tan: DifferentiableUnary {
  package let name = "tan", hloName = "stablehlo.tan", domain = Domain.floatingOrComplex
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { 1 + y * y }
}
package struct Asin: DifferentiableUnary {
  package let name = "asin", hloName = "chlo.asin", domain = Domain.floatingOrComplex
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { bind(Rsqrt(), 1 - x * x) }
}
package struct Acos: DifferentiableUnary {
  package let name = "acos", hloName = "chlo.acos", domain = Domain.floatingOrComplex
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { -bind(Rsqrt(), 1 - x * x) }
}
package struct Atan: DifferentiableUnary {
  package let name = "atan", hloName = "chlo.atan", domain = Domain.floatingOrComplex
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { 1 / (1 + x * x) }
  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let (f, x, dtype) = (context.function, operands[0], context.operandTypes[0].dtype)
    guard dtype.isFloating else { return [f.unary(hloName, x)] }
    // XLA:CPU gives elements the arc of others where a vector mixes large and small ones; its atan2 does not.
    return [f.binary("stablehlo.atan2", x, f.constant(ScalarLiteral(1, dtype).hloLiteral, x.type))]
  }
}
package struct Sinh: DifferentiableUnary {
  package let name = "sinh", hloName = "chlo.sinh", domain = Domain.floatingOrComplex
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { bind(Cosh(), x) }
}
package struct Cosh: DifferentiableUnary {
  package let name = "cosh", hloName = "chlo.cosh", domain = Domain.floatingOrComplex
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { bind(Sinh(), x) }
}
package struct Tanh: DifferentiableUnary {
  package let name = "tanh", hloName = "stablehlo.tanh", domain = Domain.floatingOrComplex
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { (1 + y) * (1 - y) }
}
package struct Asinh: DifferentiableUnary {
  package let name = "asinh", hloName = "chlo.asinh", domain = Domain.floatingOrComplex
  // √(x² + 1), of which x² would soon be out of range.
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { 1 / bind(Cosh(), y) }
}
package struct Acosh: DifferentiableUnary {
  package let name = "acosh", hloName = "chlo.acosh", domain = Domain.floatingOrComplex
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { 1 / bind(Sinh(), y) }
}
package struct Atanh: DifferentiableUnary {
  package let name = "atanh", hloName = "chlo.atanh", domain = Domain.floatingOrComplex
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { 1 / ((1 + x) * (1 - x)) }
}
