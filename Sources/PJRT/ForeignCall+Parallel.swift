import CPJRT
#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif
import Synchronization

extension ForeignCall {
  /// Calls `body` for each number below `count`, on XLA's threads as far as they are free and on this one.
  ///
  /// It waits for no number that nobody has begun: threads that are all busy make it slow and never stop it.
  package func forEach(_ count: Int, _ body: (Int) -> Void) {
    let helpers = min(threadCount, count) - 1
    guard helpers > 0 else {
      for index in 0..<count { body(index) }
      return
    }
    withoutActuallyEscaping(body) { body in
      let work = SharedWork(count: count, body)
      for _ in 0..<helpers {
        let reference = Unmanaged.passRetained(work)
        let isScheduled = ForeignCall.schedule(
          threadContext,
          { Unmanaged<SharedWork>.fromOpaque($0).takeRetainedValue().work() }, reference.toOpaque())
        if !isScheduled { reference.release() }
      }
      work.work()
      work.wait()
    }
  }
}

/// Work that several threads take numbers of.
///
/// `@unchecked` because of `body`: it is read by who has taken a number, and removed by the thread that made it when all
/// numbers are done. A thread that comes later takes none.
private final class SharedWork: @unchecked Sendable {
  private let count: Int
  private var body: ((Int) -> Void)?
  private let next = Atomic(0)
  private let done = Atomic(0)

  init(count: Int, _ body: @escaping (Int) -> Void) {
    self.count = count
    self.body = body
  }

  func work() {
    while true {
      let index = next.wrappingAdd(1, ordering: .acquiringAndReleasing).oldValue
      guard index < count, let body else { return }
      body(index)
      done.wrappingAdd(1, ordering: .releasing)
    }
  }

  /// Waits for the numbers that others have taken.
  func wait() {
    while done.load(ordering: .acquiring) < count { sched_yield() }
    body = nil
  }
}
