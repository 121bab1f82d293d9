import Synchronization

/// Whether a program is through when the call that starts it returns, as plugins do with small ones, for which a look at
/// their end would be a part of the work.
///
/// One that was so 16 times in a row is looked after every 16th time only, and always again after one that was not: it
/// may have waited for another program's result. So what escapes is a few runs of programs that are through in no time.
struct ExecutableHabit: ~Copyable, Sendable {
  private let count = Atomic<UInt8>(0)

  private static let trusted: UInt8 = 16
  private static let sampled: UInt8 = 31

  /// Whether to look after this run. Threads may miss each other's counts, which does no harm.
  @inline(__always)
  func counts() -> Bool {
    let count = count.load(ordering: .relaxed)
    self.count.store(count < Self.sampled ? count + 1 : Self.trusted, ordering: .relaxed)
    return count < Self.trusted || count == Self.sampled
  }

  /// A run was not through when its call returned.
  func wasLate() { count.store(0, ordering: .relaxed) }
}
