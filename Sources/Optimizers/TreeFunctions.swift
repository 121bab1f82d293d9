import Tensors

/// The norm of all tensors of a tree taken as one vector (`optax.global_norm`), in float32 at least.
public func globalNorm(_ tree: some TensorTree) -> Tensor {
  sqrt(tree.leaves.map { $0.accumulating.squaredSize.sum() }.reduce(Tensor(Float(0)), +))
}

/// A tree moved towards another: `stepSize · new + (1 - stepSize) · old` (`optax.incremental_update`), as for the
/// parameters of a target network.
public func incrementalUpdate<Tree: TensorTree>(_ new: Tree, _ old: Tree, stepSize: Double) -> Tree {
  map(new, old) { new, old in
    let moved = Tensor(stepSize) * new.accumulating + Tensor(1 - stepSize) * old.accumulating
    return moved.astype(old.inexactDType)
  }
}
