import Foundation
import Synchronization

/// The process's side of a connection to the coordinator, shared by its thread and those who ask.
final class Connection: Sendable {
  private struct State {
    var waiting: [UInt64: Answer] = [:]
    var disconnections: [Disconnection] = []
    /// Why nothing can be asked any more.
    var end: CoordinationError?
    var lastNumber: UInt64 = 0
  }

  /// An answer that is waited for.
  private final class Answer: Sendable {
    let isThere = DispatchSemaphore(value: 0)
    let result = Mutex<Result<[UInt8], CoordinationError>?>(nil)
  }

  let hasDisconnections = Atomic(false)
  private let socket: Socket
  private let address: SocketAddress
  private let timeout: Duration
  private let state = Mutex(State())
  private let sending = Mutex<Void>(())
  private let isClosed = Atomic(false)

  init(_ socket: Socket, _ address: SocketAddress, timeout: Duration) {
    self.socket = socket
    self.address = address
    self.timeout = timeout
  }

  var disconnections: [Disconnection] { state.withLock { $0.disconnections } }

  func nextNumber() -> UInt64 {
    state.withLock { state in
      state.lastNumber += 1
      return state.lastNumber
    }
  }

  func close() {
    isClosed.store(true, ordering: .releasing)
    socket.shutDown()
  }

  /// Tells the coordinator which process this is, and waits to be taken in; closed where that fails.
  func join(_ index: Int, of count: Int, _ token: String, _ timeout: Duration) throws(CoordinationError) {
    let hello = Message(.hello, nextNumber()).adding(index).adding(count).adding(token)
    do throws(CoordinationError) {
      _ = try request(hello, "joining the coordinator at \(address)", timeout)
    } catch {
      close()
      throw error
    }
  }

  /// Sends a message and waits for what the coordinator answers.
  func request(
    _ message: Message, _ doing: String, _ timeout: Duration
  ) throws(CoordinationError) -> [UInt8] {
    let answer = Answer()
    let end = state.withLock { state in
      if state.end == nil { state.waiting[message.number] = answer }
      return state.end
    }
    if let end { throw end }
    // If it cannot be sent the connection has ended, and then the thread gives all answers.
    _ = send(message)
    let deadline = DispatchTime.now() + .nanoseconds(timeout.nanoseconds)
    guard answer.isThere.wait(timeout: deadline) == .success else {
      _ = state.withLock { $0.waiting.removeValue(forKey: message.number) }
      _ = send(Message(.cancel, message.number))
      throw CoordinationError(.timedOut, "\(doing): nothing came within \(timeout)")
    }
    guard let result = answer.result.withLock({ $0 }) else { return [] }
    do throws(CoordinationError) {
      return try result.get()
    } catch {
      throw CoordinationError(error.kind, "\(doing): \(error.message)")
    }
  }

  private func send(_ message: Message) -> Bool { sending.withLock { _ in socket.writeAll(message.encoded) } }

  /// Shows that this process is alive, without waiting: what is being sent at this moment shows it, too.
  private func beat() {
    _ = sending.withLockIfAvailable { _ in
      if socket.isWritable { _ = socket.writeAll(Message(.heartbeat).encoded) }
    }
  }

  // MARK: The thread

  /// Takes what comes, and shows that this process is alive, until the connection ends.
  func listen() {
    var arrived: ArraySlice<UInt8> = []
    var lastHeard = ContinuousClock.now
    var lastBeat = ContinuousClock.now
    while true {
      var entries = [pollfd(fd: socket.descriptor, events: Int16(POLLIN), revents: 0)]
      Socket.wait(&entries, timeout / 8)
      let now = ContinuousClock.now
      if now - lastBeat > timeout / 5 {
        beat()
        lastBeat = now
      }
      if entries[0].revents != 0 {
        guard let bytes = socket.read() else { return end("its connection closed") }
        arrived += bytes
        lastHeard = now
      } else if now - lastHeard > timeout {
        return end("nothing was heard from it for \(timeout)")
      }
      do throws(CoordinationError) {
        while let message = try Message(from: &arrived, longest: CoordinatorLimits.answerLength) {
          take(message)
        }
      } catch {
        return end(error.message)
      }
    }
  }

  private func take(_ message: Message) {
    var message = message
    switch message.kind {
    case .done: answer(message.number, .success([]))
    case .value: answer(message.number, .success(message.readBytes() ?? []))
    case .failure:
      let kind = message.readInt().flatMap { UInt8(exactly: $0) }.flatMap(CoordinationError.Kind.init)
      answer(message.number, .failure(CoordinationError(kind ?? .system, message.readText() ?? "")))
    case .gone:
      guard let process = message.readInt(), let isOrderly = message.readInt() else { return }
      note(
        Disconnection(processIndex: process, isOrderly: isOrderly == 1, reason: message.readText() ?? ""))
    case .hello, .put, .get, .tryGet, .delete, .cancel, .barrier, .leave, .heartbeat: break
    }
  }

  private func note(_ disconnection: Disconnection) {
    state.withLock { $0.disconnections.append(disconnection) }
    hasDisconnections.store(true, ordering: .releasing)
  }

  private func answer(_ number: UInt64, _ result: Result<[UInt8], CoordinationError>) {
    guard let answer = state.withLock({ $0.waiting.removeValue(forKey: number) }) else { return }
    answer.result.withLock { $0 = result }
    answer.isThere.signal()
  }

  private func end(_ reason: String) {
    // Who went before may be why the coordinator is gone, if it was in a process that ended because of that.
    let before = disconnections.first { !$0.isOrderly }.map { "; before that, \($0.error.message)" } ?? ""
    let error = CoordinationError(.gone, "the coordinator at \(address) is gone: \(reason)\(before)")
    if !isClosed.load(ordering: .acquiring) {
      note(Disconnection(processIndex: 0, isOrderly: false, reason: "it had the coordinator, and \(reason)"))
    }
    let waiting = state.withLock { state in
      state.end = error
      return Array(state.waiting.keys)
    }
    for number in waiting { answer(number, .failure(error)) }
    socket.shutDown()
  }
}
