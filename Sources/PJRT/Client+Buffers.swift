import CPJRT

extension Client {
  /// The alignment, in bytes, that host memory must have for a CPU plugin to use it without a copy.
  public static let hostAlignment = 64

  /// Copies host memory to a device.
  ///
  /// The memory is read before this returns. Throws if it is too small for the type, and what the plugin says.
  public func makeBuffer(
    from bytes: UnsafeRawBufferPointer, elementType: ElementType, dimensions: [Int], on device: Device
  ) throws(PJRTError) -> Buffer {
    try transfer(
      bytes, BufferType(elementType, dimensions), device, owner: nil,
      PJRT_HostBufferSemantics_kImmutableOnlyDuringCall)
  }

  /// Makes a buffer of host memory that may be used as it is, where the plugin can and its alignment is
  /// `hostAlignment`; elsewhere the memory is copied.
  ///
  /// `owner` is kept until the plugin no longer reads the memory, which must not change until then. A program that is
  /// given the buffer as a donation leaves the memory as it is and makes a copy. Throws if the memory is too small
  /// for the type, and what the plugin says.
  public func makeBuffer(
    sharing bytes: UnsafeRawBufferPointer, owner: any AnyObject & Sendable, elementType: ElementType,
    dimensions: [Int], on device: Device
  ) throws(PJRTError) -> Buffer {
    try transfer(
      bytes, BufferType(elementType, dimensions), device, owner: HostOwner(owner),
      PJRT_HostBufferSemantics_kImmutableZeroCopy)
  }

  /// Makes a buffer of new host memory that `initialize` fills, without a copy where the plugin can.
  ///
  /// The memory is zero before, aligned to `hostAlignment`, and belongs to the buffer, so that a program that is given
  /// it as a donation can reuse it. Throws what the plugin says.
  public func makeBuffer(
    elementType: ElementType, dimensions: [Int], on device: Device,
    initializedBy initialize: (UnsafeMutableRawBufferPointer) -> Void
  ) throws(PJRTError) -> Buffer {
    let type = BufferType(elementType, dimensions)
    guard type.byteCount < .max else {
      throw PJRTError(.resourceExhausted, "\(type) does not fit into memory", context: "making a buffer")
    }
    let memory = HostMemory(byteCount: type.byteCount)
    initialize(memory.bytes)
    return try transfer(
      UnsafeRawBufferPointer(memory.bytes), type, device, owner: HostOwner(memory),
      PJRT_HostBufferSemantics_kMutableZeroCopy)
  }

  private func transfer(
    _ bytes: UnsafeRawBufferPointer, _ type: BufferType, _ device: Device, owner: HostOwner?, _ semantics: Int
  ) throws(PJRTError) -> Buffer {
    let context = "making a buffer"
    guard device.client === handle else {
      throw PJRTError(
        .invalidArgument, "\(device) belongs to another client", context: context)
    }
    guard device.isAddressable else {
      throw PJRTError(
        .invalidArgument, "\(device) belongs to process \(device.processIndex), and only that can use it",
        context: context)
    }
    guard type.dimensions.allSatisfy({ $0 >= 0 }) else {
      throw PJRTError(.invalidArgument, "\(type) has a negative dimension", context: context)
    }
    guard bytes.count >= type.byteCount else {
      throw PJRTError(
        .invalidArgument, "\(type) takes \(type.byteCount) bytes, but there are \(bytes.count)",
        context: context)
    }
    try ProcessEnd.enter()
    defer { ProcessEnd.leave() }
    var arguments = PJRT_Client_BufferFromHostBuffer_Args.sized()
    arguments.client = handle.pointer
    arguments.type = type.elementType.rawValue
    arguments.num_dims = type.dimensions.count
    arguments.host_buffer_semantics = PJRT_HostBufferSemantics(semantics)
    arguments.device = device.pointer
    let failure = type.dimensions.withUnsafeBytes { dimensions in
      // `Int` has the layout of `int64_t` on every platform that has plugins.
      arguments.dims = dimensions.baseAddress?.assumingMemoryBound(to: Int64.self)
      return withUnsafeBytes(of: 0) { placeholder in
        // An empty array has no address, and the plugin wants one.
        arguments.data = bytes.baseAddress ?? placeholder.baseAddress
        return table.functions.pointee.Client_BufferFromHostBuffer(&arguments)
      }
    }
    try table.check(failure, context)
    let buffer = Buffer(adopting: try arguments.buffer.orMissing("a buffer"), device: device, type: type)
    let event = Event(adopting: try arguments.done_with_host_buffer.orMissing("an event"), table: table)
    // Without an owner the event has nothing to tell: the memory was read during the call.
    if let owner {
      handle.work.add(making: buffer.pointer)
      event.onReady { _ in owner.release() }
    }
    return buffer
  }
}
