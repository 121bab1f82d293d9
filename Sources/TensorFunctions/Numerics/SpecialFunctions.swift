public import TensorCore
public import TensorPrimitives
import TensorTransformations

// Functions of `jax.scipy.special` that are made of others.

/// x · log(y), 0 where x is 0 (`jax.scipy.special.xlogy`).
///
/// `x` and `y` of shapes that broadcast, and the result of the common one, in their common dtype, integers as
/// float32. Fails where the shapes do not broadcast.
public func xlogy(_ x: Tensor, _ y: Tensor) -> Tensor {
  // The derivative by x is log(y) where x is 0, too, if that is finite; the one by y is 0 there.
  together("xlogy", x, y, inexact: true) { x, y in
    x * log(select((x .== 0) .& .!isfinite(log(y)) .& .!isnan(y), 1, y))
  }
}

/// x · log(1 + y), 0 where x is 0 (`jax.scipy.special.xlog1py`).
///
/// `x` and `y` of shapes that broadcast, and the result of the common one, in their common dtype, integers as
/// float32. Fails where the shapes do not broadcast.
public func xlog1py(_ x: Tensor, _ y: Tensor) -> Tensor {
  together("xlog1py", x, y, inexact: true) { x, y in
    x * log1p(select((x .== 0) .& .!isfinite(log1p(y)) .& .!isnan(y), 0, y))
  }
}

/// -x · log(x): 0 at 0, and -infinity below (`jax.scipy.special.entr`).
///
/// `x` of any shape, which the result has; integers become float32. Fails for complex numbers.
public func entr(_ x: Tensor) -> Tensor {
  fused("entr", x) { bind(Entropy(), $0.inexact) }
}

/// x · log(x / y): 0 where x is 0, and infinite out of range (`jax.scipy.special.rel_entr`).
///
/// `x` and `y` of shapes that broadcast, and the result of the common one, in their common dtype, integers as
/// float32. Fails where the shapes do not broadcast, and for complex numbers.
public func relEntr(_ x: Tensor, _ y: Tensor) -> Tensor {
  together("relEntr", x, y, inexact: true) { x, y in
    inFloat64(x, y) { x, y in
      let (isPositive, isZero) = ((x .> 0) .& (y .> 0), (x .== 0) .& (y .>= 0))
      let (above, below) = (select(isPositive, x, 1), select(isPositive, y, 1))
      let outside = select(isnan(x) .| isnan(y), Tensor(Double.nan), Tensor(Double.infinity))
      return select(isPositive, above * logarithmOfRatio(above, below), select(isZero, 0, outside))
    }
  }
}

/// log(x / y) of positive numbers, to all digits where they are nearly equal.
private func logarithmOfRatio(_ x: Tensor, _ y: Tensor) -> Tensor {
  let isNear = abs(x - y) .< 0.5 * y
  let excess = select(isNear, x - y, 0) / select(isNear, y, 1)
  return select(isNear, log1p(excess), log(x) - log(y))
}

/// A function whose steps would lose digits of a narrower dtype, taken in float64 and rounded once.
private func inFloat64(_ operands: Tensor..., body: ([Tensor]) -> Tensor) -> Tensor {
  let dtype = operands[0].dtype
  guard dtype.isFloating else { return body(operands) }
  return body(operands.map { $0.astype(.float64) }).astype(dtype)
}

private func inFloat64(_ x: Tensor, _ y: Tensor, _ body: (Tensor, Tensor) -> Tensor) -> Tensor {
  inFloat64(x, y) { body($0[0], $0[1]) }
}

/// x · log(x / y) - x + y: y where x is 0, and infinite out of range (`jax.scipy.special.kl_div`).
///
/// `x` and `y` of shapes that broadcast, and the result of the common one, in their common dtype, integers as
/// float32. Fails where the shapes do not broadcast, and for complex numbers.
public func klDiv(_ x: Tensor, _ y: Tensor) -> Tensor {
  together("klDiv", x, y, inexact: true) { x, y in
    inFloat64(x, y) { x, y in
      let isInside = ((x .> 0) .& (y .> 0)) .| ((x .== 0) .& (y .>= 0))
      // Out of range it is infinite; infinities of both signs would have no sum.
      return relEntr(x, y) - select(isInside, x - y, 0)
    }
  }
}

/// log(p / (1 - p)), the inverse of `sigmoid` (`jax.scipy.special.logit`).
///
/// `p` of any shape, which the result has; integers become float32. Never fails by itself.
public func logit(_ p: Tensor) -> Tensor {
  fused("logit", p) { p in
    let p = p.inexact
    // Near 1/2, where the logarithm is nearly 0, by a formula that is exact there.
    let isMiddle = abs(p - 0.5) .< 0.25
    return select(isMiddle, 2 * atanh(select(isMiddle, 2 * p - 1, 0)), log(p) - log1p(-p))
  }
}

