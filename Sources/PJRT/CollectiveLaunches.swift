import Synchronization

/// The order and number of a client's executions that run on several devices at once.
///
/// Plugins hang in two ways that this prevents. Executions that are queued in one order on one device and in another
/// order on the next wait for each other for ever, so launches are made one at a time. And with many of them queued,
/// the threads of a pool are all taken by devices that wait for others that get no thread, so every 16th launch is
/// waited for (40 unawaited ones were seen to hang, 16 never).
final class CollectiveLaunches: Sendable {
  static let bound = 16

  private let launched = Mutex<Int>(0)

  /// Calls `launch` alone; the argument says whether to wait for its end, which must happen inside it.
  func perform<Outcome>(
    _ launch: (_ mustWait: Bool) throws(PJRTError) -> sending Outcome
  ) throws(PJRTError) -> sending Outcome {
    try launched.withLock { (count) throws(PJRTError) -> sending Outcome in
      count += 1
      guard count >= Self.bound else { return try launch(false) }
      count = 0
      return try launch(true)
    }
  }
}
