import Tensors

// What optimizers remember of gradients. Averages and sums of 16-bit gradients are kept in float32: their squares are
// soon out of range, and small steps of an average are rounded away.
extension GradientTransformation {
  /// Averages before the first update. Each has memory of its own, to be donated.
  static func zeros(_ params: [Tensor], ofSquares: Bool = false, dtype: DType? = nil) -> [Tensor] {
    full(params, 0, ofSquares: ofSquares, dtype: dtype)
  }

  /// Averages that begin at a value.
  static func full(
    _ params: [Tensor], _ value: Double, ofSquares: Bool = false, dtype: DType? = nil
  ) -> [Tensor] {
    params.map { param in
      let own = param.dtype.accumulation
      return .full(param.shape, Tensor(value), dtype: dtype ?? (ofSquares ? own.realPart : own))
    }
  }

  /// The parameters as they are, in memory of their own, to be donated beside them.
  static func copies(_ params: [Tensor], dtype: DType? = nil) -> [Tensor] {
    params.map { (Tensor(1.0) * $0).astype(dtype ?? $0.dtype.accumulation) }
  }

  /// The squares of gradients; of complex ones |g|², which is real.
  static func squares(_ gradients: [Tensor]) -> [Tensor] { gradients.map(\.accumulating.squaredSize) }

  /// Averages moved towards new values: `decay · old + (1 - decay) · new`.
  static func average(_ new: [Tensor], _ old: [Tensor], _ decay: Double) -> [Tensor] {
    zip(new, old).map { Tensor(1 - decay) * $0.accumulating + Tensor(decay) * $1.accumulating }
  }

  /// Averages that began at zero, corrected for that (`optax.tree.bias_correction`).
  static func corrected(_ averages: [Tensor], _ decay: Double, _ count: Tensor) -> [Tensor] {
    let share = 1 - power(Tensor(decay), count)
    return averages.map { $0 / share.astype($0.dtype) }
  }

  /// First moments for an update: corrected averages, or the next ones if it looks ahead (`nesterov`).
  static func firstMoments(
    _ averages: [Tensor], _ gradients: [Tensor], _ decay: Double, _ count: Tensor, nesterov: Bool
  ) -> [Tensor] {
    guard nesterov else { return corrected(averages, decay, count) }
    let ahead = corrected(averages, decay, count + 1)
    let now = corrected(gradients.map(\.accumulating), decay, count)
    return zip(ahead, now).map { Tensor(decay) * $0 + Tensor(1 - decay) * $1 }
  }

  /// `m / (√(v + inside) + outside)`.
  static func scaled(_ first: [Tensor], _ second: [Tensor], inside: Double, outside: Double) -> [Tensor] {
    zip(first, second).map { m, v in m / (sqrt(v + Tensor(inside)) + Tensor(outside)) }
  }

  /// Averages in a dtype that was asked for.
  static func stored(_ averages: [Tensor], _ dtype: DType?) -> [Tensor] {
    guard let dtype else { return averages }
    return averages.map { $0.astype(dtype) }
  }

  /// Updates in the dtypes of the gradients.
  static func rounded(_ updates: [Tensor], to gradients: [Tensor]) -> [Tensor] {
    zip(updates, gradients).map { $0.astype($1.dtype) }
  }

  /// The sum of products of tensors' elements; of complex ones the real part of conj(a) · b.
  static func innerProduct(_ a: [Tensor], _ b: [Tensor]) -> Tensor {
    zip(a, b).map { a, b in
      let product = a.accumulating.conj() * b.accumulating
      return (product.dtype.realPart == product.dtype ? product : product.real).sum()
    }.reduce(Tensor(Float(0)), +)
  }

  /// The square of the norm of all tensors together.
  static func squaredNorm(_ tensors: [Tensor]) -> Tensor {
    squares(tensors).map { $0.sum() }.reduce(Tensor(Float(0)), +)
  }
}
