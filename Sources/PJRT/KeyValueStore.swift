/// Values that the processes of a computation share by key. A plugin's client uses it to find the others.
///
/// All functions may be called on any thread, and on several at once.
public protocol KeyValueStore: Sendable {
  /// Gives a key its value, once.
  func put(_ key: String, _ value: [UInt8]) throws(PJRTError)
  /// The value of a key, which is waited for: `deadlineExceeded` if it does not come in time.
  func get(_ key: String, timeout: Duration) throws(PJRTError) -> [UInt8]
  /// The value of a key: `notFound` if it has none yet.
  func tryGet(_ key: String) throws(PJRTError) -> [UInt8]
  /// Whether a process is gone that others may wait for in vain; false by default.
  var hasLostProcess: Bool { get }
}

extension KeyValueStore {
  public var hasLostProcess: Bool { false }
}
