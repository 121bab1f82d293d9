/// How a program is compiled: for how many devices, and with which of XLA's switches.
public struct CompileOptions: Sendable, Hashable {
  /// The value of one of XLA's debug options.
  public enum OptionValue: Sendable, Hashable {
    case string(String)
    case bool(Bool)
    case int(Int)
    case double(Double)
  }

  /// How many copies of the whole program run, each on data of its own.
  public var replicas: Int
  /// Over how many devices each copy is partitioned.
  public var partitions: Int
  /// Whether one text is compiled for all partitions, which is how partitioned programs are written here.
  public var useSPMD: Bool
  /// Whether shardings are propagated by Shardy, which reads the `sdy` dialect, and not by GSPMD.
  public var useShardy: Bool
  /// The ids of the devices to run on, a row of `partitions` for each replica; empty for the plugin's choice.
  public var deviceAssignment: [Int]
  /// For each parameter, or for all if there is one value, whether propagation may choose a sharding for it.
  public var allowShardingPropagationToParameters: [Bool]
  /// For each result, or for all if there is one value, whether propagation may choose a sharding for it.
  public var allowShardingPropagationToResults: [Bool]
  /// XLA's debug options for this program, such as `xla_backend_optimization_level`.
  public var envOptionOverrides: [String: OptionValue]

  /// Options for one device, or for `replicas` times `partitions` of them.
  ///
  /// SPMD and Shardy are on for partitioned programs unless told otherwise.
  public init(
    replicas: Int = 1, partitions: Int = 1, useSPMD: Bool? = nil, useShardy: Bool? = nil,
    deviceAssignment: [Int] = [], allowShardingPropagationToParameters: [Bool] = [],
    allowShardingPropagationToResults: [Bool] = [], envOptionOverrides: [String: OptionValue] = [:]
  ) {
    self.replicas = replicas
    self.partitions = partitions
    self.useSPMD = useSPMD ?? (partitions > 1)
    self.useShardy = useShardy ?? (partitions > 1)
    self.deviceAssignment = deviceAssignment
    self.allowShardingPropagationToParameters = allowShardingPropagationToParameters
    self.allowShardingPropagationToResults = allowShardingPropagationToResults
    self.envOptionOverrides = envOptionOverrides
  }

  /// Throws what plugins would answer with a crash.
  func validate(deviceCount: Int) throws(PJRTError) {
    func invalid(_ message: String) -> PJRTError {
      PJRTError(.invalidArgument, message, context: "compiling")
    }
    guard replicas > 0, partitions > 0 else {
      throw invalid("a program needs at least one replica and partition, not \(replicas) and \(partitions)")
    }
    let (count, overflow) = replicas.multipliedReportingOverflow(by: partitions)
    guard !overflow, deviceAssignment.isEmpty || deviceAssignment.count == count else {
      throw invalid(
        "\(replicas) replicas of \(partitions) partitions need as many devices, "
          + "but the device assignment has \(deviceAssignment.count)")
    }
    // A plugin would make room for all of them first. Devices that are named may be those of other processes.
    guard !deviceAssignment.isEmpty || count <= deviceCount else {
      throw invalid(
        "\(replicas) replicas of \(partitions) partitions need as many devices, but there are \(deviceCount)")
    }
  }

  /// The options as XLA's `CompileOptionsProto`.
  ///
  /// The numbers are those of the fields in XLA's compile_options.proto. The same options give the same bytes.
  public func encoded() -> [UInt8] {
    var proto = ProtocolBufferWriter()
    proto.message(3) { build in
      // Without the number of partitions, plugins abort the process.
      build.varint(4, replicas)
      build.varint(5, partitions)
      if useSPMD { build.bool(6, true) }
      if !deviceAssignment.isEmpty { build.message(9, writeDeviceAssignment) }
      if !allowShardingPropagationToResults.isEmpty {
        build.packed(12, allowShardingPropagationToResults.map { $0 ? 1 : 0 })
      }
      if !allowShardingPropagationToParameters.isEmpty {
        build.packed(18, allowShardingPropagationToParameters.map { $0 ? 1 : 0 })
      }
      if useShardy { build.bool(19, true) }
    }
    for (name, value) in envOptionOverrides.sorted(by: { $0.key < $1.key }) {
      proto.message(7) { entry in
        entry.string(1, name)
        entry.message(2) { option in
          switch value {
          case .string(let text): option.string(1, text)
          case .bool(let flag): option.bool(2, flag)
          case .int(let integer): option.varint(3, integer)
          case .double(let number): option.double(4, number)
          }
        }
      }
    }
    return proto.bytes
  }

  private func writeDeviceAssignment(_ proto: inout ProtocolBufferWriter) {
    proto.varint(1, replicas)
    proto.varint(2, partitions)
    for partition in 0..<partitions {
      proto.message(3) { column in
        column.packed(1, (0..<replicas).map { deviceAssignment[$0 * partitions + partition] })
      }
    }
  }
}
