import StableHLO

struct Exp: DifferentiableUnary {
  let name = "exp", hloName = "stablehlo.exponential", domain = Domain.floatingOrComplex
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { y }
}
struct Expm1: DifferentiableUnary {
  let name = "expm1", hloName = "stablehlo.exponential_minus_one", domain = Domain.floatingOrComplex
  // y + 1 would be 0 where y is nearly -1.
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { bind(Exp(), x) }
}
struct Log: DifferentiableUnary {
  let name = "log", hloName = "stablehlo.log", domain = Domain.floatingOrComplex
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { 1 / x }
}
struct Log1p: DifferentiableUnary {
  let name = "log1p", hloName = "stablehlo.log_plus_one", domain = Domain.floatingOrComplex
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { 1 / (1 + x) }
}
struct Sqrt: DifferentiableUnary {
  let name = "sqrt", hloName = "stablehlo.sqrt", domain = Domain.floatingOrComplex
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { 0.5 / y }
}
struct Rsqrt: DifferentiableUnary {
  let name = "rsqrt", hloName = "stablehlo.rsqrt", domain = Domain.floatingOrComplex
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { -0.5 * (y / x) }
}
struct Cbrt: DifferentiableUnary {
  let name = "cbrt", hloName = "stablehlo.cbrt", domain = Domain.floating
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { Tensor(1.0 / 3) / (y * y) }
}
/// The logistic function 1 / (1 + exp(-x)), also called sigmoid.
struct Logistic: DifferentiableUnary {
  let name = "logistic", hloName = "stablehlo.logistic", domain = Domain.floatingOrComplex
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { y * (1 - y) }

  func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    // As JAX writes it, which rounds every step: XLA's own operation takes bfloat16 as float32 from end to end.
    let f = context.function
    let one = f.constant(ScalarLiteral(1, context.operandTypes[0].dtype).hloLiteral, operands[0].type)
    let grown = f.unary("stablehlo.exponential", f.unary("stablehlo.negate", operands[0]))
    return [f.binary("stablehlo.divide", one, f.binary("stablehlo.add", one, grown))]
  }
}

/// The error function.
struct Erf: DifferentiableUnary {
  let name = "erf", hloName = "chlo.erf", domain = Domain.floating
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor {
    Tensor(2 / Double.pi.squareRoot()) * bind(Exp(), -(x * x))
  }
}
/// The complementary error function, 1 - erf(x).
struct Erfc: DifferentiableUnary {
  let name = "erfc", hloName = "chlo.erfc", domain = Domain.floating
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor {
    Tensor(-2 / Double.pi.squareRoot()) * bind(Exp(), -(x * x))
  }
}
/// The inverse of the error function.
struct ErfInv: DifferentiableUnary {
  let name = "erfinv", hloName = "chlo.erf_inv", domain = Domain.floating
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor {
    Tensor(Double.pi.squareRoot() / 2) * bind(Exp(), y * y)
  }
}
