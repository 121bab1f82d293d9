public import Tensors

// Optimizers of optax.contrib.
extension GradientTransformation {
  /// Adam that divides gradients by the squares before them (`optax.contrib.adopt`; Taniguchi et al., 2024).
  ///
  /// - Parameters:
  ///   - learningRate: the factor of updates.
  ///   - b1: how much of the average of gradients stays.
  ///   - b2: how much of the average of squares stays.
  ///   - epsilon: the least root that gradients are divided by.
  ///   - muDtype: the dtype that the average of gradients is kept in; theirs, but at least float32, if left out.
  ///   - nesterov: whether the average looks one update ahead.
  ///   - useClipping: whether quotients are limited to `count^0.25`.
  public static func adopt(
    learningRate: Schedule, b1: Double = 0.9, b2: Double = 0.9999, eps epsilon: Double = 1e-6,
    muDtype: DType? = nil, nesterov: Bool = false, useClipping: Bool = true
  ) -> GradientTransformation {
    let scaling = GradientTransformation(initial: { params in
      OptimizerState(
        count: Tensor(Int32(0)), averages: [zeros(params, dtype: muDtype), zeros(params, ofSquares: true)])
    }) { gradients, state, _ in
      let isFirst = state.count .== 0
      let old = state.average(1, gradients)
      let second = zip(squares(gradients), average(squares(gradients), old, b2)).map {
        select(isFirst, $0, $1)
      }
      let limit = power(state.count.astype(.float32), 0.25)
      let quotients = zip(gradients, old).map { gradient, square in
        let quotient = gradient.accumulating / maximum(sqrt(square), Tensor(epsilon))
        return useClipping ? Tensors.clip(quotient, -limit, limit) : quotient
      }
      func moved(_ averages: [Tensor]) -> [Tensor] {
        zip(averages, average(quotients, averages, b1)).map { select(isFirst, $0.accumulating, $1) }
      }
      let first = moved(state.average(0, gradients))
      return (
        rounded(nesterov ? moved(first) : first, to: gradients),
        OptimizerState(count: state.count + 1, averages: [stored(first, muDtype), second])
      )
    }
    return .chain(scaling, .scaleByLearningRate(learningRate))
  }

  /// Adam with a second, slow average of gradients (`optax.contrib.ademamix`; Pagliardini et al., 2024).
  ///
  /// - Parameters:
  ///   - learningRate: the factor of updates.
  ///   - b1: how much of the fast average stays.
  ///   - b2: how much of the average of squares stays.
  ///   - b3: how much of the slow average stays.
  ///   - alpha: how much the slow average counts.
  ///   - epsilon: what is added to the root.
  ///   - epsilonRoot: what is added inside of the root.
  ///   - weightDecay: the share of parameters that is subtracted.
  ///   - mask: which parameters decay; all if left out.
  public static func ademamix(
    learningRate: Schedule, b1: Double = 0.9, b2: Double = 0.999, b3: Schedule = 0.9999, alpha: Schedule = 5,
    eps epsilon: Double = 1e-8, epsRoot epsilonRoot: Double = 0, weightDecay: Schedule = 0, mask: Mask? = nil
  ) -> GradientTransformation {
    let scaling = GradientTransformation(initial: { params in
      OptimizerState(
        count: Tensor(Int32(0)), averages: [zeros(params), zeros(params), zeros(params, ofSquares: true)])
    }) { gradients, state, _ in
      let (count, stays, share) = (state.count + 1, b3(state.count), alpha(state.count))
      let fast = average(gradients, state.average(0, gradients), b1)
      let slow = zip(gradients, state.average(1, gradients)).map {
        (1 - stays) * $0.accumulating + stays * $1
      }
      let second = average(squares(gradients), state.average(2, gradients), b2)
      let means = zip(corrected(fast, b1, count), slow).map { $0 + share * $1 }
      let updates = scaled(means, corrected(second, b2, count), inside: epsilonRoot, outside: epsilon)
      return (rounded(updates, to: gradients), OptimizerState(count: count, averages: [fast, slow, second]))
    }
    return .chain(
      scaling, .addDecayedWeights(weightDecay, mask: mask), .scaleByLearningRate(learningRate))
  }

  /// AdEMAMix with one average (`optax.contrib.simplified_ademamix`; Morwani et al., 2025). The arguments are those of
  /// `ademamix`.
  public static func simplifiedAdemamix(
    learningRate: Schedule, b1: Double = 0.99, b2: Double = 0.95, alpha: Schedule = 0,
    eps epsilon: Double = 1e-8, epsRoot epsilonRoot: Double = 0, weightDecay: Schedule = 0, mask: Mask? = nil
  ) -> GradientTransformation {
    let scaling = GradientTransformation(initial: { params in
      OptimizerState(count: Tensor(Int32(0)), averages: [zeros(params), zeros(params, ofSquares: true)])
    }) { gradients, state, _ in
      let (count, share) = (state.count + 1, alpha(state.count))
      let wide = gradients.map(\.accumulating)
      let sums = zip(wide, state.average(0, gradients)).map { $0 + Tensor(b1) * $1 }
      let second = average(squares(gradients), state.average(1, gradients), b2)
      let updates = scaled(
        zip(sums, wide).map { $0 + share * $1 }, corrected(second, b2, count), inside: epsilonRoot,
        outside: epsilon)
      return (rounded(updates, to: gradients), OptimizerState(count: count, averages: [sums, second]))
    }
    return .chain(
      scaling, .addDecayedWeights(weightDecay, mask: mask), .scaleByLearningRate(learningRate))
  }

