import StableHLO

struct Sin: DifferentiableUnary {
  let name = "sin", hloName = "stablehlo.sine", domain = Domain.floatingOrComplex
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { bind(Cos(), x) }
}
struct Cos: DifferentiableUnary {
  let name = "cos", hloName = "stablehlo.cosine", domain = Domain.floatingOrComplex
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { -bind(Sin(), x) }
}
struct Tan: DifferentiableUnary {
  let name = "tan", hloName = "stablehlo.tan", domain = Domain.floatingOrComplex
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { 1 + y * y }
}
struct Asin: DifferentiableUnary {
  let name = "asin", hloName = "chlo.asin", domain = Domain.floatingOrComplex
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { bind(Rsqrt(), 1 - x * x) }
}
struct Acos: DifferentiableUnary {
  let name = "acos", hloName = "chlo.acos", domain = Domain.floatingOrComplex
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { -bind(Rsqrt(), 1 - x * x) }
}
struct Atan: DifferentiableUnary {
  let name = "atan", hloName = "chlo.atan", domain = Domain.floatingOrComplex
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { 1 / (1 + x * x) }
  func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let (f, x, dtype) = (context.function, operands[0], context.operandTypes[0].dtype)
    guard dtype.isFloating else { return [f.unary(hloName, x)] }
    // XLA:CPU gives elements the arc of others where a vector mixes large and small ones; its atan2 does not.
    return [f.binary("stablehlo.atan2", x, f.constant(ScalarLiteral(1, dtype).hloLiteral, x.type))]
  }
}
struct Sinh: DifferentiableUnary {
  let name = "sinh", hloName = "chlo.sinh", domain = Domain.floatingOrComplex
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { bind(Cosh(), x) }
}
struct Cosh: DifferentiableUnary {
  let name = "cosh", hloName = "chlo.cosh", domain = Domain.floatingOrComplex
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { bind(Sinh(), x) }
}
struct Tanh: DifferentiableUnary {
  let name = "tanh", hloName = "stablehlo.tanh", domain = Domain.floatingOrComplex
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { (1 + y) * (1 - y) }
}
struct Asinh: DifferentiableUnary {
  let name = "asinh", hloName = "chlo.asinh", domain = Domain.floatingOrComplex
  // √(x² + 1), of which x² would soon be out of range.
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { 1 / bind(Cosh(), y) }
}
struct Acosh: DifferentiableUnary {
  let name = "acosh", hloName = "chlo.acosh", domain = Domain.floatingOrComplex
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { 1 / bind(Sinh(), y) }
}
struct Atanh: DifferentiableUnary {
  let name = "atanh", hloName = "chlo.atanh", domain = Domain.floatingOrComplex
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { 1 / ((1 + x) * (1 - x)) }
}
