import Tensors

// What optimizers remember of gradients. Averages and sums of 16-bit gradients are kept in float32: their squares are
// soon out of range, and small steps of an average are rounded away.
extension GradientTransformation {
  /// Averages before the first update. Each has zeros of its own, to be donated.
  static func zeros(_ params: [Tensor], ofSquares: Bool = false) -> [Tensor] {
    params.map { param in
      let dtype = param.dtype.accumulation
      return .zeros(param.shape, dtype: ofSquares ? dtype.realPart : dtype)
    }
  }

  /// The squares of gradients; of complex ones |g|², which is real.
  static func squares(_ gradients: [Tensor]) -> [Tensor] { gradients.map(\.accumulating.squaredSize) }

  /// Averages moved towards new values: `decay · old + (1 - decay) · new`.
  static func average(_ new: [Tensor], _ old: [Tensor], _ decay: Double) -> [Tensor] {
    zip(new, old).map { Tensor(1 - decay) * $0.accumulating + Tensor(decay) * $1 }
  }

  /// Updates in the dtypes of the gradients.
  static func rounded(_ updates: [Tensor], to gradients: [Tensor]) -> [Tensor] {
    zip(updates, gradients).map { $0.astype($1.dtype) }
  }
}