/// sin(πx) / (πx), which is 1 at 0 (`jnp.sinc`).
///
/// `x` of any shape, which the result has; integers become float32. Never fails by itself.
public func sinc(_ x: Tensor) -> Tensor {
  fused("sinc", x) { x in
    let x = x.inexact
    guard x.dtype.kind == .complex else { return bind(Sinc(order: 0), x) }
    let angle = Tensor(Double.pi) * x
    let isZero = x .== 0
    let safe = select(isZero, 1, angle)
    return select(isZero, bind(SincAtZero(order: 0), angle), sin(safe) / safe)
  }
}

/// The part of the normal distribution below x (`jax.scipy.special.ndtr`).
///
/// `x` of any shape, which the result has; integers become float32. Fails for complex numbers.
public func ndtr(_ x: Tensor) -> Tensor {
  fused("ndtr", x) { x in
    inFloat64(x.inexact) { operands in
      let w = operands[0] * 0.7071067811865476
      let size = abs(w)
      // Whichever of erf and erfc loses no digits.
      let tail = select(w .> 0, 2 - erfc(size), erfc(size))
      return 0.5 * select(size .< 0.7071067811865476, 1 + erf(w), tail)
    }
  }
}

/// The gamma function (`jax.scipy.special.gamma`).
///
/// `x` of any shape, which the result has; integers become float32. Fails for complex numbers.
public func gamma(_ x: Tensor) -> Tensor {
  fused("gamma", x) { x in
    inFloat64(x.inexact) { operands in
      let x = operands[0]
      // Its sign changes at each integer up to 0, where it has poles.
      let turns = remainder(floor(x), 2) .!= 0
      let sign = select((x .< 0) .& turns, -1, 1).astype(x.dtype)
      let isPole = (x .< 0) .& (floor(x) .== x)
      let atZero = copysign(Tensor(Double.infinity), x)
      return select(isPole, Tensor(Double.nan), select(x .== 0, atZero, sign * exp(gammaln(x))))
    }
  }
}

/// The logarithm of the absolute value of the beta function (`jax.scipy.special.betaln`).
///
/// `a` and `b` of shapes that broadcast, and the result of the common one, in their common dtype, integers as
/// float32. Fails where the shapes do not broadcast, and for complex numbers.
public func betaln(_ a: Tensor, _ b: Tensor) -> Tensor {
  together("betaln", a, b, inexact: true) { a, b in
    inFloat64(a, b) { bind(LogBeta(), $0, $1) }
  }
}

/// 1 · 2 · … · n, as a float; 0 for negative n (`jax.scipy.special.factorial`).
///
/// `n` of any shape, which the result has; integers become float32. Fails for complex numbers.
public func factorial(_ n: Tensor) -> Tensor {
  fused("factorial", n) { n in
    inFloat64(n.inexact) { operands in
      let n = operands[0]
      return select(n .< 0, 0, exp(gammaln(select(n .< 0, 0, n) + 1)))
    }
  }
}

/// log₂(2ᵃ + 2ᵇ), without overflow (`jnp.logaddexp2`).
///
/// `a` and `b` of shapes that broadcast, and the result of the common one, in their common dtype, integers as
/// float32. Fails where the shapes do not broadcast, and for complex numbers.
public func logaddexp2(_ a: Tensor, _ b: Tensor) -> Tensor {
  together("logaddexp2", a, b, inexact: true) { a, b in
    let scale = 0.6931471805599453
    return logaddexp(a * Tensor(scale), b * Tensor(scale)) / Tensor(scale)
  }
}

/// The logarithm of the mean of exponentials, without overflow (`jax.nn.logmeanexp`).
///
/// The result has the shape of `x` without the axes, or with extents of 1 if `keepdims`. Fails if an axis is out of
/// range or given twice, the mask does not broadcast, and for complex numbers.
public func logmeanexp(
  _ x: Tensor, axis: (any AxisList)? = nil, where mask: Tensor? = nil, keepdims: Bool = false
) -> Tensor {
  // The mean of ones is 1 and takes no part in the derivative: the sum of them is the number that counts.
  let counts = Tensor.ones(x.type.shape, dtype: x.dtype.isFloating ? x.dtype : .float32)
    .sum(axis: axis, keepdims: keepdims, where: mask)
  return logsumexp(x, axis: axis, keepdims: keepdims, where: mask) - log(counts)
}
