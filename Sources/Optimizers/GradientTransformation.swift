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
  /// The same with what an update can use beside the parameters.
  public typealias UpdateWithExtraArgs =
    @Sendable (_ gradients: [Tensor], _ state: OptimizerState, _ arguments: ExtraArgs) -> (
      updates: [Tensor], state: OptimizerState
    )
  /// Which parameters a transformation is for, such as `{ path, param in path.last == "kernel" }`; it cannot depend on
  /// the parameters' values.
  public typealias Mask = @Sendable (_ path: [String], _ param: Tensor) -> Bool

  let initial: @Sendable (_ arguments: ExtraArgs) -> OptimizerState
  let step: UpdateWithExtraArgs

  init(
    initialWith initial: @escaping @Sendable (ExtraArgs) -> OptimizerState,
    _ step: @escaping UpdateWithExtraArgs
  ) {
    self.initial = initial
    self.step = step
  }

  /// A transformation of your own.
  ///
  /// - Parameters:
  ///   - initial: the state before the first update, of the parameters' tensors; one without tensors if left out.
  ///   - step: takes gradients, the state and the parameters to updates and the next state.
  public init(
    initial: @escaping @Sendable ([Tensor]) -> OptimizerState = { _ in OptimizerState() },
    _ step: @escaping Update
  ) {
    self.init(initialWith: { initial($0.params) }) { step($0, $1, $2.params) }
  }

  /// A transformation without state that treats each tensor alike: gradient and parameter to update.
  public init(_ each: @escaping @Sendable (_ gradient: Tensor, _ param: Tensor) -> Tensor) {
    self.init { gradients, state, params in (zip(gradients, params).map(each), state) }
  }

  /// A transformation of your own that uses the parameters' paths, the loss, or the loss function
  /// (`optax.GradientTransformationExtraArgs`).
  ///
  /// - Parameters:
  ///   - initial: the state before the first update; one without tensors if left out.
  ///   - step: takes gradients, the state and the arguments to updates and the next state.
  public static func withExtraArgs(
    initial: @escaping @Sendable (ExtraArgs) -> OptimizerState = { _ in OptimizerState() },
    _ step: @escaping UpdateWithExtraArgs
  ) -> GradientTransformation { GradientTransformation(initialWith: initial, step) }

  /// The state before the first update (`optax.GradientTransformation.init`).
  public func initialState(_ params: some TensorTree) -> OptimizerState { initial(ExtraArgs(params)) }

  /// The updates to be added to the parameters, and the next state (`optax.GradientTransformation.update`).
  ///
  /// Gradients of another structure than the parameters give updates that carry the error.
  public func update<Tree: TensorTree>(
    _ gradients: Tree, _ state: OptimizerState, _ params: Tree
  ) -> (updates: Tree, state: OptimizerState) {
    update(gradients, state, ExtraArgs(params))
  }

  /// The same for transformations that need the loss, as `reduceOnPlateau` and `polyakSgd` do, or the loss function, as
  /// line searches do (`optax.GradientTransformationExtraArgs.update`).
  ///
  /// - Parameters:
  ///   - gradients: the gradients.
  ///   - state: the state.
  ///   - params: the parameters.
  ///   - value: the loss at the parameters, a scalar.
  ///   - grad: the gradients at the parameters, where `gradients` are others; `gradients` if left out.
  ///   - valueFn: the loss as a function of the parameters.
  public func update<Tree: TensorTree>(
    _ gradients: Tree, _ state: OptimizerState, _ params: Tree, value: Tensor, grad: Tree? = nil,
    valueFn: ((Tree) -> Tensor)? = nil
  ) -> (updates: Tree, state: OptimizerState) {
    update(gradients, state, ExtraArgs(params, value: value, grad: grad ?? gradients, valueFn: valueFn))
  }

  private func update<Tree: TensorTree>(
    _ gradients: Tree, _ state: OptimizerState, _ arguments: ExtraArgs
  ) -> (updates: Tree, state: OptimizerState) {
    let own = gradients.leaves
    guard own.count == arguments.params.count else {
      let failure = Tensor.failed(
        TensorError(
          operation: "GradientTransformation.update",
          problem: "there are \(own.count) gradients and \(arguments.params.count) parameters",
          expected: "gradients of the parameters that the state was made for", module: nil))
      return (map(gradients) { _ in failure }, state)
    }
    let result = step(own, state, arguments)
    return (gradients.unflatten(result.updates), result.state)
  }

  /// Updates that carry an error, beside the state as it is.
  static func rejected(_ gradients: [Tensor], _ state: OptimizerState, _ failure: Tensor? = nil) -> (
    updates: [Tensor], state: OptimizerState
  ) {
    (gradients.map { _ in failure ?? Tensor.failed(OptimizerState.foreign) }, state)
  }

  /// A transformation that cannot be: its updates carry the error.
  static func invalid(_ operation: String, _ problem: String, expected: String) -> GradientTransformation {
    let failure = Tensor(
      failure: TensorError(operation: operation, problem: problem, expected: expected, module: nil))
    return GradientTransformation { gradients, state, _ in rejected(gradients, state, failure) }
  }
}

/// The parameters with the updates added, in the parameters' dtypes (`optax.apply_updates`).
public func applyUpdates<Tree: TensorTree>(_ params: Tree, _ updates: Tree) -> Tree {
  map(params, updates) { param, update in (param + update).astype(param.dtype) }
}
