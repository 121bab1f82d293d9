import PJRT

/// A program that XLA has compiled, ready to run; on one device or several.
protocol RunnableProgram: Sendable {
  var name: String { get }
  /// Runs the program; returns at once, reading a result waits for it.
  func run(_ inputs: [Tensor]) throws -> [Tensor]
}

/// A program that XLA has partitioned over the devices of a mesh.
final class ShardedProgram: RunnableProgram {
  let name: String
  let lowered: LoweredProgram
  let executable: Executable
  private let plan: ShardingPlan
  private let constants: [ShardedArray]
  private let inputCount: Int
  /// The shardings of the executable's results.
  private let results: [NamedSharding]
  /// For each device of the executable, all of this process, its place among those of the mesh.
  private let places: [Int]
  /// For each of those devices of the mesh, its place in the executable.
  private let order: [Int]

  /// Lowers and compiles `program` as the plan says.
  init(_ program: Program, donated: Set<Int> = [], _ plan: ShardingPlan, on backend: Backend) throws {
    name = program.name
    inputCount = program.inputs.count
    try NamedSharding(plan.mesh, []).expectLocalDevices(program.name)
    try ForeignFunctions.register(for: program, on: backend.client)
    var plan = plan
    var lowered = LoweredProgram(program, donated: donated, plan: plan)
    var executable = try lowered.compile(on: backend)
    var found = try ShardedProgram.resultShardings(lowered, executable, plan)
    if found.contains(where: { $0 == nil }) {
      // The compiler chose a layout that no spec describes: parts of a mesh axis, say. Those results are left whole.
      for (index, output) in lowered.outputs.enumerated() {
        if case .result(let number) = output, found[number] == nil {
          plan.outputs[index] = NamedSharding(plan.mesh, [])
        }
      }
      lowered = LoweredProgram(program, donated: donated, plan: plan)
      executable = try lowered.compile(on: backend)
      found = try ShardedProgram.resultShardings(lowered, executable, plan)
    }
    try MemoryLimit.check(executable, program.name)
    results = found.map { $0 ?? NamedSharding(plan.mesh, []) }
    constants = try zip(program.constants, plan.inputs[inputCount...]).map { constant, sharding in
      try ShardedProgram.array(constant.value, sharding, program.name)
    }
    let devices = plan.mesh.localDevices
    let places = executable.devices.compactMap { devices.firstIndex(of: $0) }
    guard places.count == devices.count, Set(places).count == devices.count else {
      throw TensorError(
        name, problem: "the plugin runs it on devices \(executable.devices.map(\.id))",
        expected: "devices \(devices.map(\.id)), those of this process in \(plan.mesh)")
    }
    self.places = places
    order = devices.indices.map { place in places.firstIndex(of: place) ?? 0 }
    self.plan = plan
    self.lowered = lowered
    self.executable = executable
  }

  func run(_ inputs: [Tensor]) throws -> [Tensor] {
    let arguments = try lowered.arguments.map { index in
      index < inputCount
        ? try ShardedProgram.array(inputs[index], plan.inputs[index], name) : constants[index - inputCount]
    }
    let rows: [[Buffer]]
    do {
      rows = try execute(places.map { place in arguments.map { $0.shards[place] } })
    } catch var error as PJRTError {
      // The executable counts the arguments of one device after those of the other, and may have fewer, or one more.
      let number = error.argument.map { $0 % (arguments.count + (lowered.isChained ? 1 : 0)) }
      error.argument = number.flatMap { lowered.arguments.indices.contains($0) ? lowered.arguments[$0] : nil }
      throw error
    }
    return zip(lowered.outputs, lowered.outputTypes).map { output, type in
      switch output {
      case .result(let index):
        return Tensor(ShardedArray(type, results[index], order.map { rows[$0][index] }))
      case .input(let index): return inputs[index]
      }
    }
  }

