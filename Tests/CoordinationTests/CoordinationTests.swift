import Coordination
import Foundation
import Synchronization
import Testing

struct CoordinationTests {
  /// How long is waited for what comes at once: so long that no machine is too slow.
  private static let patience = Duration.seconds(600)

  private func meeting(_ count: Int, timeout: Duration = CoordinationTests.patience) throws -> (
    Coordinator, [CoordinatorClient]
  ) {
    let coordinator = try Coordinator(
      at: SocketAddress("127.0.0.1:0"), processCount: count, token: "t", heartbeatTimeout: timeout)
    let clients = try (0..<count).map { index in
      try CoordinatorClient(
        to: coordinator.address, processIndex: index, processCount: count, token: "t",
        timeout: CoordinationTests.patience,
        heartbeatTimeout: timeout)
    }
    return (coordinator, clients)
  }

  /// Runs bodies at the same time and gives what they throw.
  private func together(_ bodies: [@Sendable () throws -> Void]) -> [String] {
    let errors = Mutex([String](repeating: "", count: bodies.count))
    let group = DispatchGroup()
    for (index, body) in bodies.enumerated() {
      group.enter()
      // A thread for each: there may be fewer cores.
      Thread.detachNewThread {
        do {
          try body()
        } catch {
          errors.withLock { $0[index] = "\(error)" }
        }
        group.leave()
      }
    }
    group.wait()
    return errors.withLock { $0 }
  }

  @Test func valuesGoFromProcessToProcess() throws {
    let (coordinator, clients) = try meeting(2)
    defer { withExtendedLifetime(coordinator) {} }
    #expect(try clients[1].tryGet("a") == nil)
    try clients[0].put("a", [1, 2, 3])
    #expect(try clients[1].get("a", timeout: CoordinationTests.patience) == [1, 2, 3])
    #expect(try clients[1].tryGet("a") == [1, 2, 3])
    try clients[0].put("empty", [])
    #expect(try clients[1].get("empty", timeout: CoordinationTests.patience) == [])
    let large = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try clients[1].put("large", large)
    #expect(try clients[0].get("large", timeout: CoordinationTests.patience) == large)
    // A value that comes later is waited for.
    let errors = together([
      {
        let value = try clients[0].get("later", timeout: CoordinationTests.patience)
        #expect(value == [7])
      },
      {
        usleep(100_000)
        try clients[1].put("later", [7])
      },
    ])
    #expect(errors == ["", ""])
  }

