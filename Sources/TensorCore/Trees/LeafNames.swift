/// Names of a tree's tensors for error texts: `carry.hidden`, `carry[1]`, or their number where none can be found.
package struct LeafNames {
  private let names: [String]
  private let root: String

  package init<T: TensorTree>(_ tree: T, root: String = "carry") {
    var found: [(name: String, type: TensorType)] = []
    LeafNames.collect(tree, root, into: &found)
    let types = tree.leaves.map(\.type)
    // A tree that visits its tensors in another order than they are declared in is only numbered.
    let mirrored = found.map(\.type) == types ? found.map(\.name) : []
    names = types.indices.map { index in
      tree.leafName(index) ?? (mirrored.isEmpty ? "tensor \(index) of \(root)" : mirrored[index])
    }
    self.root = root
  }

  /// The names in the order of the tensors.
  package var all: [String] { names }

  package subscript(_ index: Int) -> String {
    names.indices.contains(index) ? names[index] : "tensor \(index) of \(root)"
  }

  private static func collect(
    _ value: Any, _ name: String, into found: inout [(name: String, type: TensorType)]
  ) {
    if let tensor = value as? Tensor {
      found.append((name, tensor.type))
      return
    }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional:
      for child in mirror.children { collect(child.value, name, into: &found) }
    case .collection:
      for (index, child) in mirror.children.enumerated() {
        collect(child.value, "\(name)[\(index)]", into: &found)
      }
    case .dictionary:
      var members: [(key: String, value: Any)] = []
      for child in mirror.children {
        let pair = Array(Mirror(reflecting: child.value).children)
        if pair.count == 2 { members.append(("\(pair[0].value)", pair[1].value)) }
      }
      for member in members.sorted(by: { $0.key < $1.key }) {
        collect(member.value, "\(name)[\"\(member.key)\"]", into: &found)
      }
    case _ where value is any ArgumentList:
      for (index, child) in mirror.children.enumerated() {
        collect(child.value, "\(name).\(index)", into: &found)
      }
    case .struct, .class, .tuple:
      for child in mirror.children {
        collect(child.value, child.label.map { "\(name).\($0)" } ?? name, into: &found)
      }
    default: break
    }
  }
}
