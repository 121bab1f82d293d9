import CPJRT

extension Buffer {
  /// An event for the contents being there. Throws if they were donated or deleted.
  public func readyEvent() throws(PJRTError) -> Event {
    try checkLive("waiting for a buffer")
    var arguments = PJRT_Buffer_ReadyEvent_Args.sized()
    arguments.buffer = pointer
    try table.check(table.functions.pointee.Buffer_ReadyEvent(&arguments), "waiting for a buffer")
    return Event(adopting: try arguments.event.orMissing("an event"), table: table)
  }

  /// Blocks the thread until the contents are there. Throws the error of the program that should have made them.
  public func awaitReady() throws(PJRTError) {
    try readyEvent().wait("waiting for a buffer")
  }

  /// Suspends the task until the contents are there. Throws the error of the program that should have made them.
  public func readyAsync() async throws(PJRTError) {
    try await readyEvent().ready()
  }

  /// Starts a copy of the contents to another device of the client. Throws if they were donated or deleted.
  public func copy(to device: Device) throws(PJRTError) -> Buffer {
    let context = "copying a buffer to another device"
    try checkLive(context)
    guard device.client === self.device.client else {
      throw PJRTError(.invalidArgument, "\(device) belongs to another client", context: context)
    }
    try ProcessEnd.enter()
    defer { ProcessEnd.leave() }
    var arguments = PJRT_Buffer_CopyToDevice_Args.sized()
    arguments.buffer = pointer
    arguments.dst_device = device.pointer
    try table.check(table.functions.pointee.Buffer_CopyToDevice(&arguments), context)
    let copy = Buffer(
      adopting: try arguments.dst_buffer.orMissing("a buffer"), device: device, type: try type)
    device.client.work.add(making: copy.pointer)
    return copy
  }

  /// Waits for the contents and copies them, in row-major order, to the start of `destination`.
  ///
  /// Throws if the contents are gone, if `destination` is too small, and the error of the program that should have
  /// made them.
  public func copyToHost(into destination: UnsafeMutableRawBufferPointer) throws(PJRTError) {
    let context = "reading a buffer"
    try checkLive(context)
    let type = try self.type
    let byteCount = type.byteCount
    guard destination.count >= byteCount else {
      throw PJRTError(
        .invalidArgument, "\(type) takes \(byteCount) bytes, but there is room for \(destination.count)",
        context: context)
    }
    guard byteCount > 0 else { return try awaitReady() }
    // Copying here is as fast for large arrays and a hundred times faster for small ones: the plugin's own copy is
    // handed to another thread.
    if try isReadableInPlace(type) {
      return try withHeldBytes(byteCount) { destination.copyMemory(from: $0) }
    }
    var arguments = PJRT_Buffer_ToHostBuffer_Args.sized()
    arguments.src = pointer
    arguments.dst = destination.baseAddress
    arguments.dst_size = byteCount
    let failure = withRowMajorLayout(rank: type.dimensions.count) { layout in
      arguments.host_layout = layout
      return table.functions.pointee.Buffer_ToHostBuffer(&arguments)
    }
    try table.check(failure, context)
    try Event(adopting: try arguments.event.orMissing("an event"), table: table).wait(context)
  }

  /// Waits for the contents and calls `body` with them, in row-major order: with the device's own memory where it is
  /// the host's, and with a copy elsewhere.
  ///
  /// The memory is valid, and the buffer cannot be donated, until `body` returns. Throws if the contents are gone, and
  /// the error of the program that should have made them.
  public func withUnsafeBytes<Value>(
    _ body: (UnsafeRawBufferPointer) -> Value
  ) throws(PJRTError) -> Value {
    try checkLive("reading a buffer")
    let type = try self.type
    let byteCount = type.byteCount
    if byteCount > 0, try isReadableInPlace(type) {
      return try withHeldBytes(byteCount, body)
    }
    let copy = UnsafeMutableRawBufferPointer.allocate(
      byteCount: byteCount, alignment: Client.hostAlignment)
    defer { copy.deallocate() }
    try copyToHost(into: copy)
    return body(UnsafeRawBufferPointer(copy))
  }

