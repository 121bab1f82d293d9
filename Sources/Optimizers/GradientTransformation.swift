public import Tensors

/// A step that turns gradients into updates, with a state (`optax.GradientTransformation`).
///
/// Gradients, updates and parameters are trees of one structure. A transformation never fails by itself: gradients that
/// carry an error give updates that carry it.
///
/// One of your own is a function of the trees' tensors. Here updates follow the sign of a momentum:
///
///     let signs = GradientTransformation(initial: { OptimizerState(averages: [$0.map { .zerosLike($0) }]) }) {
///       gradients, state, params in
///       let momentum = zip(state.average(0, gradients), gradients).map { 0.9 * $0 + 0.1 * $1 }
///       return (momentum.map { sign($0) }, OptimizerState(averages: [momentum]))
///     }
///     let optimizer = GradientTransformation.chain(signs, .scaleByLearningRate(0.01))
public struct GradientTransformation: Sendable {
  /// Takes gradients, the state and the parameters to updates and the next state; tensors in the order of the tree.
  public typealias Update =
    @Sendable (_ gradients: [Tensor], _ state: OptimizerState, _ params: [Tensor]) -> (
      updates: [Tensor], state: OptimizerState
    )

  let initial: @Sendable (_ params: [Tensor]) -> OptimizerState
  let step: Update

  /// A transformation of your own.
  ///
  /// - Parameters:
  ///   - initial: the state before the first update, of the parameters' tensors; one without tensors if left out.
  ///   - step: takes gradients, the state and the parameters to updates and the next state.
  public init(
    initial: @escaping @Sendable ([Tensor]) -> OptimizerState = { _ in OptimizerState() },
    _ step: @escaping Update
  ) {
    self.initial = initial
    self.step = step
  }

  /// A transformation without state that treats each tensor alike: gradient and parameter to update.
  public init(_ each: @escaping @Sendable (_ gradient: Tensor, _ param: Tensor) -> Tensor) {
    self.init { gradients, state, params in (zip(gradients, params).map(each), state) }
  }

  /// The state before the first update (`optax.GradientTransformation.init`).
  public func initialState(_ params: some TensorTree) -> OptimizerState { initial(params.leaves) }

  /// The updates to be added to the parameters, and the next state (`optax.GradientTransformation.update`).
  ///
  /// Gradients of another structure than the parameters give updates that carry the error.
  public func update<Tree: TensorTree>(
    _ gradients: Tree, _ state: OptimizerState, _ params: Tree
  ) -> (updates: Tree, state: OptimizerState) {
    let (own, theirs) = (gradients.leaves, params.leaves)
    guard own.count == theirs.count else {
      let failure = Tensor.failed(
        TensorError(
          operation: "GradientTransformation.update",
          problem: "there are \(own.count) gradients and \(theirs.count) parameters",
          expected: "gradients of the parameters that the state was made for", module: nil))
      return (map(gradients) { _ in failure }, state)
    }
    let result = step(own, state, theirs)
    return (gradients.unflatten(result.updates), result.state)
  }

  /// Transformations applied one after the other (`optax.chain`).
  public static func chain(_ transformations: GradientTransformation...) -> GradientTransformation {
    GradientTransformation(initial: { params in
      OptimizerState(parts: transformations.map { $0.initial(params) })
    }) { gradients, state, params in
      guard state.parts.count == transformations.count else {
        return (gradients.map { _ in Tensor.failed(OptimizerState.foreign) }, state)
      }
      var updates = gradients
      var parts: [OptimizerState] = []
      for (transformation, part) in zip(transformations, state.parts) {
        let result = transformation.step(updates, part, params)
        updates = result.updates
        parts.append(result.state)
      }
      return (updates, OptimizerState(parts: parts))
    }
  }
}

/// The parameters with the updates added, in the parameters' dtypes (`optax.apply_updates`).
public func applyUpdates<Tree: TensorTree>(_ params: Tree, _ updates: Tree) -> Tree {
  map(params, updates) { param, update in (param + update).astype(param.dtype) }
}
