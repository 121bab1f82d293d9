/// Why a jitted function is compiled: what differs from the most similar call before.
package struct CompilationReason: CustomStringConvertible {
  package let description: String

  /// - Parameters:
  ///   - known: the arguments that the function was compiled for before, with the types of their tensors.
  package init<Arguments: ArgumentList>(
    _ name: String, _ arguments: Arguments, _ types: [TensorType],
    known: [(arguments: Arguments, types: [TensorType])]
  ) {
    guard !known.isEmpty else {
      description = "\(name) is compiled: its first call, with \(CompilationReason.list(types))"
      return
    }
    let comparable = known.filter { $0.types.count == types.count }
    let differences = comparable.map { entry in types.indices.filter { entry.types[$0] != types[$0] } }
    guard let nearest = differences.indices.min(by: { differences[$0].count < differences[$1].count }) else {
      let counts = zip(known[0].arguments.leafCounts, arguments.leafCounts).enumerated().filter {
        $1.0 != $1.1
      }
      let changes = counts.map { "argument \($0) has \($1.1) tensors instead of \($1.0)" }
      description = "\(name) is compiled again: " + changes.joined(separator: "; ")
      return
    }
    let changed = differences[nearest]
    if changed.isEmpty {
      description = "\(name) is compiled again: a static value or the structure of an argument changed"
      return
    }
    let changes = changed.prefix(3).map { index in
      let (old, new) = (comparable[nearest].types[index], types[index])
      let location = arguments.location(index)
      let leaf = location?.name.map { " (\($0))" } ?? ""
      let isWeakOnly = old.description == new.description
      let words = { (type: TensorType) in "\(type)" + (isWeakOnly && type.isWeak ? " of a literal" : "") }
      return "argument \(location?.argument ?? 0)\(leaf) changed from \(words(old)) to \(words(new))"
    }
    let rest = changed.count > 3 ? "; and \(changed.count - 3) more" : ""
    description = "\(name) is compiled again: " + changes.joined(separator: "; ") + rest
  }

  private static func list(_ types: [TensorType]) -> String {
    let shown = types.prefix(4).map(\.description).joined(separator: ", ")
    return types.isEmpty ? "no tensors" : types.count > 4 ? "\(shown) and \(types.count - 4) more" : shown
  }
}