  /// The contents, in row-major order, if they are in the host's memory and there already; waits for nothing.
  ///
  /// Throws if the contents are gone, and the error of the program that should have made them.
  public func bytesIfReady() throws(PJRTError) -> [UInt8]? {
    let type = try self.type
    guard try isReadableInPlace(type), try readyEvent().isReady else { return nil }
    return try withHeldBytes(type.byteCount) { Array($0) }
  }

  /// Calls `body` with the device's memory, which is the host's too.
  private func withHeldBytes<Value>(
    _ byteCount: Int, _ body: (UnsafeRawBufferPointer) -> Value
  ) throws(PJRTError) -> Value {
    let context = "reading a buffer"
    var hold = PJRT_Buffer_IncreaseExternalReferenceCount_Args.sized()
    hold.buffer = pointer
    try table.check(table.functions.pointee.Buffer_IncreaseExternalReferenceCount(&hold), context)
    defer {
      var release = PJRT_Buffer_DecreaseExternalReferenceCount_Args.sized()
      release.buffer = pointer
      table.discard(table.functions.pointee.Buffer_DecreaseExternalReferenceCount(&release))
    }
    try awaitReady()
    var address = PJRT_Buffer_OpaqueDeviceMemoryDataPointer_Args.sized()
    address.buffer = pointer
    try table.check(table.functions.pointee.Buffer_OpaqueDeviceMemoryDataPointer(&address), context)
    return body(UnsafeRawBufferPointer(start: address.device_memory_ptr, count: byteCount))
  }

  /// Whether the device's memory is the host's and has whole elements in row-major order.
  private func isReadableInPlace(_ type: BufferType) throws(PJRTError) -> Bool {
    var location = PJRT_Buffer_IsOnCpu_Args.sized()
    location.buffer = pointer
    try table.check(table.functions.pointee.Buffer_IsOnCpu(&location), "asking where a buffer is")
    guard location.is_on_cpu, !type.elementType.isPacked else { return false }
    let rank = type.dimensions.count
    guard rank > 1 else { return true }
    var answer = PJRT_Buffer_GetMemoryLayout_Args.sized()
    answer.buffer = pointer
    if let failure = table.functions.pointee.Buffer_GetMemoryLayout(&answer) {
      table.discard(failure)
      return false
    }
    guard Int(answer.layout.type) == PJRT_Buffer_MemoryLayout_Type_Tiled else { return false }
    let layout = answer.layout.tiled
    guard layout.num_tiles == 0, layout.minor_to_major_size == rank, let axes = layout.minor_to_major
    else { return false }
    return (0..<rank).allSatisfy { axes[$0] == Int64(rank - 1 - $0) }
  }
}

/// Calls `body` with the layout of `rank` axes in row-major order, or with nil where there is only one order.
///
/// Without it, a plugin gives out elements in whatever order the device has them.
private func withRowMajorLayout<Value>(
  rank: Int, _ body: (UnsafeMutablePointer<PJRT_Buffer_MemoryLayout>?) -> Value
) -> Value {
  guard rank > 1 else { return body(nil) }
  return withUnsafeTemporaryAllocation(of: Int64.self, capacity: rank) { axes in
    for position in 0..<rank { axes.initializeElement(at: position, to: Int64(rank - 1 - position)) }
    var tiled = PJRT_Buffer_MemoryLayout_Tiled.sized()
    tiled.minor_to_major = UnsafePointer(axes.baseAddress)
    tiled.minor_to_major_size = rank
    var layout = PJRT_Buffer_MemoryLayout.sized()
    layout.type = PJRT_Buffer_MemoryLayout_Type(PJRT_Buffer_MemoryLayout_Type_Tiled)
    layout.tiled = tiled
    return withUnsafeMutablePointer(to: &layout, body)
  }
}
