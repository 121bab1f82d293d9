import Synchronization

/// The order and number of a client's executions that run on several devices at once.
///
/// Plugins hang in two ways that this prevents. Executions that are queued in one order on one device and in another
/// order on the next wait for each other for ever, so launches are made one at a time. And with many of them queued,
/// all threads of a pool are taken by devices that wait for others, which get no thread, so every 16th launch is
/// waited for (40 launches without a wait were seen to hang, 16 never).
final class CollectiveLaunches: Sendable {
  static let bound = 16

  private let launched = Mutex<Int>(0)

  /// Calls `launch` while no other launch is made; the argument says whether to wait for its end.
  func perform(_ launch: (_ mustWait: Bool) -> PJRTError?) -> PJRTError? {
    launched.withLock { count in
      count = (count + 1) % Self.bound
      return launch(count == 0)
    }
  }
}
