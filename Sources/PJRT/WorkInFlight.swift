import CPJRT
import Synchronization

/// What a client has begun and may not be through with, so that its end and the process's can wait for it.
///
/// Most programs are through when their call returns; of these nothing is kept.
final class WorkInFlight: Sendable {
  /// An event of the plugin. Sendable although it holds a pointer: whoever has taken it out of the list is the only one
  /// that uses it, and PJRT's functions take it on any thread.
  private struct Pending: @unchecked Sendable {
    let event: UnsafeMutablePointer<PJRT_Event>
  }

  private struct State {
    var pending: [Pending] = []
    /// How many are kept before those that are through are sought out.
    var limit = 32
  }

  private let table: FunctionTable
  /// By which a client that works with other processes knows whether these are there.
  private let store: (any KeyValueStore)?
  private let state = Mutex(State())

  init(_ table: FunctionTable, with store: (any KeyValueStore)?) {
    self.table = table
    self.store = store
  }

  /// Notes that the contents of `buffer` are being made.
  @inline(__always)
  func add(making buffer: UnsafeMutablePointer<PJRT_Buffer>?) {
    var arguments = PJRT_Buffer_ReadyEvent_Args.sized()
    arguments.buffer = buffer
    table.discard(table.functions.pointee.Buffer_ReadyEvent(&arguments))
    add(arguments.event)
  }

  /// Notes work that ends with `event`, which is destroyed here.
  @inline(__always)
  func add(_ event: UnsafeMutablePointer<PJRT_Event>?) {
    guard let event else { return }
    let pending = Pending(event: event)
    if isReady(pending) { destroy(pending) } else { keep(pending) }
  }

  private func keep(_ pending: Pending) {
    state.withLock { state in
      if state.pending.count >= state.limit {
        // Twice what is left: each event is looked at a few times at most, however many there are.
        state.pending.removeAll { pending in
          let isThrough = isReady(pending)
          if isThrough { destroy(pending) }
          return isThrough
        }
        state.limit = max(32, 2 * state.pending.count)
      }
      state.pending.append(pending)
    }
  }

  var isEmpty: Bool { state.withLock { $0.pending.isEmpty } }

  /// Waits until all is done; false if other processes that are needed for it are gone.
  func finish() -> Bool {
    while let pending = state.withLock({ $0.pending.popLast() }) {
      guard isReached(pending) else { return false }
      destroy(pending)
    }
    return true
  }

  private func isReached(_ pending: Pending) -> Bool {
    guard let store else {
      var arguments = PJRT_Event_Await_Args.sized()
      arguments.event = pending.event
      // A failure of the work is for those who read its results.
      table.discard(table.functions.pointee.Event_Await(&arguments))
      return true
    }
    // What others had sent before their end may still come.
    var patience = Duration.seconds(2)
    while !isReady(pending) {
      if store.hasLostProcess {
        patience -= ProcessEnd.pause
        if patience < .zero { return false }
      }
      ProcessEnd.takePause()
    }
    return true
  }

  private func isReady(_ pending: Pending) -> Bool {
    var arguments = PJRT_Event_IsReady_Args.sized()
    arguments.event = pending.event
    table.discard(table.functions.pointee.Event_IsReady(&arguments))
    return arguments.is_ready
  }

  private func destroy(_ pending: Pending) {
    var arguments = PJRT_Event_Destroy_Args.sized()
    arguments.event = pending.event
    table.discard(table.functions.pointee.Event_Destroy(&arguments))
  }
}
