/// A dictionary of bounded size: when it is full, the entry that was used least recently goes.
package struct BoundedCache<Key: Hashable, Value> {
  private struct Node {
    let key: Key
    var value: Value
    /// The nodes that were used just after and just before this one.
    var newer, older: Int?
  }

  package let capacity: Int
  private var places: [Key: Int] = [:]
  private var nodes: [Node] = []
  private var newest, oldest: Int?

  package init(capacity: Int) { self.capacity = max(1, capacity) }

  package var count: Int { nodes.count }

  /// All values, in no order.
  package var values: [Value] { nodes.map(\.value) }

  /// The value for a key, which is then the one used last.
  package mutating func value(for key: Key) -> Value? {
    guard let place = places[key] else { return nil }
    touch(place)
    return nodes[place].value
  }

  /// Keeps a value, in place of the one for the same key or, where there is no room, of the one used least recently.
  package mutating func insert(_ value: Value, for key: Key) {
    if let place = places[key] {
      nodes[place].value = value
      touch(place)
    } else if nodes.count < capacity {
      nodes.append(Node(key: key, value: value))
      places[key] = nodes.count - 1
      link(nodes.count - 1)
    } else if let place = oldest {
      unlink(place)
      places[nodes[place].key] = nil
      nodes[place] = Node(key: key, value: value)
      places[key] = place
      link(place)
    }
  }

  package mutating func removeAll() { self = BoundedCache(capacity: capacity) }

  private mutating func touch(_ place: Int) {
    if newest == place { return }
    unlink(place)
    link(place)
  }

  private mutating func link(_ place: Int) {
    nodes[place].older = newest
    nodes[place].newer = nil
    if let newest { nodes[newest].newer = place }
    newest = place
    if oldest == nil { oldest = place }
  }

  private mutating func unlink(_ place: Int) {
    let (newer, older) = (nodes[place].newer, nodes[place].older)
    if let newer { nodes[newer].older = older } else { newest = older }
    if let older { nodes[older].newer = newer } else { oldest = newer }
  }
}
