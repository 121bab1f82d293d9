import Synchronization

/// What keeps compiled programs and can let go of them.
package protocol ProgramCache: AnyObject, Sendable {
  func clear()
}

/// All caches of compiled programs of the process, so that they can be emptied together.
package final class ProgramCaches: Sendable {
  private struct Member: Sendable {
    weak var cache: (any ProgramCache)?
  }

  package static let shared = ProgramCaches()
  private let members = Mutex<[ObjectIdentifier: Member]>([:])

  package func add(_ cache: any ProgramCache) {
    members.withLock { $0[ObjectIdentifier(cache)] = Member(cache: cache) }
  }

  /// For the cache's `deinit`, where no strong reference can be made.
  package func remove(_ identifier: ObjectIdentifier) {
    members.withLock { _ = $0.removeValue(forKey: identifier) }
  }

  package func clear() {
    for member in members.withLock({ Array($0.values) }) { member.cache?.clear() }
  }
}

/// Lets go of every compiled program in memory (`jax.clear_caches`); those that are needed are compiled again, or read
/// from the cache on disk.
///
/// Programs are kept in caches of bounded size, so this is not needed to keep memory within bounds; it gives back what
/// they hold now.
public func clearCaches() { ProgramCaches.shared.clear() }
