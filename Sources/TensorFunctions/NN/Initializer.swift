public import TensorCore
import TensorPrimitives
import TensorTransformations

/// How a parameter gets its first value: a function of key, shape and dtype (`jax.nn.initializers`).
///
/// Written where one is expected as `.normal(0.02)`, `.zeros`, `.lecunNormal()`. A wrong use, such as a fan of a shape
/// without one, gives a tensor that carries the error.
public struct Initializer: Sendable, CustomStringConvertible {
  /// What is displayed: `normal(0.01)`.
  public let description: String
  private let body: @Sendable (_ key: Tensor, _ shape: Shape, _ dtype: DType) -> Tensor

  /// An initializer of your own.
  ///
  /// - Parameters:
  ///   - description: what is displayed for it.
  ///   - body: makes a value from a key, a shape and a dtype.
  public init(
    _ description: String,
    _ body: @escaping @Sendable (_ key: Tensor, _ shape: Shape, _ dtype: DType) -> Tensor
  ) {
    self.description = description
    self.body = body
  }

  /// A value of the shape and dtype given.
  ///
  /// Fails if an extent is negative, or the initializer does not accept the key, the shape or the dtype.
  ///
  /// - Parameters:
  ///   - key: where the random numbers come from; not read by initializers that use none.
  ///   - shape: the shape of the result.
  ///   - dtype: the dtype of the result.
  public func callAsFunction(_ key: Tensor, _ shape: Shape, _ dtype: DType = .float32) -> Tensor {
    body(key, shape, dtype)
  }
}

extension Initializer {
  /// Zeros (`jax.nn.initializers.zeros`).
  public static let zeros = Initializer("zeros") { Tensor.zeros($1, dtype: $2) }
  /// Ones (`jax.nn.initializers.ones`).
  public static let ones = Initializer("ones") { Tensor.ones($1, dtype: $2) }

  /// One value everywhere, or a tensor that broadcasts to the shape (`jax.nn.initializers.constant`).
  ///
  /// A call fails if `value` does not broadcast to the shape, or an extent is negative.
  public static func constant(_ value: Tensor) -> Initializer {
    let shown = value.literal.map { $0.dtype.isFloating ? "\($0.double)" : "\($0.integer(Int.self))" }
    return Initializer("constant(\(shown ?? "\(value.type)"))") { _, shape, dtype in
      if value.ndim == 0 { return Tensor.full(shape, value, dtype: dtype) }
      return broadcastTo(value.astype(dtype), shape)
    }
  }

  /// Normal numbers of this standard deviation (`jax.nn.initializers.normal`).
  ///
  /// A call fails if the key is none, an extent is negative, or the dtype is not a float.
  public static func normal(_ standardDeviation: Double = 0.01) -> Initializer {
    Initializer("normal(\(standardDeviation))") { key, shape, dtype in
      fused("Initializer.normal", key, standardDeviation, shape, dtype) {
        key, standardDeviation, shape, dtype in
        Random.normal(key, shape, dtype: dtype) * Tensor(ScalarLiteral(standardDeviation, dtype))
      }
    }
  }

  /// Uniform numbers from 0 to `scale`, exclusive (`jax.nn.initializers.uniform`).
  ///
  /// A call fails if the key is none, an extent is negative, or the dtype is not a float.
  public static func uniform(_ scale: Double = 0.01) -> Initializer {
    Initializer("uniform(\(scale))") { key, shape, dtype in
      fused("Initializer.uniform", key, scale, shape, dtype) { key, scale, shape, dtype in
        Random.uniform(key, shape, dtype: dtype) * Tensor(ScalarLiteral(scale, dtype))
      }
    }
  }

  /// Normal numbers between `lower` and `upper`, then scaled (`jax.nn.initializers.truncated_normal`).
  ///
  /// A call fails if the key is none, an extent is negative, or the dtype is not a float.
  ///
  /// - Parameters:
  ///   - standardDeviation: that of the distribution before it is truncated.
  ///   - lower: the least value before scaling.
  ///   - upper: the greatest value.
  public static func truncatedNormal(
    _ standardDeviation: Double = 0.01, lower: Double = -2, upper: Double = 2
  ) -> Initializer {
    Initializer("truncatedNormal(\(standardDeviation), lower: \(lower), upper: \(upper))") {
      key, shape, dtype in
      fused("Initializer.truncatedNormal", key, standardDeviation, lower, upper, shape, dtype) {
        key, standardDeviation, lower, upper, shape, dtype in
        Random.truncatedNormal(key, Tensor(lower), Tensor(upper), shape, dtype: dtype)
          * Tensor(ScalarLiteral(standardDeviation, dtype))
      }
    }
  }
}
