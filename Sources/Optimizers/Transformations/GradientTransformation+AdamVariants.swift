import Tensors

extension GradientTransformation {
  /// Averages of gradients divided by the root of how far gradients are from them (`optax.scale_by_belief`; Zhuang et
  /// al., 2020). The arguments are those of `scaleByAdam`.
  public static func scaleByBelief(
    b1: Double = 0.9, b2: Double = 0.999, eps epsilon: Double = 1e-16, epsRoot epsilonRoot: Double = 1e-16,
    nesterov: Bool = false
  ) -> GradientTransformation {
    moments { gradients, state, count in
      let first = average(gradients, state.average(0, gradients), b1)
      let errors = zip(gradients, first).map { $0.accumulating - $1 }
      let second = average(squares(errors), state.average(1, gradients), b2).map { $0 + Tensor(epsilonRoot) }
      let updates = scaled(
        firstMoments(first, gradients, b1, count, nesterov: nesterov), corrected(second, b2, count),
        inside: 0, outside: epsilon)
      return (updates, [first, second])
    }
  }

  /// AdaBelief (`optax.adabelief`; Zhuang et al., 2020).
  public static func adabelief(
    learningRate: Schedule, b1: Double = 0.9, b2: Double = 0.999, eps epsilon: Double = 1e-16,
    epsRoot epsilonRoot: Double = 1e-16, nesterov: Bool = false
  ) -> GradientTransformation {
    .chain(
      .scaleByBelief(b1: b1, b2: b2, eps: epsilon, epsRoot: epsilonRoot, nesterov: nesterov),
      .scaleByLearningRate(learningRate))
  }

  /// Adam whose average of squares changes by steps of the squares' size (`optax.scale_by_yogi`; Zaheer et al., 2018).
  public static func scaleByYogi(
    b1: Double = 0.9, b2: Double = 0.999, eps epsilon: Double = 1e-3, epsRoot epsilonRoot: Double = 0,
    initialAccumulatorValue initialAccumulator: Double = 1e-6
  ) -> GradientTransformation {
    moments(initial: initialAccumulator) { gradients, state, count in
      let first = average(gradients, state.average(0, gradients), b1)
      let second = zip(squares(gradients), state.average(1, gradients)).map { square, old in
        old - Tensor(1 - b2) * sign(old - square) * square
      }
      let updates = scaled(
        corrected(first, b1, count), corrected(second, b2, count), inside: epsilonRoot, outside: epsilon)
      return (updates, [first, second])
    }
  }

  /// Yogi (`optax.yogi`; Zaheer et al., 2018).
  public static func yogi(
    learningRate: Schedule, b1: Double = 0.9, b2: Double = 0.999, eps epsilon: Double = 1e-3
  ) -> GradientTransformation {
    .chain(.scaleByYogi(b1: b1, b2: b2, eps: epsilon), .scaleByLearningRate(learningRate))
  }

  /// Adam that scales by the squares only once their average can be trusted (`optax.scale_by_radam`; Liu et al., 2020).
  ///
  /// The arguments are those of `scaleByAdam`; `threshold` is the length of average that is enough.
  public static func scaleByRadam(
    b1: Double = 0.9, b2: Double = 0.999, eps epsilon: Double = 1e-8, epsRoot epsilonRoot: Double = 0,
    threshold: Double = 5, nesterov: Bool = false
  ) -> GradientTransformation {
    let longest = 2 / (1 - b2) - 1
    return moments { gradients, state, count in
      let first = average(gradients, state.average(0, gradients), b1)
      let second = average(squares(gradients), state.average(1, gradients), b2)
      let weight = power(Tensor(b2), count)
      let length = Tensor(longest) - 2 * count * weight / (1 - weight)
      let numerator = (length - 4) * (length - 2) * Tensor(longest)
      let rectification = sqrt(numerator / (Tensor((longest - 4) * (longest - 2)) * length))
      let means = firstMoments(first, gradients, b1, count, nesterov: nesterov)
      let steps = scaled(means, corrected(second, b2, count), inside: epsilonRoot, outside: epsilon)
      let isTrusted = length .>= Tensor(threshold)
      let updates = zip(steps, means).map { step, mean in
        select(isTrusted, rectification.astype(step.dtype) * step, mean)
      }
      return (updates, [first, second])
    }
  }

