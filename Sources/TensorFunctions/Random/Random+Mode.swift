import TensorCore
import TensorPrimitives
import TensorTransformations

extension Random {
  /// How finely distributions that end in rare values resolve them.
  public enum Mode: String, Sendable, Hashable, CaseIterable {
    /// One draw for each element, JAX's default.
    case low
    /// Two draws, the second for the digits below those of the first.
    case high
    /// Two draws of which every bit counts; for Gumbel numbers of float32, otherwise as `high`.
    case highest
  }
}
