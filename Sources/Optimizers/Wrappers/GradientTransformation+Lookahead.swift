import Tensors

extension GradientTransformation {
  /// An optimizer whose parameters are now and then moved back towards slow ones (`optax.lookahead`; Zhang et al., 2019).
  ///
  /// The parameters are the fast ones; the slow ones are in the state, `state.averages[0]`.
  ///
  /// - Parameters:
  ///   - fastOptimizer: the optimizer of the fast parameters.
  ///   - syncPeriod: after how many updates they meet.
  ///   - slowStepSize: how far the slow ones come, as a share of the way.
  ///   - resetState: whether the optimizer's state then begins anew.
  public static func lookahead(
    _ fastOptimizer: GradientTransformation, syncPeriod: Int, slowStepSize: Double, resetState: Bool = false
  ) -> GradientTransformation {
    guard syncPeriod > 0 else {
      return invalid("lookahead", "a period of \(syncPeriod) updates", expected: "a positive number")
    }
    return GradientTransformation(initialWith: { arguments in
      OptimizerState(
        count: Tensor(Int32(0)), averages: [copies(arguments.params)],
        parts: [fastOptimizer.initial(arguments)])
    }) { gradients, state, arguments in
      let result = fastOptimizer.step(gradients, state.part(0), arguments)
      let isSync = state.count .== Tensor(syncPeriod - 1)
      let slow = state.average(0, gradients)
      let fast = arguments.params.map(\.accumulating)
      let differences = zip(zip(fast, result.updates), slow).map { $0.0 + $0.1.accumulating - $1 }
      let updates = zip(result.updates, differences).map { update, difference in
        update.accumulating - select(isSync, Tensor(1 - slowStepSize) * difference, 0)
      }
      let moved = zip(slow, differences).map { $0 + select(isSync, Tensor(slowStepSize) * $1, 0) }
      let inner =
        resetState
        ? OptimizerState.selected(isSync, fastOptimizer.initial(arguments), result.state) : result.state
      return (
        rounded(updates, to: gradients),
        OptimizerState(
          count: select(isSync, 0, state.count + 1).astype(.int32), averages: [moved], parts: [inner])
      )
    }
  }

  /// Sharpness-aware minimization: gradients at the worst parameters nearby (`optax.contrib.sam`; Foret et al., 2021).
  ///
  ///     let optimizer = GradientTransformation.sam(
  ///       .sgd(learningRate: 0.1), .chain(.normalize(), .sgd(learningRate: 0.05)))
  ///
  /// Of `syncPeriod` updates all but the last move the parameters away; the last one brings them back, and on by the
  /// optimizer. In opaque mode one update does it all, and needs `value:` and `valueFn:`.
  ///
  /// - Parameters:
  ///   - optimizer: what is done with the gradients there.
  ///   - advOptimizer: goes away, along the gradients, and so has the sign of a descent.
  ///   - syncPeriod: the number of updates that belong together.
  ///   - resetState: whether the state of `advOptimizer` then begins anew.
  ///   - opaqueMode: whether one update does it all.
  public static func sam(
    _ optimizer: GradientTransformation, _ advOptimizer: GradientTransformation, syncPeriod: Int = 2,
    resetState: Bool = true, opaqueMode: Bool = false
  ) -> GradientTransformation {
    guard syncPeriod > 0 else {
      return invalid("sam", "a period of \(syncPeriod) updates", expected: "a positive number")
    }
    return opaqueMode
      ? opaqueSam(optimizer, advOptimizer, syncPeriod, resetState: resetState)
      : transparentSam(optimizer, advOptimizer, syncPeriod, resetState: resetState)
  }

  private static func transparentSam(
    _ optimizer: GradientTransformation, _ away: GradientTransformation, _ period: Int, resetState: Bool
  ) -> GradientTransformation {
    GradientTransformation(initialWith: { arguments in
      OptimizerState(
        count: Tensor(Int32(0)), averages: [copies(arguments.params)],
        parts: [optimizer.initial(arguments), away.initial(arguments)])
    }) { gradients, state, arguments in
      let isFirst = state.count .== 0
      let isLast = state.count .== Tensor(period - 1)
      let kept = state.average(0, gradients)
      let adverse = away.step(gradients, state.part(1), arguments)
      let descent = optimizer.step(gradients, state.part(0), arguments.with(rounded(kept, to: gradients)))
      let wide = arguments.params.map(\.accumulating)
      let back = zip(zip(kept, wide), descent.updates).map { $0.0 - $0.1 + $1.accumulating }
      let updates = zip(back, adverse.updates).map { select(isLast, $0, -$1.accumulating) }
      let reset = resetState ? away.initial(arguments) : state.part(1)
      let next = OptimizerState(
        count: select(isLast, 0, state.count + 1).astype(.int32),
        averages: [zip(wide, kept).map { select(isFirst, $0, $1) }],
        parts: [
          OptimizerState.selected(isLast, descent.state, state.part(0)),
          OptimizerState.selected(isLast, reset, adverse.state),
        ])
      return (rounded(updates, to: gradients), next)
    }
  }

  private static func opaqueSam(
    _ optimizer: GradientTransformation, _ away: GradientTransformation, _ period: Int, resetState: Bool
  ) -> GradientTransformation {
    GradientTransformation(initialWith: { arguments in
      OptimizerState(parts: [optimizer.initial(arguments), away.initial(arguments)])
    }) { gradients, state, arguments in
      guard let loss = arguments.valueFn else {
        return rejected(gradients, state, arguments.missing("valueFn:", "sam"))
      }
      var (there, current, adverse) = (arguments.params, gradients, state.part(1))
      for _ in 1..<period {
        let result = away.step(current, adverse, arguments.with(there))
        there = zip(there, result.updates).map { ($0 - $1).astype($0.dtype) }
        adverse = result.state
        current = grad(loss)(there)
      }
      let result = optimizer.step(current, state.part(0), arguments)
      return (
        result.updates,
        OptimizerState(parts: [result.state, resetState ? away.initial(arguments) : adverse])
      )
    }
  }
}
