/// Applies a function to every tensor of a tree (`jax.tree.map`).
public func map<T: TensorTree>(_ tree: T, _ transform: (Tensor) -> Tensor) -> T {
  var result = tree
  result.forEachLeaf { $0 = transform($0) }
  return result
}

/// Applies a function to the tensors of two trees of the same structure, pair by pair (`jax.tree.map`).
///
/// Trees of different structures give a tree whose tensors carry the error.
public func map<T: TensorTree>(_ a: T, _ b: T, _ transform: (Tensor, Tensor) -> Tensor) -> T {
  map(a, others: [b]) { transform($0, $1[0]) }
}

/// Applies a function to the tensors of three trees of the same structure (`jax.tree.map`).
public func map<T: TensorTree>(
  _ a: T, _ b: T, _ c: T, _ transform: (Tensor, Tensor, Tensor) -> Tensor
) -> T {
  map(a, others: [b, c]) { transform($0, $1[0], $1[1]) }
}

private func map<T: TensorTree>(_ tree: T, others: [T], _ transform: (Tensor, [Tensor]) -> Tensor) -> T {
  let columns = others.map(\.leaves)
  var result = tree
  if let wrong = others.first(where: { !tree.hasSameStructure(as: $0) }) {
    let failure = Tensor.failed(
      TensorError(
        "map",
        problem: "the trees differ in structure: \(tree.structureDifference(from: wrong, root: "the tree"))",
        expected: "trees of the same structure, such as parameters and their gradients"))
    result.forEachLeaf { $0 = failure }
    return result
  }
  var index = 0
  result.forEachLeaf { leaf in
    leaf = transform(leaf, columns.map { $0[index] })
    index += 1
  }
  return result
}
