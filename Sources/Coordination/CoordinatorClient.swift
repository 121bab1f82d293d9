import Foundation
import Synchronization

/// A process's connection to the coordinator.
///
/// All functions may be called on any thread, and on several at once.
public final class CoordinatorClient: Sendable {
  public let processIndex: Int
  public let processCount: Int
  private let connection: Connection

  /// Connects, and waits until the coordinator is there.
  ///
  /// - Throws: `CoordinationError` if it is not there within `timeout`, or knows of another number of processes.
  public convenience init(
    to address: SocketAddress, processIndex: Int, processCount: Int, token: String = "",
    timeout: Duration = .seconds(300), heartbeatTimeout: Duration = .seconds(100)
  ) throws(CoordinationError) {
    try self.init(
      toOneOf: [address], processIndex: processIndex, processCount: processCount, token: token,
      timeout: timeout, heartbeatTimeout: heartbeatTimeout)
  }

  /// Connects to a coordinator that is at one of these addresses, of which others may be out of reach or not its own.
  ///
  /// - Throws: as with one address.
  public init(
    toOneOf addresses: [SocketAddress], processIndex: Int, processCount: Int, token: String = "",
    timeout: Duration = .seconds(300), heartbeatTimeout: Duration = .seconds(100)
  ) throws(CoordinationError) {
    _ = try CoordinatorToken(token)
    try CoordinatorLimits.check(processCount: processCount, heartbeatTimeout: heartbeatTimeout)
    self.processIndex = processIndex
    self.processCount = processCount
    let deadline = ContinuousClock.now + timeout
    var failure: CoordinationError?
    while true {
      for address in addresses {
        do throws(CoordinationError) {
          guard let socket = try Socket.connected(to: address) else { continue }
          let connection = Connection(socket, address, timeout: heartbeatTimeout)
          Thread.detachNewThread { connection.listen() }
          try connection.join(processIndex, of: processCount, token, timeout)
          self.connection = connection
          return
        } catch {
          // With one address it is the answer, unless the coordinator had no room; with several another one may be right.
          if addresses.count == 1, error.kind != .gone { throw error }
          failure = error
        }
      }
      guard ContinuousClock.now < deadline else { break }
      usleep(50_000)
    }
    let list = addresses.map(\.description).joined(separator: ", ")
    throw CoordinationError(
      .timedOut,
      "process \(processIndex) found no coordinator at \(list) within \(timeout); "
        + "expected process 0 to be running there" + (failure.map { " (\($0.message))" } ?? ""))
  }

  deinit { connection.close() }

  private func checkKey(_ key: String) throws(CoordinationError) {
    guard key.utf8.count <= CoordinatorLimits.keyLength else {
      throw CoordinationError(
        .exhausted, "a key has \(key.utf8.count) bytes; expected up to \(CoordinatorLimits.keyLength)")
    }
  }

  /// Gives a key its value, for all processes. Throws if it has one already, or if the value, or all values together,
  /// are larger than a coordinator takes: 4 MB and 16 MB.
  public func put(_ key: String, _ value: [UInt8]) throws(CoordinationError) {
    try checkKey(key)
    let longest = CoordinatorLimits.messageLength - CoordinatorLimits.keyLength - 64
    guard value.count <= longest else {
      throw CoordinationError(
        .exhausted, "putting '\(key)': the value has \(value.count) bytes; expected up to \(longest)")
    }
    let message = Message(.put, connection.nextNumber()).adding(key).adding(value)
    _ = try connection.request(message, "putting '\(key)'", .seconds(60))
  }

  /// The value of a key, which is waited for. Throws if none came within `timeout`, or a process died.
  public func get(_ key: String, timeout: Duration) throws(CoordinationError) -> [UInt8] {
    try checkKey(key)
    let message = Message(.get, connection.nextNumber()).adding(key)
    return try connection.request(message, "waiting for the key '\(key)'", timeout)
  }

  /// The value of a key, or nil if it has none yet.
  public func tryGet(_ key: String) throws(CoordinationError) -> [UInt8]? {
    try checkKey(key)
    let message = Message(.tryGet, connection.nextNumber()).adding(key)
    do throws(CoordinationError) {
      return try connection.request(message, "asking for the key '\(key)'", .seconds(60))
    } catch {
      if error.kind == .notFound { return nil }
      throw error
    }
  }

  /// Takes a key's value away, so that the coordinator has room for others; nothing if it has none.
  public func delete(_ key: String) throws(CoordinationError) {
    try checkKey(key)
    let message = Message(.delete, connection.nextNumber()).adding(key)
    _ = try connection.request(message, "deleting '\(key)'", .seconds(60))
  }

  /// Waits until all processes are at the barrier of this name. Throws if not all came within `timeout`, or one is gone.
  public func barrier(_ name: String, timeout: Duration) throws(CoordinationError) {
    try checkKey(name)
    let message = Message(.barrier, connection.nextNumber()).adding(name)
    _ = try connection.request(message, "waiting at the barrier '\(name)' for all processes", timeout)
  }

  /// Says that this process comes to its end: in good order, or in one that the others should not wait for.
  public func leave(isOrderly: Bool = true, _ reason: String = "it came to its end") {
    let message = Message(.leave, connection.nextNumber()).adding(isOrderly ? 1 : 0)
      .adding(String(decoding: reason.utf8.prefix(CoordinatorLimits.reasonLength), as: UTF8.self))
    _ = try? connection.request(message, "leaving", .seconds(5))
  }

  /// Waits until all other processes leave, too; false if one is gone in another way.
  public func awaitOthers() -> Bool {
    while true {
      let disconnections = disconnections
      if disconnections.contains(where: { !$0.isOrderly }) { return false }
      if Set(disconnections.map(\.processIndex)).union([processIndex]).count == processCount { return true }
      usleep(2000)
    }
  }

  /// The processes that are gone, the coordinator's own among them if that is.
  public var disconnections: [Disconnection] { connection.disconnections }

  /// Whether there are disconnections, for those who ask often.
  public var hasDisconnections: Bool { connection.hasDisconnections.load(ordering: .acquiring) }
}
