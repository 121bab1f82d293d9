import Synchronization
import Foundation

/// The coordinator's side of all connections, and what it knows. Used by its thread alone, so nothing is locked.
final class CoordinatorServer: @unchecked Sendable {
  // Unchecked: made by one thread and handed to another, which is the only one that uses it from then on.
  typealias Request = (session: CoordinatorSession, number: UInt64)

  let processCount: Int
  let token: CoordinatorToken
  private let timeout: Duration
  private(set) var sessions: [CoordinatorSession] = []
  var values: [String: [UInt8]] = [:]
  /// The bytes of `values`, as they are counted.
  var valuesLength = 0
  /// Who waits for a key, or at a barrier, and the number of their request.
  var gets: [String: [Request]] = [:]
  var barriers: [String: [Request]] = [:]
  private(set) var disconnections: [Disconnection] = []
  private var nextHeartbeat = ContinuousClock.now
  /// When the system may have room for connections again.
  private var nextAcceptance = ContinuousClock.now

  init(processCount: Int, token: CoordinatorToken, timeout: Duration) {
    self.processCount = processCount
    self.token = token
    self.timeout = timeout
  }

  func run(_ listener: Socket, _ wakeUp: Socket, until stop: Coordinator.StopSign) {
    while true {
      let accepts = ContinuousClock.now >= nextAcceptance
      var entries = [pollfd(fd: wakeUp.descriptor, events: Int16(POLLIN), revents: 0)]
      // A negative number is passed over.
      entries.append(pollfd(fd: accepts ? listener.descriptor : -1, events: Int16(POLLIN), revents: 0))
      entries += sessions.map { session in
        let events = (session.isFull ? 0 : POLLIN) | (session.hasUnsent ? POLLOUT : 0)
        return pollfd(fd: session.socket.descriptor, events: Int16(events), revents: 0)
      }
      Socket.wait(&entries, accepts ? min(timeout / 8, .seconds(1)) : .milliseconds(100))
      if stop.value.load(ordering: .acquiring) { return }
      for (session, entry) in zip(sessions, entries.dropFirst(2)) where entry.revents != 0 {
        handleEvents(of: session, entry.revents)
      }
      if entries[1].revents != 0 { acceptConnections(at: listener) }
      checkHeartbeats()
      sessions.removeAll(where: \.isGone)
    }
  }

  // MARK: Connections

  private func acceptConnections(at listener: Socket) {
    // Not all that may wait at once: members have their turn between.
    for _ in 0..<64 {
      switch listener.accepted() {
      case .nobody: return
      case .noRoom:
        nextAcceptance = .now + .milliseconds(100)
        return
      case .connection(let socket):
        let strangers = sessions.lazy.filter { $0.process == nil && !$0.isGone }
        if strangers.count >= CoordinatorLimits.strangers, let first = strangers.first {
          remove(first, "it is a stranger")
        }
        let session = CoordinatorSession(socket)
        sessions.append(session)
        // Most have spoken already.
        handleEvents(of: session, Int16(POLLIN))
      }
    }
  }

  private func handleEvents(of session: CoordinatorSession, _ events: Int16) {
    if session.isGone { return }
    session.flush()
    // The end of a connection is seen by reading, too.
    guard events & ~Int16(POLLOUT) != 0 else { return answerAll(of: session) }
    guard let bytes = session.socket.read() else {
      return remove(session, "its connection to the coordinator closed")
    }
    session.take(bytes)
    answerAll(of: session)
  }

  private func answerAll(of session: CoordinatorSession) {
    do throws(CoordinationError) {
      while !session.isGone, !session.isFull, let message = try session.nextMessage() {
        guard session.process != nil || message.kind == .hello else {
          return remove(session, "it is a stranger")
        }
        answer(message, from: session)
      }
    } catch {
      remove(session, error.message)
    }
  }

  private func checkHeartbeats() {
    let now = ContinuousClock.now
    for session in sessions where session.process == nil && now - session.since > CoordinatorLimits.helloTime
    {
      remove(session, "it is a stranger")
    }
    guard now >= nextHeartbeat else { return }
    nextHeartbeat = now + timeout / 4
    for session in sessions where !session.isGone && session.process != nil {
      if now - session.lastHeard > timeout {
        remove(session, "nothing was heard from it for \(timeout)")
      } else if let start = session.partSince, now - start > timeout {
        remove(session, "a message of its did not come to an end within \(timeout)")
      } else if !session.hasUnsent {
        // What waits to be read tells as well that the coordinator is alive.
        session.send(Message(.heartbeat))
      }
    }
  }

  // MARK: Processes

  func remove(_ session: CoordinatorSession, _ reason: String) {
    if session.isGone { return }
    session.isGone = true
    if session.requests > 0 { forget { $0.session === session } }
    session.socket.shutDown()
    guard let process = session.process else { return }
    disconnect(Disconnection(processIndex: process, isOrderly: false, reason: reason))
  }

  /// Drops the requests that nobody waits for.
  func forget(_ isOver: (Request) -> Bool) {
    for name in Array(gets.keys) { gets[name] = rest(of: gets[name], isOver) }
    for name in Array(barriers.keys) { barriers[name] = rest(of: barriers[name], isOver) }
  }

  private func rest(of requests: [Request]?, _ isOver: (Request) -> Bool) -> [Request]? {
    let rest = (requests ?? []).filter { request in
      guard isOver(request) else { return true }
      request.session.requests -= 1
      return false
    }
    return rest.isEmpty ? nil : rest
  }

  func disconnect(_ disconnection: Disconnection) {
    // One that has said that it leaves may still die on the way.
    let known = disconnections.filter { $0.processIndex == disconnection.processIndex }
    guard known.allSatisfy({ $0.isOrderly && !disconnection.isOrderly }) else { return }
    disconnections.append(disconnection)
    let waiting = barriers.values.flatMap { $0 } + (disconnection.isOrderly ? [] : gets.values.flatMap { $0 })
    barriers = [:]
    if !disconnection.isOrderly { gets = [:] }
    // The process that the coordinator runs in may end it when it is told of this: all others have been told before.
    for session in sessions.filter({ $0.process != nil }).sorted(by: { ($0.process ?? 0) > ($1.process ?? 0) }
    ) {
      session.send(Message(disconnection))
      for request in waiting where request.session === session {
        session.requests -= 1
        session.send(Message(failure: disconnection.error, request.number))
      }
    }
  }

  func announceDisconnections(to session: CoordinatorSession) {
    for disconnection in disconnections { session.send(Message(disconnection)) }
  }
}

extension Disconnection {
  /// What those get who wait for the process.
  var error: CoordinationError {
    CoordinationError(.gone, "process \(processIndex) is gone: \(reason)")
  }
}

extension Message {
  init(_ disconnection: Disconnection) {
    self = Message(.gone).adding(disconnection.processIndex).adding(disconnection.isOrderly ? 1 : 0).adding(
      disconnection.reason)
  }

  init(failure error: CoordinationError, _ number: UInt64) {
    self = Message(.failure, number).adding(Int(error.kind.rawValue)).adding(error.message)
  }
}
