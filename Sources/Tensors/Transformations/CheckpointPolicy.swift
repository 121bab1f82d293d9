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
    case .dotsSaveable: primitive is any ProductPrimitive
    case .dotsWithNoBatchDimsSaveable: (primitive as? any ProductPrimitive)?.hasBatchAxes == false
    }
  }
}

/// A primitive that multiplies and adds many numbers for each element of its result: costly to compute twice.
protocol ProductPrimitive: Primitive {
  /// Whether an axis is common to both operands and the result.
  var hasBatchAxes: Bool { get }
}

extension DotGeneral: ProductPrimitive {
  var hasBatchAxes: Bool { !batching.a.isEmpty }
}

extension Convolution: ProductPrimitive {
  var hasBatchAxes: Bool { false }
}
