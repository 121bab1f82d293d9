import TensorCore

/// How exactly a product of float32 matrices is computed on devices with several ways (`jax.lax.Precision`).
public enum Precision: String, Sendable, Hashable, CaseIterable {
  /// The device's fastest way; on CPUs full float32.
  case `default`
  /// A way in between, where there is one.
  case high
  /// Full float32.
  case highest

  package var hloName: String { rawValue.uppercased() }
}
