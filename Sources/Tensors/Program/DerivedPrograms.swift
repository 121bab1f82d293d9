import Synchronization

/// Programs that were made from another one, by what was done to it, so that it is done once.
final class DerivedPrograms: Sendable {
  private let table = Mutex<[AnySendableKey: DerivedProgram]>([:])

  /// The program for `key`, made at the first request.
  func program(_ key: some Hashable & Sendable, make: () -> DerivedProgram) -> DerivedProgram {
    let boxed = AnySendableKey(key)
    if let known = table.withLock({ $0[boxed] }) { return known }
    let made = make()
    return table.withLock { table in
      if let known = table[boxed] { return known }
      table[boxed] = made
      return made
    }
  }
}

/// A derived program with what its maker has to remember of it.
struct DerivedProgram: Sendable {
  let program: Program
  /// For each output, facts such as whether a tangent exists or which axis is batched.
  let outputFlags: [Int?]
  /// A second program, where there are two: the linear one beside the primal one.
  var companion: Program? = nil
  /// The first error of making it; the program is then not to be used.
  var failure: TensorError? = nil
}

/// `AnyHashable` for keys that are known to be `Sendable`.
struct AnySendableKey: Hashable, @unchecked Sendable {
  // Sound because the initializer takes only Sendable values and the box is never written again.
  private let value: AnyHashable
  init(_ value: some Hashable & Sendable) { self.value = AnyHashable(value) }
}
