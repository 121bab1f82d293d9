/// `AnyHashable` for keys that are known to be `Sendable`.
struct AnySendableKey: Hashable, @unchecked Sendable {
  // Sound because the initializer takes only Sendable values and the box is never written again.
  private let value: AnyHashable
  init(_ value: some Hashable & Sendable) { self.value = AnyHashable(value) }
}