  @Test func errorsOfValues() throws {
    let (coordinator, clients) = try meeting(2)
    defer { withExtendedLifetime(coordinator) {} }
    try clients[0].put("a", [1])
    let again = #expect(throws: CoordinationError.self) { try clients[1].put("a", [2]) }
    #expect(again?.kind == .alreadyExists)
    #expect(again?.description == "putting 'a': the key 'a' has a value already")
    let late = #expect(throws: CoordinationError.self) {
      try clients[0].get("b", timeout: .milliseconds(200))
    }
    #expect(late?.kind == .timedOut)
    #expect(late?.description == "waiting for the key 'b': nothing came within 0.2 seconds")
    // The connection works on.
    #expect(try clients[0].tryGet("a") == [1])
  }

  @Test func barriers() throws {
    let (coordinator, clients) = try meeting(3)
    defer { withExtendedLifetime(coordinator) {} }
    for round in 0..<20 {
      let arrived = Atomic(0)
      let errors = together(
        clients.map { client in
          {
            arrived.wrappingAdd(1, ordering: .relaxed)
            try client.barrier("round \(round % 2)", timeout: CoordinationTests.patience)
            #expect(arrived.load(ordering: .relaxed) == 3)
          }
        })
      #expect(errors == ["", "", ""])
    }
    let alone = #expect(throws: CoordinationError.self) {
      try clients[0].barrier("alone", timeout: .milliseconds(100))
    }
    #expect(alone?.kind == .timedOut)
  }

  @Test func whoIsGoneIsToldAtOnce() throws {
    var (coordinator, clients) = try meeting(3)
    let (first, second) = (clients[0], clients[1])
    // The third process ends without a word while the first waits for it.
    clients = [first, second]
    let error = #expect(throws: CoordinationError.self) {
      try first.barrier("b", timeout: CoordinationTests.patience)
    }
    #expect(error?.kind == .gone)
    #expect(
      error?.description == "waiting at the barrier 'b' for all processes: process 2 is gone: "
        + "its connection to the coordinator closed")
    #expect(first.disconnections.map(\.processIndex) == [2] && first.hasDisconnections)
    let get = #expect(throws: CoordinationError.self) {
      try second.get("k", timeout: CoordinationTests.patience)
    }
    #expect(get?.kind == .gone)
    #expect(!first.awaitOthers())
    _ = coordinator.address
    // Without the coordinator nothing is answered.
    coordinator = try Coordinator(at: SocketAddress("127.0.0.1:0"), processCount: 1)
    let alone = #expect(throws: CoordinationError.self) {
      try first.get("k", timeout: CoordinationTests.patience)
    }
    #expect(alone?.kind == .gone)
    #expect(alone?.message.contains("the coordinator at 127.0.0.1:") == true)
  }

  @Test func leavingInGoodOrder() throws {
    let (coordinator, clients) = try meeting(2)
    defer { withExtendedLifetime(coordinator) {} }
    let errors = together(
      clients.map { client in
        {
          client.leave()
          #expect(client.awaitOthers())
        }
      })
    #expect(errors == ["", ""])
    #expect(clients[0].disconnections.filter { !$0.isOrderly }.isEmpty)
  }

  @Test func strangersAndWrongNumbers() throws {
    let coordinator = try Coordinator(at: SocketAddress("127.0.0.1:0"), processCount: 2, token: "secret")
    func problem(_ index: Int, _ count: Int, _ token: String) -> String {
      do {
        _ = try CoordinatorClient(
          to: coordinator.address, processIndex: index, processCount: count, token: token,
          timeout: CoordinationTests.patience)
        return ""
      } catch { return error.message }
    }
    #expect(problem(0, 3, "secret").contains("process 0 was told of 3 processes, and the coordinator of 2"))
    #expect(problem(2, 2, "secret").contains("process 2 came; expected numbers from 0 to 1"))
    #expect(problem(0, 2, "guess").contains("the token is not the coordinator's"))
    let first = try CoordinatorClient(
      to: coordinator.address, processIndex: 0, processCount: 2, token: "secret",
      timeout: CoordinationTests.patience)
    #expect(problem(0, 2, "secret").contains("there is a process 0 already"))
    #expect(try first.tryGet("a") == nil)
    let nobody = #expect(throws: CoordinationError.self) {
      try CoordinatorClient(
        to: SocketAddress("127.0.0.1:1"), processIndex: 0, processCount: 1, timeout: .milliseconds(200))
    }
    #expect(
      nobody?.message.contains("process 0 found no coordinator at 127.0.0.1:1 within 0.2 seconds") == true)
  }

  /// What comes from settings and arguments neither ends the process nor keeps it busy.
  @Test func numbersBeyondReason() throws {
    let address = try SocketAddress("127.0.0.1:0")
    for count in [0, -1, Int.min] {
      let error = #expect(throws: CoordinationError.self) {
        try Coordinator(at: address, processCount: count)
      }
      #expect(error?.message == "\(count) processes were given; expected at least 1")
      #expect(throws: CoordinationError.self) {
        try CoordinatorClient(to: address, processIndex: 0, processCount: count)
      }
    }
    for time in [Duration.zero, .seconds(-1), .seconds(Int64.min), .nanoseconds(1)] {
      #expect(throws: CoordinationError.self) {
        try Coordinator(at: address, processCount: 1, heartbeatTimeout: time)
      }
    }
    let long = Duration.seconds(Int64.max)
    let coordinator = try Coordinator(at: address, processCount: Int.max, heartbeatTimeout: long)
    let client = try CoordinatorClient(
      to: coordinator.address, processIndex: Int.max - 1, processCount: Int.max, timeout: long,
      heartbeatTimeout: long)
    try client.put("a", [1])
    #expect(try client.get("a", timeout: long) == [1])
    for time in [Duration.zero, .seconds(Int64.min)] {
      #expect(throws: CoordinationError.self) { try client.get("b", timeout: time) }
    }
    for port in [-1, 65536, Int.max, Int.min] {
      #expect(throws: CoordinationError.self) {
        try Coordinator(at: SocketAddress(host: "127.0.0.1", port: port), processCount: 1)
      }
    }
  }

  /// A machine has several addresses, of which a process may reach one, and find another coordinator at others.
  @Test func oneOfSeveralAddresses() throws {
    let other = try Coordinator(at: SocketAddress("127.0.0.1:0"), processCount: 1, token: "other")
    let hosts = SocketAddress.networkHosts + ["127.0.0.1"]
    let right = try Coordinator(at: SocketAddress("0.0.0.0:0"), processCount: hosts.count, token: "right")
    #expect(!SocketAddress.networkHosts.contains("127.0.0.1"))
    for (index, host) in hosts.enumerated() {
      let client = try CoordinatorClient(
        toOneOf: [
          SocketAddress("127.0.0.1:1"), other.address, SocketAddress(host: host, port: right.address.port),
        ], processIndex: index, processCount: hosts.count, token: "right", timeout: CoordinationTests.patience
      )
      #expect(try client.tryGet("a") == nil)
      client.leave()
    }
    let nobody = #expect(throws: CoordinationError.self) {
      try CoordinatorClient(
        toOneOf: [SocketAddress("127.0.0.1:1"), other.address], processIndex: 0, processCount: 1,
        token: "right", timeout: .milliseconds(300))
    }
    #expect(nobody?.kind == .timedOut)
    #expect(nobody?.message.contains("127.0.0.1:1, \(other.address) within 0.3 seconds") == true)
  }

  @Test func addresses() throws {
    #expect(try SocketAddress("[::1]:80") == SocketAddress(host: "::1", port: 80))
    #expect(try SocketAddress("[::1]:80").description == "[::1]:80")
    for wrong in ["", "host", ":80", "host:x", "host:70000"] {
      #expect(throws: CoordinationError.self) { try SocketAddress(wrong) }
    }
  }
}
