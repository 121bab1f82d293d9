import TensorCore

/// Which values a checkpointed function keeps for the derivative (`jax.checkpoint_policies`).
///
/// Its arguments are always kept; whatever else the derivative needs and the policy does not save is computed again.
public enum CheckpointPolicy: Sendable, Hashable {
  /// Keeps nothing but the arguments.
  case nothingSaveable
  /// Keeps everything that the derivative needs: as without checkpoint.
  case everythingSaveable
  /// Keeps the results of matrix products and convolutions.
  case dotsSaveable
  /// Keeps the results of matrix products without batch axes, as of activations with weights.
  case dotsWithNoBatchDimsSaveable

  func saves(_ primitive: any Primitive) -> Bool {
    switch self {
    case .nothingSaveable: false
    case .everythingSaveable: true
    case .dotsSaveable: primitive.isProduct
    case .dotsWithNoBatchDimsSaveable: primitive.isProduct && !primitive.hasBatchAxes
    }
  }
}
