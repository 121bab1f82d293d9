public import TensorCore
import TensorPrimitives
import TensorTransformations

/// The quotient rounded down (`jnp.floor_divide`).
///
/// `a` and `b` of shapes that broadcast, and the result of the common one, in their common dtype. Fails where the
/// shapes do not broadcast, and for complex numbers.
public func floorDivide(_ a: Tensor, _ b: Tensor) -> Tensor {
  together("floorDivide", a, b) { x, y in
    let one = Tensor(ScalarLiteral(1, x.dtype))
    if x.dtype.isUnsigned { return bind(Div(), x, y) }
    if x.dtype.isInteger {
      let quotient: Tensor = bind(Div(), x, y)
      let isBelow = (sign(x) .!= sign(y)) .& (bind(Rem(), x, y) .!= 0)
      return select(isBelow, quotient - one, quotient)
    }
    return floatDivision(x, y).quotient
  }
}

/// The remainder with the sign of the divisor, as Python's `%` (`jnp.remainder`).
///
/// Integers divided by 0 leave 0.
/// `a` and `b` of shapes that broadcast, and the result of the common one, in their common dtype. Fails where the
/// shapes do not broadcast, and for complex numbers.
public func remainder(_ a: Tensor, _ b: Tensor) -> Tensor {
  together("remainder", a, b) { x, divisor in
    let y = nonzero(divisor)
    let truncated: Tensor = bind(Rem(), x, y)
    let differs = ((truncated .< 0) .!= (y .< 0)) .& (truncated .!= 0)
    return select(differs, truncated + y, truncated)
  }
}

/// The remainder with the sign of the dividend, as C's `fmod` (`jnp.fmod`).
///
/// Integers divided by 0 leave 0.
/// `a` and `b` of shapes that broadcast, and the result of the common one, in their common dtype. Fails where the
/// shapes do not broadcast, and for complex numbers.
public func fmod(_ a: Tensor, _ b: Tensor) -> Tensor {
  together("fmod", a, b) { bind(Rem(), $0, nonzero($1)) }
}

/// The remainder of `div`, with the sign of the dividend (`lax.rem`).
///
/// Integers divided by 0 leave the dividend.
/// `a` and `b` of shapes that broadcast, and the result of the common one, in their common dtype. Fails where the
/// shapes do not broadcast, and for complex numbers.
public func rem(_ a: Tensor, _ b: Tensor) -> Tensor {
  together("rem", a, b) { bind(Rem(), $0, $1) }
}

/// The quotient rounded towards 0 (`lax.div` of integers).
///
/// `a` and `b` of shapes that broadcast, and the result of the common one, in their common dtype. Fails where the
/// shapes do not broadcast, and for complex numbers.
public func div(_ a: Tensor, _ b: Tensor) -> Tensor {
  together("div", a, b) { x, y in
    let quotient: Tensor = bind(Div(), x, y)
    return x.dtype.isInteger ? quotient : trunc(quotient)
  }
}

/// The quotient rounded down, and the remainder that goes with it (`jnp.divmod`).
///
/// `a` and `b` of shapes that broadcast, and results of the common one, both in the common dtype. Fails where the
/// shapes do not broadcast, and for complex numbers.
public func divmod(_ a: Tensor, _ b: Tensor) -> (quotient: Tensor, remainder: Tensor) {
  (floorDivide(a, b), remainder(a, b))
}

/// The greatest common divisor of integers (`jnp.gcd`).
///
/// Integers of shapes that broadcast, and the result of the common one, in their common dtype. Fails where the shapes
/// do not broadcast, and for other numbers than integers.
public func gcd(_ a: Tensor, _ b: Tensor) -> Tensor {
  notIntegers("gcd", a, b)
    ?? together("gcd", a, b) { x, y in
      // Euclid's algorithm takes at most 1.45 steps a bit; lanes that are done stay as they are.
      var (larger, smaller) = (magnitude(x), magnitude(y))
      for _ in 0..<(x.dtype.bitWidth * 3 / 2) {
        let next = select(smaller .== 0, 0, bind(Rem(), larger, nonzero(smaller)))
        larger = select(smaller .== 0, larger, smaller)
        smaller = next
      }
      return larger.astype(x.dtype)
    }
}

/// The least common multiple of integers (`jnp.lcm`); 0 if either is 0.
///
/// Integers of shapes that broadcast, and the result of the common one, in their common dtype. Fails where the shapes
/// do not broadcast, and for other numbers than integers.
public func lcm(_ a: Tensor, _ b: Tensor) -> Tensor {
  notIntegers("lcm", a, b)
    ?? together("lcm", a, b) { x, y in
      let divisor = magnitude(gcd(x, y))
      let multiple = bind(Div(), magnitude(x), nonzero(divisor)) * magnitude(y)
      return select(divisor .== 0, 0, multiple).astype(x.dtype)
    }
}

/// The failed tensor for numbers that are not integers; nil for those that are.
private func notIntegers(_ name: String, _ a: Tensor, _ b: Tensor) -> Tensor? {
  if a.isFailed || b.isFailed { return nil }
  let dtype = Promotion.common([a, b]).dtype
  guard !dtype.isInteger else { return nil }
  return Tensor.failed(
    TensorError(
      name, operands: [a, b], problem: "the dtype \(dtype) is not accepted",
      expected: "an integer dtype, to which astype(.int32) converts"))
}

/// The absolute value of integers, unsigned: that of the least one has no room in its own dtype.
private func magnitude(_ x: Tensor) -> Tensor {
  switch x.dtype {
  case .int8: abs(x).astype(.uint8)
  case .int16: abs(x).astype(.uint16)
  case .int32: abs(x).astype(.uint32)
  case .int64: abs(x).astype(.uint64)
  default: abs(x)
  }
}

/// An integer divisor with 1 in place of 0, by which XLA's division gives anything.
private func nonzero(_ x: Tensor) -> Tensor {
  x.dtype.isInteger ? select(x .== 0, Tensor(ScalarLiteral(1, x.dtype)), x) : x
}

/// The quotient and remainder of floats as Python computes them, exact where the plain quotient is rounded.
private func floatDivision(_ x: Tensor, _ y: Tensor) -> (quotient: Tensor, remainder: Tensor) {
  let remainder: Tensor = bind(Rem(), x, y)
  let quotient = select(y .== 0, x, x - remainder) / y
  let differs = (remainder .!= 0) .& (sign(y) .!= sign(remainder))
  return (
    round(select(differs, quotient - 1, quotient)), select(differs, remainder + y, remainder)
  )
}