  private func execute(_ arguments: [[Buffer]]) throws -> [[Buffer]] {
    guard lowered.isChained else {
      return try executable.execute(perDevice: arguments, donating: lowered.donatedArguments, by: name)
    }
    return try ProcessChain.extend(on: executable.devices, .default) { ends in
      let rows = try executable.execute(
        perDevice: zip(arguments, ends).map { $0 + [$1] }, donating: lowered.donatedArguments, by: name)
      // If processes are gone the devices compute on, with zeros: only the end shows whether all went well.
      for end in rows.compactMap(\.last) { try end.awaitReady() }
      try MPI.processes?.checkIntact()
      return (rows, rows.compactMap(\.last))
    }
  }

  /// The value on the devices of the program: where it is, or copied there.
  private static func array(
    _ tensor: Tensor, _ sharding: NamedSharding, _ operation: String
  ) throws -> ShardedArray {
    switch tensor.storage {
    case .sharded(let array): return array
    case .failed(let error): throw error
    case .abstract(let type): throw TensorError.abstract(type, operation: operation)
    case .tracer(let tracer): throw TensorError.escaped(tracer, operation: operation)
    case .array, .scalar:
      return try tensor.bytes().withUnsafeBytes { try ShardedArray($0, tensor.type, sharding) }
    }
  }

  /// The sharding of each result, as said in the plan or as the compiler chose it; nil if no spec describes that.
  private static func resultShardings(
    _ lowered: LoweredProgram, _ executable: Executable, _ plan: ShardingPlan
  ) throws -> [NamedSharding?] {
    var results: [(sharding: NamedSharding?, type: TensorType)] = []
    for (index, output) in lowered.outputs.enumerated() {
      if case .result = output { results.append((plan.outputs[index], lowered.outputTypes[index])) }
    }
    if results.allSatisfy({ $0.sharding != nil }) { return results.map(\.sharding) }
    let tilings = try executable.optimizedHLO().resultTilings(deviceCount: plan.mesh.devices.count)
    return results.enumerated().map { index, result in
      if let sharding = result.sharding { return sharding }
      guard let tilings, tilings.indices.contains(index) else { return nil }
      return NamedSharding(plan.mesh, tilings[index], rank: result.type.ndim)
    }
  }
}

extension LoweredProgram {
  /// Compiles the module for the devices that it was lowered for.
  func compile(on backend: Backend) throws -> Executable {
    try CompilationCache.shared.compile(text, options: options, on: backend.client)
  }
}

extension NamedSharding {
  /// The sharding of a tensor that is divided like this; nil if no spec describes it.
  init?(_ mesh: Mesh, _ tiling: PartitionTiling, rank: Int) {
    let whole = tiling.counts.allSatisfy { $0 == 1 }
    guard whole || tiling.counts.count == rank else { return nil }
    let coordinates = mesh.devices.indices.map(mesh.coordinates)
    var entries: [PartitionSpec.Entry] = []
    for axis in 0..<(whole ? 0 : rank) {
      let column = tiling.parts.map { $0[axis] }
      guard let axes = NamedSharding.axes(mesh, count: tiling.counts[axis], column, coordinates) else {
        return nil
      }
      entries.append(PartitionSpec.Entry(axes))
    }
    while entries.last?.axes.isEmpty == true { entries.removeLast() }
    self.init(mesh, PartitionSpec(entries: entries))
  }

  /// The mesh axes that number the parts of one axis like this.
  private static func axes(
    _ mesh: Mesh, count: Int, _ column: [Int], _ coordinates: [[Int]], after chosen: [Int] = []
  ) -> [String]? {
    let size = chosen.reduce(1) { $0 * mesh.axisSizes[$1] }
    if size == count {
      let isRight = zip(column, coordinates).allSatisfy { part, coordinates in
        part == chosen.reduce(0) { $0 * mesh.axisSizes[$1] + coordinates[$1] }
      }
      return isRight ? chosen.map { mesh.axisNames[$0] } : nil
    }
    guard size < count else { return nil }
    for axis in mesh.axisSizes.indices where mesh.axisSizes[axis] > 1 && !chosen.contains(axis) {
      if let found = axes(mesh, count: count, column, coordinates, after: chosen + [axis]) { return found }
    }
    return nil
  }
}
