import Foundation

/// What the coordinator knows. Used by its thread alone, so nothing is locked.
final class CoordinatorRoom: @unchecked Sendable {
  // Unchecked: made by one thread and handed to another, which is the only one that uses it from then on.
  /// A connection and, once it has said who it is, the process behind it.
  private final class Guest {
    let socket: Socket
    var process: Int?
    var arrived: ArraySlice<UInt8> = []
    var unsent: ArraySlice<UInt8> = []
    var lastHeard = ContinuousClock.now
    var isGone = false
    init(_ socket: Socket) { self.socket = socket }
  }

  private let processCount: Int
  private let token: String
  private let timeout: Duration
  private var guests: [Guest] = []
  private var values: [String: [UInt8]] = [:]
  /// Who waits for a key, or at a barrier, and the number of their request.
  private var gets: [String: [(guest: Guest, number: UInt64)]] = [:]
  private var barriers: [String: [(guest: Guest, number: UInt64)]] = [:]
  private var departures: [Departure] = []
  private var nextHeartbeat = ContinuousClock.now

  init(processCount: Int, token: String, timeout: Duration) {
    self.processCount = processCount
    self.token = token
    self.timeout = timeout
  }

  func run(_ listener: Socket, _ wakeUp: Socket, until stop: Coordinator.StopSign) {
    while true {
      var entries = [listener, wakeUp].map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
      entries += guests.map { guest in
        let events = guest.unsent.isEmpty ? POLLIN : POLLIN | POLLOUT
        return pollfd(fd: guest.socket.descriptor, events: Int16(events), revents: 0)
      }
      Socket.wait(&entries, timeout / 8)
      if stop.value.load(ordering: .acquiring) { return }
      for (guest, entry) in zip(guests, entries.dropFirst(2)) where entry.revents != 0 { listen(to: guest) }
      if entries[0].revents != 0, let socket = listener.accepted() {
        socket.setNonBlocking()
        guests.append(Guest(socket))
      }
      checkHearts()
      guests.removeAll(where: \.isGone)
    }
  }

  // MARK: Connections

  private func listen(to guest: Guest) {
    guard let bytes = guest.socket.read() else {
      return remove(guest, "its connection to the coordinator closed")
    }
    flush(guest)
    guest.arrived += bytes
    if !bytes.isEmpty { guest.lastHeard = .now }
    do throws(CoordinationError) {
      while !guest.isGone, let message = try Message(from: &guest.arrived) {
        guard guest.process != nil || message.kind == .hello else { return remove(guest, "it is a stranger") }
        answer(message, from: guest)
      }
    } catch {
      remove(guest, error.message)
    }
  }

  private func send(_ message: Message, to guest: Guest) {
    if guest.isGone { return }
    guest.unsent += message.encoded
    flush(guest)
  }

  private func flush(_ guest: Guest) {
    guard !guest.unsent.isEmpty else { return }
    // A connection that has ended shows when it is read from.
    guest.unsent = guest.unsent.dropFirst(guest.socket.write(guest.unsent) ?? guest.unsent.count)
  }

  private func checkHearts() {
    let now = ContinuousClock.now
    guard now >= nextHeartbeat else { return }
    nextHeartbeat = now + timeout / 4
    for guest in guests where !guest.isGone {
      if now - guest.lastHeard > timeout {
        remove(guest, "nothing was heard of it for \(timeout)")
      } else {
        send(Message(.heartbeat), to: guest)
      }
    }
  }

  // MARK: Processes

  private func remove(_ guest: Guest, _ reason: String) {
    if guest.isGone { return }
    guest.isGone = true
    for key in gets.keys { gets[key]?.removeAll { $0.guest === guest } }
    for key in barriers.keys { barriers[key]?.removeAll { $0.guest === guest } }
    guest.socket.shutDown()
    guard let process = guest.process else { return }
    depart(Departure(processIndex: process, isOrderly: false, reason: reason))
  }

