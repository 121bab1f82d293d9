public import Tensors

extension GradientTransformation {
  /// Hyperparameters by name, as schedules for the transformation that is made with them.
  public struct Hyperparams: Sendable {
    let values: [String: Tensor]

    /// The hyperparameter of a name; one that carries an error if there is none.
    public subscript(name: String) -> Schedule {
      guard let value = values[name] else {
        return .invalid(
          "injectHyperparams", "there is no hyperparameter '\(name)'",
          expected: "one of \(values.keys.sorted().joined(separator: ", "))")
      }
      return Schedule { _ in value }
    }
  }

  /// A transformation whose hyperparameters are in its state, where they are seen and changed
  /// (`optax.inject_hyperparams`):
  ///
  ///     let optimizer = GradientTransformation.injectHyperparams(["learningRate": 0.1]) {
  ///       .adam(learningRate: $0["learningRate"])
  ///     }
  ///     var state = optimizer.initialState(params)
  ///     try state.set("learningRate", Tensor(0.01))
  ///     print(state.get("learningRate"))
  ///
  /// What is a number stays as it is in the state; what is a schedule is computed at each update.
  ///
  /// - Parameters:
  ///   - hyperparams: numbers and schedules by name.
  ///   - inner: makes the transformation of their values.
  public static func injectHyperparams(
    _ hyperparams: [String: Schedule], _ inner: @escaping @Sendable (Hyperparams) -> GradientTransformation
  ) -> GradientTransformation {
    @Sendable func values(_ count: Tensor, _ known: [String: Tensor]) -> [String: Tensor] {
      var values: [String: Tensor] = [:]
      for (name, schedule) in hyperparams {
        let isKept = schedule.constant != nil
        values[name] =
          isKept ? known[name] ?? schedule(count).astype(.float32) : schedule(count).astype(.float32)
      }
      return values
    }
    return GradientTransformation(initialWith: { arguments in
      let initial = values(Tensor(Int32(0)), [:])
      return OptimizerState(
        count: Tensor(Int32(0)), values: initial,
        parts: [inner(Hyperparams(values: initial)).initial(arguments)])
    }) { gradients, state, arguments in
      let current = values(state.count, state.values)
      let result = inner(Hyperparams(values: current)).step(gradients, state.part(0), arguments)
      return (
        result.updates, OptimizerState(count: state.count + 1, values: current, parts: [result.state])
      )
    }
  }

  /// Updates as they are, with a measurement of them in the state: `state.get("norm")` (`optax.snapshot`).
  public static func snapshot(
    _ name: String, _ measure: @escaping @Sendable (_ updates: [Tensor]) -> Tensor
  ) -> GradientTransformation { monitor([name: measure]) }

  /// Updates as they are, with measurements of them in the state (`optax.monitor`):
  /// `.monitor(["norm": { globalNorm($0) }])`.
  public static func monitor(
    _ measures: [String: @Sendable (_ updates: [Tensor]) -> Tensor]
  ) -> GradientTransformation {
    GradientTransformation(initial: { params in
      OptimizerState(values: measures.mapValues { measure in measure(zeros(params)) })
    }) { gradients, _, _ in
      (gradients, OptimizerState(values: measures.mapValues { $0(gradients) }))
    }
  }
}
