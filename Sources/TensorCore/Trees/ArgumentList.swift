/// The arguments or results of a function as one tree that still knows where the tensors of each are.
///
/// Swift's tuples cannot conform to protocols; `TreeTuple1`, `TreeTuple2`, … stand for them.
package protocol ArgumentList: TensorTree {
  /// The arguments one by one.
  var parts: [any TensorTree] { get }
}

extension ArgumentList {
  /// The number of tensors in each argument.
  package var leafCounts: [Int] { parts.map { $0.leaves.count } }

  package func leafName(_ index: Int) -> String? { location(index)?.name }

  /// Which argument a tensor belongs to, and its name there.
  package func location(_ index: Int) -> (argument: Int, name: String?)? {
    var start = 0
    for (argument, part) in parts.enumerated() {
      let count = part.leaves.count
      if index < start + count { return (argument, part.leafName(index - start)) }
      start += count
    }
    return nil
  }
}
