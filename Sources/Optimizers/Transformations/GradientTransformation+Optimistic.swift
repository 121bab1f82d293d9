public import Tensors

extension GradientTransformation {
  /// `(alpha + beta) · gradient - beta · the one before` (`optax.scale_by_optimistic_gradient`; Mokhtari et al., 2019),
  /// for games of two players.
  public static func scaleByOptimisticGradient(alpha: Schedule = 1, beta: Schedule = 1)
    -> GradientTransformation
  {
    GradientTransformation(initial: { params in
      OptimizerState(count: Tensor(Int32(0)), averages: [zeros(params)])
    }) { gradients, state, _ in
      let wide = gradients.map(\.accumulating)
      let (a, b, isFirst) = (alpha(state.count), beta(state.count), state.count .== 0)
      let updates = zip(wide, state.average(0, gradients)).map { gradient, old in
        (a + b) * gradient - b * select(isFirst, gradient, old)
      }
      return (
        rounded(updates, to: gradients), OptimizerState(count: state.count + 1, averages: [wide])
      )
    }
  }

  /// Descent with a look at the gradient before (`optax.optimistic_gradient_descent`; Mokhtari et al., 2019).
  public static func optimisticGradientDescent(
    learningRate: Schedule, alpha: Schedule = 1, beta: Schedule = 1
  ) -> GradientTransformation {
    .chain(.scaleByOptimisticGradient(alpha: alpha, beta: beta), .scaleByLearningRate(learningRate))
  }

  /// Adam with a look at the update before (`optax.optimistic_adam_v2`; Daskalakis et al., 2017). The other arguments are
  /// those of `scaleByAdam`.
  public static func optimisticAdamV2(
    learningRate: Schedule, alpha: Schedule = 1, beta: Schedule = 1, b1: Double = 0.9, b2: Double = 0.999,
    eps epsilon: Double = 1e-8, epsRoot epsilonRoot: Double = 0, muDtype: DType? = nil, nesterov: Bool = true
  ) -> GradientTransformation {
    .chain(
      .scaleByAdam(b1: b1, b2: b2, eps: epsilon, epsRoot: epsilonRoot, muDtype: muDtype, nesterov: nesterov),
      .scaleByOptimisticGradient(alpha: alpha, beta: beta), .scaleByLearningRate(learningRate))
  }

  /// Adam with a look at the update before, which counts `optimism`, the learning rate if left out
  /// (`optax.optimistic_adam`; Daskalakis et al., 2017).
  public static func optimisticAdam(
    learningRate: Schedule, optimism: Schedule? = nil, b1: Double = 0.9, b2: Double = 0.999,
    eps epsilon: Double = 1e-8, epsRoot epsilonRoot: Double = 0, muDtype: DType? = nil, nesterov: Bool = true
  ) -> GradientTransformation {
    optimisticAdamV2(
      learningRate: 1, alpha: learningRate, beta: optimism ?? learningRate, b1: b1, b2: b2, eps: epsilon,
      epsRoot: epsilonRoot, muDtype: muDtype, nesterov: nesterov)
  }

  /// Updates times Polyak's step size, the loss over the squared norm of gradients (`optax.scale_by_polyak`; Loizou et
  /// al., 2021). `update` needs `value:`, the loss.
  ///
  /// - Parameters:
  ///   - fMin: the least loss there is.
  ///   - maxLearningRate: the greatest step size.
  ///   - epsilon: what is added to the squared norm.
  ///   - nonnegative: whether losses below `fMin` count as it (the variant `sps+`).
  public static func scaleByPolyak(
    fMin: Double = 0, maxLearningRate: Double = 1, eps epsilon: Double = 0, nonnegative: Bool = false
  ) -> GradientTransformation {
    GradientTransformation.withExtraArgs { updates, state, arguments in
      let norm = squaredNorm(updates) + Tensor(epsilon)
      let difference = arguments.value(for: "scaleByPolyak").accumulating - Tensor(fMin)
      let gap = nonnegative ? maximum(difference, 0) : difference
      let isFlat = norm .<= Tensor(Double(Float.ulpOfOne))
      let step = select(isFlat, 0, minimum(gap / select(isFlat, 1, norm), Tensor(maxLearningRate)))
      return (updates.map { scaled($0, step) }, state)
    }
  }

