public import Tensors

extension GradientTransformation {
  /// A transformation of some of the parameters; updates of the others stay as they are (`optax.masked`).
  ///
  /// - Parameters:
  ///   - inner: what is done with those parameters.
  ///   - mask: which they are, such as `{ path, param in path.contains("encoder") }`; it cannot depend on values.
  public static func masked(_ inner: GradientTransformation, mask: @escaping Mask) -> GradientTransformation {
    GradientTransformation(initialWith: { arguments in
      let chosen = indices(mask, arguments)
      return OptimizerState(parts: [inner.initial(arguments.subset(chosen))], subset: chosen)
    }) { gradients, state, arguments in
      let chosen = indices(mask, arguments)
      guard state.subset == chosen else { return rejected(gradients, state) }
      let result = inner.step(chosen.map { gradients[$0] }, state.part(0), arguments.subset(chosen))
      var updates = gradients
      for (index, update) in zip(chosen, result.updates) { updates[index] = update }
      return (updates, OptimizerState(parts: [result.state], subset: chosen))
    }
  }

  /// A transformation of the parameters for which `isChosen` is true, such as `{ $0.ndim > 1 }`; updates of the others
  /// stay as they are (`optax.masked`).
  public static func masked(
    _ inner: GradientTransformation, mask isChosen: @escaping @Sendable (_ param: Tensor) -> Bool
  ) -> GradientTransformation { masked(inner, mask: { isChosen($1) }) }

  private static func indices(_ mask: Mask, _ arguments: ExtraArgs) -> [Int] {
    zip(arguments.paths, arguments.params).enumerated().filter { mask($1.0, $1.1) }.map(\.offset)
  }

  /// No updates of the parameters that `mask` chooses (`optax.freeze`).
  public static func freeze(mask: @escaping Mask) -> GradientTransformation {
    masked(setToZero(), mask: mask)
  }

  /// A transformation of all parameters but those that `freezeMask` chooses, which stay as they are and have no state
  /// (`optax.selective_transform`).
  public static func selectiveTransform(
    _ optimizer: GradientTransformation, freezeMask: @escaping Mask
  ) -> GradientTransformation {
    partition(["train": optimizer, "freeze": setToZero()]) { freezeMask($0, $1) ? "freeze" : "train" }
  }

  /// A transformation for each group of parameters (`optax.partition`, also called `optax.multi_transform`):
  ///
  ///     GradientTransformation.partition(["slow": .sgd(learningRate: 1e-4), "fast": .adam(learningRate: 1e-3)]) {
  ///       path, _ in path.contains("encoder") ? "slow" : "fast"
  ///     }
  ///
  /// The state of a group is `state.part("slow")`. A label that no transformation has gives updates that carry the error.
  ///
  /// - Parameters:
  ///   - transforms: the transformations by label.
  ///   - label: the label of each parameter, by path and tensor; it cannot depend on values.
  public static func partition(
    _ transforms: [String: GradientTransformation],
    _ label: @escaping @Sendable (_ path: [String], _ param: Tensor) -> String
  ) -> GradientTransformation {
    let groups = transforms.sorted { $0.key < $1.key }
    @Sendable func labels(_ arguments: ExtraArgs) -> [String] {
      zip(arguments.paths, arguments.params).map(label)
    }
    @Sendable func members(_ name: String, _ labels: [String]) -> [Int] {
      labels.indices.filter { labels[$0] == name }
    }
    return GradientTransformation(initialWith: { arguments in
      let labels = labels(arguments)
      let parts = groups.map { name, transform in
        let chosen = members(name, labels)
        return OptimizerState(parts: [transform.initial(arguments.subset(chosen))], subset: chosen)
      }
      return OptimizerState(parts: parts, partNames: groups.map(\.key))
    }) { gradients, state, arguments in
      let labels = labels(arguments)
      if let unknown = labels.first(where: { transforms[$0] == nil }) {
        let failure = TensorError(
          operation: "partition", problem: "no transformation has the label '\(unknown)'",
          expected: "one of \(groups.map(\.key).joined(separator: ", "))", module: nil)
        return rejected(gradients, state, Tensor(failure: failure))
      }
      guard state.parts.count == groups.count else { return rejected(gradients, state) }
      var updates = gradients
      var parts: [OptimizerState] = []
      for ((name, transform), part) in zip(groups, state.parts) {
        let chosen = members(name, labels)
        guard part.subset == chosen else { return rejected(gradients, state) }
        let result = transform.step(chosen.map { gradients[$0] }, part.part(0), arguments.subset(chosen))
        for (index, update) in zip(chosen, result.updates) { updates[index] = update }
        parts.append(OptimizerState(parts: [result.state], subset: chosen))
      }
      return (updates, OptimizerState(parts: parts, partNames: groups.map(\.key)))
    }
  }

  /// The same under its older name (`optax.multi_transform`).
  public static func multiTransform(
    _ transforms: [String: GradientTransformation],
    _ label: @escaping @Sendable (_ path: [String], _ param: Tensor) -> String
  ) -> GradientTransformation { partition(transforms, label) }
}
