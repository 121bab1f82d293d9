import CPJRT

/// A key-value store as a plugin calls it, by C functions and a pointer.
final class KeyValueCallbacks: Sendable {
  private let store: any KeyValueStore

  init(_ store: any KeyValueStore) { self.store = store }

  /// Fills in the functions. The store has to live as long as the client that is created.
  func register(in arguments: inout PJRT_Client_Create_Args) {
    let context = Unmanaged.passUnretained(self).toOpaque()
    arguments.kv_get_callback = unsafeBitCast(Self.get, to: UnsafeMutableRawPointer.self)
    arguments.kv_put_callback = unsafeBitCast(Self.put, to: UnsafeMutableRawPointer.self)
    arguments.kv_try_get_callback = unsafeBitCast(Self.tryGet, to: UnsafeMutableRawPointer.self)
    arguments.kv_get_user_arg = context
    arguments.kv_put_user_arg = context
    arguments.kv_try_get_user_arg = context
  }

  private static let get: PJRT_KeyValueGetCallback = { arguments in
    let given = arguments.pointee
    return answer(given.user_arg, given.callback_error) { (store) throws(PJRTError) in
      let value = try store.get(
        key(given.key, given.key_size), timeout: .milliseconds(Int(given.timeout_in_ms)))
      let copy = Copy(value)
      arguments.pointee.value = copy.bytes
      arguments.pointee.value_size = value.count
      arguments.pointee.value_deleter_callback = Copy.free
    }
  }

  private static let tryGet: PJRT_KeyValueTryGetCallback = { arguments in
    let given = arguments.pointee
    return answer(given.user_arg, given.callback_error) { (store) throws(PJRTError) in
      let value = try store.tryGet(key(given.key, given.key_size))
      let copy = Copy(value)
      arguments.pointee.value = copy.bytes
      arguments.pointee.value_size = value.count
      arguments.pointee.value_deleter_callback = Copy.free
    }
  }

  private static let put: PJRT_KeyValuePutCallback = { arguments in
    let given = arguments.pointee
    let value = UnsafeRawBufferPointer(start: given.value, count: given.value == nil ? 0 : given.value_size)
    return answer(given.user_arg, given.callback_error) { (store) throws(PJRTError) in
      try store.put(key(given.key, given.key_size), Array(value))
    }
  }

  /// A key as text. One that is none becomes text byte by byte, so that different keys stay different.
  private static func key(_ start: UnsafePointer<CChar>?, _ count: Int) -> String {
    let bytes = UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count)
    return String(validating: bytes, as: UTF8.self)
      ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  /// A value in memory that the plugin frees.
  private struct Copy {
    let bytes: UnsafeMutablePointer<CChar>

    init(_ value: [UInt8]) {
      // Never without an address, which a plugin may take for a failure.
      bytes = .allocate(capacity: max(value.count, 1))
      for (index, byte) in value.enumerated() { bytes[index] = CChar(bitPattern: byte) }
    }

    static let free: PJRT_KeyValueGetCallback_ValueDeleter = { $0?.deallocate() }
  }

  /// Calls the store, and gives the plugin an error of its own if that throws.
  private static func answer(
    _ context: UnsafeMutableRawPointer?, _ makeError: UnsafeMutablePointer<PJRT_CallbackError?>?,
    _ body: (any KeyValueStore) throws(PJRTError) -> Void
  ) -> UnsafeMutablePointer<PJRT_Error>? {
    guard let context else { return nil }
    let callbacks = Unmanaged<KeyValueCallbacks>.fromOpaque(context).takeUnretainedValue()
    do throws(PJRTError) {
      try body(callbacks.store)
      return nil
    } catch {
      var message = error.message
      return message.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) { characters in
          characters.baseAddress.flatMap { makeError?.pointee?(error.code.rawValue, $0, characters.count) }
        }
      }
    }
  }
}
