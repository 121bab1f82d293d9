public import Tensors

extension GradientTransformation {
  /// Elements limited to the range from `-limit` to `limit` (`optax.clip`).
  public static func clip(_ limit: Double) -> GradientTransformation {
    GradientTransformation { gradient, _ in Tensors.clip(gradient, Tensor(-limit), Tensor(limit)) }
  }

  /// All gradients scaled together so that their common norm is at most `limit` (`optax.clip_by_global_norm`).
  public static func clipByGlobalNorm(_ limit: Double) -> GradientTransformation {
    GradientTransformation { gradients, state, _ in
      let norm = ScaledNorm(gradients)
      let isShort = norm.root * norm.scale .< Tensor(limit)
      let updates = gradients.map { gradient in
        // XLA would make one division of two, by a product that may be out of range.
        let shortened = gradient.accumulating * (1 / norm.scale) / norm.root * Tensor(limit)
        return select(isShort, gradient, shortened.astype(gradient.dtype))
      }
      return (updates, state)
    }
  }

  /// Each tensor scaled so that its root mean square is at most `threshold` (`optax.clip_by_block_rms`; Shazeer and
  /// Stern, 2018).
  public static func clipByBlockRms(_ threshold: Double) -> GradientTransformation {
    GradientTransformation { gradient, _ in
      let wide = gradient.accumulating
      let excess = sqrt(wide.squaredSize.mean()) / Tensor(threshold)
      return (wide / maximum(1, excess)).astype(gradient.dtype)
    }
  }

  /// Each unit's gradients scaled so that their norm is at most a share of its parameters' (`optax.adaptive_grad_clip`;
  /// Brock et al., 2021).
  ///
  /// - Parameters:
  ///   - clipping: the share.
  ///   - epsilon: the least that parameters' norm counts as.
  ///   - axis: which axes the parameters of one unit lie along. If left out, all of a vector's, and all but the last of
  ///     2 to 5 axes' (but the first of 3's); tensors of more axes give updates that carry the error.
  public static func adaptiveGradClip(
    _ clipping: Double, eps epsilon: Double = 1e-3, axis: [Int]? = nil
  ) -> GradientTransformation {
    GradientTransformation { gradient, param in
      let wide = gradient.accumulating
      guard let axes = axis ?? unitAxes(wide.shape) else {
        return Tensor(
          failure: TensorError(
            operation: "adaptiveGradClip", problem: "a parameter has \(wide.ndim) axes",
            expected: "up to 5, or axis: for the axes of one unit", module: nil))
      }
      func norm(_ x: Tensor) -> Tensor { sqrt(x.accumulating.squaredSize.sum(axis: axes, keepdims: true)) }
      let (size, limit) = (norm(wide), Tensor(clipping) * maximum(norm(param), Tensor(epsilon)))
      let clipped = wide * (limit / maximum(size, 1e-6))
      return select(size .< limit, wide, clipped).astype(gradient.dtype)
    }
  }

  private static func unitAxes(_ shape: Shape) -> [Int]? {
    if shape.dimensions.filter({ $0 != 1 }).count <= 1 { return Array(shape.dimensions.indices) }
    switch shape.count {
    case 2, 3: return [0]
    case 4, 5: return Array(0..<shape.count - 1)
    default: return nil
    }
  }

  /// Gradients without NaN, which become 0 (`optax.zero_nans`). The state's averages say of which tensors there were any.
  public static func zeroNans() -> GradientTransformation {
    GradientTransformation(initial: { params in
      OptimizerState(averages: [params.map { _ in Tensor.full([], false, dtype: .bool) }])
    }) { gradients, _, _ in
      (
        gradients.map { select(isnan($0), 0, $0) },
        OptimizerState(averages: [gradients.map { isnan($0).any() }])
      )
    }
  }

  /// Updates that leave no parameter below 0 (`optax.keep_params_nonnegative`).
  public static func keepParamsNonnegative() -> GradientTransformation {
    GradientTransformation { update, param in select(param + update .< 0, -param.astype(update.dtype), update)
    }
  }

  /// All gradients scaled together so that their common norm is `scaleFactor` (`optax.normalize_by_update_norm`).
  public static func normalizeByUpdateNorm(
    scaleFactor: Double = 1, eps epsilon: Double = 1e-6
  ) -> GradientTransformation {
    GradientTransformation { gradients, state, _ in
      let factor = Tensor(scaleFactor) / (globalNorm(gradients) + Tensor(epsilon))
      return (gradients.map { scaled($0, factor) }, state)
    }
  }

  /// All gradients divided by their common norm (`optax.contrib.normalize`), as `sam` asks for.
  public static func normalize() -> GradientTransformation {
    GradientTransformation { gradients, state, _ in
      let factor = 1 / globalNorm(gradients)
      return (gradients.map { scaled($0, factor) }, state)
    }
  }

  /// Gradients with normal noise of the variance `eta / count^gamma` (`optax.add_noise`; Neelakantan et al., 2015).
  public static func addNoise(_ eta: Double, _ gamma: Double, key: Tensor) -> GradientTransformation {
    GradientTransformation(initial: { _ in
      OptimizerState(count: Tensor(Int32(0)), values: ["key": bitwiseCopy(key)])
    }) { gradients, state, _ in
      let count = state.count + 1
      let deviation = sqrt(Tensor(eta) / power(count.astype(.float32), Tensor(gamma)))
      let keys = Random.split(state.value("key"))
      let own = Random.split(keys[1], Swift.max(gradients.count, 1))
      let updates = gradients.enumerated().map { index, gradient in
        let noise = Random.normal(own[index], gradient.shape, dtype: gradient.dtype)
        return gradient + scaled(noise, deviation)
      }
      return (updates, OptimizerState(count: count, values: ["key": keys[0]]))
    }
  }

  /// Random keys in memory of their own, to be donated.
  private static func bitwiseCopy(_ key: Tensor) -> Tensor { key .| Tensor.zerosLike(key) }

  /// Stochastic gradient descent with noise (`optax.noisy_sgd`; Neelakantan et al., 2015).
  public static func noisySgd(
    learningRate: Schedule, eta: Double = 0.01, gamma: Double = 0.55, key: Tensor
  ) -> GradientTransformation {
    .chain(.addNoise(eta, gamma, key: key), .scaleByLearningRate(learningRate))
  }
}