  /// Descent with Polyak's step size (`optax.polyak_sgd`; Loizou et al., 2021). `update` needs `value:`, the loss; the
  /// arguments are those of `scaleByPolyak`.
  public static func polyakSgd(
    maxLearningRate: Double = 1, scaling: Schedule = 1, fMin: Double = 0, eps epsilon: Double = 0,
    nonnegative: Bool = false
  ) -> GradientTransformation {
    .chain(
      .sgd(learningRate: scaling),
      .scaleByPolyak(fMin: fMin, maxLearningRate: maxLearningRate, eps: epsilon, nonnegative: nonnegative))
  }

  /// The learning rate times a factor that falls when the loss no longer does (`optax.contrib.reduce_on_plateau`).
  /// `update` needs `value:`, the loss.
  ///
  /// - Parameters:
  ///   - factor: what the scale is multiplied by.
  ///   - patience: after how many averages without a better one.
  ///   - rtol: by which share of the best a loss must be better.
  ///   - atol: by how much.
  ///   - cooldown: how many averages are left alone after a reduction.
  ///   - accumulationSize: how many losses are averaged.
  ///   - minScale: the least scale.
  public static func reduceOnPlateau(
    factor: Double = 0.1, patience: Int = 10, rtol: Double = 1e-4, atol: Double = 0, cooldown: Int = 0,
    accumulationSize: Int = 1, minScale: Double = 0
  ) -> GradientTransformation {
    guard factor > 0, factor < 1, rtol >= 0, atol >= 0, rtol + atol > 0, rtol <= 1, accumulationSize > 0
    else {
      return invalid(
        "reduceOnPlateau",
        "factor \(factor), rtol \(rtol), atol \(atol), accumulationSize \(accumulationSize)",
        expected:
          "a factor between 0 and 1, tolerances that are not negative nor both 0, rtol up to 1, a positive size"
      )
    }
    return GradientTransformation.withExtraArgs(initial: { _ in
      OptimizerState(values: [
        "scale": Tensor(Float(1)), "bestValue": Tensor(Float.infinity), "plateauCount": Tensor(Int32(0)),
        "cooldownCount": Tensor(Int32(0)), "count": Tensor(Int32(0)), "avgValue": Tensor(Float(0)),
      ])
    }) { updates, state, arguments in
      let value = arguments.value(for: "reduceOnPlateau").astype(.float32)
      let count = state.value("count") + 1
      let average = (state.value("count") * state.value("avgValue") + value) / count
      let isFull = count .== Tensor(accumulationSize)
      let best = state.value("bestValue")
      let improved = average .< Tensor(1 - rtol) * best - Tensor(atol)
      let plateau = select(improved, 0, state.value("plateauCount") + 1)
      let isCooling = state.value("cooldownCount") .> 0
      let isReached = (plateau .== Tensor(patience)) .& .!isCooling
      let scale = state.value("scale")
      let reduced = select(isReached, scale * Tensor(factor), scale)
      let next = [
        "scale": select(isCooling, scale, maximum(reduced, Tensor(minScale))),
        "bestValue": select(improved, average, best),
        "plateauCount": select(isCooling .| isReached, 0, plateau),
        "cooldownCount": select(
          isCooling, state.value("cooldownCount") - 1, select(isReached, Tensor(Int32(clamping: cooldown)), 0)
        ),
        "count": Tensor(Int32(0)), "avgValue": Tensor(Float(0)),
      ]
      var values = state.values
      values["count"] = count
      values["avgValue"] = average
      for (name, value) in next {
        values[name] = select(isFull, value, values[name] ?? value).astype(state.value(name).dtype)
      }
      let factor = values["scale"] ?? scale
      return (updates.map { scaled($0, factor) }, OptimizerState(values: values))
    }
  }
}
