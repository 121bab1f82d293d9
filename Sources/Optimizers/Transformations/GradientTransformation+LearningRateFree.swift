import Tensors

extension GradientTransformation {
  /// Adam that estimates its learning rate by how far it has come (`optax.contrib.prodigy`; Mishchenko and Defazio, 2023).
  ///
  /// The state's value `estimLr` is the estimate.
  ///
  /// - Parameters:
  ///   - learningRate: a factor of the estimate.
  ///   - betas: how much of the averages of gradients and of squares stays.
  ///   - beta3: how much of the sums stays by which the rate is estimated; the root of the second of `betas` if left out.
  ///   - epsilon: what is added to the root.
  ///   - estimLr0: the estimate at the beginning, a small one.
  ///   - estimLrCoef: a factor of estimates.
  ///   - weightDecay: the share of parameters that is subtracted.
  ///   - safeguardWarmup: whether warmups do not count in the estimate.
  public static func prodigy(
    learningRate: Schedule = 1, betas: (Double, Double) = (0.9, 0.999), beta3: Double? = nil,
    eps epsilon: Double = 1e-8, estimLr0: Double = 1e-6, estimLrCoef: Double = 1, weightDecay: Double = 0,
    safeguardWarmup: Bool = false
  ) -> GradientTransformation {
    let beta3 = beta3 ?? betas.1.squareRoot()
    return GradientTransformation(initial: { params in
      OptimizerState(
        count: Tensor(Int32(0)),
        averages: [zeros(params), zeros(params, ofSquares: true), zeros(params), copies(params)],
        values: ["estimLr": Tensor(Float(estimLr0)), "numeratorWeighted": Tensor(Float(0))])
    }) { gradients, state, params in
      let count = state.count + 1
      let estimate = state.value("estimLr")
      let bias = sqrt(1 - power(Tensor(betas.1), count)) / (1 - power(Tensor(betas.0), count))
      let rate = estimate * learningRate(state.count) * bias
      let wide = gradients.map(\.accumulating)
      let weighted = wide.map { estimate * $0 }
      let start = state.average(3, gradients)
      let progress = innerProduct(wide, zip(start, params).map { $0 - $1.accumulating })
      let first = average(weighted, state.average(0, gradients), betas.0)
      let second = average(squares(weighted), state.average(1, gradients), betas.1)
      let step = (safeguardWarmup ? estimate : rate) / Tensor(estimLr0)
      let sums = zip(weighted, state.average(2, gradients)).map { Tensor(beta3) * $1 + step * $0 }
      let gain = estimate / Tensor(estimLr0) * rate * progress
      let numerator = Tensor(beta3) * state.value("numeratorWeighted") + gain
      let denominator = sums.map { abs($0).sum() }.reduce(Tensor(Float(0)), +)
      let next = maximum(estimate, Tensor(estimLrCoef) * numerator / denominator)
      let updates = zip(zip(first, second), params).map { moments, param in
        let decay = Tensor(-weightDecay) * rate * param.accumulating
        return decay - rate * moments.0 / (sqrt(moments.1) + next * Tensor(epsilon))
      }
      return (
        rounded(updates, to: gradients),
        OptimizerState(
          count: count, averages: [first, second, sums, start],
          values: ["estimLr": next, "numeratorWeighted": numerator])
      )
    }
  }

  /// AdamW that estimates its learning rate (`optax.contrib.dadapt_adamw`; Defazio and Mishchenko, 2023). The arguments
  /// are those of `prodigy`.
  public static func dadaptAdamw(
    learningRate: Schedule = 1, betas: (Double, Double) = (0.9, 0.999), eps epsilon: Double = 1e-8,
    estimLr0: Double = 1e-6, weightDecay: Double = 0
  ) -> GradientTransformation {
    let root = betas.1.squareRoot()
    return GradientTransformation(initial: { params in
      OptimizerState(
        count: Tensor(Int32(0)), averages: [zeros(params), zeros(params, ofSquares: true), zeros(params)],
        values: ["estimLr": Tensor(Float(estimLr0)), "numeratorWeighted": Tensor(Float(0))])
    }) { gradients, state, params in
      let count = state.count + 1
      let estimate = state.value("estimLr")
      let bias = sqrt(1 - power(Tensor(betas.1), count)) / (1 - power(Tensor(betas.0), count))
      let rate = estimate * learningRate(state.count) * bias
      let wide = gradients.map(\.accumulating)
      let (oldSecond, oldSums) = (state.average(1, gradients), state.average(2, gradients))
      let directions = zip(oldSums, oldSecond).map { $0 / (sqrt($1) + Tensor(epsilon)) }
      let progress = innerProduct(wide, directions)
      let first = average(wide.map { rate * $0 }, state.average(0, gradients), betas.0)
      let second = average(squares(wide), oldSecond, betas.1)
      let sums = average(wide.map { rate * $0 }, oldSums, root)
      let size = sums.map { abs($0).sum() }.reduce(Tensor(Float(0)), +)
      let gain = Tensor(1 - root) * rate * progress
      let numerator = Tensor(root) * state.value("numeratorWeighted") + gain
      let next = maximum(estimate, numerator / (Tensor(1 - root) * size))
      let updates = zip(zip(first, second), params).map { moments, param in
        Tensor(-weightDecay) * rate * param.accumulating - moments.0 / (sqrt(moments.1) + Tensor(epsilon))
      }
      return (
        rounded(updates, to: gradients),
        OptimizerState(
          count: count, averages: [first, second, sums],
          values: ["estimLr": next, "numeratorWeighted": numerator])
      )
    }
  }

