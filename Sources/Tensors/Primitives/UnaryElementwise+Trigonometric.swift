import StableHLO

struct Sin: FormulaUnary {
  let name = "sin", hloName = "stablehlo.sine", domain = Domain.floatingOrComplex
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { bind(Cos(), x) }
  func hasFormula(_ dtype: DType) -> Bool { dtype.kind == .complex }
  func formula(_ x: Tensor) -> Tensor { ComplexFormula.sine(x) }
}
struct Cos: FormulaUnary {
  let name = "cos", hloName = "stablehlo.cosine", domain = Domain.floatingOrComplex
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { -bind(Sin(), x) }
  func hasFormula(_ dtype: DType) -> Bool { dtype.kind == .complex }
  func formula(_ x: Tensor) -> Tensor { ComplexFormula.cosine(x) }
}
struct Tan: DifferentiableUnary {
  let name = "tan", hloName = "stablehlo.tan", domain = Domain.floatingOrComplex
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { 1 + y * y }
}
struct Asin: FormulaUnary {
  let name = "asin", hloName = "chlo.asin", domain = Domain.floatingOrComplex
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { bind(Rsqrt(), 1 - x * x) }
  func hasFormula(_ dtype: DType) -> Bool { dtype.kind == .complex }
  func formula(_ x: Tensor) -> Tensor {
    ComplexFormula.signed(plain(x), real: real(x), imaginary: imag(x))
  }
}
struct Acos: FormulaUnary {
  let name = "acos", hloName = "chlo.acos", domain = Domain.floatingOrComplex
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { -bind(Rsqrt(), 1 - x * x) }
  func hasFormula(_ dtype: DType) -> Bool { dtype.kind == .complex }
  func formula(_ x: Tensor) -> Tensor { ComplexFormula.signed(plain(x), imaginary: -imag(x)) }
}
struct Atan: FormulaUnary {
  let name = "atan", hloName = "chlo.atan", domain = Domain.floatingOrComplex
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { 1 / (1 + x * x) }
  func hasFormula(_ dtype: DType) -> Bool { true }
  func formula(_ x: Tensor) -> Tensor {
    guard x.dtype.kind == .complex else { return x.inFloat32(ArcTangent.of) }
    // atan(z) = -i · atanh(i z).
    let turned = ComplexFormula.arcTangent(complex(-imag(x), real(x)))
    return complex(imag(turned), -real(turned))
  }
}
struct Sinh: FormulaUnary {
  let name = "sinh", hloName = "chlo.sinh", domain = Domain.floatingOrComplex
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { bind(Cosh(), x) }
  func hasFormula(_ dtype: DType) -> Bool { dtype.kind == .complex }
  func formula(_ x: Tensor) -> Tensor { ComplexFormula.hyperbolicSine(x) }
}
struct Cosh: FormulaUnary {
  let name = "cosh", hloName = "chlo.cosh", domain = Domain.floatingOrComplex
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { bind(Sinh(), x) }
  func hasFormula(_ dtype: DType) -> Bool { dtype.kind == .complex }
  func formula(_ x: Tensor) -> Tensor { ComplexFormula.hyperbolicCosine(x) }
}
struct Tanh: DifferentiableUnary {
  let name = "tanh", hloName = "stablehlo.tanh", domain = Domain.floatingOrComplex
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor {
    // In 16 bits the digits of JAX's formula are those that were recorded.
    x.dtype.isFloating && x.dtype.byteWidth >= 4 ? bind(TanhSlope(), x) : (1 + y) * (1 - y)
  }
}
/// The derivative of tanh, 1 / cosh², which far from 0 is much less than the digits of 1 - tanh² tell.
struct TanhSlope: FormulaUnary {
  let name = "tanhSlope", hloName = "", domain = Domain.floating
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { -2 * bind(Tanh(), x) * y }
  func hasFormula(_ dtype: DType) -> Bool { true }
  func formula(_ x: Tensor) -> Tensor {
    let shrunk = exp(-abs(x))
    let ratio = 2 * shrunk / (1 + shrunk * shrunk)
    return ratio * ratio
  }
}
struct Asinh: FormulaUnary {
  let name = "asinh", hloName = "chlo.asinh", domain = Domain.floatingOrComplex
  // √(x² + 1), of which x² would soon be out of range.
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { 1 / bind(Cosh(), y) }
  func hasFormula(_ dtype: DType) -> Bool { dtype.kind == .complex }
  func formula(_ x: Tensor) -> Tensor {
    ComplexFormula.signed(plain(x), real: real(x), imaginary: imag(x))
  }
}
struct Acosh: FormulaUnary {
  let name = "acosh", hloName = "chlo.acosh", domain = Domain.floatingOrComplex
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { 1 / bind(Sinh(), y) }
  func hasFormula(_ dtype: DType) -> Bool { dtype.kind == .complex }
  func formula(_ x: Tensor) -> Tensor { ComplexFormula.signed(plain(x), imaginary: imag(x)) }
}
struct Atanh: FormulaUnary {
  let name = "atanh", hloName = "chlo.atanh", domain = Domain.floatingOrComplex
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { 1 / ((1 + x) * (1 - x)) }
  func hasFormula(_ dtype: DType) -> Bool { dtype.kind == .complex }
  func formula(_ x: Tensor) -> Tensor { ComplexFormula.arcTangent(x) }
}
