/// Finds what the tensors of a tree are called: the names of members, keys and numbers on the way to each.
struct LeafPaths {
  /// The path of each tensor that was found, by its number.
  private var found: [Int: String] = [:]
  private var isAmbiguous = false

  /// The paths in the order of the tensors; nil if one cannot be told, such as that of a tensor kept in a closure.
  static func all(of tree: some TensorTree) -> [String]? {
    let count = tree.leaves.count
    var paths = LeafPaths()
    // Marks that tell where each tensor is, whatever the order is in which the tree visits them.
    paths.collect(tree.unflatten((0..<count).map(LeafPaths.mark)), [])
    let ordered = (0..<count).compactMap { paths.found[$0] }
    guard !paths.isAmbiguous, ordered.count == count, Set(ordered).count == count else { return nil }
    return ordered
  }

  private static func mark(_ index: Int) -> Tensor {
    Tensor(.abstract(TensorType([0, index, 0], .complex64)))
  }

  private static func index(_ mark: Tensor) -> Int? {
    guard case .abstract(let type) = mark.storage, type.dtype == .complex64, type.shape.count == 3 else {
      return nil
    }
    return type.shape[1]
  }

  private mutating func collect(_ value: Any, _ path: [String]) {
    if let tensor = value as? Tensor { return note(tensor, path) }
    if let tree = value as? any TensorTree, tree.leafName(0) != nil, !(value is any ArgumentList) {
      for (index, leaf) in tree.leaves.enumerated() {
        note(leaf, path + [tree.leafName(index) ?? String(index)])
      }
      return
    }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: mirror.children.forEach { collect($0.value, path) }
    case .collection:
      for (index, child) in mirror.children.enumerated() { collect(child.value, path + [String(index)]) }
    case .dictionary:
      for child in mirror.children {
        let pair = Array(Mirror(reflecting: child.value).children)
        if pair.count == 2 { collect(pair[1].value, path + ["\(pair[0].value)"]) }
      }
    case .struct, .class, .tuple, .enum:
      for child in mirror.children {
        // Members of tuples are called .0, stored values of property wrappers _name.
        let name = child.label.map { String($0.drop { $0 == "." || $0 == "_" }) }
        collect(child.value, path + (name.map { [$0] } ?? []))
      }
    default: break
    }
  }

  private mutating func note(_ tensor: Tensor, _ path: [String]) {
    guard let index = LeafPaths.index(tensor) else { return }
    if found.updateValue(path.joined(separator: "/"), forKey: index) != nil { isAmbiguous = true }
  }
}

extension TensorTree {
  /// What each tensor is called, in their order: `["params/net/linear/kernel", "state/count"]`.
  ///
  /// Members of structs go by their names, elements of arrays by their numbers, values of dictionaries by their keys, and
  /// parameters by their paths, joined by slashes. Where that does not give every tensor a name of its own, all go by
  /// their numbers in the tree. Never fails.
  public var leafPaths: [String] {
    let numbers = leaves.indices.map(String.init)
    // A tensor alone has no name.
    if self is Tensor { return numbers }
    return LeafPaths.all(of: self) ?? numbers
  }
}
