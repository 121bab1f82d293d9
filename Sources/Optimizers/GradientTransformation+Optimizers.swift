public import Tensors

extension GradientTransformation {
  /// Stochastic gradient descent, with momentum if given (`optax.sgd`).
  public static func sgd(
    learningRate: Schedule, momentum: Double? = nil, nesterov: Bool = false
  ) -> GradientTransformation {
    guard let momentum else { return .scaleByLearningRate(learningRate) }
    return .chain(.trace(momentum, nesterov: nesterov), .scaleByLearningRate(learningRate))
  }

  /// Adam (`optax.adam`; Kingma and Ba, 2014).
  public static func adam(
    learningRate: Schedule, b1: Double = 0.9, b2: Double = 0.999, eps epsilon: Double = 1e-8
  ) -> GradientTransformation {
    .chain(.scaleByAdam(b1: b1, b2: b2, eps: epsilon), .scaleByLearningRate(learningRate))
  }

  /// Adam with decoupled weight decay (`optax.adamw`; Loshchilov and Hutter, 2019).
  ///
  /// `mask` says which parameters decay, such as `{ $0.ndim > 1 }` for kernels alone; all if left out.
  public static func adamw(
    learningRate: Schedule, b1: Double = 0.9, b2: Double = 0.999, eps epsilon: Double = 1e-8,
    weightDecay: Double = 1e-4, mask isDecayed: @escaping @Sendable (_ param: Tensor) -> Bool = { _ in true }
  ) -> GradientTransformation {
    .chain(
      .scaleByAdam(b1: b1, b2: b2, eps: epsilon), .addDecayedWeights(weightDecay, mask: isDecayed),
      .scaleByLearningRate(learningRate))
  }

  /// RMSProp (`optax.rmsprop`).
  public static func rmsprop(learningRate: Schedule, decay: Double = 0.9, eps epsilon: Double = 1e-8)
    -> GradientTransformation
  {
    .chain(.scaleByRms(decay: decay, eps: epsilon), .scaleByLearningRate(learningRate))
  }

  /// Adagrad (`optax.adagrad`; Duchi et al., 2011).
  public static func adagrad(
    learningRate: Schedule, initialAccumulatorValue initialAccumulator: Double = 0.1,
    eps epsilon: Double = 1e-7
  ) -> GradientTransformation {
    .chain(
      .scaleByRss(initialAccumulatorValue: initialAccumulator, eps: epsilon),
      .scaleByLearningRate(learningRate))
  }

  /// Lion (`optax.lion`; Chen et al., 2023).
  public static func lion(
    learningRate: Schedule, b1: Double = 0.9, b2: Double = 0.99, weightDecay: Double = 1e-3
  ) -> GradientTransformation {
    .chain(.scaleByLion(b1: b1, b2: b2), .addDecayedWeights(weightDecay), .scaleByLearningRate(learningRate))
  }
}
