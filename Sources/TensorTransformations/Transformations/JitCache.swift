import Synchronization
package import TensorCore
import TensorPrimitives

/// The entries of one jitted function.
package final class JitCache<Arguments: ArgumentList, Results: ArgumentList>: ProgramCache {
  package typealias Entry = JitEntry<Arguments, Results>

  /// What entries are found by; the few of one signature differ in parts of their structure that are not hashed.
  private struct Signature: Hashable {
    let types: [TensorType]
    let structure: Int
    let donates: Bool

    init(_ arguments: Arguments, _ types: [TensorType], donates: Bool) {
      var hasher = Hasher()
      arguments.hashStructure(into: &hasher)
      structure = hasher.finalize()
      self.types = types
      self.donates = donates
    }
  }

  /// The entry of the last call, which most calls are like. Always an `Entry`: a type that depends on no argument spares
  /// each call the search for its metadata, an eighth of a microsecond.
  private let last = Mutex<(any AnyObject & Sendable)?>(nil)
  /// A program takes some 250 KB.
  private let known = Mutex(BoundedCache<Signature, [Entry]>(capacity: 512))

  init() { ProgramCaches.shared.add(self) }

  deinit { ProgramCaches.shared.remove(ObjectIdentifier(self)) }

  package func clear() {
    last.withLock { $0 = nil }
    known.withLock { $0.removeAll() }
  }

  var entries: [Entry] { Array(known.withLock { $0.values }.joined()) }

  /// The entry for arguments like these.
  package func entry(_ arguments: Arguments, _ leaves: [Tensor], _ donates: Bool) -> Entry? {
    if let kept = last.withLock({ $0 }) {
      let entry = unsafeDowncast(kept, to: Entry.self)
      if entry.matches(arguments, leaves, donating: donates) { return entry }
    }
    let signature = Signature(arguments, leaves.map(\.type), donates: donates)
    let list = known.withLock { $0.value(for: signature) }
    guard let entry = list?.first(where: { $0.matches(arguments, leaves, donating: donates) }) else {
      return nil
    }
    last.withLock { $0 = entry }
    return entry
  }

  /// Keeps an entry, unless another thread has traced the same meanwhile; the one that is kept.
  package func insert(_ entry: Entry, _ arguments: Arguments, _ leaves: [Tensor]) -> Entry {
    let signature = Signature(arguments, entry.types, donates: entry.donates)
    let kept = known.withLock { known in
      let others = known.value(for: signature) ?? []
      if let same = others.first(where: { $0.matches(arguments, leaves, donating: entry.donates) }) {
        return same
      }
      known.insert(Array((others + [entry]).suffix(64)), for: signature)
      return entry
    }
    last.withLock { $0 = kept }
    return kept
  }
}
