public import Tensors

/// The sum over examples of gradients that were scaled to a common norm of at most `limit` each, and how many were
/// (`optax.per_example_global_norm_clip`; Abadi et al., 2016).
///
/// The gradients' tensors have examples along their first axis. Fails unless all have equally many.
public func perExampleGlobalNormClip<Tree: TensorTree>(
  _ gradients: Tree, _ limit: Double
) -> (sum: Tree, clippedCount: Tensor) {
  let leaves = gradients.leaves
  let count = leaves.first?.shape[0] ?? 0
  guard leaves.allSatisfy({ $0.ndim > 0 && $0.shape[0] == count }) else {
    let failure = Tensor(
      failure: TensorError(
        operation: "perExampleGlobalNormClip",
        problem: "the gradients have the shapes \(leaves.map { "\($0.shape)" }.joined(separator: ", "))",
        expected: "equally many examples along the first axis of all", module: nil))
    return (map(gradients) { _ in failure }, failure)
  }
  let squares = leaves.map { leaf in
    leaf.accumulating.squaredSize.sum(axis: Array(1..<leaf.ndim))
  }
  let norms = sqrt(squares.reduce(Tensor.zeros([count]), +))
  let ratio = minimum(Tensor(limit) / norms, 1)
  let factors = select(isnan(ratio), 1, ratio)
  let sum = map(gradients) { leaf in
    tensordot(factors, leaf.accumulating, axes: 1).astype(leaf.dtype)
  }
  return (sum, (factors .< 1).astype(.int32).sum())
}

/// The same for each tensor by itself, whose limits together are `limit` (`optax.per_example_layer_norm_clip`; McMahan
/// et al., 2018): in equal shares if `uniform`, by the number of elements otherwise.
///
/// Fails unless all tensors have equally many examples along their first axis.
public func perExampleLayerNormClip<Tree: TensorTree>(
  _ gradients: Tree, _ limit: Double, uniform: Bool = true
) -> (sums: Tree, clippedCounts: Tree) {
  let leaves = gradients.leaves
  let sizes = leaves.map { leaf in Double(leaf.shape.dimensions.dropFirst().reduce(1, *|)) }
  let total = sizes.reduce(0, +)
  let results = zip(leaves, sizes).map { leaf, size in
    let share = uniform ? 1 / Double(Swift.max(leaves.count, 1)) : size / Swift.max(total, 1)
    return perExampleGlobalNormClip(leaf, limit * share.squareRoot())
  }
  return (gradients.unflatten(results.map(\.sum)), gradients.unflatten(results.map(\.clippedCount)))
}
