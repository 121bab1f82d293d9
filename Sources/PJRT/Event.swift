import CPJRT

/// A moment in a plugin's asynchronous work, such as a buffer's contents being there.
public struct Event: ~Copyable, Sendable {
  let table: FunctionTable
  // A handle that only this value destroys; PJRT's functions take it on any thread.
  nonisolated(unsafe) let pointer: UnsafeMutablePointer<PJRT_Event>

  init(adopting pointer: UnsafeMutablePointer<PJRT_Event>, table: FunctionTable) {
    self.table = table
    self.pointer = pointer
    LiveObjects.events.increment()
  }

  deinit {
    if ProcessEnd.isOver { return }
    var arguments = PJRT_Event_Destroy_Args.sized()
    arguments.event = pointer
    table.discard(table.functions.pointee.Event_Destroy(&arguments))
    LiveObjects.events.decrement()
  }

  /// Whether the moment has come, with success or with failure. Throws if the plugin cannot say.
  public var isReady: Bool {
    get throws(PJRTError) {
      var arguments = PJRT_Event_IsReady_Args.sized()
      arguments.event = pointer
      try table.check(table.functions.pointee.Event_IsReady(&arguments), "asking whether an event is ready")
      return arguments.is_ready
    }
  }

  /// Blocks the thread until the moment has come. Throws the error of the work that the event stands for.
  public consuming func wait(_ context: @autoclosure () -> String = "waiting") throws(PJRTError) {
    var arguments = PJRT_Event_Await_Args.sized()
    arguments.event = pointer
    try table.check(table.functions.pointee.Event_Await(&arguments), context())
  }

  /// Suspends the task until the moment has come. Throws the error of the work that the event stands for.
  public consuming func ready() async throws(PJRTError) {
    let failure: PJRTError? = await withCheckedContinuation { continuation in
      onReady { continuation.resume(returning: $0) }
    }
    if let failure { throw failure }
  }

  /// Calls `body` once, on any thread, perhaps before this returns: with the error of the work, or with nil.
  ///
  /// The event need not outlive the call; its work does not end with it.
  func onReady(_ body: @escaping @Sendable (PJRTError?) -> Void) {
    let callback = Unmanaged.passRetained(EventCallback(table: table, body: body))
    var arguments = PJRT_Event_OnReady_Args.sized()
    arguments.event = pointer
    arguments.user_arg = callback.toOpaque()
    arguments.callback = { error, context in
      guard let context else { return }
      _ = blox_pjrt_enter()
      defer { _ = blox_pjrt_leave() }
      Unmanaged<EventCallback>.fromOpaque(context).takeRetainedValue().fire(error)
    }
    // An error from OnReady itself means that the callback was not taken: it is called here.
    if let refusal = table.functions.pointee.Event_OnReady(&arguments) {
      callback.takeRetainedValue().fire(refusal)
    }
  }
}

/// What a callback of the plugin needs to be called once and freed.
private final class EventCallback: Sendable {
  let table: FunctionTable
  let body: @Sendable (PJRTError?) -> Void

  init(table: FunctionTable, body: @escaping @Sendable (PJRTError?) -> Void) {
    self.table = table
    self.body = body
  }

  func fire(_ error: UnsafeMutablePointer<PJRT_Error>?) {
    body(error.map { table.take($0, context: "waiting") })
  }
}
