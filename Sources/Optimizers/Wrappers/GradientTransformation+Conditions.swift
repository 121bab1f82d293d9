public import Tensors

extension GradientTransformation {
  /// Whether all elements of all tensors are finite, a boolean scalar.
  static func areFinite(_ tensors: [Tensor]) -> Tensor {
    tensors.map { isfinite($0).all() }.reduce(Tensor.full([], true, dtype: .bool)) { $0 .& $1 }
  }

  /// A transformation that leaves out updates with NaN or infinities, so that one bad batch does no harm
  /// (`optax.apply_if_finite`).
  ///
  /// After more than `maxConsecutiveErrors` of them in a row they are applied. The state's values say how it goes:
  /// `notfiniteCount` in a row, `totalNotfinite`, and whether the last one was finite, `lastFinite`.
  public static func applyIfFinite(
    _ inner: GradientTransformation, maxConsecutiveErrors: Int
  ) -> GradientTransformation {
    GradientTransformation(initialWith: { arguments in
      OptimizerState(
        values: [
          "notfiniteCount": Tensor(Int32(0)), "totalNotfinite": Tensor(Int32(0)),
          "lastFinite": Tensor.full([], true, dtype: .bool),
        ], parts: [inner.initial(arguments)])
    }) { gradients, state, arguments in
      let isFinite = areFinite(gradients)
      let count = select(isFinite, 0, state.value("notfiniteCount") + 1).astype(.int32)
      let total = select(isFinite, state.value("totalNotfinite"), state.value("totalNotfinite") + 1)
      let isApplied = isFinite .| (count .> Tensor(maxConsecutiveErrors))
      let result = inner.step(gradients, state.part(0), arguments)
      return (
        result.updates.map { select(isApplied, $0, 0) },
        OptimizerState(
          values: ["notfiniteCount": count, "totalNotfinite": total.astype(.int32), "lastFinite": isFinite],
          parts: [OptimizerState.selected(isApplied, result.state, state.part(0))])
      )
    }
  }

  /// A transformation for the updates for which a condition on their number holds; others stay as they are
  /// (`optax.conditionally_transform`).
  public static func conditionallyTransform(
    _ inner: GradientTransformation, _ shouldTransform: @escaping @Sendable (_ step: Tensor) -> Tensor
  ) -> GradientTransformation { conditional(inner, shouldTransform) { $0 } }

  /// A transformation for the updates for which a condition on their number holds; others are zeros
  /// (`optax.conditionally_mask`).
  public static func conditionallyMask(
    _ inner: GradientTransformation, _ shouldTransform: @escaping @Sendable (_ step: Tensor) -> Tensor
  ) -> GradientTransformation { conditional(inner, shouldTransform) { .zerosLike($0) } }

  private static func conditional(
    _ inner: GradientTransformation, _ condition: @escaping @Sendable (Tensor) -> Tensor,
    otherwise: @escaping @Sendable (Tensor) -> Tensor
  ) -> GradientTransformation {
    GradientTransformation(initialWith: { arguments in
      OptimizerState(count: Tensor(Int32(0)), parts: [inner.initial(arguments)])
    }) { gradients, state, arguments in
      let holds = condition(state.count)
      let result = inner.step(gradients, state.part(0), arguments)
      return (
        zip(result.updates, gradients).map { select(holds, $0, otherwise($1)) },
        OptimizerState(
          count: state.count + 1, parts: [OptimizerState.selected(holds, result.state, state.part(0))])
      )
    }
  }

  /// Whether gradients are left out of a sum of `multiSteps`: of the gradients and the number of updates done to a
  /// boolean scalar.
  public typealias SkipCondition = @Sendable (_ gradients: [Tensor], _ gradientStep: Tensor) -> Tensor

  /// True of gradients with NaN or infinities, for `multiSteps` (`optax.skip_not_finite`).
  public static func skipNotFinite() -> SkipCondition { { gradients, _ in .!areFinite(gradients) } }

  /// True of gradients whose squared norm is not below `maxSquaredNorm`, for `multiSteps` (`optax.skip_large_updates`).
  public static func skipLargeUpdates(maxSquaredNorm: Double) -> SkipCondition {
    { gradients, _ in .!(squaredNorm(gradients) .< Tensor(maxSquaredNorm)) }
  }

