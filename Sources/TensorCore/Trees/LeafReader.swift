/// Hands out tensors one after the other, to fill a tree with.
public struct LeafReader {
  private let leaves: [Tensor]
  private var position = 0

  package init(_ leaves: [Tensor]) { self.leaves = leaves }

  /// The next tensor; nil when all have been handed out.
  public mutating func next() -> Tensor? {
    guard position < leaves.count else { return nil }
    defer { position += 1 }
    return leaves[position]
  }

  /// The next tensors at once; nil when fewer are left.
  public mutating func next(_ count: Int) -> ArraySlice<Tensor>? {
    guard (0...leaves.count - position).contains(count) else { return nil }
    defer { position += count }
    return leaves[position..<position + count]
  }
}
