// Made by Utilities/generate/arities.py; edit that instead.
public import TensorCore

/// Tensors with numbers of Swift: `rate * gradient`, `x / count`.
///
/// A number is what `Tensor(number)` is: it gives way to the tensor's dtype, as Python's numbers do in JAX. These
/// operators are few, disfavored and for one type each: so literals stay tensors, the compiler finds the types of
/// closures as quickly as without, and its errors about other operands stay readable.
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
}
