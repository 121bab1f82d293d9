public import Tensors

extension GradientTransformation {
  /// An optimizer that needs no schedule: gradients are taken between its own parameters and their average
  /// (`optax.contrib.schedule_free`; Defazio et al., 2024).
  ///
  /// The average is what a model is used with: `scheduleFreeEvalParams(state, params)`.
  ///
  /// - Parameters:
  ///   - baseOptimizer: the optimizer, without momentum.
  ///   - learningRate: its learning rate, by which the average is weighted.
  ///   - b1: how near gradients are taken to the average.
  ///   - weightLrPower: the power of the greatest learning rate that a weight is.
  ///   - stateDtype: the dtype that the optimizer's own parameters are kept in; theirs, but at least float32, if left out.
  public static func scheduleFree(
    _ baseOptimizer: GradientTransformation, learningRate: Schedule, b1: Double = 0.9,
    weightLrPower: Double = 2, stateDtype: DType? = nil
  ) -> GradientTransformation {
    GradientTransformation(initialWith: { arguments in
      OptimizerState(
        count: Tensor(Int32(1)), averages: [copies(arguments.params, dtype: stateDtype)],
        values: ["b1": Tensor(Float(b1)), "weightSum": Tensor(Float(0)), "maxLr": Tensor(Float(0))],
        parts: [baseOptimizer.initial(arguments)])
    }) { gradients, state, arguments in
      let rate = maximum(state.value("maxLr"), learningRate(state.count)).astype(.float32)
      let weight = power(rate, Tensor(weightLrPower))
      let sum = state.value("weightSum") + weight
      let share = select(sum .== 0, 0, weight / select(sum .== 0, 1, sum))
      let result = baseOptimizer.step(gradients, state.part(0), arguments)
      let old = state.average(0, gradients).map(\.accumulating)
      let own = zip(old, result.updates).map { $0 + $1.accumulating }
      let updates = zip(zip(arguments.params, old), own).map { pair, new in
        let (param, before) = (pair.0.accumulating, pair.1)
        let mean = (param - Tensor(1 - b1) * before) / Tensor(b1)
        let moved = (1 - share) * mean + share * new
        return Tensor(b1) * moved + Tensor(1 - b1) * new - param
      }
      let next = OptimizerState(
        count: state.count + 1, averages: [stored(own, stateDtype)],
        values: ["b1": state.value("b1"), "weightSum": sum, "maxLr": rate], parts: [result.state])
      return (rounded(updates, to: gradients), next)
    }
  }

  /// Descent that needs no schedule (`optax.contrib.schedule_free_sgd`; Defazio et al., 2024), with a warmup and weight
  /// decay if given. The other arguments are those of `scheduleFree`.
  public static func scheduleFreeSgd(
    learningRate: Double = 1, warmupSteps: Int? = nil, b1: Double = 0.9, weightDecay: Double? = nil,
    weightLrPower: Double = 2, stateDtype: DType? = nil
  ) -> GradientTransformation {
    let rate = warmedUp(learningRate, warmupSteps)
    let decay = weightDecay.map { [addDecayedWeights(.constantSchedule($0))] } ?? []
    return scheduleFree(
      chain(decay + [sgd(learningRate: rate)]), learningRate: rate, b1: b1, weightLrPower: weightLrPower,
      stateDtype: stateDtype)
  }

  /// AdamW that needs no schedule (`optax.contrib.schedule_free_adamw`; Defazio et al., 2024).
  public static func scheduleFreeAdamw(
    learningRate: Double = 0.0025, warmupSteps: Int? = nil, b1: Double = 0.9, b2: Double = 0.999,
    eps epsilon: Double = 1e-8, weightDecay: Double = 0, weightLrPower: Double = 2, stateDtype: DType? = nil
  ) -> GradientTransformation {
    let rate = warmedUp(learningRate, warmupSteps)
    let base = chain(
      .scaleByRms(decay: b2, eps: epsilon, epsInSqrt: false, biasCorrection: true),
      .addDecayedWeights(.constantSchedule(weightDecay)), .scaleByLearningRate(rate))
    return scheduleFree(
      base, learningRate: rate, b1: b1, weightLrPower: weightLrPower, stateDtype: stateDtype)
  }

  private static func warmedUp(_ rate: Double, _ steps: Int?) -> Schedule {
    steps.map { .warmupConstantSchedule(initValue: 0, peakValue: rate, warmupSteps: $0) }
      ?? .constantSchedule(rate)
  }
}

/// The averaged parameters of `scheduleFree`, with which a model is used (`optax.contrib.schedule_free_eval_params`).
///
/// The state of another optimizer gives parameters that carry the error.
public func scheduleFreeEvalParams<Tree: TensorTree>(_ state: OptimizerState, _ params: Tree) -> Tree {
  let own = state.average(0, params.leaves)
  let b1 = state.value("b1")
  return params.unflatten(
    zip(params.leaves, own).map { param, own in
      ((param.accumulating - (1 - b1) * own.accumulating) / b1).astype(param.dtype)
    })
}
