public import TensorCore

/// Applies a function of real numbers; integers become float32 first.
private func promotingToFloat(_ primitive: some Primitive, _ x: Tensor) -> Tensor {
  x.dtype.kind >= .floating || x.isFailed
    ? bind(primitive, x)
    : fused(primitive.name, x, AnyPrimitive(primitive)) { x, operation in operation.apply([x.inexact]) }
}

/// e to the power of each element (`jnp.exp`).
///
/// `x` of any shape, which the result has; integers become float32. Never fails by itself.
public func exp(_ x: Tensor) -> Tensor { promotingToFloat(Exp(), x) }
/// `exp(x) - 1`, exact for small x (`jnp.expm1`).
///
/// `x` of any shape, which the result has; integers become float32. Never fails by itself.
public func expm1(_ x: Tensor) -> Tensor { promotingToFloat(Expm1(), x) }
/// The natural logarithm (`jnp.log`).
///
/// `x` of any shape, which the result has; integers become float32. Never fails by itself.
public func log(_ x: Tensor) -> Tensor { promotingToFloat(Log(), x) }
/// `log(1 + x)`, exact for small x (`jnp.log1p`).
///
/// `x` of any shape, which the result has; integers become float32. Never fails by itself.
public func log1p(_ x: Tensor) -> Tensor { promotingToFloat(Log1p(), x) }
/// The square root (`jnp.sqrt`).
///
/// `x` of any shape, which the result has; integers become float32. Never fails by itself.
public func sqrt(_ x: Tensor) -> Tensor { promotingToFloat(Sqrt(), x) }
/// One over the square root (`lax.rsqrt`).
///
/// `x` of any shape, which the result has; integers become float32. Never fails by itself.
public func rsqrt(_ x: Tensor) -> Tensor { promotingToFloat(Rsqrt(), x) }
/// The cube root (`jnp.cbrt`).
///
/// `x` of any shape, which the result has; integers become float32. Fails for complex numbers.
public func cbrt(_ x: Tensor) -> Tensor { promotingToFloat(Cbrt(), x) }
/// The sine of an angle in radians (`jnp.sin`).
///
/// `x` of any shape, which the result has; integers become float32. Never fails by itself.
public func sin(_ x: Tensor) -> Tensor { promotingToFloat(Sin(), x) }
/// The cosine of an angle in radians (`jnp.cos`).
///
/// `x` of any shape, which the result has; integers become float32. Never fails by itself.
public func cos(_ x: Tensor) -> Tensor { promotingToFloat(Cos(), x) }
/// The tangent of an angle in radians (`jnp.tan`).
///
/// `x` of any shape, which the result has; integers become float32. Never fails by itself.
public func tan(_ x: Tensor) -> Tensor { promotingToFloat(Tan(), x) }
/// The inverse sine, in radians (`jnp.asin`).
///
/// `x` of any shape, which the result has; integers become float32. Never fails by itself.
public func asin(_ x: Tensor) -> Tensor { promotingToFloat(Asin(), x) }
/// The inverse cosine, in radians (`jnp.acos`).
///
/// `x` of any shape, which the result has; integers become float32. Never fails by itself.
public func acos(_ x: Tensor) -> Tensor { promotingToFloat(Acos(), x) }
/// The inverse tangent, in radians (`jnp.atan`).
///
/// `x` of any shape, which the result has; integers become float32. Never fails by itself.
public func atan(_ x: Tensor) -> Tensor { promotingToFloat(Atan(), x) }
/// The hyperbolic sine (`jnp.sinh`).
///
/// `x` of any shape, which the result has; integers become float32. Never fails by itself.
public func sinh(_ x: Tensor) -> Tensor { promotingToFloat(Sinh(), x) }
/// The hyperbolic cosine (`jnp.cosh`).
///
/// `x` of any shape, which the result has; integers become float32. Never fails by itself.
public func cosh(_ x: Tensor) -> Tensor { promotingToFloat(Cosh(), x) }
/// The hyperbolic tangent (`jnp.tanh`).
///
/// `x` of any shape, which the result has; integers become float32. Never fails by itself.
public func tanh(_ x: Tensor) -> Tensor { promotingToFloat(Tanh(), x) }
/// The inverse hyperbolic sine (`jnp.asinh`).
///
/// `x` of any shape, which the result has; integers become float32. Never fails by itself.
public func asinh(_ x: Tensor) -> Tensor { promotingToFloat(Asinh(), x) }
/// The inverse hyperbolic cosine (`jnp.acosh`).
///
/// `x` of any shape, which the result has; integers become float32. Never fails by itself.
public func acosh(_ x: Tensor) -> Tensor { promotingToFloat(Acosh(), x) }
/// The inverse hyperbolic tangent (`jnp.atanh`).
///
/// `x` of any shape, which the result has; integers become float32. Never fails by itself.
public func atanh(_ x: Tensor) -> Tensor { promotingToFloat(Atanh(), x) }
/// The error function (`jax.scipy.special.erf`).
///
/// `x` of any shape, which the result has; integers become float32. Fails for complex numbers.
public func erf(_ x: Tensor) -> Tensor { promotingToFloat(Erf(), x) }
/// `1 - erf(x)` (`jax.scipy.special.erfc`).
///
/// `x` of any shape, which the result has; integers become float32. Fails for complex numbers.
public func erfc(_ x: Tensor) -> Tensor { promotingToFloat(Erfc(), x) }
/// The inverse of the error function (`jax.scipy.special.erfinv`).
///
/// `x` of any shape, which the result has; integers become float32. Fails for complex numbers.
public func erfinv(_ x: Tensor) -> Tensor { promotingToFloat(ErfInv(), x) }

