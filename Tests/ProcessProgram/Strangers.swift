import Coordination
import Foundation
import Synchronization

/// A coordinator that strangers and its own processes ask for more than it has: its memory must not grow by it, and its
/// members must not notice. Everything is on the loopback address, in this one process.
///
///     processes strangers 10000 100       connections by strangers, and the megabytes that each of six sends
final class Strangers: Sendable {
  private let coordinator: Coordinator
  private let members: [CoordinatorClient]
  private let isOver = Atomic(false)

  private static let token = "the token of the members"
  private static let memberCount = 6
  /// How many connections strangers keep open at a time.
  private static let openCount = 200
  private static let allowedGrowth = 50

  static func run(_ arguments: [String]) throws {
    guard arguments.count == 2, let connections = Int(arguments[0]), let megabytes = Int(arguments[1]),
      (1...100_000).contains(connections), (1...1000).contains(megabytes)
    else {
      say("usage: processes strangers CONNECTIONS MEGABYTES")
      exit(2)
    }
    try Strangers().run(connections, megabytes)
  }

  private init() throws {
    let coordinator = try Coordinator(
      at: SocketAddress("127.0.0.1:0"), processCount: Strangers.memberCount, token: Strangers.token)
    self.coordinator = coordinator
    members = try (0..<Strangers.memberCount).map {
      try CoordinatorClient(
        to: coordinator.address, processIndex: $0, processCount: Strangers.memberCount, token: Strangers.token
      )
    }
  }

  private func run(_ connections: Int, _ megabytes: Int) throws {
    let work = MemberWork(members)
    try work.rounds(10)
    let before = try Strangers.residentMegabytes()
    let peak = Mutex(before)
    let watch = Background { [self] in
      while !isOver.load(ordering: .acquiring) {
        if let now = try? Strangers.residentMegabytes() { peak.withLock { $0 = max($0, now) } }
        usleep(5_000)
      }
    }
    let meanwhile = Background { [self] in try work.rounds { isOver.load(ordering: .acquiring) } }
    knock(connections)
    print("\(connections) connections by strangers: peak \(peak.withLock { $0 } - before) MB more")
    let floods = (0..<6).map { number in Background { [self] in flood(megabytes, number) } }
    floods.forEach { $0.wait() }
    print("\(megabytes) MB from each of six strangers: peak \(peak.withLock { $0 } - before) MB more")
    let puts = members.indices.map { index in Background { [self] in try fill(megabytes, index) } }
    puts.forEach { $0.wait() }
    print("\(megabytes) MB from each of six members: peak \(peak.withLock { $0 } - before) MB more")
    isOver.store(true, ordering: .releasing)
    meanwhile.wait()
    watch.wait()
    let growth = peak.withLock { $0 } - before
    print("members: \(work.roundCount) rounds meanwhile")
    for failure in ([meanwhile] + puts).compactMap(\.failure) { print("FAILED: \(failure)") }
    let isWell =
      ([meanwhile] + puts).allSatisfy { $0.failure == nil } && members.allSatisfy { !$0.hasDisconnections }
    print(isWell && growth < Strangers.allowedGrowth ? "strangers: all is well" : "strangers: WRONG")
    exit(isWell && growth < Strangers.allowedGrowth ? 0 : 1)
  }

  // MARK: No room

  /// Connections wait for which the system has no descriptors left.
  static func runWithoutDescriptors() throws {
    var limit = rlimit(rlim_cur: 64, rlim_max: 64)
    #if canImport(Glibc)
      setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    #else
      setrlimit(RLIMIT_NOFILE, &limit)
    #endif
    let strangers = try Strangers()
    // Both ends are in this process: soon there are none left, and some connections wait to be taken.
    var open: [RawConnection] = []
    while let connection = RawConnection(port: strangers.coordinator.address.port) { open.append(connection) }
    let before = clock()
    usleep(2_000_000)
    let used = Double(clock() - before) / Double(CLOCKS_PER_SEC)
    // The members are served all the while.
    let work = MemberWork(strangers.members)
    try work.rounds(3)
    let count = open.count
    open = []
    try work.rounds(3)
    print("\(count) connections; \(used) s of work in 2 s")
    print(used < 0.5 && count > 20 ? "strangers without descriptors: all is well" : "WRONG")
    exit(used < 0.5 && count > 20 ? 0 : 1)
  }

  // MARK: Strangers

