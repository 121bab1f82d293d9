import CPJRT

/// A plugin's functions, and the one place where its error objects become Swift errors.
///
/// Sendable although it holds a pointer: the table is constant memory of a library that is never unloaded, and
/// PJRT requires its functions to be callable from any thread.
struct FunctionTable: @unchecked Sendable {
  let functions: UnsafePointer<PJRT_Api>

  /// Throws the error that a function returned, if it returned one.
  @inline(__always)
  func check(
    _ error: UnsafeMutablePointer<PJRT_Error>?, _ context: @autoclosure () -> String
  ) throws(PJRTError) {
    if let error { throw take(error, context: context()) }
  }

  /// Turns an error object into a Swift error and destroys it.
  func take(_ error: UnsafeMutablePointer<PJRT_Error>, context: String) -> PJRTError {
    var text = PJRT_Error_Message_Args.sized()
    text.error = UnsafePointer(error)
    functions.pointee.Error_Message(&text)
    var message = String(bytes: text.message, count: text.message_size)
    // Said once for each program between the one that failed and this one.
    let repeated = "Error dispatching computation: "
    while message.hasPrefix(repeated + repeated) { message.removeFirst(repeated.count) }
    var code = PJRT_Error_GetCode_Args.sized()
    code.error = UnsafePointer(error)
    // An error while asking for a code leaves the code at zero, which reads as unknown; it is destroyed like any.
    if let second = functions.pointee.Error_GetCode(&code) { destroy(second) }
    destroy(error)
    return PJRTError(StatusCode(rawValue: code.code) ?? .unknown, message, context: context)
  }

  /// Destroys an error that a destructor returned, which nobody could handle.
  @inline(__always)
  func discard(_ error: UnsafeMutablePointer<PJRT_Error>?) {
    if let error { destroy(error) }
  }

  private func destroy(_ error: UnsafeMutablePointer<PJRT_Error>) {
    var arguments = PJRT_Error_Destroy_Args.sized()
    arguments.error = error
    functions.pointee.Error_Destroy(&arguments)
  }
}

extension String {
  /// The text of `count` bytes at `bytes`, which need not end with a zero.
  init(bytes: UnsafePointer<CChar>?, count: Int) {
    let raw = UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count)
    self = String(decoding: raw, as: UTF8.self)
  }
}