  /// Gradients divided by how far those before were from their average (`optax.contrib.acprop`; Zhuang et al., 2021).
  public static func acprop(
    learningRate: Schedule, b1: Double = 0.9, b2: Double = 0.999, eps epsilon: Double = 1e-16,
    epsRoot epsilonRoot: Double = 1e-16, weightDecay: Schedule = 0, mask: Mask? = nil
  ) -> GradientTransformation {
    let scaling = GradientTransformation(initial: { params in
      OptimizerState(count: Tensor(Int32(0)), averages: [zeros(params), zeros(params, ofSquares: true)])
    }) { gradients, state, _ in
      let isFirst = state.count .== 0
      let (means, old) = (state.average(0, gradients), state.average(1, gradients))
      let errors = zip(gradients, means).map { $0.accumulating - $1 }
      let second = average(squares(errors), old, b2).map { $0 + Tensor(epsilonRoot) }
      let spread = corrected(old, b2, maximum(state.count, 1)).map { select(isFirst, 1, $0) }
      let updates = scaled(gradients.map(\.accumulating), spread, inside: 0, outside: epsilon)
      return (
        rounded(updates, to: gradients),
        OptimizerState(count: state.count + 1, averages: [average(gradients, means, b1), second])
      )
    }
    return .chain(
      scaling, .addDecayedWeights(weightDecay, mask: mask), .scaleByLearningRate(learningRate))
  }

  /// Coin betting, which needs no learning rate (`optax.contrib.cocob`; Orabona and Tommasi, 2017).
  public static func cocob(
    learningRate: Schedule = 1, alpha: Double = 100, eps epsilon: Double = 1e-8, weightDecay: Schedule = 0,
    mask: Mask? = nil
  ) -> GradientTransformation {
    let scaling = GradientTransformation(initial: { params in
      OptimizerState(averages: [
        copies(params), zeros(params), full(params, epsilon, ofSquares: true), zeros(params, ofSquares: true),
        zeros(params, ofSquares: true),
      ])
    }) { gradients, state, params in
      let start = state.average(0, gradients)
      let wide = gradients.map(\.accumulating)
      let scales = zip(state.average(2, gradients), wide).map { maximum($0, abs($1)) }
      let sizes = zip(state.average(3, gradients), wide).map { $0 + abs($1) }
      let ways = zip(params, start).map { $0.accumulating - $1 }
      let rewards = zip(state.average(4, gradients), zip(wide, ways)).map { maximum($0 - $1.0 * $1.1, 0) }
      let sums = zip(state.average(1, gradients), wide).map { $0 - $1 }
      let updates = wide.indices.map { index in
        let (scale, size) = (scales[index], sizes[index])
        let bet = sums[index] / (scale * maximum(size + scale, Tensor(alpha) * scale))
        return bet * (scale + rewards[index]) - ways[index]
      }
      return (
        rounded(updates, to: gradients), OptimizerState(averages: [start, sums, scales, sizes, rewards])
      )
    }
    return .chain(
      .addDecayedWeights(weightDecay, mask: mask), .scaleByLearningRate(learningRate, flipSign: false),
      scaling)
  }

  /// Momentum by averages that count from the start (`optax.contrib.madgrad`; Defazio and Jelassi, 2021).
  public static func madgrad(
    learningRate: Schedule, momentum: Double = 0.9, weightDecay: Schedule = 0, eps epsilon: Double = 1e-6
  ) -> GradientTransformation {
    let scaling = GradientTransformation(initial: { params in
      OptimizerState(
        count: Tensor(Int32(0)),
        averages: [zeros(params, ofSquares: true), zeros(params), copies(params)])
    }) { gradients, state, params in
      let root = sqrt((state.count + 1).astype(.float32))
      let factor = (learningRate(state.count) + Tensor(epsilon)) * root
      let second = zip(squares(gradients), state.average(0, gradients)).map { factor * $0 + $1 }
      let sums = zip(gradients, state.average(1, gradients)).map { factor * $0.accumulating + $1 }
      let start = state.average(2, gradients)
      let updates = zip(zip(sums, second), zip(start, params)).map { sums, points in
        let target = points.0 - sums.0 / (cbrt(sums.1) + Tensor(epsilon))
        return Tensor(1 - momentum) * (target - points.1.accumulating)
      }
      return (
        rounded(updates, to: gradients),
        OptimizerState(count: state.count + 1, averages: [second, sums, start])
      )
    }
    return .chain(.addDecayedWeights(weightDecay), scaling)
  }
}
