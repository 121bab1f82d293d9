import Tensors

extension GradientTransformation {
  /// The first step size that a line search tries: 1, or the one found last.
  public enum InitialGuessStrategy: Sendable {
    case one, keep
  }

  /// Updates times a step size where the loss falls enough and its slope is small (`optax.scale_by_zoom_linesearch`;
  /// Nocedal and Wright, algorithms 3.5 and 3.6). `update` needs `value:` and `valueFn:`.
  ///
  /// The state's values are `learningRate`, the loss there, `value`, `decreaseError`, `curvatureError`, and
  /// `numLinesearchSteps`; its first average are the gradients there.
  ///
  /// - Parameters:
  ///   - maxLinesearchSteps: how many sizes are tried.
  ///   - maxLearningRate: the greatest size; none if left out.
  ///   - tol: by how much the conditions may be missed.
  ///   - increaseFactor: how sizes grow until an interval is found.
  ///   - slopeRtol: the share of the slope that the loss must fall by.
  ///   - curvRtol: the share of the slope at the start that it may have at the end.
  ///   - approxDecRtol: for losses of the start's this near, slopes say whether they fall; nil for never.
  ///   - stepsizePrecision: the least length of the interval.
  ///   - initialGuessStrategy: the size that is tried first.
  public static func scaleByZoomLinesearch(
    maxLinesearchSteps: Int, maxLearningRate: Double? = nil, tol: Double = 0, increaseFactor: Double = 2,
    slopeRtol: Double = 1e-4, curvRtol: Double = 0.9, approxDecRtol: Double? = 1e-6,
    stepsizePrecision: Double = 1e-5, initialGuessStrategy: InitialGuessStrategy = .keep
  ) -> GradientTransformation {
    let search = ZoomLineSearch(
      maxSteps: maxLinesearchSteps, maxStepsize: maxLearningRate, tolerance: tol,
      increaseFactor: increaseFactor, slopeRtol: slopeRtol, curvatureRtol: curvRtol,
      approximateDecreaseRtol: approxDecRtol, intervalThreshold: stepsizePrecision)
    return GradientTransformation.withExtraArgs(initial: { arguments in
      OptimizerState(
        averages: [zeros(arguments.params)],
        values: [
          "learningRate": Tensor(Float(1)), "value": Tensor(Float.infinity),
          "decreaseError": Tensor(Float.infinity), "curvatureError": Tensor(Float.infinity),
          "numLinesearchSteps": Tensor(Int32(0)),
        ])
    }) { updates, state, arguments in
      guard let loss = arguments.valueFn, let value = arguments.value, let slopes = arguments.grad else {
        return rejected(updates, state, arguments.missing("value:, valueFn:", "scaleByZoomLinesearch"))
      }
      let start = LinePoint(
        stepsize: Tensor(Float(0)), value: value.astype(.float32),
        slope: innerProduct(updates, slopes).astype(.float32))
      let guess = initialGuessStrategy == .one ? Tensor(Float(1)) : state.value("learningRate")
      let found = search(start, slopes.map(\.accumulating), guess: guess) { stepsize in
        let (value, gradients) = valueAndGrad(loss)(moved(arguments.params, stepsize, updates))
        let slope = innerProduct(gradients, updates)
        return (
          LinePoint(stepsize: stepsize, value: value.astype(.float32), slope: slope),
          gradients.map(\.accumulating)
        )
      }
      let rate = found.current.stepsize
      return (
        updates.map { scaled($0, rate) },
        OptimizerState(
          averages: [found.gradients],
          values: [
            "learningRate": rate, "value": found.current.value, "decreaseError": found.decreaseError,
            "curvatureError": found.curvatureError, "numLinesearchSteps": found.count,
          ])
      )
    }
  }
}