  /// Rectified Adam (`optax.radam`; Liu et al., 2020).
  public static func radam(
    learningRate: Schedule, b1: Double = 0.9, b2: Double = 0.999, eps epsilon: Double = 1e-8,
    epsRoot epsilonRoot: Double = 0, threshold: Double = 5, nesterov: Bool = false
  ) -> GradientTransformation {
    .chain(
      .scaleByRadam(
        b1: b1, b2: b2, eps: epsilon, epsRoot: epsilonRoot, threshold: threshold, nesterov: nesterov),
      .scaleByLearningRate(learningRate))
  }

  /// Adam that also averages how gradients change (`optax.scale_by_adan`; Xie et al., 2022).
  public static func scaleByAdan(
    b1: Double = 0.98, b2: Double = 0.92, b3: Double = 0.99, eps epsilon: Double = 1e-8,
    epsRoot epsilonRoot: Double = 0
  ) -> GradientTransformation {
    GradientTransformation(initial: { params in
      OptimizerState(
        count: Tensor(Int32(0)),
        averages: [zeros(params), zeros(params), zeros(params, ofSquares: true), zeros(params)])
    }) { gradients, state, _ in
      let (isFirst, count) = (state.count .== 0, state.count + 1)
      let wide = gradients.map(\.accumulating)
      let changes = zip(wide, state.average(3, gradients)).map { select(isFirst, 0, $0 - $1) }
      let first = average(wide, state.average(0, gradients), b1)
      let change = average(changes, state.average(1, gradients), b2)
      let ahead = zip(wide, changes).map { $0 + Tensor(1 - b2) * $1 }
      let second = average(squares(ahead), state.average(2, gradients), b3)
      let means = zip(corrected(first, b1, count), corrected(change, b2, count)).map { m, v in
        m + Tensor(1 - b2) * v
      }
      let updates = scaled(means, corrected(second, b3, count), inside: epsilonRoot, outside: epsilon)
      return (
        rounded(updates, to: gradients),
        OptimizerState(count: count, averages: [first, change, second, wide])
      )
    }
  }

  /// Adan (`optax.adan`; Xie et al., 2022).
  public static func adan(
    learningRate: Schedule, b1: Double = 0.98, b2: Double = 0.92, b3: Double = 0.99,
    eps epsilon: Double = 1e-8, epsRoot epsilonRoot: Double = 1e-8, weightDecay: Schedule = 0,
    mask: Mask? = nil
  ) -> GradientTransformation {
    .chain(
      .scaleByAdan(b1: b1, b2: b2, b3: b3, eps: epsilon, epsRoot: epsilonRoot),
      .addDecayedWeights(weightDecay, mask: mask), .scaleByLearningRate(learningRate))
  }

  /// A transformation with a count, an average of gradients, and one of squares.
  private static func moments(
    initial: Double = 0,
    _ step:
      @escaping @Sendable (_ gradients: [Tensor], _ state: OptimizerState, _ count: Tensor) -> (
        updates: [Tensor], averages: [[Tensor]]
      )
  ) -> GradientTransformation {
    GradientTransformation(initial: { params in
      OptimizerState(
        count: Tensor(Int32(0)), averages: [full(params, initial), full(params, initial, ofSquares: true)])
    }) { gradients, state, _ in
      let count = state.count + 1
      let (updates, averages) = step(gradients, state, count)
      return (rounded(updates, to: gradients), OptimizerState(count: count, averages: averages))
    }
  }
}
