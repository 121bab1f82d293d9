import Foundation
import Testing

@testable import Coordination

/// What strangers, and processes that misbehave, can do to a coordinator: nothing.
struct CoordinatorLimitTests {
  private let coordinator: Coordinator
  private let member: CoordinatorClient
  private static let token = "the token"

  init() throws {
    coordinator = try Coordinator(at: SocketAddress("127.0.0.1:0"), processCount: 2, token: Self.token)
    member = try CoordinatorClient(
      to: coordinator.address, processIndex: 0, processCount: 2, token: Self.token, timeout: .seconds(600))
  }

  private func connected() throws -> Socket { try #require(try Socket.connected(to: coordinator.address)) }

  private func hello(_ index: Int, _ token: String = Self.token) -> Message {
    Message(.hello, 1).adding(index).adding(2).adding(token)
  }

  /// The next message but heartbeats; nil when the connection has ended.
  private func answer(_ socket: Socket, _ arrived: inout ArraySlice<UInt8>) throws -> Message? {
    while true {
      if let message = try Message(from: &arrived, longest: CoordinatorLimits.answerLength) {
        if message.kind != .heartbeat { return message }
        continue
      }
      guard let bytes = socket.read() else { return nil }
      arrived += bytes
    }
  }

  private func answer(_ socket: Socket) throws -> Message? {
    var arrived: ArraySlice<UInt8> = []
    return try answer(socket, &arrived)
  }

  // MARK: Strangers

  /// What is no hello, or announces more than one has, ends the connection at its first bytes.
  @Test func strangersAreNotListenedTo() throws {
    let large = Message(.hello, 1).announcing([UInt8](repeating: 0, count: 1 << 28)).encoded
    for bytes in [
      large, Message(.put, 1).adding("key").adding([1]).encoded, Array("GET / HTTP/1.1\r\n\r\n".utf8),
      Message(.hello, 1).encoded, Message(.leave, 1).adding(0).adding("").encoded,
    ] {
      let socket = try connected()
      _ = socket.write(bytes[...])
      #expect(try answer(socket) == nil)
    }
    #expect(member.disconnections.isEmpty)
  }

  @Test func theTokenIsNeeded() throws {
    for token in ["", "the toke", "the tokeN", "the token ", String(repeating: "x", count: 512)] {
      let socket = try connected()
      _ = socket.write(hello(1, token).encoded[...])
      var arrived: ArraySlice<UInt8> = []
      #expect(try answer(socket, &arrived)?.kind == .failure)
      #expect(try answer(socket, &arrived) == nil)
      let error = #expect(throws: CoordinationError.self) {
        try CoordinatorClient(to: coordinator.address, processIndex: 1, processCount: 2, token: token)
      }
      #expect(error?.message.contains("the token is not the coordinator's") == true)
    }
    #expect(throws: CoordinationError.self) { try CoordinatorToken(String(repeating: "x", count: 513)) }
  }