  /// Connections of all kinds, a part of them open at a time.
  private func knock(_ count: Int) {
    var open: [RawConnection] = []
    for number in 0..<count {
      guard let connection = RawConnection(port: coordinator.address.port) else {
        usleep(1000)
        continue
      }
      switch number % 5 {
      case 0: break
      case 1: connection.send(Array("GET / HTTP/1.1\r\n\r\n".utf8))
      // The head of a message of 256 MB, and a few of its bytes.
      case 2: connection.send([0, 0, 0, 16, 0] + [UInt8](repeating: 7, count: 40))
      case 3: connection.send([40])
      default: connection.send(RawConnection.hello(0, 6, "a guess"))
      }
      open.append(connection)
      if open.count >= Strangers.openCount { open.removeFirst(Strangers.openCount / 2) }
    }
  }

  /// As many bytes as the coordinator takes, of messages that are announced to be large.
  private func flood(_ megabytes: Int, _ number: Int) {
    var left = megabytes << 20
    let chunk = [UInt8](repeating: UInt8(number), count: 65536)
    while left > 0 {
      guard let connection = RawConnection(port: coordinator.address.port) else { return }
      let length = number.isMultiple(of: 2) ? UInt8(16) : 1
      connection.send([0, 0, 0, length, 0] + [UInt8](repeating: 0, count: 8))
      var sent = 0
      while left > 0, connection.send(chunk) {
        left -= chunk.count
        sent += chunk.count
      }
      // Taken away at once: what was thrown at a closed door counts as well.
      left -= max(65536 - sent, 0)
    }
  }

  /// A member that puts more than there is room for, and takes it away again.
  private func fill(_ megabytes: Int, _ index: Int) throws {
    // Small enough that what the members themselves hold on its way, in this same process, does not count.
    let value = [UInt8](repeating: 1, count: 1 << 18)
    var isRefused = false
    var kept: [String] = []
    for number in 0..<(4 * megabytes) {
      do throws(CoordinationError) {
        try members[index].put("fill/\(index)/\(number)", value)
        kept.append("fill/\(index)/\(number)")
      } catch {
        guard error.kind == .exhausted else { throw error }
        isRefused = true
      }
    }
    for key in kept { try members[index].delete(key) }
    if !isRefused, megabytes > 16 { throw CoordinationError(.invalid, "all was taken from member \(index)") }
  }

  private static func residentMegabytes() throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
    return (line.split(separator: " ").compactMap { Int($0) }.first ?? 0) / 1024
  }
}

/// What the members do all the time.
private final class MemberWork: Sendable {
  private let members: [CoordinatorClient]
  private let count = Atomic(0)

  init(_ members: [CoordinatorClient]) { self.members = members }

  var roundCount: Int { count.load(ordering: .relaxed) }

  func rounds(_ count: Int) throws { for _ in 0..<count { try round() } }

  func rounds(until isOver: () -> Bool) throws { while !isOver() { try round() } }

  /// Everybody says something, hears everybody, and waits for all.
  private func round() throws {
    let number = count.wrappingAdd(1, ordering: .relaxed).newValue
    let parts = members.map { member in
      Background {
        try Self.say(member, number)
        for index in 0..<member.processCount {
          let said = try member.get("round/\(number)/\(index)", timeout: .seconds(120))
          guard said == Array("\(index)".utf8) else { throw CoordinationError(.invalid, "wrong value") }
        }
        try member.barrier("round/\(number)", timeout: .seconds(120))
        try member.delete("round/\(number)/\(member.processIndex)")
      }
    }
    parts.forEach { $0.wait() }
    for case let failure? in parts.map(\.failure) { throw failure }
  }

  /// Puts a value; while others fill the coordinator, as soon as there is room.
  private static func say(_ member: CoordinatorClient, _ number: Int) throws {
    while true {
      do throws(CoordinationError) {
        return try member.put("round/\(number)/\(member.processIndex)", Array("\(member.processIndex)".utf8))
      } catch {
        guard error.kind == .exhausted else { throw error }
        usleep(1000)
      }
    }
  }
}

/// Work on a thread of its own.
final class Background: Sendable {
  private let outcome = Mutex<(any Error)?>(nil)
  private let isOver = DispatchSemaphore(value: 0)

  var failure: (any Error)? { outcome.withLock { $0 } }

  init(_ body: @escaping @Sendable () throws -> Void) {
    Thread.detachNewThread {
      do { try body() } catch { self.outcome.withLock { $0 = error } }
      self.isOver.signal()
    }
  }

  func wait() { isOver.wait() }
}
