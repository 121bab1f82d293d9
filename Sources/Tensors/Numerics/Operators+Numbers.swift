// Made by Utilities/generate/arities.py; edit that instead.

/// Tensors with numbers of Swift: `rate * gradient`, `x ** n`.
///
/// A number is what `Tensor(number)` is: a Double or an Int gives way to the tensor's dtype, as Python's numbers do in JAX; a
/// Float is a float32. The operators are disfavored, so that literals stay tensors, and for one type each, so that the
/// compiler's errors about other operands stay readable.
extension Tensor {
  /// Element-wise sum of a tensor and a number (`jnp.add`).
  @_disfavoredOverload public static func + (a: Tensor, b: Double) -> Tensor { a + Tensor(b) }
  /// Element-wise sum of a number and a tensor (`jnp.add`).
  @_disfavoredOverload public static func + (a: Double, b: Tensor) -> Tensor { Tensor(a) + b }
  @_disfavoredOverload public static func += (a: inout Tensor, b: Double) { a = a + Tensor(b) }
  /// Element-wise sum of a tensor and a number (`jnp.add`).
  @_disfavoredOverload public static func + (a: Tensor, b: Int) -> Tensor { a + Tensor(b) }
  /// Element-wise sum of a number and a tensor (`jnp.add`).
  @_disfavoredOverload public static func + (a: Int, b: Tensor) -> Tensor { Tensor(a) + b }
  @_disfavoredOverload public static func += (a: inout Tensor, b: Int) { a = a + Tensor(b) }
  /// Element-wise sum of a tensor and a number (`jnp.add`).
  @_disfavoredOverload public static func + (a: Tensor, b: Float) -> Tensor { a + Tensor(b) }
  /// Element-wise sum of a number and a tensor (`jnp.add`).
  @_disfavoredOverload public static func + (a: Float, b: Tensor) -> Tensor { Tensor(a) + b }
  @_disfavoredOverload public static func += (a: inout Tensor, b: Float) { a = a + Tensor(b) }
  /// Element-wise difference of a tensor and a number (`jnp.subtract`).
  @_disfavoredOverload public static func - (a: Tensor, b: Double) -> Tensor { a - Tensor(b) }
  /// Element-wise difference of a number and a tensor (`jnp.subtract`).
  @_disfavoredOverload public static func - (a: Double, b: Tensor) -> Tensor { Tensor(a) - b }
  @_disfavoredOverload public static func -= (a: inout Tensor, b: Double) { a = a - Tensor(b) }
  /// Element-wise difference of a tensor and a number (`jnp.subtract`).
  @_disfavoredOverload public static func - (a: Tensor, b: Int) -> Tensor { a - Tensor(b) }
  /// Element-wise difference of a number and a tensor (`jnp.subtract`).
  @_disfavoredOverload public static func - (a: Int, b: Tensor) -> Tensor { Tensor(a) - b }
  @_disfavoredOverload public static func -= (a: inout Tensor, b: Int) { a = a - Tensor(b) }
  /// Element-wise difference of a tensor and a number (`jnp.subtract`).
  @_disfavoredOverload public static func - (a: Tensor, b: Float) -> Tensor { a - Tensor(b) }
  /// Element-wise difference of a number and a tensor (`jnp.subtract`).
  @_disfavoredOverload public static func - (a: Float, b: Tensor) -> Tensor { Tensor(a) - b }
  @_disfavoredOverload public static func -= (a: inout Tensor, b: Float) { a = a - Tensor(b) }
  /// Element-wise product of a tensor and a number (`jnp.multiply`).
  @_disfavoredOverload public static func * (a: Tensor, b: Double) -> Tensor { a * Tensor(b) }
  /// Element-wise product of a number and a tensor (`jnp.multiply`).
  @_disfavoredOverload public static func * (a: Double, b: Tensor) -> Tensor { Tensor(a) * b }
  @_disfavoredOverload public static func *= (a: inout Tensor, b: Double) { a = a * Tensor(b) }
  /// Element-wise product of a tensor and a number (`jnp.multiply`).
  @_disfavoredOverload public static func * (a: Tensor, b: Int) -> Tensor { a * Tensor(b) }
  /// Element-wise product of a number and a tensor (`jnp.multiply`).
  @_disfavoredOverload public static func * (a: Int, b: Tensor) -> Tensor { Tensor(a) * b }
  @_disfavoredOverload public static func *= (a: inout Tensor, b: Int) { a = a * Tensor(b) }
  /// Element-wise product of a tensor and a number (`jnp.multiply`).
  @_disfavoredOverload public static func * (a: Tensor, b: Float) -> Tensor { a * Tensor(b) }
  /// Element-wise product of a number and a tensor (`jnp.multiply`).
  @_disfavoredOverload public static func * (a: Float, b: Tensor) -> Tensor { Tensor(a) * b }
  @_disfavoredOverload public static func *= (a: inout Tensor, b: Float) { a = a * Tensor(b) }
  /// Element-wise quotient of a tensor and a number (`jnp.true_divide`).
  @_disfavoredOverload public static func / (a: Tensor, b: Double) -> Tensor { a / Tensor(b) }
  /// Element-wise quotient of a number and a tensor (`jnp.true_divide`).
  @_disfavoredOverload public static func / (a: Double, b: Tensor) -> Tensor { Tensor(a) / b }
  @_disfavoredOverload public static func /= (a: inout Tensor, b: Double) { a = a / Tensor(b) }
  /// Element-wise quotient of a tensor and a number (`jnp.true_divide`).
  @_disfavoredOverload public static func / (a: Tensor, b: Int) -> Tensor { a / Tensor(b) }
  /// Element-wise quotient of a number and a tensor (`jnp.true_divide`).
  @_disfavoredOverload public static func / (a: Int, b: Tensor) -> Tensor { Tensor(a) / b }
  @_disfavoredOverload public static func /= (a: inout Tensor, b: Int) { a = a / Tensor(b) }
  /// Element-wise quotient of a tensor and a number (`jnp.true_divide`).
  @_disfavoredOverload public static func / (a: Tensor, b: Float) -> Tensor { a / Tensor(b) }
  /// Element-wise quotient of a number and a tensor (`jnp.true_divide`).
  @_disfavoredOverload public static func / (a: Float, b: Tensor) -> Tensor { Tensor(a) / b }
  @_disfavoredOverload public static func /= (a: inout Tensor, b: Float) { a = a / Tensor(b) }
  /// Element-wise power of a tensor and a number (`jnp.power`).
  @_disfavoredOverload public static func ** (a: Tensor, b: Double) -> Tensor { a ** Tensor(b) }
  /// Element-wise power of a tensor and a number (`jnp.power`).
  @_disfavoredOverload public static func ** (a: Tensor, b: Int) -> Tensor { a ** Tensor(b) }
  /// Element-wise power of a tensor and a number (`jnp.power`).
  @_disfavoredOverload public static func ** (a: Tensor, b: Float) -> Tensor { a ** Tensor(b) }
  /// Whether elements equal a number (`jnp.equal`).
  @_disfavoredOverload public static func .== (a: Tensor, b: Double) -> Tensor { a .== Tensor(b) }
  /// Whether elements equal a number (`jnp.equal`).
  @_disfavoredOverload public static func .== (a: Tensor, b: Int) -> Tensor { a .== Tensor(b) }
  /// Whether elements equal a number (`jnp.equal`).
  @_disfavoredOverload public static func .== (a: Tensor, b: Float) -> Tensor { a .== Tensor(b) }
  /// Whether elements differ from a number (`jnp.not_equal`).
  @_disfavoredOverload public static func .!= (a: Tensor, b: Double) -> Tensor { a .!= Tensor(b) }
  /// Whether elements differ from a number (`jnp.not_equal`).
  @_disfavoredOverload public static func .!= (a: Tensor, b: Int) -> Tensor { a .!= Tensor(b) }
  /// Whether elements differ from a number (`jnp.not_equal`).
  @_disfavoredOverload public static func .!= (a: Tensor, b: Float) -> Tensor { a .!= Tensor(b) }
  /// Whether elements are less than a number (`jnp.less`).
  @_disfavoredOverload public static func .< (a: Tensor, b: Double) -> Tensor { a .< Tensor(b) }
  /// Whether elements are less than a number (`jnp.less`).
  @_disfavoredOverload public static func .< (a: Tensor, b: Int) -> Tensor { a .< Tensor(b) }
  /// Whether elements are less than a number (`jnp.less`).
  @_disfavoredOverload public static func .< (a: Tensor, b: Float) -> Tensor { a .< Tensor(b) }
  /// Whether elements are at most a number (`jnp.less_equal`).
  @_disfavoredOverload public static func .<= (a: Tensor, b: Double) -> Tensor { a .<= Tensor(b) }
  /// Whether elements are at most a number (`jnp.less_equal`).
  @_disfavoredOverload public static func .<= (a: Tensor, b: Int) -> Tensor { a .<= Tensor(b) }
  /// Whether elements are at most a number (`jnp.less_equal`).
  @_disfavoredOverload public static func .<= (a: Tensor, b: Float) -> Tensor { a .<= Tensor(b) }
  /// Whether elements are greater than a number (`jnp.greater`).
  @_disfavoredOverload public static func .> (a: Tensor, b: Double) -> Tensor { a .> Tensor(b) }
  /// Whether elements are greater than a number (`jnp.greater`).
  @_disfavoredOverload public static func .> (a: Tensor, b: Int) -> Tensor { a .> Tensor(b) }
  /// Whether elements are greater than a number (`jnp.greater`).
  @_disfavoredOverload public static func .> (a: Tensor, b: Float) -> Tensor { a .> Tensor(b) }
  /// Whether elements are at least a number (`jnp.greater_equal`).
  @_disfavoredOverload public static func .>= (a: Tensor, b: Double) -> Tensor { a .>= Tensor(b) }
  /// Whether elements are at least a number (`jnp.greater_equal`).
  @_disfavoredOverload public static func .>= (a: Tensor, b: Int) -> Tensor { a .>= Tensor(b) }
  /// Whether elements are at least a number (`jnp.greater_equal`).
  @_disfavoredOverload public static func .>= (a: Tensor, b: Float) -> Tensor { a .>= Tensor(b) }
}
