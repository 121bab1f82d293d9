package import StableHLO
package import TensorCore

package struct Exp: FormulaUnary {
  package let name = "exp", hloName = "stablehlo.exponential", domain = Domain.floatingOrComplex
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { y }
  package func hasFormula(_ dtype: DType) -> Bool { dtype.kind == .complex }
  package func formula(_ x: Tensor) -> Tensor { ComplexFormula.exponential(x) }
}
package struct Expm1: FormulaUnary {
  package let name = "expm1", hloName = "stablehlo.exponential_minus_one", domain = Domain.floatingOrComplex
  // y + 1 would be 0 where y is nearly -1.
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { bind(Exp(), x) }
  package func hasFormula(_ dtype: DType) -> Bool { dtype.kind == .complex }
  package func formula(_ x: Tensor) -> Tensor { ComplexFormula.exponentialMinusOne(x) }
}
package struct Log: DifferentiableUnary {
  package let name = "log", hloName = "stablehlo.log", domain = Domain.floatingOrComplex
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { 1 / x }
}
package struct Log1p: FormulaUnary {
  package let name = "log1p", hloName = "stablehlo.log_plus_one", domain = Domain.floatingOrComplex
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { 1 / (1 + x) }
  package func hasFormula(_ dtype: DType) -> Bool { dtype.kind == .complex }
  package func formula(_ x: Tensor) -> Tensor { ComplexFormula.logOfOnePlus(x) }
}
package struct Sqrt: FormulaUnary {
  package let name = "sqrt", hloName = "stablehlo.sqrt", domain = Domain.floatingOrComplex
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { 0.5 / y }
  package func hasFormula(_ dtype: DType) -> Bool { dtype.kind == .complex }
  package func formula(_ x: Tensor) -> Tensor { ComplexFormula.signed(plain(x), imaginary: imag(x)) }
}
package struct Rsqrt: FormulaUnary {
  package let name = "rsqrt", hloName = "stablehlo.rsqrt", domain = Domain.floatingOrComplex
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { -0.5 * (y / x) }
  package func hasFormula(_ dtype: DType) -> Bool { dtype.kind == .complex }
  package func formula(_ x: Tensor) -> Tensor { ComplexFormula.reciprocalRoot(x) }
}
package struct Cbrt: FormulaUnary {
  package let name = "cbrt", hloName = "stablehlo.cbrt", domain = Domain.floating
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { Tensor(1.0 / 3) / (y * y) }
  package func hasFormula(_ dtype: DType) -> Bool { true }
  // Of numbers below the least normal one, which are zeros to XLA:CPU, its own gives a number of either sign.
  package func formula(_ x: Tensor) -> Tensor { select(x .== 0, x, plain(x)) }
}
/// The logistic function 1 / (1 + exp(-x)), also called sigmoid.
package struct Logistic: DifferentiableUnary {
  package init() {}

  package let name = "logistic", hloName = "stablehlo.logistic", domain = Domain.floatingOrComplex
  // 1 - y would be 0 where y is nearly 1.
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor {
    y * bind(self, -x)
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    // As JAX writes it, which rounds every step: XLA's own operation takes bfloat16 as float32 from end to end.
    let f = context.function
    let one = f.constant(ScalarLiteral(1, context.operandTypes[0].dtype).hloLiteral, operands[0].type)
    let grown = f.unary("stablehlo.exponential", f.unary("stablehlo.negate", operands[0]))
    return [f.binary("stablehlo.divide", one, f.binary("stablehlo.add", one, grown))]
  }
}

/// The error function.
package struct Erf: DifferentiableUnary {
  package let name = "erf", hloName = "chlo.erf", domain = Domain.floating
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor {
    Tensor(2 / Double.pi.squareRoot()) * bind(Exp(), -(x * x))
  }
}
/// The complementary error function, 1 - erf(x).
package struct Erfc: DifferentiableUnary {
  package let name = "erfc", hloName = "chlo.erfc", domain = Domain.floating
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor {
    Tensor(-2 / Double.pi.squareRoot()) * bind(Exp(), -(x * x))
  }
}
/// The inverse of the error function.
package struct ErfInv: DifferentiableUnary {
  package init() {}

  package let name = "erfinv", hloName = "chlo.erf_inv", domain = Domain.floating
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor {
    // Near ±1 it grows with the errors of y, which therefore has more digits here.
    let y: Tensor = x.dtype == .float64 ? y : bind(self, x.astype(.float64))
    return (Tensor(Double.pi.squareRoot() / 2) * bind(Exp(), y * y)).astype(x.dtype)
  }
}