  private func depart(_ departure: Departure) {
    // One that has said that it leaves may still die on the way.
    let known = departures.filter { $0.processIndex == departure.processIndex }
    guard known.allSatisfy({ $0.isOrderly && !departure.isOrderly }) else { return }
    departures.append(departure)
    // The process that the coordinator runs in may end it when it hears of the last one: it is told last.
    let listeners = guests.filter { $0.process != nil }.sorted { ($0.process ?? 0) > ($1.process ?? 0) }
    for guest in listeners { send(Message(departure), to: guest) }
    let waiting = barriers.values.flatMap { $0 } + (departure.isOrderly ? [] : gets.values.flatMap { $0 })
    barriers = [:]
    if !departure.isOrderly { gets = [:] }
    for (guest, number) in waiting { send(failure(departure.error, number), to: guest) }
  }

  private func failure(_ error: CoordinationError, _ number: UInt64) -> Message {
    Message(.failure, number).adding(Int(error.kind.rawValue)).adding(error.message)
  }

  private func answer(_ message: Message, from guest: Guest) {
    var message = message
    let number = message.number
    switch message.kind {
    case .hello: welcome(&message, guest)
    case .put:
      guard let key = message.readText(), let value = message.readBytes() else { return }
      guard values[key] == nil else {
        return send(failure(.init(.alreadyExists, "the key '\(key)' has a value already"), number), to: guest)
      }
      values[key] = value
      send(Message(.done, number), to: guest)
      for (waiting, number) in gets.removeValue(forKey: key) ?? [] {
        send(Message(.value, number).adding(value), to: waiting)
      }
    case .get:
      guard let key = message.readText() else { return }
      if let value = values[key] {
        send(Message(.value, number).adding(value), to: guest)
      } else if let dead = departures.first(where: { !$0.isOrderly }) {
        send(failure(dead.error, number), to: guest)
      } else {
        gets[key, default: []].append((guest, number))
      }
    case .tryGet:
      guard let key = message.readText() else { return }
      let missing = CoordinationError(.notFound, "the key '\(key)' has no value")
      send(values[key].map { Message(.value, number).adding($0) } ?? failure(missing, number), to: guest)
    case .barrier:
      guard let name = message.readText() else { return }
      if let departure = departures.first { return send(failure(departure.error, number), to: guest) }
      barriers[name, default: []].append((guest, number))
      guard barriers[name]?.count == processCount else { return }
      for (waiting, number) in barriers.removeValue(forKey: name) ?? [] {
        send(Message(.done, number), to: waiting)
      }
    case .leave:
      guard let isOrderly = message.readInt(), let reason = message.readText(), let process = guest.process
      else { return }
      // The connection stays, so that it hears of those who leave after it.
      depart(Departure(processIndex: process, isOrderly: isOrderly == 1, reason: reason))
      send(Message(.done, number), to: guest)
    case .heartbeat, .done, .value, .failure, .gone: break
    }
  }

  private func welcome(_ message: inout Message, _ guest: Guest) {
    guard let process = message.readInt(), let count = message.readInt(), let token = message.readText(),
      token == self.token
    else { return remove(guest, "it is a stranger") }
    let problem: String? =
      if count != processCount {
        "process \(process) was told of \(count) processes, and the coordinator of \(processCount)"
      } else if !(0..<processCount).contains(process) {
        "process \(process) came; expected numbers from 0 to \(processCount - 1)"
      } else if guests.contains(where: { $0.process == process })
        || departures.contains(where: { $0.processIndex == process })
      {
        "there is a process \(process) already; expected a number of its own for each"
      } else { nil }
    if let problem { return send(failure(.init(.invalid, problem), message.number), to: guest) }
    guest.process = process
    send(Message(.done, message.number), to: guest)
    for departure in departures { send(Message(departure), to: guest) }
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
}
