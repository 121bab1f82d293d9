import Tensors

extension GradientTransformation {
  /// Descent with momentum whose learning rate is set by the loss (`optax.contrib.momo`; Schaipp et al., 2023). `update`
  /// needs `value:`, the loss.
  ///
  /// - Parameters:
  ///   - learningRate: the greatest learning rate.
  ///   - beta: how much of averages stays at each update.
  ///   - lowerBound: the least loss there is.
  ///   - weightDecay: the share of parameters that is subtracted.
  ///   - adaptLowerBound: whether the least loss is estimated, beginning with `lowerBound`.
  public static func momo(
    learningRate: Schedule = 1, beta: Double = 0.9, lowerBound: Double = 0, weightDecay: Double = 0,
    adaptLowerBound: Bool = false
  ) -> GradientTransformation {
    withExtraArgs(initial: { arguments in
      OptimizerState(
        count: Tensor(Int32(0)), averages: [zeros(arguments.params)], values: MomoBounds.initial(lowerBound))
    }) { gradients, state, arguments in
      let params = arguments.params
      let stays = select(state.count .== 0, 0, Tensor(beta))
      func moved(_ old: Tensor, _ new: Tensor) -> Tensor { stays * old + (1 - stays) * new }
      let loss = moved(state.value("barf"), arguments.value(for: "momo").astype(.float32))
      let first = zip(state.average(0, gradients), gradients).map { moved($0, $1.accumulating) }
      let gamma = moved(state.value("gamma"), innerProduct(gradients, params))
      let bounds = MomoBounds(
        loss: loss, gamma: gamma, product: innerProduct(first, params), norm: squaredNorm(first),
        rate: learningRate(state.count), bias: Tensor(1.0), weightDecay: weightDecay,
        least: Tensor(lowerBound))
      let bound = bounds.current(state.value("lb"), adapts: adaptLowerBound)
      let step = bounds.step(bound)
      let updates = zip(params, first).map { bounds.decay * $0.accumulating - step * $1 }
      let next = adaptLowerBound ? bounds.next(step) : bound
      return (
        rounded(updates, to: gradients),
        OptimizerState(
          count: state.count + 1, averages: [first], values: ["barf": loss, "gamma": gamma, "lb": next])
      )
    }
  }

  /// Adam whose learning rate is set by the loss (`optax.contrib.momo_adam`; Schaipp et al., 2023). `update` needs
  /// `value:`, the loss; the arguments are those of `momo` and `adam`.
  public static func momoAdam(
    learningRate: Schedule = 1e-2, b1: Double = 0.9, b2: Double = 0.999, eps epsilon: Double = 1e-8,
    lowerBound: Double = 0, weightDecay: Double = 0, adaptLowerBound: Bool = false
  ) -> GradientTransformation {
    withExtraArgs(initial: { arguments in
      OptimizerState(
        count: Tensor(Int32(0)),
        averages: [zeros(arguments.params), zeros(arguments.params, ofSquares: true)],
        values: MomoBounds.initial(lowerBound))
    }) { gradients, state, arguments in
      let (params, count) = (arguments.params, state.count + 1)
      func moved(_ old: Tensor, _ new: Tensor) -> Tensor { Tensor(b1) * old + Tensor(1 - b1) * new }
      let loss = moved(state.value("barf"), arguments.value(for: "momoAdam").astype(.float32))
      let first = average(gradients, state.average(0, gradients), b1)
      let second = average(squares(gradients), state.average(1, gradients), b2)
      let scales = corrected(second, b2, count).map { Tensor(epsilon) + sqrt($0) }
      let directions = zip(first, scales).map { $0 / $1 }
      let gamma = moved(state.value("gamma"), innerProduct(gradients, params))
      let bounds = MomoBounds(
        loss: loss, gamma: gamma, product: innerProduct(first, params), norm: innerProduct(first, directions),
        rate: learningRate(state.count), bias: 1 - power(Tensor(b1), count), weightDecay: weightDecay,
        least: Tensor(lowerBound))
      let bound = bounds.current(state.value("lb"), adapts: adaptLowerBound)
      let step = bounds.step(bound)
      let updates = zip(params, directions).map { bounds.decay * $0.accumulating - step * $1 }
      let next = adaptLowerBound ? bounds.next(step) : bound
      return (
        rounded(updates, to: gradients),
        OptimizerState(
          count: count, averages: [first, second], values: ["barf": loss, "gamma": gamma, "lb": next])
      )
    }
  }
}
