import Synchronization
import Foundation

/// What the coordinator knows. Used by its thread alone, so nothing is locked.
final class CoordinatorRoom: @unchecked Sendable {
  // Unchecked: made by one thread and handed to another, which is the only one that uses it from then on.
  typealias Request = (guest: Guest, number: UInt64)

  let processCount: Int
  let token: CoordinatorToken
  private let timeout: Duration
  private(set) var guests: [Guest] = []
  var values: [String: [UInt8]] = [:]
  /// The bytes of `values`, as they are counted.
  var valuesLength = 0
  /// Who waits for a key, or at a barrier, and the number of their request.
  var gets: [String: [Request]] = [:]
  var barriers: [String: [Request]] = [:]
  private(set) var departures: [Departure] = []
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
      entries += guests.map { guest in
        let events = (guest.isFull ? 0 : POLLIN) | (guest.hasUnsent ? POLLOUT : 0)
        return pollfd(fd: guest.socket.descriptor, events: Int16(events), revents: 0)
      }
      Socket.wait(&entries, accepts ? min(timeout / 8, .seconds(1)) : .milliseconds(100))
      if stop.value.load(ordering: .acquiring) { return }
      for (guest, entry) in zip(guests, entries.dropFirst(2)) where entry.revents != 0 {
        attend(to: guest, entry.revents)
      }
      if entries[1].revents != 0 { welcomeStrangers(at: listener) }
      checkHearts()
      guests.removeAll(where: \.isGone)
    }
  }

  // MARK: Connections

  private func welcomeStrangers(at listener: Socket) {
    // Not all that may wait at once: members have their turn between.
    for _ in 0..<64 {
      switch listener.accepted() {
      case .nobody: return
      case .noRoom:
        nextAcceptance = .now + .milliseconds(100)
        return
      case .connection(let socket):
        let strangers = guests.lazy.filter { $0.process == nil && !$0.isGone }
        if strangers.count >= CoordinatorLimits.strangers, let first = strangers.first {
          remove(first, "it is a stranger")
        }
        let guest = Guest(socket)
        guests.append(guest)
        // Most have spoken already.
        attend(to: guest, Int16(POLLIN))
      }
    }
  }

  private func attend(to guest: Guest, _ events: Int16) {
    if guest.isGone { return }
    guest.flush()
    // The end of a connection is seen by reading, too.
    guard events & ~Int16(POLLOUT) != 0 else { return answerAll(of: guest) }
    guard let bytes = guest.socket.read() else {
      return remove(guest, "its connection to the coordinator closed")
    }
    guest.take(bytes)
    answerAll(of: guest)
  }

  private func answerAll(of guest: Guest) {
    do throws(CoordinationError) {
      while !guest.isGone, !guest.isFull, let message = try guest.nextMessage() {
        guard guest.process != nil || message.kind == .hello else { return remove(guest, "it is a stranger") }
        answer(message, from: guest)
      }
    } catch {
      remove(guest, error.message)
    }
  }

  private func checkHearts() {
    let now = ContinuousClock.now
    for guest in guests where guest.process == nil && now - guest.since > CoordinatorLimits.helloTime {
      remove(guest, "it is a stranger")
    }
    guard now >= nextHeartbeat else { return }
    nextHeartbeat = now + timeout / 4
    for guest in guests where !guest.isGone && guest.process != nil {
      if now - guest.lastHeard > timeout {
        remove(guest, "nothing was heard of it for \(timeout)")
      } else if let start = guest.partSince, now - start > timeout {
        remove(guest, "a message of its did not come to an end within \(timeout)")
      } else if !guest.hasUnsent {
        // What waits to be read tells as well that the coordinator is alive.
        guest.send(Message(.heartbeat))
      }
    }
  }

  // MARK: Processes

  func remove(_ guest: Guest, _ reason: String) {
    if guest.isGone { return }
    guest.isGone = true
    if guest.requests > 0 { forget { $0.guest === guest } }
    guest.socket.shutDown()
    guard let process = guest.process else { return }
    depart(Departure(processIndex: process, isOrderly: false, reason: reason))
  }

  /// Drops the requests that nobody waits for.
  func forget(_ isOver: (Request) -> Bool) {
    for name in Array(gets.keys) { gets[name] = rest(of: gets[name], isOver) }
    for name in Array(barriers.keys) { barriers[name] = rest(of: barriers[name], isOver) }
  }

  private func rest(of requests: [Request]?, _ isOver: (Request) -> Bool) -> [Request]? {
    let rest = (requests ?? []).filter { request in
      guard isOver(request) else { return true }
      request.guest.requests -= 1
      return false
    }
    return rest.isEmpty ? nil : rest
  }

  func depart(_ departure: Departure) {
    // One that has said that it leaves may still die on the way.
    let known = departures.filter { $0.processIndex == departure.processIndex }
    guard known.allSatisfy({ $0.isOrderly && !departure.isOrderly }) else { return }
    departures.append(departure)
    let waiting = barriers.values.flatMap { $0 } + (departure.isOrderly ? [] : gets.values.flatMap { $0 })
    barriers = [:]
    if !departure.isOrderly { gets = [:] }
    // The process that the coordinator runs in may end it when it hears of this: all others have heard of it before.
    for guest in guests.filter({ $0.process != nil }).sorted(by: { ($0.process ?? 0) > ($1.process ?? 0) }) {
      guest.send(Message(departure))
      for request in waiting where request.guest === guest {
        guest.requests -= 1
        guest.send(Message(failure: departure.error, request.number))
      }
    }
  }

  func greet(_ guest: Guest) {
    for departure in departures { guest.send(Message(departure)) }
  }
}

extension Departure {
  /// What those get who wait for the process.
  var error: CoordinationError {
    CoordinationError(.gone, "process \(processIndex) is gone: \(reason)")
  }
}

extension Message {
  init(_ departure: Departure) {
    self = Message(.gone).adding(departure.processIndex).adding(departure.isOrderly ? 1 : 0).adding(
      departure.reason)
  }

  init(failure error: CoordinationError, _ number: UInt64) {
    self = Message(.failure, number).adding(Int(error.kind.rawValue)).adding(error.message)
  }
}
