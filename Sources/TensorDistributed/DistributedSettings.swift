import Coordination
import TensorCore
import TensorPrimitives
import TensorTransformations

/// Where processes meet and which this is, as given or as the environment says.
struct DistributedSettings {
  let coordinator: SocketAddress
  let bindAddress: SocketAddress
  let processCount: Int
  let processIndex: Int
  let localDevices: [Int]?
  /// What the processes have to know; empty where only this machine reaches the coordinator.
  let token: String

  init(
    _ coordinator: String?, _ processCount: Int?, _ processIndex: Int?, _ localDevices: [Int]?,
    _ bindAddress: String?, _ token: String?, _ environment: [String: String]
  ) throws {
    func text(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    func number(_ names: [String], _ meaning: String, _ parameter: String) throws(TensorError) -> Int {
      guard let name = names.first(where: { text($0) != nil }), let value = text(name) else {
        throw DistributedSettings.error(
          "\(meaning) is not given", "\(parameter), or \(names[0]) in the environment")
      }
      guard let number = Int(value) else {
        throw DistributedSettings.error("\(name) is '\(value)'", "a number")
      }
      return number
    }
    guard let address = coordinator ?? text("JAX_COORDINATOR_ADDRESS") else {
      throw DistributedSettings.error(
        "the coordinator's address is not given",
        "coordinator: \"host:port\" of process 0, or JAX_COORDINATOR_ADDRESS in the environment")
    }
    self.coordinator = try SocketAddress(address)
    let count =
      try processCount
      ?? number(
        ["JAX_NUM_PROCESSES", "OMPI_COMM_WORLD_SIZE", "PMI_SIZE"], "the number of processes", "processCount")
    let index =
      try processIndex
      ?? number(
        ["JAX_PROCESS_ID", "OMPI_COMM_WORLD_RANK", "PMI_RANK"], "the number of this process", "processIndex")
    guard count > 0, (0..<count).contains(index) else {
      throw DistributedSettings.error(
        "process \(index) of \(count)", "a positive number of processes, and an index from 0 to one less")
    }
    self.processCount = count
    self.processIndex = index
    let listed = try text("JAX_LOCAL_DEVICE_IDS").map { list in
      try list.split(separator: ",").map { entry -> Int in
        guard let number = Int(entry) else {
          throw DistributedSettings.error("JAX_LOCAL_DEVICE_IDS is '\(list)'", "numbers with commas between")
        }
        return number
      }
    }
    self.localDevices = localDevices ?? listed
    self.token = token ?? text("BLOX_COORDINATOR_TOKEN") ?? ""
    let own = try (bindAddress ?? text("JAX_COORDINATOR_BIND_ADDRESS")).map { try SocketAddress($0) }
    // The others have to reach it, so where the host is this machine's alone there are no others elsewhere.
    let isLocal = try own == nil && index == 0 && self.coordinator.isLoopback
    self.bindAddress =
      own ?? (isLocal ? self.coordinator : SocketAddress(host: "0.0.0.0", port: self.coordinator.port))
    guard try index != 0 || !self.token.isEmpty || self.bindAddress.isLoopback else {
      throw DistributedSettings.error(
        "the coordinator would listen at \(self.bindAddress), which other machines may reach, without a token",
        "the same token in all processes: token: \"…\", or BLOX_COORDINATOR_TOKEN in the environment, made by "
          + "`openssl rand -hex 16` say")
    }
  }

  private static func error(_ problem: String, _ expected: String) -> TensorError {
    TensorError("Distributed.initialize", problem: problem, expected: expected)
  }
}
