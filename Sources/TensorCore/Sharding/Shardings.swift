/// Says how the tensors of a tree are sharded: a `NamedSharding` for all of them, or one for each.
public protocol ShardingTree: Sendable {
  /// The sharding of each tensor of the tree, in the order of its leaves; nil where nothing is said of it.
  ///
  /// - Throws: `TensorError` if the tree is not one that this says something of.
  func leafShardings(of tree: any TensorTree) throws(TensorError) -> [NamedSharding?]
}

extension NamedSharding: ShardingTree {
  public func leafShardings(of tree: any TensorTree) throws(TensorError) -> [NamedSharding?] {
    [NamedSharding?](repeating: self, count: tree.leaves.count)
  }
}

/// One sharding for each tensor of the tree.
extension Array: ShardingTree where Element == NamedSharding {
  public func leafShardings(of tree: any TensorTree) throws(TensorError) -> [NamedSharding?] {
    let leafCount = tree.leaves.count
    guard count == leafCount else {
      throw TensorError(
        "Shardings", problem: "\(count) shardings were given for a tree of \(leafCount) tensors",
        expected: "one for each tensor, or one for all of them")
    }
    return self
  }
}

/// The shardings of a function's arguments or results, one for each; nil for those that are left to follow.
///
///     jit(inShardings: [paramsSharding, dataSharding], outShardings: [dataSharding, nil]) { … }
public struct Shardings: ExpressibleByArrayLiteral, Sendable {
  package let parts: [(any ShardingTree)?]

  /// One sharding for each argument or result.
  public init(_ parts: [(any ShardingTree)?]) { self.parts = parts }

  public init(arrayLiteral elements: (any ShardingTree)?...) { parts = elements }

  /// The sharding of every tensor of the arguments or results, checked against their shapes.
  ///
  /// - Parameter what: `argument` or `result`.
  package func leaves(of list: some ArgumentList, _ what: String, _ operation: String) throws
    -> [NamedSharding?]
  {
    let trees = list.parts
    guard trees.count == parts.count else {
      throw TensorError(
        operation, problem: "\(parts.count) shardings were given for \(trees.count) \(what)s",
        expected: "one for each \(what), or nil for those that follow")
    }
    var result: [NamedSharding?] = []
    for (number, (part, tree)) in zip(parts, trees).enumerated() {
      let leaves = tree.leaves
      let shardings = try part?.leafShardings(of: tree) ?? leaves.map { _ in nil }
      for (index, (leaf, sharding)) in zip(leaves, shardings).enumerated() {
        let name = tree.leafName(index).map { ", \($0)," } ?? ""
        if let error = sharding?.problem(with: leaf.shape, operation, name: "\(what) \(number)\(name)") {
          throw error
        }
      }
      result += shardings
    }
    return result
  }
}
