import CPJRT

/// The threads of XLA that run the program: a function that divides its work gives them parts of it.
extension ForeignCall {
  /// How many there are, the one of this call included; 1 if the plugin does not say.
  public var threadCount: Int {
    guard let ask = threadFunctions?.thread_pool_num_threads else { return 1 }
    var count: Int64 = 1
    return withUnsafeMutablePointer(to: &count) { pointer in
      var arguments = XLA_FFI_ThreadPool_NumThreads_Args.sized()
      arguments.ctx = frame.pointee.ctx
      arguments.num_threads = pointer
      return hasFailed(ask(&arguments)) ? 1 : Int(clamping: pointer.pointee)
    }
  }

  /// What C code gives `schedule` to run a part of the work of this call.
  public var threadContext: UnsafeMutableRawPointer { UnsafeMutableRawPointer(frame) }

  /// Has `task(data)` run by one of the threads, now or later, while the call of `context` lasts or after it; false if it will
  /// not be run.
  public static func schedule(
    _ context: UnsafeMutableRawPointer, _ task: @escaping @convention(c) (UnsafeMutableRawPointer) -> Void,
    _ data: UnsafeMutableRawPointer
  ) -> Bool {
    let call = ForeignCall(frame: context.assumingMemoryBound(to: XLA_FFI_CallFrame.self))
    guard let schedule = call.threadFunctions?.thread_pool_schedule else { return false }
    var arguments = XLA_FFI_ThreadPool_Schedule_Args.sized()
    arguments.ctx = call.frame.pointee.ctx
    arguments.task = task
    arguments.data = data
    return !call.hasFailed(schedule(&arguments))
  }

  /// The functions that a handler may call, if the plugin has those of threads.
  private var threadFunctions: XLA_FFI_Api? {
    guard let api = frame.pointee.api, api.pointee.struct_size >= MemoryLayout<XLA_FFI_Api>.size
    else { return nil }
    return api.pointee
  }
}
