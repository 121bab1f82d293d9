/// How a partitioned program's result is divided over devices.
public struct PartitionTiling: Sendable, Hashable {
  /// The number of parts along each axis; empty if every device has the whole.
  public var counts: [Int]
  /// For each device, by its index in the device assignment, the number of its part along each axis.
  public var parts: [[Int]]
}

extension OptimizedProgram {
  /// An instruction of a compiled program.
  public struct Instruction: Sendable, Hashable {
    /// What it does: `all-reduce`, `dot`, ….
    public var opcode: String
    /// The shape of its result on one device; those of a tuple's elements are left out.
    public var dimensions: [Int]
  }

  /// The instructions of the program, those of its subcomputations included.
  ///
  /// Nil if the format does not tell. The numbers are those of the fields of XLA's `HloModuleProto`.
  public var instructions: [Instruction]? {
    withModule { module in
      var result: [Instruction] = []
      for computation in ProtocolBufferReader(module) where computation.number == 3 {
        guard case .bytes(let computation) = computation.value else { continue }
        for instruction in ProtocolBufferReader(computation) where instruction.number == 2 {
          guard case .bytes(let instruction) = instruction.value,
            let opcode = ProtocolBufferReader.message(2, in: instruction)
          else { continue }
          let shape = ProtocolBufferReader.message(3, in: instruction)
          result.append(
            Instruction(
              opcode: String(decoding: opcode, as: UTF8.self),
              dimensions: shape.map(OptimizedProgram.dimensions) ?? []))
        }
      }
      return result
    }
  }

  /// How many instructions of each kind the program has; nil if the format does not tell.
  public var instructionCounts: [String: Int]? {
    instructions?.reduce(into: [:]) { $0[$1.opcode, default: 0] += 1 }
  }

  /// The extents of XLA's `ShapeProto`.
  private static func dimensions(_ shape: UnsafeRawBufferPointer) -> [Int] {
    ProtocolBufferReader(shape).flatMap { $0.number == 3 ? OpSharding.integers($0.value) : [] }
  }

  /// How each result is divided, as the partitioner has it; nil if the program does not tell.
  ///
  /// - Parameter deviceCount: the number of partitions.
  public func resultTilings(deviceCount: Int) -> [PartitionTiling]? {
    withModule { module in
      guard let sharding = ProtocolBufferReader.message(12, in: module) else { return nil }
      let message = OpSharding(sharding)
      let results = message.kind == OpSharding.tuple ? message.elements : [message]
      var tilings: [PartitionTiling] = []
      for result in results {
        guard let tiling = result.tiling(deviceCount: deviceCount) else { return nil }
        tilings.append(tiling)
      }
      return tilings
    }
  }

  /// Calls `body` with the bytes of XLA's module message; nil for other formats.
  private func withModule<Value>(_ body: (UnsafeRawBufferPointer) -> Value?) -> Value? {
    bytes.withUnsafeBytes { bytes in
      switch format {
      case "hlo": body(bytes)
      case "hlo_with_config": ProtocolBufferReader.message(1, in: bytes).flatMap(body)
      default: nil
      }
    }
  }
}

/// XLA's message of that name.
private struct OpSharding {
  static let replicated = 0
  static let tuple = 2
  static let tiled = 3

  var kind = OpSharding.replicated
  var dimensions: [Int] = []
  var devices: [Int] = []
  var elements: [OpSharding] = []
  var replicatesOnLast = false
  var subgroupCount = 0
  var iotaDimensions: [Int] = []
  var iotaPermutation: [Int] = []

  init(_ message: UnsafeRawBufferPointer) {
    for field in ProtocolBufferReader(message) {
      switch field.number {
      case 1: kind = OpSharding.integers(field.value).first ?? 0
      case 3: dimensions += OpSharding.integers(field.value)
      case 4: devices += OpSharding.integers(field.value)
      case 5: if case .bytes(let element) = field.value { elements.append(OpSharding(element)) }
      case 6: replicatesOnLast = OpSharding.integers(field.value) == [1]
      case 8: subgroupCount += OpSharding.integers(field.value).count
      case 9: iotaDimensions += OpSharding.integers(field.value)
      case 10: iotaPermutation += OpSharding.integers(field.value)
      default: continue
      }
    }
  }

  static func integers(_ value: ProtocolBufferReader.Value) -> [Int] {
    switch value {
    case .integer(let integer): [Int(truncatingIfNeeded: integer)]
    case .bytes(let packed): ProtocolBufferReader.packed(packed)
    }
  }

  func tiling(deviceCount: Int) -> PartitionTiling? {
    let whole = PartitionTiling(counts: [], parts: [[Int]](repeating: [], count: deviceCount))
    // On one device nothing is divided, whatever it is called.
    if kind == OpSharding.replicated || deviceCount == 1 { return whole }
    guard kind == OpSharding.tiled else { return nil }
    let order = devices.isEmpty ? iotaOrder : devices
    let extra = subgroupCount > 0 ? subgroupCount : replicatesOnLast ? 1 : 0
    guard order.count == deviceCount, dimensions.reduce(1, *) == deviceCount, extra <= dimensions.count else {
      return nil
    }
    let counts = Array(dimensions.dropLast(extra))
    let copies = dimensions.suffix(extra).reduce(1, *)
    var parts = whole.parts
    for (index, device) in order.enumerated() {
      guard parts.indices.contains(device) else { return nil }
      var rest = index / copies
      var part = counts
      for axis in counts.indices.reversed() {
        part[axis] = rest % counts[axis]
        rest /= counts[axis]
      }
      parts[device] = part
    }
    return PartitionTiling(counts: counts, parts: parts)
  }

  /// 0, 1, 2, … in the shape `iotaDimensions`, transposed.
  private var iotaOrder: [Int] {
    guard iotaDimensions.count == iotaPermutation.count,
      iotaPermutation.sorted() == Array(iotaDimensions.indices)
    else { return [] }
    var strides = [Int](repeating: 1, count: iotaDimensions.count)
    for axis in iotaDimensions.indices.dropLast().reversed() {
      strides[axis] = strides[axis + 1] * iotaDimensions[axis + 1]
    }
    var order = [0]
    for axis in iotaPermutation {
      order = order.flatMap { base in (0..<iotaDimensions[axis]).map { base + $0 * strides[axis] } }
    }
    return order
  }
}
