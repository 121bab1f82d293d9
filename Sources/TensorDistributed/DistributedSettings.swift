import Coordination
import PJRT
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
    _ bindAddress: String?, _ token: String?, _ settings: Settings
  ) throws {
    func text(_ name: String) throws(TensorError) -> String? {
      try settings.value(for: DistributedSettings.operation) { settings throws(SettingError) in
        try settings.text(name)
      }
    }
    func number(
      _ names: [String], from least: Int, _ meaning: String, _ parameter: String
    ) throws(TensorError) -> Int {
      for name in names {
        let number = try settings.value(for: DistributedSettings.operation) { settings throws(SettingError) in
          try settings.integer(name, in: least...Int.max)
        }
        if let number { return number }
      }
      throw DistributedSettings.error(
        "\(meaning) is not given", "\(parameter), or \(names[0]) in the environment")
    }
    guard let address = try coordinator ?? text("JAX_COORDINATOR_ADDRESS") else {
      throw DistributedSettings.error(
        "the coordinator's address is not given",
        "coordinator: \"host:port\" of process 0, or JAX_COORDINATOR_ADDRESS in the environment")
    }
    self.coordinator = try SocketAddress(address)
    let count =
      try processCount
      ?? number(
        ["JAX_NUM_PROCESSES", "OMPI_COMM_WORLD_SIZE", "PMI_SIZE"], from: 1, "the number of processes",
        "processCount")
    let index =
      try processIndex
      ?? number(
        ["JAX_PROCESS_ID", "OMPI_COMM_WORLD_RANK", "PMI_RANK"], from: 0, "the number of this process",
        "processIndex")
    guard count > 0, (0..<count).contains(index) else {
      throw DistributedSettings.error(
        "process \(index) of \(count)", "a positive number of processes, and an index from 0 to one less")
    }
    self.processCount = count
    self.processIndex = index
    self.localDevices =
      try localDevices
      ?? settings.value(for: DistributedSettings.operation) { settings throws(SettingError) in
        try settings.integers("JAX_LOCAL_DEVICE_IDS", in: 0...Int.max)
      }
    self.token = try token ?? text("BLOX_COORDINATOR_TOKEN") ?? ""
    let own = try (bindAddress ?? text("JAX_COORDINATOR_BIND_ADDRESS")).map { try SocketAddress($0) }
    self.bindAddress = try DistributedSettings.bindAddress(own, index, self.coordinator, self.token)
  }

  /// Where the coordinator listens, which has to be known to this machine alone if there is no token.
  private static func bindAddress(
    _ own: SocketAddress?, _ index: Int, _ coordinator: SocketAddress, _ token: String
  ) throws -> SocketAddress {
    // The others have to reach it, so where the host is this machine's alone there are no others elsewhere.
    let isLocal = try own == nil && index == 0 && coordinator.isLoopback
    let address = own ?? (isLocal ? coordinator : SocketAddress(host: "0.0.0.0", port: coordinator.port))
    guard try index != 0 || !token.isEmpty || address.isLoopback else {
      throw error(
        "the coordinator would listen at \(address), which other machines may reach, without a token",
        "the same token in all processes: token: \"…\", or BLOX_COORDINATOR_TOKEN in the environment, made by "
          + "`openssl rand -hex 16` say")
    }
    return address
  }

  private static let operation = "Distributed.initialize"

  private static func error(_ problem: String, _ expected: String) -> TensorError {
    TensorError(operation, problem: problem, expected: expected)
  }
}
