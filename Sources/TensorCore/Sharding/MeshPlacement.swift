package import PJRT

/// How the values of a program that XLA has partitioned lie on the devices of a mesh.
package struct MeshPlacement: Sendable {
  /// The shardings of the inputs, then of the constants.
  package let inputs: [NamedSharding]
  package let constants: [ShardedArray]
  /// The shardings of the executable's results.
  package let results: [NamedSharding]
  /// For each device of the executable, all of this process, its place among those of the mesh.
  package let positions: [Int]
  /// For each of those devices of the mesh, its place in the executable.
  package let order: [Int]

  /// Lowers and compiles a program as a plan says.
  package static func compile(
    _ program: Program, donated: Set<Int>, _ plan: ShardingPlan, on backend: Backend
  ) throws -> (lowered: LoweredProgram, executable: Executable, placement: MeshPlacement) {
    var plan = plan
    var lowered = LoweredProgram(program, donated: donated, plan: plan)
    var executable = try lowered.compile(on: backend)
    var found = try resultShardings(lowered, executable, plan)
    if found.contains(where: { $0 == nil }) {
      // The compiler chose a layout that no spec describes: parts of a mesh axis, say. Those results are left whole.
      for (index, output) in lowered.outputs.enumerated() {
        if case .result(let number) = output, found[number] == nil {
          plan.outputs[index] = NamedSharding(plan.mesh, [])
        }
      }
      lowered = LoweredProgram(program, donated: donated, plan: plan)
      executable = try lowered.compile(on: backend)
      found = try resultShardings(lowered, executable, plan)
    }
    let results = found.map { $0 ?? NamedSharding(plan.mesh, []) }
    return (lowered, executable, try MeshPlacement(program, plan, executable, results: results))
  }

  private init(
    _ program: Program, _ plan: ShardingPlan, _ executable: Executable, results: [NamedSharding]
  ) throws {
    inputs = plan.inputs
    self.results = results
    constants = try zip(program.constants, plan.inputs[program.inputs.count...]).map { constant, sharding in
      try MeshPlacement.array(constant.value, sharding, program.name)
    }
    let devices = plan.mesh.localDevices
    let positions = executable.devices.compactMap { devices.firstIndex(of: $0) }
    guard positions.count == devices.count, Set(positions).count == devices.count else {
      throw TensorError(
        program.name, problem: "the plugin runs it on devices \(executable.devices.map(\.id))",
        expected: "devices \(devices.map(\.id)), those of this process in \(plan.mesh)")
    }
    self.positions = positions
    order = devices.indices.map { position in positions.firstIndex(of: position) ?? 0 }
  }

  /// The value on the devices of the program: where it is, or copied there.
  package static func array(
    _ tensor: Tensor, _ sharding: NamedSharding, _ operation: String
  ) throws -> ShardedArray {
    switch tensor.storage {
    case .sharded(let array): return array
    case .failed(let error): throw error
    case .abstract: throw TensorError.abstract(tensor, operation: operation)
    case .tracer(let tracer): throw TensorError.escaped(tracer, operation: operation)
    case .array, .host, .scalar:
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

extension NamedSharding {
  /// The sharding of a tensor that is divided like this; nil if no spec describes it.
  package init?(_ mesh: Mesh, _ tiling: PartitionTiling, rank: Int) {
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
