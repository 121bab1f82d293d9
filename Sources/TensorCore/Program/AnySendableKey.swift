/// `AnyHashable` for keys that are known to be `Sendable`.
package struct AnySendableKey: Hashable, @unchecked Sendable {
  // Sound because the initializer takes only Sendable values and the box is never written again.
  private let value: AnyHashable
  package init(_ value: some Hashable & Sendable) { self.value = AnyHashable(value) }
}
