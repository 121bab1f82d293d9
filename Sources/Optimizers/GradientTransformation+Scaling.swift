public import Tensors

extension GradientTransformation {
  /// Updates times a constant (`optax.scale`).
  public static func scale(_ factor: Double) -> GradientTransformation {
    GradientTransformation { gradient, _ in Tensor(factor) * gradient }
  }

  /// Updates times minus the learning rate, which a schedule may change (`optax.scale_by_learning_rate`).
  public static func scaleByLearningRate(_ rate: Schedule) -> GradientTransformation {
    GradientTransformation(initial: { _ in OptimizerState(count: Tensor(Int32(0))) }) {
      gradients, state, _ in
      let factor = -rate(state.count)
      return (gradients.map { factor * $0 }, OptimizerState(count: state.count + 1))
    }
  }

  /// A decaying sum of gradients: momentum (`optax.trace`).
  public static func trace(_ decay: Double, nesterov: Bool = false) -> GradientTransformation {
    GradientTransformation(initial: { OptimizerState(averages: [zeros($0)]) }) { gradients, state, _ in
      let wide = gradients.map(\.accumulating)
      let sums = zip(wide, state.average(0, gradients)).map { $0 + Tensor(decay) * $1 }
      let updates = nesterov ? zip(wide, sums).map { $0 + Tensor(decay) * $1 } : sums
      return (rounded(updates, to: gradients), OptimizerState(averages: [sums]))
    }
  }

  /// Gradients divided by the root of their averaged squares, both averages corrected for their start at zero
  /// (`optax.scale_by_adam`; Kingma and Ba, 2014).
  public static func scaleByAdam(
    b1: Double = 0.9, b2: Double = 0.999, eps epsilon: Double = 1e-8, epsRoot epsilonRoot: Double = 0
  ) -> GradientTransformation {
    GradientTransformation(initial: { params in
      OptimizerState(count: Tensor(Int32(0)), averages: [zeros(params), zeros(params, ofSquares: true)])
    }) { gradients, state, _ in
      let count = state.count + 1
      let first = average(gradients, state.average(0, gradients), b1)
      let second = average(squares(gradients), state.average(1, gradients), b2)
      let (firstScale, secondScale) = (1 - power(Tensor(b1), count), 1 - power(Tensor(b2), count))
      let updates = zip(first, second).map { m, v in
        (m / firstScale.astype(m.dtype))
          / (sqrt(v / secondScale.astype(v.dtype) + Tensor(epsilonRoot)) + Tensor(epsilon))
      }
      return (rounded(updates, to: gradients), OptimizerState(count: count, averages: [first, second]))
    }
  }

  /// Gradients divided by the root of their averaged squares (`optax.scale_by_rms`).
  public static func scaleByRms(decay: Double = 0.9, eps epsilon: Double = 1e-8) -> GradientTransformation {
    GradientTransformation(initial: { OptimizerState(averages: [zeros($0, ofSquares: true)]) }) {
      gradients, state, _ in
      let second = average(squares(gradients), state.average(0, gradients), decay)
      let updates = zip(gradients, second).map { $0.accumulating * rsqrt($1 + Tensor(epsilon)) }
      return (rounded(updates, to: gradients), OptimizerState(averages: [second]))
    }
  }

  /// Gradients divided by the root of the sum of all their squares (`optax.scale_by_rss`; Duchi et al., 2011).
  public static func scaleByRss(
    initialAccumulatorValue initialAccumulator: Double = 0.1, eps epsilon: Double = 1e-7
  ) -> GradientTransformation {
    GradientTransformation(initial: { params in
      OptimizerState(averages: [
        params.map { .full($0.shape, Tensor(initialAccumulator), dtype: $0.dtype.accumulation.realPart) }
      ])
    }) { gradients, state, _ in
      let sums = zip(squares(gradients), state.average(0, gradients)).map { $0 + $1 }
      let updates = zip(gradients, sums).map { gradient, sum in
        select(sum .> 0, rsqrt(sum + Tensor(epsilon)), 0) * gradient.accumulating
      }
      return (rounded(updates, to: gradients), OptimizerState(averages: [sums]))
    }
  }

  /// The sign of an average of gradients (`optax.scale_by_lion`; Chen et al., 2023).
  public static func scaleByLion(b1: Double = 0.9, b2: Double = 0.99) -> GradientTransformation {
    GradientTransformation(initial: { OptimizerState(averages: [zeros($0)]) }) { gradients, state, _ in
      let updates = average(gradients, state.average(0, gradients), b1).map { sign($0) }
      let averages = average(gradients, state.average(0, gradients), b2)
      return (rounded(updates, to: gradients), OptimizerState(averages: [averages]))
    }
  }

  /// Updates times a factor that depends on the number of updates done (`optax.scale_by_schedule`).
  public static func scaleBySchedule(_ schedule: Schedule) -> GradientTransformation {
    scaleByLearningRate(Schedule { -schedule($0) })
  }

  /// Updates with a share of the parameters added: weight decay (`optax.add_decayed_weights`).
  ///
  /// - Parameters:
  ///   - decay: the share.
  ///   - isDecayed: which parameters decay, such as `{ $0.ndim > 1 }` for kernels alone; all if left out.
  public static func addDecayedWeights(
    _ decay: Double, mask isDecayed: @escaping @Sendable (_ param: Tensor) -> Bool = { _ in true }
  ) -> GradientTransformation {
    GradientTransformation { gradient, param in
      isDecayed(param) ? gradient + Tensor(decay) * param : gradient
    }
  }

  /// A transformation of some of the parameters; updates of the others stay as they are (`optax.masked`).
  ///
  /// For a choice by path split the params, `params.split { path, _ in … }`, and give each part an optimizer.
  ///
  /// - Parameters:
  ///   - inner: what is done with those parameters.
  ///   - isChosen: which they are, such as `{ $0.ndim > 1 }`; it cannot depend on values.
  public static func masked(
    _ inner: GradientTransformation, mask isChosen: @escaping @Sendable (_ param: Tensor) -> Bool
  ) -> GradientTransformation {
    GradientTransformation(initial: { inner.initial($0.filter(isChosen)) }) { gradients, state, params in
      let chosen = params.indices.filter { isChosen(params[$0]) }
      let result = inner.step(chosen.map { gradients[$0] }, state, chosen.map { params[$0] })
      var updates = gradients
      for (index, update) in zip(chosen, result.updates) { updates[index] = update }
      return (updates, result.state)
    }
  }

  /// Elements limited to the range from `-limit` to `limit` (`optax.clip`).
  public static func clip(_ limit: Double) -> GradientTransformation {
    GradientTransformation { gradient, _ in Tensors.clip(gradient, Tensor(-limit), Tensor(limit)) }
  }

  /// All gradients scaled together so that their common norm is at most `limit` (`optax.clip_by_global_norm`).
  public static func clipByGlobalNorm(_ limit: Double) -> GradientTransformation {
    GradientTransformation { gradients, state, _ in
      let norm = ScaledNorm(gradients)
      let isShort = norm.root * norm.scale .< Tensor(limit)
      let updates = gradients.map { gradient in
        // XLA would make one division of two, by a product that may be out of range.
        let shortened = gradient.accumulating * (1 / norm.scale) / norm.root * Tensor(limit)
        return select(isShort, gradient, shortened.astype(gradient.dtype))
      }
      return (updates, state)
    }
  }
}
