extension TensorTree {
  /// What tells the structure of this tree from another's, for error texts: how many tensors, and which only one has.
  package func structureDifference(from other: Self, root: String) -> String {
    let (here, there) = (LeafNames(self, root: root).all, LeafNames(other, root: root).all)
    let counts = "\(here.count) and \(there.count) tensors"
    let (onlyHere, onlyThere) = (Set(here).subtracting(there), Set(there).subtracting(here))
    if onlyHere.isEmpty && onlyThere.isEmpty {
      return here == there
        ? "\(counts) of the same names, but another lock, flags or metadata" : "\(counts) in another order"
    }
    func listed(_ names: [String], _ which: Set<String>, _ owner: String) -> String {
      let found = names.filter(which.contains)
      let more = found.count > 3 ? " and \(found.count - 3) more" : ""
      return found.isEmpty
        ? "" : "; only the \(owner) has \(found.prefix(3).joined(separator: ", "))\(more)"
    }
    return counts + listed(here, onlyHere, "first") + listed(there, onlyThere, "second")
  }
}
