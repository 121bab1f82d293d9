import Tensors

extension GradientTransformation {
  /// Gradients divided by the root of their averaged squares (`optax.scale_by_rms`).
  ///
  /// - Parameters:
  ///   - decay: how much of the average stays at each update.
  ///   - epsilon: what is added to the average.
  ///   - initialScale: what the average begins with.
  ///   - epsInSqrt: whether `eps` is added inside of the root.
  ///   - biasCorrection: whether the average is corrected for its start at zero.
  public static func scaleByRms(
    decay: Double = 0.9, eps epsilon: Double = 1e-8, initialScale: Double = 0, epsInSqrt: Bool = true,
    biasCorrection: Bool = false
  ) -> GradientTransformation {
    GradientTransformation(initial: { params in
      OptimizerState(
        count: biasCorrection ? Tensor(Int32(0)) : nil,
        averages: [full(params, initialScale, ofSquares: true)])
    }) { gradients, state, _ in
      let count = biasCorrection ? state.count + 1 : nil
      let second = average(squares(gradients), state.average(0, gradients), decay)
      let spread = count.map { corrected(second, decay, $0) } ?? second
      let updates = zip(gradients, spread).map {
        $0.accumulating * inverseRoot($1, epsilon, inside: epsInSqrt)
      }
      return (rounded(updates, to: gradients), OptimizerState(count: count, averages: [second]))
    }
  }

  /// Gradients divided by their averaged standard deviation (`optax.scale_by_stddev`). The arguments are those of
  /// `scaleByRms`.
  public static func scaleByStddev(
    decay: Double = 0.9, eps epsilon: Double = 1e-8, initialScale: Double = 0, epsInSqrt: Bool = true,
    biasCorrection: Bool = false
  ) -> GradientTransformation {
    GradientTransformation(initial: { params in
      OptimizerState(
        count: biasCorrection ? Tensor(Int32(0)) : nil,
        averages: [zeros(params), full(params, initialScale, ofSquares: true)])
    }) { gradients, state, _ in
      let count = biasCorrection ? state.count + 1 : nil
      let first = average(gradients, state.average(0, gradients), decay)
      let second = average(squares(gradients), state.average(1, gradients), decay)
      let means = count.map { corrected(first, decay, $0) } ?? first
      let spread = count.map { corrected(second, decay, $0) } ?? second
      let variances = zip(spread, means).map { $0 - $1.squaredSize }
      let updates = zip(gradients, variances).map {
        $0.accumulating * inverseRoot($1, epsilon, inside: epsInSqrt)
      }
      return (rounded(updates, to: gradients), OptimizerState(count: count, averages: [first, second]))
    }
  }

  private static func inverseRoot(_ value: Tensor, _ epsilon: Double, inside: Bool) -> Tensor {
    inside ? rsqrt(value + Tensor(epsilon)) : 1 / (sqrt(value) + Tensor(epsilon))
  }

  /// RMSProp (`optax.rmsprop`; Hinton, 2012).
  ///
  /// - Parameters:
  ///   - learningRate: the factor of updates.
  ///   - decay: how much of the average of squares stays at each update.
  ///   - epsilon: what is added to the average.
  ///   - initialScale: what the average begins with.
  ///   - epsInSqrt: whether `eps` is added inside of the root.
  ///   - centered: whether the averaged gradients' square is subtracted, so that it divides by the standard deviation.
  ///   - momentum: the decay of a sum of updates, if given.
  ///   - nesterov: whether that looks one update ahead.
  ///   - biasCorrection: whether averages are corrected for their start at zero.
  public static func rmsprop(
    learningRate: Schedule, decay: Double = 0.9, eps epsilon: Double = 1e-8, initialScale: Double = 0,
    epsInSqrt: Bool = true, centered: Bool = false, momentum: Double? = nil, nesterov: Bool = false,
    biasCorrection: Bool = false
  ) -> GradientTransformation {
    let scaling =
      centered
      ? scaleByStddev(
        decay: decay, eps: epsilon, initialScale: initialScale, epsInSqrt: epsInSqrt,
        biasCorrection: biasCorrection)
      : scaleByRms(
        decay: decay, eps: epsilon, initialScale: initialScale, epsInSqrt: epsInSqrt,
        biasCorrection: biasCorrection)
    let steps = [scaling, scaleByLearningRate(learningRate)]
    return chain(steps + (momentum.map { [trace($0, nesterov: nesterov)] } ?? []))
  }

  /// Gradients divided by the root of the sum of all their squares (`optax.scale_by_rss`; Duchi et al., 2011).
  public static func scaleByRss(
    initialAccumulatorValue initialAccumulator: Double = 0.1, eps epsilon: Double = 1e-7
  ) -> GradientTransformation {
    GradientTransformation(initial: {
      OptimizerState(averages: [full($0, initialAccumulator, ofSquares: true)])
    }) { gradients, state, _ in
      let sums = zip(squares(gradients), state.average(0, gradients)).map { $0 + $1 }
      let updates = zip(gradients, sums).map { gradient, sum in
        select(sum .> 0, rsqrt(sum + Tensor(epsilon)), 0) * gradient.accumulating
      }
      return (rounded(updates, to: gradients), OptimizerState(averages: [sums]))
    }
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

  /// Gradients in units of the averaged size of updates, so that no learning rate is needed
  /// (`optax.scale_by_adadelta`; Zeiler, 2012).
  public static func scaleByAdadelta(rho: Double = 0.9, eps epsilon: Double = 1e-6) -> GradientTransformation
  {
    GradientTransformation(initial: { params in
      OptimizerState(averages: [zeros(params, ofSquares: true), zeros(params, ofSquares: true)])
    }) { gradients, state, _ in
      let second = average(squares(gradients), state.average(0, gradients), rho)
      let sizes = state.average(1, gradients)
      let updates = zip(gradients, zip(second, sizes)).map { gradient, averages in
        let unit = sqrt(averages.1 + Tensor(epsilon)) / sqrt(averages.0 + Tensor(epsilon))
        return unit * gradient.accumulating
      }
      return (
        rounded(updates, to: gradients),
        OptimizerState(averages: [second, average(squares(updates), sizes, rho)])
      )
    }
  }

  /// Adadelta (`optax.adadelta`; Zeiler, 2012); with a factor if `learningRate` is given.
  public static func adadelta(
    learningRate: Schedule? = nil, rho: Double = 0.9, eps epsilon: Double = 1e-6, weightDecay: Schedule = 0,
    weightDecayMask: Mask? = nil
  ) -> GradientTransformation {
    .chain(
      .addDecayedWeights(weightDecay, mask: weightDecayMask), .scaleByAdadelta(rho: rho, eps: epsilon),
      learningRate.map { .scaleByLearningRate($0) } ?? .identity())
  }
}