/// The absolute value; of complex numbers, the magnitude (`jnp.abs`).
///
/// `x` of any shape, which the result has; complex numbers become float32. Never fails by itself.
public func abs(_ x: Tensor) -> Tensor { x.dtype == .bool ? x : bind(Abs(), x) }
/// -1, 0 or 1 by the sign; of complex numbers, the one of size 1 in the same direction (`jnp.sign`).
///
/// `x` of any shape, which the result has. Fails for booleans.
public func sign(_ x: Tensor) -> Tensor { bind(Sign(), x) }
/// The greatest integer that is not greater (`jnp.floor`).
///
/// `x` of any shape, which the result has; integers and booleans stay as they are. Fails for complex numbers.
public func floor(_ x: Tensor) -> Tensor { x.dtype.kind <= .integer ? x : bind(Floor(), x) }
/// The least integer that is not less (`jnp.ceil`).
///
/// `x` of any shape, which the result has; integers and booleans stay as they are. Fails for complex numbers.
public func ceil(_ x: Tensor) -> Tensor { x.dtype.kind <= .integer ? x : bind(Ceil(), x) }
/// The nearest integer, ties to the even one (`jnp.round`).
///
/// `x` of any shape, which the result has; integers and booleans stay as they are. Fails for complex numbers.
public func round(_ x: Tensor) -> Tensor { x.dtype.kind <= .integer ? x : bind(RoundToEven(), x) }
/// The nearest number with this number of decimals, ties to the even one (`jnp.round`).
///
/// `x` of any shape, which the result has; negative `decimals` count from the decimal point to the left. Fails for
/// complex numbers.
public func round(_ x: Tensor, decimals: Int) -> Tensor { x.round(decimals: decimals) }
extension Tensor {
  /// The nearest number with this number of decimals, ties to the even one (`jnp.round`).
  ///
  /// The result has the tensor's shape; negative `decimals` count from the decimal point to the left. Fails for
  /// complex numbers.
  public func round(decimals: Int = 0) -> Tensor { rounded(self, decimals) }

