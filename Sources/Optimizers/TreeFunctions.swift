public import Tensors

/// The norm of all tensors of a tree taken as one vector (`optax.global_norm`), in float32 at least.
///
/// Its derivative where all elements are 0 is 0, not NaN as optax's.
public func globalNorm(_ tree: some TensorTree) -> Tensor {
  let norm = ScaledNorm(tree.leaves)
  return norm.root * norm.scale
}

/// The norm of tensors as a product, for it may be out of range, as may be the squares of elements.
struct ScaledNorm {
  let root: Tensor
  /// A power of two near the greatest element.
  let scale: Tensor

  init(_ leaves: [Tensor]) {
    let wide = leaves.map(\.accumulating)
    let greatest = wide.map { abs(stopGradient($0)).max(initial: 0) }.reduce(Tensor(Float(0)), maximum)
    let scale = greatest.powerOfTwoBelow
    let sum = wide.map { ($0 / scale).squaredSize.sum() }.reduce(Tensor(Float(0)), +)
    self.scale = scale
    root = sum.rootOfSquares
  }
}

/// A tree moved towards another: `stepSize · new + (1 - stepSize) · old` (`optax.incremental_update`), as for the
/// parameters of a target network.
public func incrementalUpdate<Tree: TensorTree>(_ new: Tree, _ old: Tree, stepSize: Double) -> Tree {
  map(new, old) { new, old in
    let moved = Tensor(stepSize) * new.accumulating + Tensor(1 - stepSize) * old.accumulating
    return moved.astype(old.inexactDType)
  }
}
