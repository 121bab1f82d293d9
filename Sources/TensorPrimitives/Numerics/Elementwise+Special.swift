public import TensorCore

/// The logarithm of the absolute value of the gamma function (`jax.scipy.special.gammaln`).
///
/// `x` of any shape, which the result has; integers become float32. Fails for complex numbers.
public func gammaln(_ x: Tensor) -> Tensor { bind(Lgamma(), x.inexact) }
/// The derivative of `gammaln` (`jax.scipy.special.digamma`).
///
/// `x` of any shape, which the result has; integers become float32. Fails for complex numbers.
public func digamma(_ x: Tensor) -> Tensor { bind(Digamma(), x.inexact) }
/// The derivative of order `n` of `digamma` (`jax.scipy.special.polygamma`).
///
/// `x` of any shape, which the result has; integers become float32. Fails for complex numbers.
public func polygamma(_ n: Int, _ x: Tensor) -> Tensor { bind(Polygamma(order: n), x.inexact) }

/// 2 to the power of each element (`jnp.exp2`).
///
/// `x` of any shape, which the result has; integers become float32. Never fails by itself.
public func exp2(_ x: Tensor) -> Tensor {
  fused("exp2", x) { exp($0.inexact * 0.6931471805599453) }
}
/// The logarithm to base 2 (`jnp.log2`).
///
/// `x` of any shape, which the result has; integers become float32. Never fails by itself.
public func log2(_ x: Tensor) -> Tensor {
  fused("log2", x) { x in logarithm(x) { $0 / 0.6931471805599453 } }
}
/// The logarithm to base 10 (`jnp.log10`).
///
/// `x` of any shape, which the result has; integers become float32. Never fails by itself.
public func log10(_ x: Tensor) -> Tensor {
  fused("log10", x) { x in logarithm(x) { $0 * 0.4342944819032518 } }
}
/// The logarithm in other units: those of a complex number each by itself, for an infinite one times a complex number is NaN.
private func logarithm(_ x: Tensor, _ scaled: (Tensor) -> Tensor) -> Tensor {
  let y = log(x.inexact)
  return y.dtype.kind == .complex ? complex(scaled(real(y)), scaled(imag(y))) : scaled(y)
}
/// log(exp(a) + exp(b)), without overflow (`jnp.logaddexp`).
///
/// `a` and `b` of shapes that broadcast, and the result of the common one, in their common dtype, integers as
/// float32. Fails where the shapes do not broadcast, and for complex numbers.
public func logaddexp(_ a: Tensor, _ b: Tensor) -> Tensor {
  together("logaddexp", a, b, inexact: true) { bind(LogAddExp(), $0, $1) }
}

/// √(a² + b²), without overflow (`jnp.hypot`).
///
/// `a` and `b` of shapes that broadcast, and the result of the common one, in their common dtype, integers as
/// float32. Fails where the shapes do not broadcast, and for complex numbers.
public func hypot(_ a: Tensor, _ b: Tensor) -> Tensor {
  together("hypot", a, b, inexact: true) { bind(Hypot(), $0, $1) }
}

/// 0 below 0, 1 above, and `atZero` at 0 (`jnp.heaviside`).
///
/// `x` and `atZero` of shapes that broadcast, and the result of the common one, in their common dtype, integers as
/// float32. Fails where the shapes do not broadcast, and for complex numbers.
public func heaviside(_ x: Tensor, _ atZero: Tensor) -> Tensor {
  together("heaviside", x, atZero, inexact: true) { x, atZero in
    select(x .< 0, 0, select(x .> 0, 1, select(isnan(x), x, atZero)))
  }
}

/// Degrees as radians (`jnp.deg2rad`).
///
/// `x` of any shape, which the result has; integers become float32. Never fails by itself.
public func deg2rad(_ x: Tensor) -> Tensor { fused("deg2rad", x) { $0.inexact * Tensor(Double.pi / 180) } }
/// Radians as degrees (`jnp.rad2deg`).
///
/// `x` of any shape, which the result has; integers become float32. Never fails by itself.
public func rad2deg(_ x: Tensor) -> Tensor { fused("rad2deg", x) { $0.inexact * Tensor(180 / Double.pi) } }

/// The magnitude of the first with the sign of the second (`jnp.copysign`).
///
/// `magnitude` and `sign` of shapes that broadcast, and the result of the common one, in their common dtype, integers
/// as float32. Fails where the shapes do not broadcast, and for complex numbers.
public func copysign(_ magnitude: Tensor, _ sign: Tensor) -> Tensor {
  together("copysign", magnitude, sign, inexact: true) { x, y in
    let size = abs(x)
    return select(signbit(y), -size, size)
  }
}

/// Whether the sign bit is set, also that of a negative zero (`jnp.signbit`).
///
/// `x` of any shape, which the result has; the dtype is bool. Fails for complex numbers.
public func signbit(_ x: Tensor) -> Tensor {
  guard x.dtype.isFloating else { return x.dtype == .bool ? .zeros(x.type.shape, dtype: .bool) : x .< 0 }
  let integer: DType = x.dtype.byteWidth == 2 ? .int16 : x.dtype.byteWidth == 8 ? .int64 : .int32
  return fused("signbit", x, integer) { x, integer in bind(BitcastConvert(dtype: integer), x) .< 0 }
}

/// The next representable number after `a` in the direction of `b` (`jnp.nextafter`).
///
/// `a` and `b` of shapes that broadcast, and the result of the common one, in their common dtype, integers as
/// float32. Fails where the shapes do not broadcast, and for complex numbers.
public func nextafter(_ a: Tensor, _ b: Tensor) -> Tensor {
  together("nextafter", a, b, inexact: true) { bind(NextAfter(), $0, $1) }
}

/// Other numbers in place of NaN and infinities: 0, and the greatest finite ones, unless given (`jnp.nan_to_num`).
///
/// `x` of any shape, which the result has; integers stay as they are. Never fails by itself.
public func nanToNum(
  _ x: Tensor, nan: Double = 0, posinf positiveInfinity: Double? = nil, neginf negativeInfinity: Double? = nil
) -> Tensor {
  if x.dtype == .complex64 {
    return fused("nanToNum", x, nan, positiveInfinity, negativeInfinity) { x, nan, high, low in
      complex(
        nanToNum(real(x), nan: nan, posinf: high, neginf: low),
        nanToNum(imag(x), nan: nan, posinf: high, neginf: low))
    }
  }
  guard x.dtype.isFloating else { return x }
  return fused("nanToNum", x, nan, positiveInfinity, negativeInfinity) {
    x, nan, positiveInfinity, negativeInfinity in
    let greatest = x.dtype.greatestFinite
    let high = positiveInfinity.map { Tensor($0) } ?? Tensor(greatest)
    let low = negativeInfinity.map { Tensor($0) } ?? -Tensor(greatest)
    let known = select(isnan(x), Tensor(nan), x)
    let below = select(known .== Tensor(Double.infinity), high, known)
    return select(below .== Tensor(-Double.infinity), low, below)
  }
}

/// The value rounded to a float of fewer bits, in the dtype it has (`lax.reduce_precision`).
///
/// `x` of any shape, which the result has. Fails for other dtypes than floats, and outside of 1 to 11 exponent bits
/// and 0 to 52 mantissa bits.
public func reducePrecision(_ x: Tensor, exponentBits: Int, mantissaBits: Int) -> Tensor {
  bind(ReducePrecision(exponentBits: exponentBits, mantissaBits: mantissaBits), x)
}