  /// A coordinator that other machines reach has a token.
  @Test func onlyThisMachineNeedsNoToken() throws {
    for host in ["0.0.0.0", "::"] + SocketAddress.networkHosts {
      let error = #expect(throws: CoordinationError.self) {
        try Coordinator(at: SocketAddress(host: host, port: 0), processCount: 1)
      }
      #expect(error?.kind == .invalid && error?.message.contains("has no token") == true)
    }
    for host in ["127.0.0.1", "127.1.2.3", "localhost"] {
      _ = try Coordinator(at: SocketAddress(host: host, port: 0), processCount: 1)
    }
  }

  /// The one that has been there for longest has to go; a member is taken in all the same.
  @Test func thereAreNotTooManyStrangers() throws {
    let first = try connected()
    let others = try (0..<CoordinatorLimits.strangers).map { _ in try connected() }
    #expect(first.read() == nil)
    let second = try CoordinatorClient(
      to: coordinator.address, processIndex: 1, processCount: 2, token: Self.token, timeout: .seconds(600))
    #expect(try second.tryGet("key") == nil)
    withExtendedLifetime(others) {}
  }

  // MARK: Members

  @Test func aSecondHelloTakesNoOtherNumber() throws {
    let socket = try connected()
    var arrived: ArraySlice<UInt8> = []
    _ = socket.write(hello(1).encoded[...])
    #expect(try answer(socket, &arrived)?.kind == .done)
    _ = socket.write(hello(0).encoded[...])
    var refused = try #require(try answer(socket, &arrived))
    #expect(refused.kind == .failure && refused.readInt() == Int(CoordinationError.Kind.invalid.rawValue))
    #expect(
      refused.readText() == "the connection is that of process 1 already; expected one for each process")
    // It is still the one that it was: its end is noticed as that.
    socket.shutDown()
    let error = #expect(throws: CoordinationError.self) { try member.barrier("b", timeout: .seconds(600)) }
    #expect(error?.message.contains("process 1 is gone") == true)
  }

  @Test func valuesHaveALimit() throws {
    let value = [UInt8](repeating: 1, count: 1 << 20)
    let tooLarge = #expect(throws: CoordinationError.self) {
      try member.put("large", [UInt8](repeating: 1, count: 5 << 20))
    }
    #expect(tooLarge?.kind == .exhausted)
    for number in 0..<15 { try member.put("\(number)", value) }
    let full = #expect(throws: CoordinationError.self) { try member.put("15", value) }
    #expect(full?.kind == .exhausted && full?.message.contains("no room for 1048576 bytes more") == true)
    // What is read can be taken away, and then there is room again.
    try member.delete("3")
    #expect(try member.tryGet("3") == nil)
    try member.delete("3")
    try member.put("15", value)
    #expect(try member.get("15", timeout: .seconds(600)) == value)
    let long = String(repeating: "k", count: 4097)
    for body in [
      { try member.put(long, []) }, { _ = try member.get(long, timeout: .seconds(1)) },
      { _ = try member.tryGet(long) }, { try member.barrier(long, timeout: .seconds(1)) },
    ] as [() throws -> Void] {
      #expect((#expect(throws: CoordinationError.self) { try body() })?.kind == .exhausted)
    }
  }

  /// A process that asks and does not read is not listened to until it does, and then has all its answers.
  @Test func answersThatNobodyReadsWait() throws {
    let value = [UInt8](repeating: 9, count: 1 << 20)
    try member.put("value", value)
    let socket = try connected()
    let count = 40
    let requests = (0..<count).flatMap { Message(.tryGet, UInt64($0 + 2)).adding("value").encoded }
    _ = socket.write((hello(1).encoded + requests)[...])
    // Meanwhile the others are served.
    for _ in 0..<50 { #expect(try member.tryGet("value")?.count == 1 << 20) }
    var arrived: ArraySlice<UInt8> = []
    #expect(try answer(socket, &arrived)?.kind == .done)
    for number in 0..<count {
      let message = try #require(try answer(socket, &arrived))
      #expect(message.kind == .value && message.number == UInt64(number + 2))
      #expect(message.contents.count == 8 + value.count)
    }
  }

  /// Whoever waits for too much is refused, and what nobody waits for any more does not count.
  @Test func requestsHaveALimit() throws {
    let socket = try connected()
    var arrived: ArraySlice<UInt8> = []
    func ask(_ number: Int, _ kind: Message.Kind = .get) -> [UInt8] {
      let message = Message(kind, UInt64(number))
      return (kind == .cancel ? message : message.adding("never \(number)")).encoded
    }
    let numbers = 2..<(2 + CoordinatorLimits.requests)
    _ = socket.write((hello(1).encoded + numbers.flatMap { ask($0) } + ask(5000))[...])
    #expect(try answer(socket, &arrived)?.kind == .done)
    let refused = try #require(try answer(socket, &arrived))
    #expect(refused.kind == .failure && refused.number == 5000)
    _ = socket.write((ask(2, .cancel) + ask(5001) + ask(5002))[...])
    #expect(try answer(socket, &arrived)?.number == 5002)
    // A client says so itself when its time is up.
    for _ in 0..<(CoordinatorLimits.requests + 10) {
      let error = #expect(throws: CoordinationError.self) { try member.get("no", timeout: .microseconds(1)) }
      #expect(error?.kind == .timedOut)
    }
  }

  /// Two threads of one process are not two processes.
  @Test func aProcessComesToABarrierOnce() throws {
    for _ in 0..<2 {
      let error = #expect(throws: CoordinationError.self) {
        try member.barrier("b", timeout: .milliseconds(50))
      }
      #expect(error?.kind == .timedOut)
    }
  }
}