  /// One update for the gradients of several steps, so that a batch may be larger than memory (`optax.MultiSteps`).
  ///
  /// Steps between updates give zeros. The state's values are `miniStep`, the gradients since the last update, and
  /// `gradientStep`, the updates done.
  ///
  /// - Parameters:
  ///   - inner: what is done with the gradients together.
  ///   - every: how many steps there are to an update, which may depend on the number of updates done.
  ///   - useGradMean: whether gradients are averaged, and not summed.
  ///   - shouldSkipUpdate: which gradients are left out; none if left out.
  ///   - dtype: the dtype in which gradients are kept.
  public static func multiSteps(
    _ inner: GradientTransformation, every: Schedule, useGradMean: Bool = true,
    shouldSkipUpdate: SkipCondition? = nil, accumulatorDtype dtype: DType? = nil
  ) -> GradientTransformation {
    GradientTransformation(initialWith: { arguments in
      OptimizerState(
        averages: [zeros(arguments.params, dtype: dtype)],
        values: ["miniStep": Tensor(Int32(0)), "gradientStep": Tensor(Int32(0))],
        parts: [inner.initial(arguments)])
    }) { gradients, state, arguments in
      let (step, updatesDone) = (state.value("miniStep"), state.value("gradientStep"))
      let isLast = step .>= every(updatesDone).astype(.int32) - 1
      let sums = zip(gradients, state.average(0, gradients)).map { gradient, sum in
        let (new, old) = (gradient.accumulating, sum.accumulating)
        return useGradMean ? old + (new - old) / (step + 1).astype(old.dtype) : old + new
      }
      let result = inner.step(rounded(sums, to: gradients), state.part(0), arguments)
      let next = OptimizerState(
        averages: [stored(sums.map { select(isLast, 0, $0) }, dtype)],
        values: [
          "miniStep": select(isLast, 0, step + 1).astype(.int32),
          "gradientStep": select(isLast, updatesDone + 1, updatesDone).astype(.int32),
        ],
        parts: [OptimizerState.selected(isLast, result.state, state.part(0))])
      let updates = result.updates.map { select(isLast, $0, 0) }
      guard let skip = shouldSkipUpdate?(gradients, updatesDone) else { return (updates, next) }
      return (updates.map { select(skip, 0, $0) }, OptimizerState.selected(skip, state, next))
    }
  }

  /// Gradients of a loss that was scaled up, so that small ones do not vanish in float16, scaled down again; the scale
  /// adapts (`flax.training.dynamic_scale.DynamicScale`).
  ///
  ///     let optimizer = GradientTransformation.dynamicLossScale(.adam(learningRate: 1e-3))
  ///     // In the training step:
  ///     let gradients = grad { loss($0) * optimizer.lossScale(state) }(params)
  ///
  /// Gradients with NaN or infinities give no updates and halve the scale; after `growthInterval` good ones it doubles.
  ///
  /// - Parameters:
  ///   - inner: what is done with the gradients.
  ///   - growthFactor: how the scale grows.
  ///   - backoffFactor: how it falls.
  ///   - growthInterval: after how many finite gradients it grows.
  ///   - initialScale: the scale at the beginning.
  ///   - minimumScale: the least scale.
  public static func dynamicLossScale(
    _ inner: GradientTransformation, growthFactor: Double = 2, backoffFactor: Double = 0.5,
    growthInterval: Int = 2000, scale initialScale: Double = 65536, minimumScale: Double = 1
  ) -> GradientTransformation {
    GradientTransformation(initialWith: { arguments in
      OptimizerState(
        values: ["lossScale": Tensor(Float(initialScale)), "finiteCount": Tensor(Int32(0))],
        parts: [inner.initial(arguments)])
    }) { gradients, state, arguments in
      let (scale, steps) = (state.value("lossScale"), state.value("finiteCount"))
      // Divided in float32: the scale is beyond float16.
      let wide = gradients.map { $0.accumulating / scale }
      let isFinite = areFinite(gradients)
      let result = inner.step(rounded(wide, to: gradients), state.part(0), arguments)
      let isDue = steps .>= Tensor(growthInterval -| 1)
      let grown = minimum(scale * Tensor(growthFactor), Tensor(Float.greatestFiniteMagnitude))
      let fallen = maximum(scale * Tensor(backoffFactor), Tensor(minimumScale))
      let values = [
        "lossScale": select(isFinite, select(isDue, grown, scale), fallen).astype(.float32),
        "finiteCount": select(isFinite .& .!isDue, steps + 1, 0).astype(.int32),
      ]
      return (
        result.updates.map { select(isFinite, $0, 0) },
        OptimizerState(
          values: values, parts: [OptimizerState.selected(isFinite, result.state, state.part(0))])
      )
    }
  }

  /// The factor for the loss that `dynamicLossScale` asks for; the error of a state that has none.
  public func lossScale(_ state: OptimizerState) -> Tensor {
    state.get("lossScale") ?? Tensor.failed(OptimizerState.foreign)
  }
}
