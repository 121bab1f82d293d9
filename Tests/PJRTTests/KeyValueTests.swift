import CPJRT
import Synchronization
import Testing

@testable import PJRT

/// The functions that plugins share values by, called as a plugin would.
struct KeyValueTests {
  private final class Values: KeyValueStore {
    let all = Mutex<[String: [UInt8]]>([:])

    func put(_ key: String, _ value: [UInt8]) throws(PJRTError) {
      if all.withLock({ $0.updateValue(value, forKey: key) }) != nil {
        throw PJRTError(.alreadyExists, "the key '\(key)' has a value already")
      }
    }

    func get(_ key: String, timeout: Duration) throws(PJRTError) -> [UInt8] {
      guard let value = all.withLock({ $0[key] }) else {
        throw PJRTError(.deadlineExceeded, "no '\(key)' within \(timeout)")
      }
      return value
    }

    func tryGet(_ key: String) throws(PJRTError) -> [UInt8] { try get(key, timeout: .zero) }
  }

  /// Errors that the "plugin" was asked to make.
  private static let errors = Mutex<[String]>([])
  private static let makeError: PJRT_CallbackError = { code, message, size in
    let text = String(decoding: UnsafeRawBufferPointer(start: message, count: size), as: UTF8.self)
    errors.withLock { $0.append("\(code): \(text)") }
    let error = UnsafeMutablePointer<PJRT_Error>.allocate(capacity: 1)
    error.initialize(to: PJRT_Error())
    return error
  }

  @Test func storeIsCalledThroughTheInterface() throws {
    let callbacks = KeyValueCallbacks(Values())
    var client = PJRT_Client_Create_Args.sized()
    callbacks.register(in: &client)
    let put = unsafeBitCast(try #require(client.kv_put_callback), to: PJRT_KeyValuePutCallback.self)
    let get = unsafeBitCast(try #require(client.kv_get_callback), to: PJRT_KeyValueGetCallback.self)
    let tryGet = unsafeBitCast(try #require(client.kv_try_get_callback), to: PJRT_KeyValueTryGetCallback.self)
    var makeError: PJRT_CallbackError? = Self.makeError
    func isPut(_ key: [CChar], _ value: [CChar]) -> Bool {
      withUnsafeMutablePointer(to: &makeError) { makeError in
        key.withUnsafeBufferPointer { key in
          value.withUnsafeBufferPointer { value in
            var arguments = PJRT_KeyValuePutCallback_Args()
            arguments.key = key.baseAddress
            arguments.key_size = key.count
            arguments.value = value.baseAddress
            arguments.value_size = value.count
            arguments.callback_error = makeError
            arguments.user_arg = client.kv_put_user_arg
            let error = put(&arguments)
            error?.deallocate()
            return error == nil
          }
        }
      }
    }
    func value(_ key: [CChar]) -> [CChar]? {
      withUnsafeMutablePointer(to: &makeError) { makeError in
        key.withUnsafeBufferPointer { key in
          var arguments = PJRT_KeyValueGetCallback_Args()
          arguments.key = key.baseAddress
          arguments.key_size = key.count
          arguments.timeout_in_ms = 1500
          arguments.callback_error = makeError
          arguments.user_arg = client.kv_get_user_arg
          if let error = get(&arguments) {
            error.deallocate()
            return nil
          }
          defer { arguments.value_deleter_callback?(arguments.value) }
          return Array(UnsafeBufferPointer(start: arguments.value, count: arguments.value_size))
        }
      }
    }
    // Keys and values are bytes, zeros and others that are no text among them.
    #expect(isPut([1, 0, 2], [0, -1, 5]) && isPut([-1, -2], []) && isPut([-1, -3], [9]))
    #expect(value([1, 0, 2]) == [0, -1, 5] && value([-1, -2]) == [] && value([-1, -3]) == [9])
    #expect(!isPut([1, 0, 2], [1]))
    #expect(value([65]) == nil)
    var arguments = PJRT_KeyValueTryGetCallback_Args()
    let key: [CChar] = [66]
    let isMissing = key.withUnsafeBufferPointer { key in
      withUnsafeMutablePointer(to: &makeError) { makeError in
        arguments.key = key.baseAddress
        arguments.key_size = key.count
        arguments.callback_error = makeError
        arguments.user_arg = client.kv_try_get_user_arg
        let error = tryGet(&arguments)
        error?.deallocate()
        return error != nil
      }
    }
    #expect(isMissing)
    #expect(
      Self.errors.withLock { $0 } == [
        "6: the key '\u{1}\0\u{2}' has a value already", "4: no 'A' within 1.5 seconds",
        "4: no 'B' within 0.0 seconds",
      ])
    withExtendedLifetime(callbacks) {}
  }

  /// Two processes' worth of clients: the CPU plugin says plainly that it does not join their devices.
  @Test func cpuPluginRefusesDevicesOfOtherProcesses() throws {
    let plugin = try Plugin.load(path: Plugin.discover().path)
    let client = try Client(plugin: plugin, options: ["cpu_device_count": .int(1)], sharing: Values())
    let text = """
      module @m attributes {mhlo.num_partitions = 2 : i32} {
        func.func public @main(%a: tensor<2xf32>) -> tensor<2xf32> { return %a : tensor<2xf32> }
      }
      """
    let error = #expect(throws: PJRTError.self) {
      try client.compile(
        text,
        options: CompileOptions(partitions: 2, useSPMD: true, useShardy: true, deviceAssignment: [0, 2048]))
    }
    #expect(
      error?.message.contains("Multiprocess computations aren't implemented on the CPU backend") == true)
  }
}
