public import Tensors

extension GradientTransformation {
  /// Updates times the norm of their parameter over their own (`optax.scale_by_trust_ratio`; You et al., 2020); as they
  /// are where either is 0.
  ///
  /// - Parameters:
  ///   - minNorm: the least that a norm counts as.
  ///   - trustCoefficient: a factor.
  ///   - epsilon: what is added to the update's norm.
  public static func scaleByTrustRatio(
    minNorm: Double = 0, trustCoefficient: Double = 1, eps epsilon: Double = 0
  ) -> GradientTransformation {
    GradientTransformation { update, param in
      let (size, own) = (safeNorm(param, minNorm), safeNorm(update, minNorm))
      let isZero = (size .== 0) .| (own .== 0)
      let ratio = Tensor(trustCoefficient) * size / (select(isZero, 1, own) + Tensor(epsilon))
      return scaled(update, select(isZero, 1, ratio))
    }
  }

  /// Updates times the norm of their parameter, at least `minScale` (`optax.scale_by_param_block_norm`).
  public static func scaleByParamBlockNorm(minScale: Double = 1e-3) -> GradientTransformation {
    GradientTransformation { update, param in scaled(update, safeNorm(param, minScale)) }
  }

  /// Updates times the root mean square of their parameter, at least `minScale` (`optax.scale_by_param_block_rms`).
  public static func scaleByParamBlockRms(minScale: Double = 1e-3) -> GradientTransformation {
    GradientTransformation { update, param in scaled(update, safeRootMeanSquares(param, minScale)) }
  }

  /// LAMB: Adam by layers for large batches (`optax.lamb`; You et al., 2020). `mask` says which parameters decay.
  public static func lamb(
    learningRate: Schedule, b1: Double = 0.9, b2: Double = 0.999, eps epsilon: Double = 1e-6,
    epsRoot epsilonRoot: Double = 0, weightDecay: Schedule = 0, mask: Mask? = nil
  ) -> GradientTransformation {
    .chain(
      .scaleByAdam(b1: b1, b2: b2, eps: epsilon, epsRoot: epsilonRoot),
      .addDecayedWeights(weightDecay, mask: mask), .scaleByTrustRatio(), .scaleByLearningRate(learningRate))
  }

  /// LARS: momentum by layers for large batches (`optax.lars`; You et al., 2017).
  ///
  /// - Parameters:
  ///   - learningRate: the factor of updates.
  ///   - weightDecay: the share of parameters that is added to gradients.
  ///   - weightDecayMask: which parameters decay; all if left out.
  ///   - trustCoefficient: a factor of the ratio of norms.
  ///   - epsilon: what is added to the norm of gradients.
  ///   - trustRatioMask: which parameters are scaled by the ratio; all if left out.
  ///   - momentum: the decay of the sum of updates.
  ///   - nesterov: whether that looks one update ahead.
  public static func lars(
    learningRate: Schedule, weightDecay: Schedule = 0, weightDecayMask: Mask? = nil,
    trustCoefficient: Double = 1e-3, eps epsilon: Double = 0, trustRatioMask: Mask? = nil,
    momentum: Double = 0.9, nesterov: Bool = false
  ) -> GradientTransformation {
    let ratio = scaleByTrustRatio(trustCoefficient: trustCoefficient, eps: epsilon)
    return .chain(
      .addDecayedWeights(weightDecay, mask: weightDecayMask),
      trustRatioMask.map { masked(ratio, mask: $0) } ?? ratio, .scaleByLearningRate(learningRate),
      .trace(momentum, nesterov: nesterov))
  }

  /// Fromage: steps of a share of the parameters' norm (`optax.fromage`; Bernstein et al., 2020).
  public static func fromage(learningRate: Schedule, minNorm: Double = 1e-6) -> GradientTransformation {
    let factor: @Sendable (Tensor) -> Tensor = { 1 / sqrt(1 + square(learningRate($0))) }
    return .chain(
      .scaleByTrustRatio(minNorm: minNorm), .scaleByLearningRate(Schedule { factor($0) * learningRate($0) }),
      .addDecayedWeights(Schedule { factor($0) - 1 }))
  }

  /// Gradients divided by the averaged norm of each tensor's, with momentum and weight decay
  /// (`optax.scale_by_novograd`; Ginsburg et al., 2019).
  public static func scaleByNovograd(
    b1: Double = 0.9, b2: Double = 0.25, eps epsilon: Double = 1e-8, epsRoot epsilonRoot: Double = 0,
    weightDecay: Schedule = 0, muDtype: DType? = nil
  ) -> GradientTransformation {
    GradientTransformation(initial: { params in
      OptimizerState(
        count: Tensor(Int32(0)),
        averages: [
          zeros(params, dtype: muDtype),
          params.map { Tensor.zeros([], dtype: $0.dtype.accumulation.realPart) },
        ])
    }) { gradients, state, params in
      let (isFirst, count, share) = (state.count .== 0, state.count + 1, weightDecay(state.count))
      let sizes = squares(gradients).map { $0.sum() }
      let moved = average(sizes, state.average(1, gradients), b2)
      let second = zip(sizes, moved).map { select(isFirst, $0, $1) }
      let steps = zip(zip(gradients, params), second).map { pair, size in
        pair.0.accumulating / (sqrt(size + Tensor(epsilonRoot)) + Tensor(epsilon))
          + share * pair.1.accumulating
      }
      let first = zip(steps, state.average(0, gradients)).map { step, old in
        select(isFirst, step, Tensor(b1) * old.accumulating + step)
      }
      return (
        rounded(first, to: gradients),
        OptimizerState(count: count, averages: [stored(first, muDtype), second])
      )
    }
  }

  /// NovoGrad (`optax.novograd`; Ginsburg et al., 2019).
  public static func novograd(
    learningRate: Schedule, b1: Double = 0.9, b2: Double = 0.25, eps epsilon: Double = 1e-6,
    epsRoot epsilonRoot: Double = 0, weightDecay: Schedule = 0
  ) -> GradientTransformation {
    .chain(
      .scaleByNovograd(b1: b1, b2: b2, eps: epsilon, epsRoot: epsilonRoot, weightDecay: weightDecay),
      .scaleByLearningRate(learningRate))
  }
}
