public import Tensors

extension GradientTransformation {
  /// What `scaleByLion` makes of its average: its sign, a smooth one, or its sign where it is 1 and more.
  public enum LionMode: Sendable {
    case hard, smooth, refined
  }

  /// The sign of an average of gradients (`optax.scale_by_lion`; Chen et al., 2023).
  ///
  /// - Parameters:
  ///   - b1: how much of the average counts in the update.
  ///   - b2: how much of the average stays at each update.
  ///   - muDtype: the dtype that the average is kept in; the gradients', but at least float32, if left out.
  ///   - mode: what is made of the average.
  ///   - smoothBeta: how steep the smooth sign is.
  public static func scaleByLion(
    b1: Double = 0.9, b2: Double = 0.99, muDtype: DType? = nil, mode: LionMode = .hard, smoothBeta: Double = 1
  ) -> GradientTransformation {
    GradientTransformation(initial: { OptimizerState(averages: [zeros($0, dtype: muDtype)]) }) {
      gradients, state, _ in
      let old = state.average(0, gradients)
      let updates = average(gradients, old, b1).map { mean in
        switch mode {
        case .hard: sign(mean)
        case .smooth: tanh(Tensor(smoothBeta) * mean)
        case .refined: select(abs(mean) .< 1, mean, sign(mean))
        }
      }
      return (
        rounded(updates, to: gradients),
        OptimizerState(averages: [stored(average(gradients, old, b2), muDtype)])
      )
    }
  }

  /// Lion (`optax.lion`; Chen et al., 2023). `mask` says which parameters decay; all if left out.
  public static func lion(
    learningRate: Schedule, b1: Double = 0.9, b2: Double = 0.99, muDtype: DType? = nil,
    weightDecay: Schedule = 1e-3, mask: Mask? = nil
  ) -> GradientTransformation {
    .chain(
      .scaleByLion(b1: b1, b2: b2, muDtype: muDtype), .addDecayedWeights(weightDecay, mask: mask),
      .scaleByLearningRate(learningRate))
  }

  /// The signs of gradients (`optax.scale_by_sign`).
  public static func scaleBySign() -> GradientTransformation {
    GradientTransformation { gradient, _ in sign(gradient) }
  }

  /// Descent by the gradients' signs (`optax.sign_sgd`; Bernstein et al., 2018).
  public static func signSgd(learningRate: Schedule) -> GradientTransformation {
    .chain(.scaleBySign(), .scaleByLearningRate(learningRate))
  }

  /// Descent by the signs of averaged gradients (`optax.signum`; Bernstein et al., 2018).
  public static func signum(
    learningRate: Schedule, beta: Double = 0.9, accumulatorDtype: DType? = nil
  ) -> GradientTransformation {
    .chain(
      .ema(beta, debias: false, accumulatorDtype: accumulatorDtype), .scaleBySign(),
      .scaleByLearningRate(learningRate))
  }

  /// Steps of sizes of their own, which grow while gradients keep their signs (`optax.scale_by_rprop`; Riedmiller and
  /// Braun, 1993).
  ///
  /// As in optax, an update is the step of the gradients before, so that the first one is 0; a step is left out where the
  /// gradient has changed its sign since.
  ///
  /// - Parameters:
  ///   - learningRate: the sizes at the beginning.
  ///   - etaMinus: the factor where a gradient has changed its sign.
  ///   - etaPlus: the factor where it has not.
  ///   - minStepSize: the least size.
  ///   - maxStepSize: the greatest size.
  public static func scaleByRprop(
    learningRate: Double, etaMinus: Double = 0.5, etaPlus: Double = 1.2, minStepSize: Double = 1e-6,
    maxStepSize: Double = 50
  ) -> GradientTransformation {
    GradientTransformation(initial: { params in
      OptimizerState(averages: [full(params, learningRate), zeros(params)])
    }) { gradients, state, _ in
      let wide = gradients.map(\.accumulating)
      let signs = zip(wide, state.average(1, gradients)).map { $0 * $1 }
      let sizes = zip(signs, state.average(0, gradients)).map { sign, size in
        let changed = size * select(sign .> 0, Tensor(etaPlus), Tensor(etaMinus))
        return select(sign .== 0, size, Tensors.clip(changed, Tensor(minStepSize), Tensor(maxStepSize)))
      }
      let steps = zip(signs, zip(wide, sizes)).map { product, step in
        select(product .< 0, 0, step.1 * sign(step.0))
      }
      let updates = zip(signs, state.average(1, gradients)).map { product, before in
        select(product .< 0, 0, before)
      }
      return (rounded(updates, to: gradients), OptimizerState(averages: [sizes, steps]))
    }
  }

  /// Rprop, for gradients of all data (`optax.rprop`; Riedmiller and Braun, 1993). The arguments are those of
  /// `scaleByRprop`.
  public static func rprop(
    learningRate: Double, etaMinus: Double = 0.5, etaPlus: Double = 1.2, minStepSize: Double = 1e-6,
    maxStepSize: Double = 50
  ) -> GradientTransformation {
    .chain(
      .scaleByRprop(
        learningRate: learningRate, etaMinus: etaMinus, etaPlus: etaPlus, minStepSize: minStepSize,
        maxStepSize: maxStepSize),
      .scale(-1))
  }
}
