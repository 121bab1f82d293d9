public import Tensors

extension GradientTransformation {
  /// Updates times a constant (`optax.scale`).
  public static func scale(_ factor: Double) -> GradientTransformation {
    GradientTransformation { gradient, _ in Tensor(factor) * gradient }
  }

  /// Updates times minus the learning rate, which a schedule may change (`optax.scale_by_learning_rate`); times the rate
  /// itself without `flipSign`.
  public static func scaleByLearningRate(_ rate: Schedule, flipSign: Bool = true) -> GradientTransformation {
    GradientTransformation(initial: { _ in OptimizerState(count: Tensor(Int32(0))) }) {
      gradients, state, _ in
      let factor = flipSign ? -rate(state.count) : rate(state.count)
      return (gradients.map { scaled($0, factor) }, OptimizerState(count: state.count + 1))
    }
  }

  /// Updates times a factor that depends on the number of updates done (`optax.scale_by_schedule`).
  public static func scaleBySchedule(_ schedule: Schedule) -> GradientTransformation {
    scaleByLearningRate(schedule, flipSign: false)
  }

  /// A tensor times a scalar, in the tensor's dtype.
  static func scaled(_ tensor: Tensor, _ factor: Tensor) -> Tensor {
    (factor * tensor.accumulating).astype(tensor.dtype)
  }

  /// A decaying sum of gradients: momentum (`optax.trace`).
  ///
  /// - Parameters:
  ///   - decay: how much of the sum stays at each update.
  ///   - nesterov: whether updates look one update ahead.
  ///   - dtype: the dtype that the sum is kept in; the gradients', but at least float32, if left out.
  public static func trace(
    _ decay: Double, nesterov: Bool = false, accumulatorDtype dtype: DType? = nil
  ) -> GradientTransformation {
    GradientTransformation(initial: { OptimizerState(averages: [zeros($0, dtype: dtype)]) }) {
      gradients, state, _ in
      let wide = gradients.map(\.accumulating)
      let sums = zip(wide, state.average(0, gradients)).map { $0 + Tensor(decay) * $1.accumulating }
      let updates = nesterov ? zip(wide, sums).map { $0 + Tensor(decay) * $1 } : sums
      return (rounded(updates, to: gradients), OptimizerState(averages: [stored(sums, dtype)]))
    }
  }

  /// A moving average of gradients (`optax.ema`).
  ///
  /// - Parameters:
  ///   - decay: how much of the average stays at each update.
  ///   - debias: whether updates are corrected for the average's start at zero.
  ///   - dtype: the dtype that the average is kept in; the gradients', but at least float32, if left out.
  public static func ema(
    _ decay: Double, debias: Bool = true, accumulatorDtype dtype: DType? = nil
  ) -> GradientTransformation {
    GradientTransformation(initial: {
      OptimizerState(count: Tensor(Int32(0)), averages: [zeros($0, dtype: dtype)])
    }) { gradients, state, _ in
      let count = state.count + 1
      let averages = average(gradients, state.average(0, gradients), decay)
      let updates = debias ? corrected(averages, decay, count) : averages
      return (
        rounded(updates, to: gradients), OptimizerState(count: count, averages: [stored(averages, dtype)])
      )
    }
  }

  /// Updates with a share of the parameters added: weight decay (`optax.add_decayed_weights`).
  ///
  /// - Parameters:
  ///   - decay: the share, which a schedule may change.
  ///   - mask: which parameters decay, such as `{ path, _ in path.last == "kernel" }`; all if left out.
  public static func addDecayedWeights(_ decay: Schedule = 0, mask: Mask? = nil) -> GradientTransformation {
    let all = decay.constant.map { addWeights(Tensor($0)) } ?? addWeights(decay)
    return mask.map { masked(all, mask: $0) } ?? all
  }

  /// The same for the parameters for which `isDecayed` is true, such as `{ $0.ndim > 1 }` for kernels alone
  /// (`optax.add_decayed_weights`).
  public static func addDecayedWeights(
    _ decay: Schedule, mask isDecayed: @escaping @Sendable (_ param: Tensor) -> Bool
  ) -> GradientTransformation { addDecayedWeights(decay, mask: { isDecayed($1) }) }

  private static func addWeights(_ decay: Tensor) -> GradientTransformation {
    GradientTransformation { gradient, param in gradient + scaled(param, decay) }
  }

  private static func addWeights(_ decay: Schedule) -> GradientTransformation {
    GradientTransformation(initial: { _ in OptimizerState(count: Tensor(Int32(0))) }) {
      gradients, state, params in
      let share = decay(state.count)
      let updates = zip(gradients, params).map { $0 + scaled($1, share) }
      return (rounded(updates, to: gradients), OptimizerState(count: state.count + 1))
    }
  }

  /// Stochastic gradient descent, with momentum if given (`optax.sgd`).
  public static func sgd(
    learningRate: Schedule, momentum: Double? = nil, nesterov: Bool = false, accumulatorDtype: DType? = nil
  ) -> GradientTransformation {
    guard let momentum else { return .scaleByLearningRate(learningRate) }
    return .chain(
      .trace(momentum, nesterov: nesterov, accumulatorDtype: accumulatorDtype),
      .scaleByLearningRate(learningRate))
  }

  /// The sum of gradients of `k` updates, every `k` updates, and zeros between (`optax.apply_every`).
  public static func applyEvery(_ k: Int = 1) -> GradientTransformation {
    let k = Swift.max(k, 1)
    return GradientTransformation(initial: {
      OptimizerState(count: Tensor(Int32(0)), averages: [zeros($0)])
    }) { gradients, state, _ in
      let isFirst = state.count .== 0
      let sums = zip(gradients, state.average(0, gradients)).map { select(isFirst, 0, $1) + $0.accumulating }
      let isLast = state.count .== Tensor(k - 1)
      let updates = sums.map { select(isLast, $0, 0) }
      let next = remainder(state.count + 1, Tensor(k)).astype(.int32)
      return (rounded(updates, to: gradients), OptimizerState(count: next, averages: [sums]))
    }
  }

  /// Gradients without their mean over all axes but the first (`optax.centralize`; Yong et al., 2020); vectors as they are.
  public static func centralize() -> GradientTransformation {
    GradientTransformation { gradient, _ in
      guard gradient.ndim > 1 else { return gradient }
      let wide = gradient.accumulating
      return (wide - wide.mean(axis: Array(1..<gradient.ndim), keepdims: true)).astype(gradient.dtype)
    }
  }
}