  /// Elements limited to the range from `low` to `high` (`jnp.clip`).
  ///
  /// The tensor and the bounds of shapes that broadcast, and the result of the common one, in their common dtype.
  /// Fails where the shapes do not broadcast, and for complex numbers.
  public func clip(_ low: Tensor, _ high: Tensor) -> Tensor {
    fused("clip", [self, low, high]) { [minimum(maximum($0[0], $0[1]), $0[2])] }[0]
  }
}
private func rounded(_ x: Tensor, _ decimals: Int) -> Tensor {
  if x.dtype.kind <= .integer { return decimals >= 0 ? x : wholeRound(x, 0 -| decimals) }
  var factor = 1.0
  for _ in 0..<Swift.min(decimals.magnitude, 309) { factor *= 10 }
  // No number of the dtype has that many decimals.
  if decimals > 0 && factor > x.dtype.greatestFinite.double { return x }
  return fused("round", x, decimals, factor) { given, decimals, factor in
    // The multiple may be beyond what float16 holds.
    let x = given.dtype == .float16 && decimals != 0 ? given.astype(.float32) : given
    let scaled = decimals < 0 ? x / Tensor(factor) : x * Tensor(factor)
    let rounded = round(scaled)
    return (decimals < 0 ? rounded * Tensor(factor) : rounded / Tensor(factor)).astype(given.dtype)
  }
}
/// The nearest multiple of a power of ten, ties to the even one, of integers: floats do not hold the digits of all.
private func wholeRound(_ x: Tensor, _ zeros: Int) -> Tensor {
  let factor = (0..<Swift.min(zeros, 19)).reduce(1 as UInt64) { power, _ in power &* 10 }
  guard zeros < 20, factor <= UInt64(x.dtype.highest.integer(UInt64.self)) else {
    return x.isFailed ? x : .zerosLike(x)
  }
  return fused("round", x, factor) { x, factor in
    let unit = Tensor(ScalarLiteral(Int(truncatingIfNeeded: factor), x.dtype))
    let (quotient, rest) = (bind(Div(), x, unit) as Tensor, abs(bind(Rem(), x, unit)))
    let isOdd = (quotient .& Tensor(ScalarLiteral(1, x.dtype))) .!= 0
    let isFurther = (rest .> unit - rest) .| ((rest .== unit - rest) .& isOdd)
    return (quotient + sign(x) * isFurther.astype(x.dtype)) * unit
  }
}
/// The nearest integer, ties to the even one, as a real number: integers become float32 (`jnp.rint`).
///
/// `x` of any shape, which the result has; integers become float32. Fails for complex numbers.
public func rint(_ x: Tensor) -> Tensor { promotingToFloat(RoundToEven(), x) }
/// 1 / x (`jnp.reciprocal`).
///
/// `x` of any shape, which the result has; integers become float32. Never fails by itself.
public func reciprocal(_ x: Tensor) -> Tensor { 1 / x }
/// x² (`jnp.square`).
///
/// `x` of any shape, which the result has; booleans become int32. Never fails by itself.
public func square(_ x: Tensor) -> Tensor {
  let x = x.dtype == .bool ? x.astype(.int32) : x
  return bind(Mul(), x, x)
}
/// Whether elements are neither infinite nor NaN (`jnp.isfinite`).
///
/// `x` of any shape, which the result has; the dtype is bool. Never fails by itself.
public func isfinite(_ x: Tensor) -> Tensor {
  if x.dtype == .complex64 { return fused("isfinite", x) { isfinite(real($0)) .& isfinite(imag($0)) } }
  return x.dtype.isFloating ? bind(IsFinite(), x) : Tensor.full(x.type.shape, 1, dtype: .bool)
}
/// Whether elements are NaN (`jnp.isnan`).
///
/// `x` of any shape, which the result has; the dtype is bool. Never fails by itself.
public func isnan(_ x: Tensor) -> Tensor { x .!= x }

/// The greater of two elements; NaN if either is (`jnp.maximum`).
///
/// `a` and `b` of shapes that broadcast, and the result of the common one, in their common dtype. Fails where the
/// shapes do not broadcast, and for complex numbers.
public func maximum(_ a: Tensor, _ b: Tensor) -> Tensor { Promotion.binary(Max(), a, b) }
/// The lesser of two elements; NaN if either is (`jnp.minimum`).
///
/// `a` and `b` of shapes that broadcast, and the result of the common one, in their common dtype. Fails where the
/// shapes do not broadcast, and for complex numbers.
public func minimum(_ a: Tensor, _ b: Tensor) -> Tensor { Promotion.binary(Min(), a, b) }
/// The angle of the point (x, y), in radians from -π to π (`jnp.atan2`).
///
/// `y` and `x` of shapes that broadcast, and the result of the common one, in their common dtype, integers as
/// float32. Fails where the shapes do not broadcast, and for complex numbers.
public func atan2(_ y: Tensor, _ x: Tensor) -> Tensor {
  together("atan2", y, x, inexact: true) { bind(Atan2(), $0, $1) }
}

