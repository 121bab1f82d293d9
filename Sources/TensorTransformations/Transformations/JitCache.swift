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

  private struct State {
    /// The entry of the last call, which most calls are like.
    var last: Entry?
    /// A program takes some 250 KB.
    var known = BoundedCache<Signature, [Entry]>(capacity: 512)
  }

  private let state = Mutex(State())

  init() { ProgramCaches.shared.add(self) }

  deinit { ProgramCaches.shared.remove(ObjectIdentifier(self)) }

  package func clear() { state.withLock { $0 = State() } }

  var entries: [Entry] { Array(state.withLock { $0.known.values }.joined()) }

  /// The entry for arguments like these.
  package func entry(_ arguments: Arguments, _ leaves: [Tensor], _ donates: Bool) -> Entry? {
    if let last = state.withLock({ $0.last }), last.matches(arguments, leaves, donating: donates) {
      return last
    }
    let signature = Signature(arguments, leaves.map(\.type), donates: donates)
    let list = state.withLock { $0.known.value(for: signature) }
    guard let entry = list?.first(where: { $0.matches(arguments, leaves, donating: donates) }) else {
      return nil
    }
    state.withLock { $0.last = entry }
    return entry
  }

  /// Keeps an entry, unless another thread has traced the same meanwhile; the one that is kept.
  package func insert(_ entry: Entry, _ arguments: Arguments, _ leaves: [Tensor]) -> Entry {
    let signature = Signature(arguments, entry.types, donates: entry.donates)
    return state.withLock { state in
      let others = state.known.value(for: signature) ?? []
      let known = others.first { $0.matches(arguments, leaves, donating: entry.donates) }
      if known == nil { state.known.insert(Array((others + [entry]).suffix(64)), for: signature) }
      state.last = known ?? entry
      return known ?? entry
    }
  }
}
