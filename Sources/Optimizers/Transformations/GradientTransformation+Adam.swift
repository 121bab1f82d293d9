public import Tensors

extension GradientTransformation {
  /// Gradients divided by the root of their averaged squares, both averages corrected for their start at zero
  /// (`optax.scale_by_adam`; Kingma and Ba, 2014).
  ///
  /// - Parameters:
  ///   - b1: how much of the average of gradients stays at each update.
  ///   - b2: the same for the average of squares.
  ///   - epsilon: what is added to the root.
  ///   - epsilonRoot: what is added inside of the root.
  ///   - muDtype: the dtype that the average of gradients is kept in; theirs, but at least float32, if left out.
  ///   - nesterov: whether the average looks one update ahead (Dozat, 2016).
  public static func scaleByAdam(
    b1: Double = 0.9, b2: Double = 0.999, eps epsilon: Double = 1e-8, epsRoot epsilonRoot: Double = 0,
    muDtype: DType? = nil, nesterov: Bool = false
  ) -> GradientTransformation {
    GradientTransformation(initial: { params in
      OptimizerState(
        count: Tensor(Int32(0)), averages: [zeros(params, dtype: muDtype), zeros(params, ofSquares: true)])
    }) { gradients, state, _ in
      let count = state.count + 1
      let first = average(gradients, state.average(0, gradients), b1)
      let second = average(squares(gradients), state.average(1, gradients), b2)
      let updates = scaled(
        firstMoments(first, gradients, b1, count, nesterov: nesterov), corrected(second, b2, count),
        inside: epsilonRoot, outside: epsilon)
      return (
        rounded(updates, to: gradients),
        OptimizerState(count: count, averages: [stored(first, muDtype), second])
      )
    }
  }

  /// Adam (`optax.adam`; Kingma and Ba, 2014). The arguments are those of `scaleByAdam`.
  public static func adam(
    learningRate: Schedule, b1: Double = 0.9, b2: Double = 0.999, eps epsilon: Double = 1e-8,
    epsRoot epsilonRoot: Double = 0, muDtype: DType? = nil, nesterov: Bool = false
  ) -> GradientTransformation {
    .chain(
      .scaleByAdam(b1: b1, b2: b2, eps: epsilon, epsRoot: epsilonRoot, muDtype: muDtype, nesterov: nesterov),
      .scaleByLearningRate(learningRate))
  }

  /// Adam that looks one update ahead (`optax.nadam`; Dozat, 2016).
  public static func nadam(
    learningRate: Schedule, b1: Double = 0.9, b2: Double = 0.999, eps epsilon: Double = 1e-8,
    epsRoot epsilonRoot: Double = 0, muDtype: DType? = nil
  ) -> GradientTransformation {
    adam(
      learningRate: learningRate, b1: b1, b2: b2, eps: epsilon, epsRoot: epsilonRoot, muDtype: muDtype,
      nesterov: true)
  }

  /// Adam with decoupled weight decay (`optax.adamw`; Loshchilov and Hutter, 2019).
  ///
  /// `mask` says which parameters decay, such as `{ path, _ in path.last == "kernel" }`; all if left out. The other
  /// arguments are those of `scaleByAdam`.
  public static func adamw(
    learningRate: Schedule, b1: Double = 0.9, b2: Double = 0.999, eps epsilon: Double = 1e-8,
    epsRoot epsilonRoot: Double = 0, muDtype: DType? = nil, weightDecay: Schedule = 1e-4, mask: Mask? = nil,
    nesterov: Bool = false
  ) -> GradientTransformation {
    .chain(
      .scaleByAdam(b1: b1, b2: b2, eps: epsilon, epsRoot: epsilonRoot, muDtype: muDtype, nesterov: nesterov),
      .addDecayedWeights(weightDecay, mask: mask), .scaleByLearningRate(learningRate))
  }

  /// Adam with decoupled weight decay of the parameters for which `isDecayed` is true, such as `{ $0.ndim > 1 }` for
  /// kernels alone (`optax.adamw`).
  public static func adamw(
    learningRate: Schedule, b1: Double = 0.9, b2: Double = 0.999, eps epsilon: Double = 1e-8,
    epsRoot epsilonRoot: Double = 0, muDtype: DType? = nil, weightDecay: Schedule = 1e-4,
    mask isDecayed: @escaping @Sendable (_ param: Tensor) -> Bool
  ) -> GradientTransformation {
    adamw(
      learningRate: learningRate, b1: b1, b2: b2, eps: epsilon, epsRoot: epsilonRoot, muDtype: muDtype,
      weightDecay: weightDecay, mask: { isDecayed($1) }, nesterov: false)
  }

