public import Tensors

/// How an optimizer's state lies on a mesh of devices: every average beside its parameter.
public struct OptimizerStateSharding: ShardingTree, Sendable {
  private let shardings: [NamedSharding?]

  init(_ shardings: [NamedSharding?]) { self.shardings = shardings }

  /// The shardings of a state, tensor by tensor.
  ///
  /// - Throws: `TensorError` if the tree is no state of the same transformation and parameters.
  public func leafShardings(of tree: any TensorTree) throws(TensorError) -> [NamedSharding?] {
    guard tree is OptimizerState, tree.leaves.count == shardings.count else {
      throw TensorError(
        operation: "OptimizerStateSharding",
        problem: "the shardings of an optimizer's state of \(shardings.count) tensors were given for a "
          + "\(type(of: tree)) of \(tree.leaves.count)",
        expected: "the state of the same optimizer and parameters", module: nil)
    }
    return shardings
  }
}

extension GradientTransformation {
  /// How the state lies when the parameters lie like this: moments beside their parameters, counts on every device.
  ///
  ///     let stateSharding = try optimizer.stateSharding(trainable, paramsSharding)
  ///     let state = try jit(outShardings: [stateSharding], optimizer.initialState)(trainable)
  ///
  /// - Parameters:
  ///   - params: the parameters that are trained; their types are looked at only, so `evalShape` gives enough.
  ///   - shardings: how they lie.
  /// - Throws: `TensorError` if the shardings are not for these parameters.
  public func stateSharding(
    _ params: some TensorTree, _ shardings: any ShardingTree
  ) throws -> OptimizerStateSharding {
    let leaves = try shardings.leafShardings(of: params)
    let state = try evalShape { initialState($0) }(params)
    let whole = leaves.lazy.compactMap { $0 }.first.map { NamedSharding($0.mesh, []) }
    return OptimizerStateSharding(
      state.shardings(params.leaves.map(\.type), leaves, whole: whole))
  }
}
