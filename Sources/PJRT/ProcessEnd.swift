import CPJRT
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The end of the process, in order: `exit` and the end of `main` wait for what runs in plugins, since these are destroyed
/// under it otherwise, which ends the process by a signal and loses what it printed.
///
/// While one thread waits, others start nothing new: they rest at the door, as the process ends under them. A thread that
/// calls `exit` while it is inside of a plugin, from a callback or a signal's handler, cannot wait for itself; nor can
/// anyone wait for work that needs processes that are gone. Then the process ends at once, without destructors.
enum ProcessEnd {
  private enum Phase {
    static let running: UInt8 = 0
    /// A thread waits for what is in flight.
    static let ending: UInt8 = 1
    /// Plugins are gone, or about to be.
    static let ended: UInt8 = 2
  }

  private static let phase = Atomic(Phase.running)
  /// How many threads are in a call that begins work.
  private static let callers = Atomic(0)
  private static let works = Mutex<[ObjectIdentifier: WorkInFlight]>([:])
  /// The process and the thread that end; the process as it was at the first registration, since a fork has no threads
  /// to wait for.
  private static let registration = Mutex<(process: pid_t, thread: pthread_t?)?>(nil)

  static let pause = Duration.microseconds(200)

  static func takePause() { usleep(200) }

  // MARK: Calls of plugins

  /// Whether nothing of a plugin may be touched any more.
  @inline(__always)
  static var isOver: Bool { phase.load(ordering: .relaxed) == Phase.ended }

  /// Comes before a call that begins work, and `leave` after it.
  ///
  /// Throws if this thread ends the process and has waited already; on other threads it does not return then.
  @inline(__always)
  static func enter() throws(PJRTError) {
    guard blox_pjrt_enter() else { return }
    callers.add(1, ordering: .sequentiallyConsistent)
    if phase.load(ordering: .sequentiallyConsistent) != Phase.running { try stay() }
  }

  /// As `enter`, for what has to be left undone once the process ends: false then.
  static func enterIfRunning() -> Bool {
    do throws(PJRTError) {
      try enter()
      return true
    } catch { return false }
  }

  @inline(__always)
  static func leave() {
    if blox_pjrt_leave() { callers.subtract(1, ordering: .releasing) }
  }

  @inline(never)
  private static func stay() throws(PJRTError) {
    leave()
    guard isEndedByThisThread else { rest() }
    throw PJRTError(.cancelled, "the process is ending, and what ran in the plugin has been waited for")
  }

  private static func rest() -> Never {
    while true { sleep(1000) }
  }

  // MARK: The end

  /// Waits for this work at the end of the process.
  static func register(_ work: WorkInFlight) {
    works.withLock { $0[ObjectIdentifier(work)] = work }
    registration.withLock { $0 = $0 ?? (getpid(), nil) }
    // Again for each client, since plugins register handlers of their own when they make the first one.
    blox_pjrt_at_exit { ProcessEnd.finish(status: $0) }
  }

  /// The client of this work is gone.
  static func withdraw(_ work: WorkInFlight) {
    works.withLock { _ = $0.removeValue(forKey: ObjectIdentifier(work)) }
  }

  private static var isEndedByThisThread: Bool {
    registration.withLock { $0?.thread.map { pthread_equal($0, pthread_self()) != 0 } ?? false }
  }

  private static func finish(status: Int32) {
    guard registration.withLock({ $0?.process }) == getpid() else { return }
    if phase.compareExchange(
      expected: Phase.running, desired: Phase.ending, ordering: .sequentiallyConsistent
    ).exchanged {
      registration.withLock { $0?.thread = pthread_self() }
    } else if isEndedByThisThread {
      return
    } else {
      rest()
    }
    if blox_pjrt_is_inside() { blox_pjrt_end_now(status) }
    repeat {
      while callers.load(ordering: .sequentiallyConsistent) > 0 { takePause() }
      for work in works.withLock({ Array($0.values) }) where !work.finish() { blox_pjrt_end_now(status) }
      // What was waited for may have begun more, by calling back.
    } while works.withLock { $0.values.contains { !$0.isEmpty } }
    phase.store(Phase.ended, ordering: .sequentiallyConsistent)
  }
}
