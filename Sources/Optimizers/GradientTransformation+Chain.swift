import Tensors

extension GradientTransformation {
  /// Transformations applied one after the other (`optax.chain`).
  public static func chain(_ transformations: GradientTransformation...) -> GradientTransformation {
    chain(transformations, names: [])
  }

  /// Transformations applied one after the other, whose states have names (`optax.named_chain`):
  /// `state.part("clip")`.
  ///
  /// Two of one name give updates that carry the error.
  public static func namedChain(
    _ transformations: (name: String, transformation: GradientTransformation)...
  ) -> GradientTransformation {
    let names = transformations.map(\.name)
    guard Set(names).count == names.count else {
      return invalid(
        "namedChain", "the names are \(names.joined(separator: ", "))", expected: "a name of its own for each"
      )
    }
    return chain(transformations.map(\.transformation), names: names)
  }

  static func chain(_ transformations: [GradientTransformation], names: [String] = [])
    -> GradientTransformation
  {
    GradientTransformation(initialWith: { arguments in
      OptimizerState(parts: transformations.map { $0.initial(arguments) }, partNames: names)
    }) { gradients, state, arguments in
      guard state.parts.count == transformations.count else { return rejected(gradients, state) }
      var updates = gradients
      var parts: [OptimizerState] = []
      for (transformation, part) in zip(transformations, state.parts) {
        let result = transformation.step(updates, part, arguments)
        updates = result.updates
        parts.append(result.state)
      }
      return (updates, OptimizerState(parts: parts, partNames: names))
    }
  }

  /// Updates as they are (`optax.identity`).
  public static func identity() -> GradientTransformation {
    GradientTransformation { gradients, state, _ in (gradients, state) }
  }

  /// No updates, zeros (`optax.set_to_zero`).
  public static func setToZero() -> GradientTransformation {
    GradientTransformation { gradients, state, _ in (gradients.map { .zerosLike($0) }, state) }
  }
}
