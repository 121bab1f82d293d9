import StableHLO
package import TensorCore

/// 1 / √(a b), of which the product may be out of range.
private func productOfReciprocalRoots(_ a: Tensor, _ b: Tensor) -> Tensor {
  let (first, second): (Tensor, Tensor) = (bind(Rsqrt(), a), bind(Rsqrt(), b))
  return first * second
}

package struct Sin: FormulaUnary {
  package let name = "sin", hloName = "stablehlo.sine", domain = Domain.floatingOrComplex
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { bind(Cos(), x) }
  package func hasFormula(_ dtype: DType) -> Bool { dtype.kind == .complex }
  package func formula(_ x: Tensor) -> Tensor { ComplexFormula.sine(x) }
}
package struct Cos: FormulaUnary {
  package let name = "cos", hloName = "stablehlo.cosine", domain = Domain.floatingOrComplex
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { -bind(Sin(), x) }
  package func hasFormula(_ dtype: DType) -> Bool { dtype.kind == .complex }
  package func formula(_ x: Tensor) -> Tensor { ComplexFormula.cosine(x) }
}
package struct Tan: DifferentiableUnary {
  package let name = "tan", hloName = "stablehlo.tan", domain = Domain.floatingOrComplex
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor {
    // Far from the real axis y is nearly ±i.
    x.dtype.kind == .complex ? square(1 / bind(Cos(), x)) : 1 + y * y
  }
}
package struct Asin: FormulaUnary {
  package let name = "asin", hloName = "chlo.asin", domain = Domain.floatingOrComplex
  // 1 - x² would lose the digits of x near ±1, and be out of range far from them.
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor {
    productOfReciprocalRoots(1 - x, 1 + x)
  }
  package func hasFormula(_ dtype: DType) -> Bool { dtype.kind == .complex }
  package func formula(_ x: Tensor) -> Tensor {
    ComplexFormula.signed(plain(x), real: real(x), imaginary: imag(x))
  }
}
package struct Acos: FormulaUnary {
  package let name = "acos", hloName = "chlo.acos", domain = Domain.floatingOrComplex
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor {
    -productOfReciprocalRoots(1 - x, 1 + x)
  }
  package func hasFormula(_ dtype: DType) -> Bool { dtype.kind == .complex }
  package func formula(_ x: Tensor) -> Tensor { ComplexFormula.signed(plain(x), imaginary: -imag(x)) }
}
package struct Atan: FormulaUnary {
  package let name = "atan", hloName = "chlo.atan", domain = Domain.floatingOrComplex
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor {
    guard x.dtype.kind == .complex else { return 1 / (1 + x * x) }
    let turned = complex(-imag(x), real(x))
    return 1 / ((1 + turned) * (1 - turned))
  }
  package func hasFormula(_ dtype: DType) -> Bool { true }
  package func formula(_ x: Tensor) -> Tensor {
    guard x.dtype.kind == .complex else { return x.inFloat32(ArcTangent.of) }
    // atan(z) = -i · atanh(i z).
    let turned = ComplexFormula.arcTangent(complex(-imag(x), real(x)))
    return complex(imag(turned), -real(turned))
  }
}
package struct Sinh: FormulaUnary {
  package let name = "sinh", hloName = "chlo.sinh", domain = Domain.floatingOrComplex
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { bind(Cosh(), x) }
  package func hasFormula(_ dtype: DType) -> Bool { dtype.kind == .complex }
  package func formula(_ x: Tensor) -> Tensor { ComplexFormula.hyperbolicSine(x) }
}
package struct Cosh: FormulaUnary {
  package let name = "cosh", hloName = "chlo.cosh", domain = Domain.floatingOrComplex
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { bind(Sinh(), x) }
  package func hasFormula(_ dtype: DType) -> Bool { dtype.kind == .complex }
  package func formula(_ x: Tensor) -> Tensor { ComplexFormula.hyperbolicCosine(x) }
}
package struct Tanh: DifferentiableUnary {
  package let name = "tanh", hloName = "stablehlo.tanh", domain = Domain.floatingOrComplex
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor {
    // In 16 bits the digits of JAX's formula are those that were recorded.
    if x.dtype.kind == .complex { return square(1 / bind(Cosh(), x)) }
    return x.dtype.byteWidth >= 4 ? bind(TanhSlope(), x) : (1 + y) * (1 - y)
  }
}
/// The derivative of tanh, 1 / cosh², which far from 0 is much less than the digits of 1 - tanh² tell.
package struct TanhSlope: FormulaUnary {
  package let name = "tanhSlope", hloName = "", domain = Domain.floating
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { -2 * bind(Tanh(), x) * y }
  package func hasFormula(_ dtype: DType) -> Bool { true }
  package func formula(_ x: Tensor) -> Tensor {
    let shrunk = exp(-abs(x))
    let ratio = 2 * shrunk / (1 + shrunk * shrunk)
    return ratio * ratio
  }
}
package struct Asinh: FormulaUnary {
  package let name = "asinh", hloName = "chlo.asinh", domain = Domain.floatingOrComplex
  // √(x² + 1), of which x² would soon be out of range.
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor {
    guard x.dtype.kind == .complex else { return 1 / bind(Cosh(), y) }
    let turned = complex(-imag(x), real(x))
    return productOfReciprocalRoots(1 - turned, 1 + turned)
  }
  package func hasFormula(_ dtype: DType) -> Bool { dtype.kind == .complex }
  package func formula(_ x: Tensor) -> Tensor {
    ComplexFormula.signed(plain(x), real: real(x), imaginary: imag(x))
  }
}
package struct Acosh: FormulaUnary {
  package let name = "acosh", hloName = "chlo.acosh", domain = Domain.floatingOrComplex
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor {
    productOfReciprocalRoots(x - 1, x + 1)
  }
  package func hasFormula(_ dtype: DType) -> Bool { dtype.kind == .complex }
  package func formula(_ x: Tensor) -> Tensor { ComplexFormula.signed(plain(x), imaginary: imag(x)) }
}
package struct Atanh: FormulaUnary {
  package let name = "atanh", hloName = "chlo.atanh", domain = Domain.floatingOrComplex
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { 1 / ((1 + x) * (1 - x)) }
  package func hasFormula(_ dtype: DType) -> Bool { dtype.kind == .complex }
  package func formula(_ x: Tensor) -> Tensor { ComplexFormula.arcTangent(x) }
}
