public import TensorCore
import TensorPrimitives

/// The derivatives of a function from tree to tree: a tensor for each pair of a tensor of the results and one of the
/// argument, of the shape of the one followed by that of the other.
///
/// This is what `jax.jacfwd` nests as a tree of trees: `jacobian.rows[0]` is the row of the results' first tensor, in the
/// structure of the argument.
///
///     let jacobian = jacrev(model)(weights)
///     jacobian.rows[0].kernel      // how the first output depends on the kernel
public struct JacobianTree<Results: TensorTree, Argument: TensorTree>: TensorTree {
  /// For each tensor of the results, its derivatives in the structure of the argument.
  public private(set) var rows: [Argument]
  private let results: Results

  init(rows: [Argument], results: Results) {
    self.rows = rows
    self.results = results
  }

  /// For each tensor of the argument, the derivatives by it in the structure of the results.
  public var columns: [Results] {
    let leaves = rows.map(\.leaves)
    return (leaves.first ?? []).indices.map { column in
      results.unflatten(leaves.map { $0[column] })
    }
  }

  public mutating func forEachLeaf(_ body: (inout Tensor) -> Void) { rows.forEachLeaf(body) }
  public func hasSameStructure(as other: Self) -> Bool {
    rows.hasSameStructure(as: other.rows) && results.hasSameStructure(as: other.results)
  }
}
