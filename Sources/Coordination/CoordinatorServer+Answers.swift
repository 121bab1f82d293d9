extension CoordinatorServer {
  func answer(_ message: Message, from session: CoordinatorSession) {
    var message = message
    let number = message.number
    switch message.kind {
    case .hello: register(&message, session)
    case .put:
      guard let key = readKey(&message, session), let value = message.readBytes() else { return }
      if let problem = put(key, value) { return refuse(problem, number, session) }
      session.send(Message(.done, number))
      for (waiting, number) in gets.removeValue(forKey: key) ?? [] {
        waiting.requests -= 1
        waiting.send(Message(.value, number), value: value)
      }
    case .get:
      guard let key = readKey(&message, session) else { return }
      if let value = values[key] {
        session.send(Message(.value, number), value: value)
      } else if let dead = disconnections.first(where: { !$0.isOrderly }) {
        refuse(dead.error, number, session)
      } else if noteRequest(number, session) {
        gets[key, default: []].append((session, number))
      }
    case .tryGet:
      guard let key = readKey(&message, session) else { return }
      guard let value = values[key] else {
        return refuse(.init(.notFound, "the key '\(key)' has no value"), number, session)
      }
      session.send(Message(.value, number), value: value)
    case .delete:
      guard let key = readKey(&message, session) else { return }
      if let value = values.removeValue(forKey: key) { valuesLength -= length(key, value) }
      session.send(Message(.done, number))
    case .barrier:
      guard let name = readKey(&message, session) else { return }
      if let disconnection = disconnections.first { return refuse(disconnection.error, number, session) }
      if noteRequest(number, session) { arrive(at: name, (session, number)) }
    case .cancel: forget { $0.session === session && $0.number == number }
    case .leave:
      guard let isOrderly = message.readInt(), let reason = message.readText(), let process = session.process
      else { return }
      // The connection stays, so that it is told of those who leave after it.
      disconnect(
        Disconnection(
          processIndex: process, isOrderly: isOrderly == 1,
          reason: String(decoding: reason.utf8.prefix(CoordinatorLimits.reasonLength), as: UTF8.self)))
      session.send(Message(.done, number))
    case .heartbeat, .done, .value, .failure, .gone: break
    }
  }

  private func refuse(_ error: CoordinationError, _ number: UInt64, _ session: CoordinatorSession) {
    session.send(Message(failure: error, number))
  }

  /// The key or name that a request is about; nil, and refused, if it is too long or none.
  private func readKey(_ message: inout Message, _ session: CoordinatorSession) -> String? {
    guard let key = message.readBytes() else {
      refuse(.init(.invalid, "the request has no key"), message.number, session)
      return nil
    }
    guard key.count <= CoordinatorLimits.keyLength else {
      let problem = "a key has \(key.count) bytes; expected up to \(CoordinatorLimits.keyLength)"
      refuse(.init(.exhausted, problem), message.number, session)
      return nil
    }
    return String(decoding: key, as: UTF8.self)
  }

  // MARK: Values

  private func length(_ key: String, _ value: [UInt8]) -> Int {
    key.utf8.count + value.count + CoordinatorLimits.valueOverhead
  }

  /// Gives a key its value, or says why not.
  private func put(_ key: String, _ value: [UInt8]) -> CoordinationError? {
    guard values[key] == nil else {
      return CoordinationError(.alreadyExists, "the key '\(key)' has a value already")
    }
    let total = valuesLength + length(key, value)
    guard total <= CoordinatorLimits.totalLength else {
      return CoordinationError(
        .exhausted,
        "the coordinator has no room for \(value.count) bytes more beside \(valuesLength); expected all values "
          + "together to have up to \(CoordinatorLimits.totalLength), so delete those that were read")
    }
    values[key] = value
    valuesLength = total
    return nil
  }

  // MARK: Waiting

  /// Counts one more request that the process waits for; false, and refused, if they are too many.
  private func noteRequest(_ number: UInt64, _ session: CoordinatorSession) -> Bool {
    guard session.requests < CoordinatorLimits.requests else {
      refuse(
        .init(
          .exhausted, "the process waits for \(session.requests) answers already; expected fewer at a time"),
        number, session)
      return false
    }
    session.requests += 1
    return true
  }

  private func arrive(at name: String, _ request: Request) {
    barriers[name, default: []].append(request)
    // A process may be there twice, on two threads.
    let present = Set((barriers[name] ?? []).map { $0.session.process })
    guard present.count == processCount else { return }
    for (waiting, number) in barriers.removeValue(forKey: name) ?? [] {
      waiting.requests -= 1
      waiting.send(Message(.done, number))
    }
  }

  // MARK: Processes

  private func register(_ message: inout Message, _ session: CoordinatorSession) {
    guard let process = message.readInt(), let count = message.readInt(), let given = message.readBytes()
    else {
      return remove(session, "it is a stranger")
    }
    guard token.matches(given) else {
      refuse(
        .init(.invalid, "the token is not the coordinator's; expected the same one in all processes"),
        message.number, session)
      return remove(session, "it is a stranger")
    }
    let problem: String? =
      if let known = session.process {
        "the connection is that of process \(known) already; expected one for each process"
      } else if count != processCount {
        "process \(process) was told of \(count) processes, and the coordinator of \(processCount)"
      } else if !(0..<processCount).contains(process) {
        "process \(process) came; expected numbers from 0 to \(processCount - 1)"
      } else if sessions.contains(where: { $0.process == process })
        || disconnections.contains(where: { $0.processIndex == process })
      {
        "there is a process \(process) already; expected a number of its own for each"
      } else { nil }
    if let problem { return refuse(.init(.invalid, problem), message.number, session) }
    session.process = process
    session.send(Message(.done, message.number))
    announceDisconnections(to: session)
  }
}
