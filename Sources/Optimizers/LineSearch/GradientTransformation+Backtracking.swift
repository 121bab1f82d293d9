public import Tensors

extension GradientTransformation {
  /// Updates times the first of falling step sizes that makes the loss fall enough (`optax.scale_by_backtracking_linesearch`;
  /// Armijo's rule). `update` needs `value:` and `valueFn:`.
  ///
  /// The state's values are `learningRate`, the loss there, `value`, `decreaseError`, and `numLinesearchSteps`.
  ///
  /// - Parameters:
  ///   - maxBacktrackingSteps: how many sizes are tried.
  ///   - slopeRtol: the share of the slope that the loss must fall by.
  ///   - decreaseFactor: how sizes fall.
  ///   - increaseFactor: how much greater the first size is than the last one found.
  ///   - maxLearningRate: the greatest size.
  ///   - atol: by how much the rule may be missed.
  ///   - rtol: by which share of the loss.
  ///   - storeGrad: whether the gradients there are kept, as the state's first average, for `valueAndGradFromState`.
  public static func scaleByBacktrackingLinesearch(
    maxBacktrackingSteps: Int, slopeRtol: Double = 1e-4, decreaseFactor: Double = 0.8,
    increaseFactor: Double = 1.5, maxLearningRate: Double = 1, atol: Double = 0, rtol: Double = 0,
    storeGrad: Bool = false
  ) -> GradientTransformation {
    GradientTransformation.withExtraArgs(initial: { arguments in
      OptimizerState(
        averages: storeGrad ? [zeros(arguments.params)] : [],
        values: [
          "learningRate": Tensor(Float(1)), "value": Tensor(Float.infinity),
          "decreaseError": Tensor(Float.infinity), "numLinesearchSteps": Tensor(Int32(0)),
        ])
    }) { updates, state, arguments in
      guard let loss = arguments.valueFn, let value = arguments.value, let slopes = arguments.grad else {
        return rejected(
          updates, state, arguments.missing("value:, valueFn:", "scaleByBacktrackingLinesearch"))
      }
      let slope = innerProduct(slopes, updates)
      let wide = value.astype(.float32)
      let first = minimum(Tensor(increaseFactor) * state.value("learningRate"), Tensor(maxLearningRate))
      let initial = BacktrackingSearch(
        learningRate: first.astype(.float32), value: wide, decreaseError: Tensor(Float.infinity),
        stepCount: Tensor(Int32(0)))
      let found = whileLoop(initial) { search in
        .!(search.decreaseError .<= Tensor(atol)) .& (search.stepCount .<= Tensor(maxBacktrackingSteps))
      } body: { search in
        let shrunk = Tensor(decreaseFactor) * search.learningRate
        let rate = select(search.stepCount .> 0, shrunk, search.learningRate).astype(.float32)
        let new = loss(moved(arguments.params, rate, updates)).astype(.float32)
        let error = new - Tensor(1 + rtol) * wide - rate * Tensor(slopeRtol) * slope
        let missed = maximum(select(isnan(error), Tensor(Float.infinity), error), 0)
        return BacktrackingSearch(
          learningRate: rate, value: new, decreaseError: missed.astype(.float32),
          stepCount: (search.stepCount + 1).astype(.int32))
      }
      let rate = select(isinf(found.decreaseError), 0, found.learningRate).astype(.float32)
      let gradients =
        storeGrad ? [grad(loss)(moved(arguments.params, rate, updates)).map(\.accumulating)] : []
      return (
        updates.map { scaled($0, rate) },
        OptimizerState(
          averages: gradients,
          values: [
            "learningRate": rate, "value": found.value, "decreaseError": found.decreaseError,
            "numLinesearchSteps": found.stepCount,
          ])
      )
    }
  }

  /// Parameters moved by a step size along updates.
  static func moved(_ params: [Tensor], _ rate: Tensor, _ updates: [Tensor]) -> [Tensor] {
    zip(params, updates).map { ($0.accumulating + rate * $1.accumulating).astype($0.dtype) }
  }
}

/// Loss and gradients at the parameters, from the state if a line search has left them there
/// (`optax.value_and_grad_from_state`).
///
///     let (loss, gradients) = valueAndGradFromState(lossFunction)(params, state)
public func valueAndGradFromState<Tree: TensorTree>(
  _ valueFn: @escaping (Tree) -> Tensor
) -> (_ params: Tree, _ state: OptimizerState) -> (value: Tensor, gradients: Tree) {
  { params, state in
    guard let kept = state.keptLoss(params.leaves.count) else {
      let failure = Tensor(
        failure: TensorError(
          operation: "valueAndGradFromState", problem: "the state has no loss with its gradients",
          expected: "that of lbfgs, or of scaleByBacktrackingLinesearch(storeGrad: true)", module: nil))
      return (failure, map(params) { _ in failure })
    }
    let types = params.leaves.map(\.dtype)
    let result = cond(isfinite(kept.value)) {
      [kept.value] + zip(kept.gradients, types).map { $0.astype($1) }
    } else: {
      let (value, gradients) = valueAndGrad(valueFn)(params)
      return [value.astype(.float32)] + gradients.leaves
    }
    return (result.first ?? kept.value, params.unflatten(Array(result.dropFirst())))
  }
}

extension OptimizerState {
  /// The loss that a line search has found, with its gradients.
  fileprivate func keptLoss(_ count: Int) -> (value: Tensor, gradients: [Tensor])? {
    if let value = values["value"], let gradients = averages.first, gradients.count == count {
      return (value, gradients)
    }
    return parts.lazy.compactMap { $0.keptLoss(count) }.first
  }
}