/// `a` to the power of `b` (`jnp.power`).
///
/// A literal integer exponent is computed by multiplication, so that its derivative exists everywhere.
/// `a` and `b` of shapes that broadcast, and the result of the common one, in their common dtype; a negative literal
/// makes integers float32. Fails where the shapes do not broadcast.
public func power(_ a: Tensor, _ b: Tensor) -> Tensor {
  if let scalar = b.literal, scalar.dtype.isInteger, a.literal == nil, !a.isFailed {
    let exponent = scalar.integer(Int.self)
    let base = exponent < 0 ? a.inexact : a.dtype == .bool ? a.astype(.int32) : a
    switch exponent {
    case 0: return Tensor.full(base.type.shape, 1, dtype: base.dtype)
    case 1: return base
    default: return bind(IntegerPower(exponent: exponent), base)
    }
  }
  if a.dtype.kind < .floating && b.dtype.kind < .floating {
    return together("integerPower", a, b) { integerPower($0, $1) }
  }
  if a.dtype.isFloating && b.dtype.isInteger && b.literal == nil {
    return fused("wholePower", [a, b]) { [wholePower($0[0], $0[1])] }[0]
  }
  return Promotion.binary(Pow(), a, b)
}

/// A power of floats to integers, which need not be numbers of the base's dtype: whether they are odd is theirs to tell.
private func wholePower(_ x: Tensor, _ y: Tensor) -> Tensor {
  let (dtype, isWeak) = Promotion.common([x, y])
  let pair = Promotion.broadcast([x.astype(dtype.accumulation), y], operation: "power")
  let isNegative = pair[0] .< 0
  let size: Tensor = bind(
    Pow(), select(isNegative, -pair[0], pair[0]), pair[1].astype(dtype.accumulation))
  let isTurned = isNegative .& ((pair[1] .& Tensor(ScalarLiteral(1, y.dtype))) .!= 0)
  return select(isTurned, -size, size).converted(to: dtype, isWeak: isWeak)
}

/// An integer power of integers by repeated squaring, which wraps around; to a negative exponent what division rounds to.
private func integerPower(_ x: Tensor, _ y: Tensor) -> Tensor {
  let one = Tensor(ScalarLiteral(1, x.dtype))
  var result = Tensor.onesLike(x)
  var (square, rest) = (x, y)
  for _ in 0..<(8 * x.dtype.byteWidth) {
    result = select((rest .& one) .!= 0, result * square, result)
    square = square * square
    rest = bind(ShiftRightLogical(), rest, one)
  }
  // Of ±1 the bits of a negative exponent give its power, of all others nothing is left.
  guard !x.dtype.isUnsigned else { return result }
  return select((y .< 0) .& (abs(x) .!= 1), 0, result)
}

/// Elements of `a` where `condition` is true and of `b` elsewhere (`jnp.where`).
///
/// All three of shapes that broadcast, and the result of the common one, in the common dtype of `a` and `b`; a
/// condition that is no boolean is true where it is not 0. Fails where the shapes do not broadcast.
public func select(_ condition: Tensor, _ a: Tensor, _ b: Tensor) -> Tensor {
  fused("select", [condition, a, b]) { operands in
    let mask = operands[0].dtype == .bool ? operands[0] : operands[0] .!= 0
    let choices = Promotion.promoted([operands[1], operands[2]])
    let aligned = Promotion.broadcast([mask] + choices, operation: "select")
    return bind(Select(), aligned)
  }[0]
}

/// Elements limited to the range from `low` to `high` (`jnp.clip`).
///
/// `x` and the bounds of shapes that broadcast, and the result of the common one, in their common dtype. Fails where
/// the shapes do not broadcast, and for complex numbers.
public func clip(_ x: Tensor, _ low: Tensor, _ high: Tensor) -> Tensor { x.clip(low, high) }

/// The value with a derivative of zero (`lax.stop_gradient`).
///
/// `x` of any shape, which the result has. Never fails by itself.
public func stopGradient(_ x: Tensor) -> Tensor { bind(StopGradient(), x) }
/// The integer part: rounded towards 0 (`jnp.trunc`).
///
/// `x` of any shape, which the result has; integers and booleans stay as they are. Fails for complex numbers.
public func trunc(_ x: Tensor) -> Tensor {
  x.dtype.kind <= .integer ? x : fused("trunc", x) { select($0 .< 0, ceil($0), floor($0)) }
}
