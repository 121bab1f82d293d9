import Synchronization

/// What was made from a program, by how it was made, so that it is made once.
package final class DerivedPrograms: Sendable {
  private let table = Mutex<[AnySendableKey: any Sendable]>([:])

  /// What was made for `key`, at the first request by `make`. A key belongs to one type of results.
  package func value<Value: Sendable>(_ key: some Hashable & Sendable, make: () -> Value) -> Value {
    let boxed = AnySendableKey(key)
    if let known = table.withLock({ $0[boxed] }) as? Value { return known }
    let made = make()
    return table.withLock { table in
      if let known = table[boxed] as? Value { return known }
      table[boxed] = made
      return made
    }
  }
}
