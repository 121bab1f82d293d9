import Tensors

/// The norm of all tensors of a tree taken as one vector (`optax.global_norm`).
public func globalNorm(_ tree: some TensorTree) -> Tensor {
  sqrt(tree.leaves.map { square($0).sum() }.reduce(Tensor(Float(0)), +))
}

/// A tree moved towards another: `stepSize · new + (1 - stepSize) · old` (`optax.incremental_update`), as for the
/// parameters of a target network.
public func incrementalUpdate<Tree: TensorTree>(_ new: Tree, _ old: Tree, stepSize: Double) -> Tree {
  map(new, old) { Tensor(stepSize) * $0 + Tensor(1 - stepSize) * $1 }
}
