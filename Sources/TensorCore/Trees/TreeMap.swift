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

/// Applies a function to every tensor of a tree and what it is called: see `leafPaths` (`jax.tree.map_with_path`).
///
///     mapWithPath(gradients) { path, gradient in path.hasSuffix("bias") ? 2 * gradient : gradient }
///
/// The result has the tree's structure. Fails where the function's tensors do.
public func mapWithPath<T: TensorTree>(_ tree: T, _ transform: (_ path: String, _ tensor: Tensor) -> Tensor)
  -> T
{
  let paths = tree.leafPaths
  var (result, index) = (tree, 0)
  result.forEachLeaf { leaf in
    leaf = transform(paths.indices.contains(index) ? paths[index] : String(index), leaf)
    index += 1
  }
  return result
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