  /// How far the first step of `scaleByDog` goes.
  public enum DogInitialStep: Sendable {
    /// A distance.
    case distance(Double)
    /// A learning rate.
    case learningRate(Double)
    /// A share of 1 and the parameters' norm.
    case heuristic(Double)
  }

  /// Gradients times the distance from the start over the root of the sum of squared norms (`optax.contrib.scale_by_dog`;
  /// Ivgi et al., 2023).
  public static func scaleByDog(
    _ initialStep: DogInitialStep, eps epsilon: Double = 1e-8
  ) -> GradientTransformation {
    GradientTransformation(initial: { params in
      let distance =
        switch initialStep {
        case .distance(let distance): Tensor(Float(distance))
        case .heuristic(let share): Tensor(share) * (1 + globalNorm(params))
        case .learningRate: Tensor(Float(0))
        }
      return OptimizerState(
        count: Tensor(Int32(0)), averages: [copies(params)],
        values: ["maxDist": distance.astype(.float32), "sumSqNormGrads": Tensor(Float(0))])
    }) { gradients, state, params in
      let start = state.average(0, gradients)
      let distance = globalNorm(zip(start, params).map { $0 - $1.accumulating })
      let greatest = maximum(state.value("maxDist"), distance)
      let sum = state.value("sumSqNormGrads") + squaredNorm(gradients)
      var rate = greatest / sqrt(sum + Tensor(epsilon))
      if case .learningRate(let first) = initialStep { rate = select(state.count .== 0, Tensor(first), rate) }
      return (
        gradients.map { scaled($0, rate) },
        OptimizerState(
          count: state.count + 1, averages: [start], values: ["maxDist": greatest, "sumSqNormGrads": sum])
      )
    }
  }

  /// Distance over gradients, which needs no learning rate (`optax.contrib.dog`; Ivgi et al., 2023).
  public static func dog(
    learningRate: Schedule = 1, initStep initialStep: DogInitialStep = .heuristic(1e-6),
    eps epsilon: Double = 1e-8, weightDecay: Schedule? = nil, mask: Mask? = nil
  ) -> GradientTransformation {
    .chain(
      weightDecay.map { addDecayedWeights($0, mask: mask) } ?? .identity(),
      .scaleByDog(initialStep, eps: epsilon), .scaleByLearningRate(learningRate))
  }

  /// Distance over weighted gradients (`optax.contrib.dowg`; Khaled et al., 2023).
  public static func dowg(
    learningRate: Schedule = 1, initEstimSqDist: Double? = nil, eps epsilon: Double = 1e-4,
    weightDecay: Schedule? = nil, mask: Mask? = nil
  ) -> GradientTransformation {
    let scaling = GradientTransformation(initial: { params in
      OptimizerState(
        averages: [copies(params)],
        values: [
          "estimSqDist": Tensor(Float(initEstimSqDist ?? epsilon)), "weightedSqNormGrads": Tensor(Float(0)),
        ])
    }) { gradients, state, params in
      let start = state.average(0, gradients)
      let distance = squaredNorm(zip(start, params).map { $0 - $1.accumulating })
      let greatest = maximum(state.value("estimSqDist"), distance)
      let sum = state.value("weightedSqNormGrads") + greatest * squaredNorm(gradients)
      let rate = greatest / (sqrt(sum) + Tensor(epsilon))
      return (
        gradients.map { scaled($0, rate) },
        OptimizerState(averages: [start], values: ["estimSqDist": greatest, "weightedSqNormGrads": sum])
      )
    }
    return .chain(
      weightDecay.map { addDecayedWeights($0, mask: mask) } ?? .identity(), scaling,
      .scaleByLearningRate(learningRate))
  }
}
