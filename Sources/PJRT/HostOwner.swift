import Synchronization

/// Keeps the owner of host memory for as long as a plugin may read the memory.
final class HostOwner: Sendable {
  private let owner: Mutex<(any AnyObject & Sendable)?>

  init(_ owner: any AnyObject & Sendable) {
    self.owner = Mutex(owner)
    LiveObjects.hostOwners.increment()
  }

  deinit { LiveObjects.hostOwners.decrement() }

  func release() {
    // Out of the lock before the owner's own deinit runs, which is anyone's code.
    _ = owner.withLock { owner in
      defer { owner = nil }
      return owner
    }
  }
}
