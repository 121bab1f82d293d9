public import CPJRT

/// A C function that a program calls by `stablehlo.custom_call`; it captures nothing.
///
/// It may be called on any thread, and on several at once. `ForeignCall.respond(to:_:)` is all that it needs to do.
public typealias ForeignHandler =
  @convention(c) (UnsafeMutablePointer<XLA_FFI_CallFrame>?) -> UnsafeMutablePointer<XLA_FFI_Error>?

/// One call of a foreign function by a running program. It is valid until the function returns.
public struct ForeignCall {
  let frame: UnsafeMutablePointer<XLA_FFI_CallFrame>

  /// What the program passes.
  public var operands: [ForeignBuffer] { Self.buffers(frame.pointee.args) }
  /// What the function is to fill.
  public var results: [ForeignBuffer] { Self.buffers(frame.pointee.rets) }

  /// The number of the device that the call is on, or nil if the plugin does not say.
  public var deviceOrdinal: Int? {
    guard let api = frame.pointee.api, api.pointee.struct_size >= MemoryLayout<XLA_FFI_Api>.size,
      let ask = api.pointee.device_ordinal_get
    else { return nil }
    var arguments = XLA_FFI_DeviceOrdinal_Get_Args.sized()
    arguments.ctx = frame.pointee.ctx
    return hasFailed(ask(&arguments)) ? nil : Int(arguments.device_ordinal)
  }

  /// Whether a question to XLA was answered with an error, which is forgotten.
  func hasFailed(_ failure: UnsafeMutablePointer<XLA_FFI_Error>?) -> Bool {
    guard let failure else { return false }
    var destruction = XLA_FFI_Error_Destroy_Args.sized()
    destruction.error = failure
    frame.pointee.api?.pointee.error_destroy?(&destruction)
    return true
  }

  /// The integer called `name` in the operation's `backend_config`, where it has type `i64`.
  public func integer(_ name: String) -> Int? {
    guard let (type, value) = attribute(name), Int(type) == XLA_FFI_AttrType_SCALAR else { return nil }
    let scalar = value.load(as: XLA_FFI_Scalar.self)
    guard ElementType(hloType: scalar.dtype) == .int64 else { return nil }
    return scalar.value.map { Int($0.load(as: Int64.self)) }
  }

  /// The integers called `name` in the operation's `backend_config`, where they are an `array<i64: …>`.
  public func integers(_ name: String) -> [Int]? {
    guard let (type, value) = attribute(name), Int(type) == XLA_FFI_AttrType_ARRAY else { return nil }
    let array = value.load(as: XLA_FFI_Array.self)
    guard ElementType(hloType: array.dtype) == .int64, let data = array.data else { return nil }
    return (0..<array.size).map { Int(data.load(fromByteOffset: 8 * $0, as: Int64.self)) }
  }

  /// The text called `name` in the operation's `backend_config`.
  public func string(_ name: String) -> String? {
    guard let (type, value) = attribute(name), Int(type) == XLA_FFI_AttrType_STRING else { return nil }
    let span = value.load(as: XLA_FFI_ByteSpan.self)
    return String(bytes: span.ptr, count: span.len)
  }

  /// Does what a foreign function must do with a frame: answers XLA's questions about the function itself, and calls
  /// `body` when the program runs. The error that `body` throws becomes the program's.
  public static func respond(
    to frame: UnsafeMutablePointer<XLA_FFI_CallFrame>?, _ body: (ForeignCall) throws(PJRTError) -> Void
  ) -> UnsafeMutablePointer<XLA_FFI_Error>? {
    guard let frame else { return nil }
    if let metadata = metadata(frame) {
      // Any version above the plugin's would make it forget the function: say that ours is its own.
      metadata.pointee.api_version.major_version = frame.pointee.api?.pointee.api_version.major_version ?? 0
      metadata.pointee.api_version.minor_version = frame.pointee.api?.pointee.api_version.minor_version ?? 0
      metadata.pointee.traits = 0
      return nil
    }
    guard Int(frame.pointee.stage) == XLA_FFI_ExecutionStage_EXECUTE else { return nil }
    _ = blox_pjrt_enter()
    defer { _ = blox_pjrt_leave() }
    do throws(PJRTError) {
      try body(ForeignCall(frame: frame))
      return nil
    } catch {
      guard let create = frame.pointee.api?.pointee.error_create else { return nil }
      return error.message.withCString { message in
        var arguments = XLA_FFI_Error_Create_Args.sized()
        arguments.message = message
        arguments.errc = error.code.rawValue
        return create(&arguments)
      }
    }
  }

  private static func metadata(
    _ frame: UnsafeMutablePointer<XLA_FFI_CallFrame>
  ) -> UnsafeMutablePointer<XLA_FFI_Metadata>? {
    var next = frame.pointee.extension_start
    while let current = next {
      if Int(current.pointee.type) == XLA_FFI_Extension_Metadata {
        return UnsafeRawPointer(current).load(as: XLA_FFI_Metadata_Extension.self).metadata
      }
      next = current.pointee.next
    }
    return nil
  }

  private static func buffers(_ list: XLA_FFI_Buffers) -> [ForeignBuffer] {
    UnsafeBufferPointer(start: list.buffers, count: list.buffers == nil ? 0 : Int(list.size)).compactMap {
      $0.map { ForeignBuffer($0.pointee) }
    }
  }

  private func attribute(_ name: String) -> (type: UInt32, value: UnsafeRawPointer)? {
    let attributes = frame.pointee.attrs
    guard let names = attributes.names, let types = attributes.types, let values = attributes.attrs
    else { return nil }
    for index in 0..<Int(attributes.size) {
      guard let span = names[index]?.pointee, let value = values[index] else { continue }
      if String(bytes: span.ptr, count: span.len) == name { return (types[index], UnsafeRawPointer(value)) }
    }
    return nil
  }
}
