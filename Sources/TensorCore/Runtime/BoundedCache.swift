/// A dictionary of bounded size: when it is full, the entry that was used least recently goes.
package struct BoundedCache<Key: Hashable, Value> {
  private struct Node {
    let key: Key
    var value: Value
    /// The nodes that were used just after and just before this one.
    var newer, older: Int?
  }

  package let capacity: Int
  private var indices: [Key: Int] = [:]
  private var nodes: [Node] = []
  private var newest, oldest: Int?

  package init(capacity: Int) { self.capacity = max(1, capacity) }

  package var count: Int { nodes.count }

  /// All values, in no order.
  package var values: [Value] { nodes.map(\.value) }

  /// The value for a key, which is then the one used last.
  package mutating func value(for key: Key) -> Value? {
    guard let index = indices[key] else { return nil }
    touch(index)
    return nodes[index].value
  }

  /// Keeps a value, in place of the one for the same key or, where there is no room, of the one used least recently.
  package mutating func insert(_ value: Value, for key: Key) {
    if let index = indices[key] {
      nodes[index].value = value
      touch(index)
    } else if nodes.count < capacity {
      nodes.append(Node(key: key, value: value))
      indices[key] = nodes.count - 1
      link(nodes.count - 1)
    } else if let index = oldest {
      unlink(index)
      indices[nodes[index].key] = nil
      nodes[index] = Node(key: key, value: value)
      indices[key] = index
      link(index)
    }
  }

  package mutating func removeAll() { self = BoundedCache(capacity: capacity) }

  private mutating func touch(_ index: Int) {
    if newest == index { return }
    unlink(index)
    link(index)
  }

  private mutating func link(_ index: Int) {
    nodes[index].older = newest
    nodes[index].newer = nil
    if let newest { nodes[newest].newer = index }
    newest = index
    if oldest == nil { oldest = index }
  }

  private mutating func unlink(_ index: Int) {
    let (newer, older) = (nodes[index].newer, nodes[index].older)
    if let newer { nodes[newer].older = older } else { newest = older }
    if let older { nodes[older].newer = newer } else { oldest = newer }
  }
}