  /// AdamW that looks one update ahead (`optax.nadamw`).
  public static func nadamw(
    learningRate: Schedule, b1: Double = 0.9, b2: Double = 0.999, eps epsilon: Double = 1e-8,
    epsRoot epsilonRoot: Double = 0, muDtype: DType? = nil, weightDecay: Schedule = 1e-4, mask: Mask? = nil
  ) -> GradientTransformation {
    adamw(
      learningRate: learningRate, b1: b1, b2: b2, eps: epsilon, epsRoot: epsilonRoot, muDtype: muDtype,
      weightDecay: weightDecay, mask: mask, nesterov: true)
  }

  /// Adam that divides by the root of the greatest average of squares so far (`optax.scale_by_amsgrad`; Reddi et al.,
  /// 2018).
  ///
  /// The arguments are those of `scaleByAdam`; `biasCorrectionMu` and `biasCorrectionNu` say whether each average is
  /// corrected for its start at zero.
  public static func scaleByAmsgrad(
    b1: Double = 0.9, b2: Double = 0.999, eps epsilon: Double = 1e-8, epsRoot epsilonRoot: Double = 0,
    muDtype: DType? = nil, biasCorrectionMu: Bool = true, biasCorrectionNu: Bool = true
  ) -> GradientTransformation {
    GradientTransformation(initial: { params in
      OptimizerState(
        count: Tensor(Int32(0)),
        averages: [
          zeros(params, dtype: muDtype), zeros(params, ofSquares: true), zeros(params, ofSquares: true),
        ])
    }) { gradients, state, _ in
      let count = state.count + 1
      let first = average(gradients, state.average(0, gradients), b1)
      let second = average(squares(gradients), state.average(1, gradients), b2)
      let candidates = biasCorrectionNu ? corrected(second, b2, count) : second
      let greatest = zip(state.average(2, gradients), candidates).map { maximum($0, $1) }
      let updates = scaled(
        biasCorrectionMu ? corrected(first, b1, count) : first, greatest, inside: epsilonRoot,
        outside: epsilon)
      return (
        rounded(updates, to: gradients),
        OptimizerState(count: count, averages: [stored(first, muDtype), second, greatest])
      )
    }
  }

  /// Adam that does not forget great gradients (`optax.amsgrad`; Reddi et al., 2018). The arguments are those of
  /// `scaleByAmsgrad`.
  public static func amsgrad(
    learningRate: Schedule, b1: Double = 0.9, b2: Double = 0.999, eps epsilon: Double = 1e-8,
    epsRoot epsilonRoot: Double = 0, muDtype: DType? = nil, biasCorrectionMu: Bool = true,
    biasCorrectionNu: Bool = true
  ) -> GradientTransformation {
    .chain(
      .scaleByAmsgrad(
        b1: b1, b2: b2, eps: epsilon, epsRoot: epsilonRoot, muDtype: muDtype,
        biasCorrectionMu: biasCorrectionMu, biasCorrectionNu: biasCorrectionNu),
      .scaleByLearningRate(learningRate))
  }

  /// Adam with the greatest size of gradients, decaying, in the place of the root of squares
  /// (`optax.scale_by_adamax`; Kingma and Ba, 2014).
  public static func scaleByAdamax(
    b1: Double = 0.9, b2: Double = 0.999, eps epsilon: Double = 1e-8
  ) -> GradientTransformation {
    GradientTransformation(initial: { params in
      OptimizerState(count: Tensor(Int32(0)), averages: [zeros(params), zeros(params, ofSquares: true)])
    }) { gradients, state, _ in
      let count = state.count + 1
      let first = average(gradients, state.average(0, gradients), b1)
      let greatest = zip(gradients, state.average(1, gradients)).map { gradient, old in
        maximum(abs(gradient.accumulating) + Tensor(epsilon), Tensor(b2) * old)
      }
      let updates = zip(corrected(first, b1, count), greatest).map { $0 / $1 }
      return (rounded(updates, to: gradients), OptimizerState(count: count, averages: [first, greatest]))
    }
  }

  /// Adam by the greatest size of gradients (`optax.adamax`; Kingma and Ba, 2014).
  public static func adamax(
    learningRate: Schedule, b1: Double = 0.9, b2: Double = 0.999, eps epsilon: Double = 1e-8
  ) -> GradientTransformation {
    .chain(.scaleByAdamax(b1: b1, b2: b2, eps: epsilon), .scaleByLearningRate(learningRate))
  }

  /// Adamax with decoupled weight decay of the parameters that `mask` chooses, all if left out (`optax.adamaxw`).
  public static func adamaxw(
    learningRate: Schedule, b1: Double = 0.9, b2: Double = 0.999, eps epsilon: Double = 1e-8,
    weightDecay: Schedule = 1e-4, mask: Mask? = nil
  ) -> GradientTransformation {
    .chain(
      .scaleByAdamax(b1: b1, b2: b2, eps: epsilon), .addDecayedWeights(weightDecay, mask: mask),
      .scaleByLearningRate(learningRate))
  }
}
