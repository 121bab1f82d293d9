package import TensorCore

/// Functions of complex numbers by functions of their parts, where XLA's own lose small parts, overflow before the result
/// does, or are on the wrong side of a branch cut (C99, annex G).
package enum ComplexFormula {
  /// Parts with the signs of others: along a branch cut the sign of a zero says which side is meant.
  package static func signed(_ z: Tensor, real sign: Tensor? = nil, imaginary: Tensor) -> Tensor {
    complex(sign.map { copysign(real(z), $0) } ?? real(z), copysign(imag(z), imaginary))
  }

  static func sine(_ z: Tensor) -> Tensor {
    let (a, b) = (real(z), imag(z))
    return complex(hyperbolic(b, isSine: false, times: sin(a)), hyperbolic(b, isSine: true, times: cos(a)))
  }

  static func cosine(_ z: Tensor) -> Tensor {
    let (a, b) = (real(z), imag(z))
    return complex(hyperbolic(b, isSine: false, times: cos(a)), -hyperbolic(b, isSine: true, times: sin(a)))
  }

  static func hyperbolicSine(_ z: Tensor) -> Tensor {
    let (a, b) = (real(z), imag(z))
    return complex(hyperbolic(a, isSine: true, times: cos(b)), hyperbolic(a, isSine: false, times: sin(b)))
  }

  static func hyperbolicCosine(_ z: Tensor) -> Tensor {
    let (a, b) = (real(z), imag(z))
    return complex(hyperbolic(a, isSine: false, times: cos(b)), hyperbolic(a, isSine: true, times: sin(b)))
  }

  /// sinh(x) or cosh(x) times a factor, which may be small where they are out of range.
  private static func hyperbolic(_ x: Tensor, isSine: Bool, times factor: Tensor) -> Tensor {
    let isFar = abs(x) .> 20
    let near = select(isFar, 0, x)
    let root = exp(abs(x) / 2)
    let far = 0.5 * root * (isSine ? copysign(factor, factor * sign(x)) : factor) * root
    let product = select(isFar, far, (isSine ? sinh(near) : cosh(near)) * factor)
    // Nothing times infinity is nothing.
    return select((factor .== 0) .& isFar, isSine ? factor * sign(x) : factor, product)
  }

  /// The inverse hyperbolic tangent. At ±1 it has poles, near which the squares of XLA's formula are out of range.
  static func arcTangent(_ z: Tensor) -> Tensor {
    let plain: Tensor = bind(PlainUnary(hloName: "chlo.atanh"), z)
    let (a, b) = (abs(real(z)), abs(imag(z)))
    let distance = hypot(1 - a, b)
    let isNear = distance .< 1e-3
    let pole = 0.5 * (log(hypot(1 + a, b)) - log(distance))
    return signed(
      complex(select(isNear, pole, real(plain)), imag(plain)), real: real(z), imaginary: imag(z))
  }

  /// log(1 + z), which has a pole at -1.
  static func logOfOnePlus(_ z: Tensor) -> Tensor {
    let plain: Tensor = bind(PlainUnary(hloName: "stablehlo.log_plus_one"), z)
    let distance = hypot(1 + real(z), imag(z))
    return complex(select(distance .< 1e-3, log(distance), real(plain)), imag(plain))
  }

  /// e to the power of z, which is 0 at minus infinity whatever the angle.
  package static func exponential(_ z: Tensor) -> Tensor {
    let plain: Tensor = bind(PlainUnary(hloName: "stablehlo.exponential"), z)
    let isNothing = real(z) .== Tensor(-Double.infinity)
    return complex(select(isNothing, 0, real(plain)), select(isNothing, 0, imag(plain)))
  }

  /// e to the power of z minus 1.
  static func exponentialMinusOne(_ z: Tensor) -> Tensor {
    let (a, b) = (real(z), imag(z))
    let (half, sine) = (sin(b / 2), sin(b))
    // The exponential may be out of range where its product with a small sine is not.
    let root = exp(a / 2)
    return complex(
      expm1(a) * cos(b) - 2 * square(half), select(sine .== 0, sine, root * sine * root))
  }

  /// 1 / √z, of which XLA's powers keep the digits of the greater part alone.
  static func reciprocalRoot(_ z: Tensor) -> Tensor {
    let plain: Tensor = bind(PlainUnary(hloName: "stablehlo.rsqrt"), z)
    let isOrdinary = isfinite(z) .& (z .!= 0)
    return select(isOrdinary, 1 / sqrt(select(isOrdinary, z, 1)), plain)
  }
}
