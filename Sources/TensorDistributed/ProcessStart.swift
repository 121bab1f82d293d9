import CMPI
import Coordination
import Foundation
import TensorCore
import TensorPrimitives
import TensorTransformations

/// The meeting of the processes: they agree on where the coordinator is, and that they are alike.
struct ProcessStart {
  private let library: MPILibrary
  private let communicator: BloxMPIHandle
  private let index: Int
  private let count: Int
  private let deviceCount: Int

  /// The bytes for a machine's names and addresses, and a few numbers.
  private static let messageLength = 1024

  init(_ library: MPILibrary, index: Int, count: Int, deviceCount: Int) throws(TensorError) {
    self.library = library
    self.index = index
    self.count = count
    self.deviceCount = deviceCount
    var communicator: BloxMPIHandle = 0
    try library.check(blox_mpi_communicator(library.pointer, &communicator), "MPI.initialize")
    self.communicator = communicator
  }

  /// Starts the coordinator, in process 0, and connects to it.
  func meet(heartbeatTimeout: Duration) throws -> (Coordinator?, CoordinatorClient) {
    let peers = try exchangePeers()
    guard Set(peers.map(\.devices)).count == 1 else {
      throw TensorError(
        "MPI.initialize", problem: "the processes have different numbers of devices: \(peers.map(\.devices))",
        expected: "the same Backend.configure or BLOX_CPU_DEVICES in all processes")
    }
    var coordinator: Coordinator?
    var invitation = ""
    if index == 0 {
      // Seen from this machine alone, unless there are processes on others.
      let isOneMachine = Set(peers.map(\.machine)).count == 1
      let token = (0..<4).map { _ in String(UInt64.random(in: 0...UInt64.max), radix: 36) }.joined()
      let made = try Coordinator(
        at: SocketAddress(host: isOneMachine ? "127.0.0.1" : "0.0.0.0", port: 0), processCount: count,
        token: token, heartbeatTimeout: heartbeatTimeout)
      coordinator = made
      // Which of the machine's addresses the others see only they know. Its name may mean nothing to them, so it is last.
      let hosts =
        isOneMachine ? ["127.0.0.1"] : SocketAddress.networkHosts.prefix(16) + [ProcessStart.hostName]
      invitation = ([token] + hosts.map { "\($0):\(made.address.port)" }).joined(separator: " ")
    }
    let words = try broadcast(invitation).split(separator: " ").map(String.init)
    guard words.count >= 2 else {
      throw TensorError(
        "MPI.initialize", problem: "process 0 did not say where the coordinator is",
        expected: "the same version of the library in all processes")
    }
    let client = try CoordinatorClient(
      toOneOf: words.dropFirst().map { try SocketAddress($0) }, processIndex: index, processCount: count,
      token: words[0], timeout: .seconds(60), heartbeatTimeout: heartbeatTimeout)
    try client.barrier("start", timeout: .seconds(60))
    return (coordinator, client)
  }

  /// The machine's name as it knows it itself; Foundation would ask the network.
  private static var hostName: String {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return "localhost" }
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// What tells a machine from others: its name, the start of its system, and its view of the network, of which
  /// containers of one machine have their own.
  private static var machine: String {
    let start = try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)
    let network = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/ns/net")
    return [hostName, start, network].compactMap { $0?.filter { !$0.isWhitespace } }.joined(separator: "/")
  }

  private func exchangePeers() throws(TensorError) -> [(machine: String, devices: Int)] {
    let own = padded("\(deviceCount) \(ProcessStart.machine)")
    var all = [UInt8](repeating: 0, count: own.count * count)
    try library.check(
      blox_mpi_gather(library.pointer, communicator, own, Int32(own.count), &all), "MPI.initialize")
    return (0..<count).map { process in
      let words = text(all[process * own.count..<(process + 1) * own.count]).split(separator: " ")
      return (words.last.map(String.init) ?? "", words.first.flatMap { Int($0) } ?? 0)
    }
  }

  private func broadcast(_ message: String) throws(TensorError) -> String {
    var bytes = padded(message)
    try library.check(
      blox_mpi_broadcast(library.pointer, communicator, &bytes, Int32(bytes.count)), "MPI.initialize")
    return text(bytes[...])
  }

  private func padded(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8.prefix(ProcessStart.messageLength))
    return bytes + [UInt8](repeating: 0, count: ProcessStart.messageLength - bytes.count)
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }
}
