import StableHLO

/// Runs a program on every device's own part of the operands: shardMap.
///
/// The program sees all axes of the mesh by name. It is closed, as that of `Call`. A result whose spec does not name an
/// axis is the same on all devices along it. So in reverse mode each of them gets its share of the result's cotangent,
/// and the cotangents of an operand that they all have are added up.
struct ShardMap: LinearPrimitive, SelfLinearizing, MeshPrimitive {
  /// The program, in the types of the parts.
  let program: Program
  let mesh: Mesh
  let inSpecs: [PartitionSpec]
  let outSpecs: [PartitionSpec]

  var name: String { "shardMap" }
  var parameters: String {
    "\(program.name), \(mesh), in: \(inSpecs), out: \(outSpecs)"
  }
  var resultCount: Int { program.outputs.count }
  var subprograms: [Program] { [program] }
  var hasEffect: Bool { program.hasEffect }
  var axisNames: Set<String> { program.axisNames.subtracting(mesh.axisNames) }

  func resultSharding(_ index: Int) -> NamedSharding? { NamedSharding(mesh, outSpecs[index]) }

  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(program.inputs.count, operands)
    try expectWholeTensors()
    for (index, (operand, local)) in zip(operands, program.inputTypes).enumerated() {
      let sharding = NamedSharding(mesh, inSpecs[index])
      if let error = sharding.problem(with: operand.shape, name, name: "operand \(index)") {
        throw TypeRuleError(error.problem, expected: error.expected)
      }
      guard sharding.localShape(operand.shape) == local.shape, operand.dtype == local.dtype else {
        throw TypeRuleError(
          "operand \(index) of \(program.name) is \(operand)",
          expected: "a tensor whose parts are \(local), which it was traced for")
      }
    }
    return zip(program.outputTypes, outSpecs).map { $0.whole(NamedSharding(mesh, $1)) }
  }

  private func with(_ program: Program, _ inSpecs: [PartitionSpec], _ outSpecs: [PartitionSpec]) -> ShardMap {
    ShardMap(program: program, mesh: mesh, inSpecs: inSpecs, outSpecs: outSpecs)
  }

  /// Derives a program while the axes of the mesh are known by name.
  private func onMesh<R>(_ body: () -> R) -> R {
    let trace = MeshTrace(parent: Trace.current, mesh: mesh)
    defer { trace.close() }
    return Trace.with(trace, body)
  }

  func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let derived = onMesh { program.jvp(isActive: tangents.map { $0 != nil }) }
    if let error = derived.failure { return (failed(error), failed(error)) }
    let moved = zip(inSpecs, tangents).filter { $1 != nil }.map(\.0)
    let movedOut = zip(outSpecs, derived.outputFlags).filter { $1 != nil }.map(\.0)
    let results = bind(
      with(derived.program, inSpecs + moved, outSpecs + movedOut), primals + tangents.compactMap { $0 })
    return (Array(results[..<resultCount]), derived.outputFlags.map { flag in flag.map { results[$0] } })
  }

  func linearize(
    _ primals: [Tensor], _ tangents: [Tensor?], _ trace: LinearStagingTrace
  ) -> (primals: [Tensor], tangents: [Tensor?]) {
    let derived = onMesh { program.linearized(isActive: tangents.map { $0 != nil }) }
    if let error = derived.failure { return (failed(error), failed(error)) }
    guard let linear = derived.companion else {
      return (bind(self, primals), program.outputs.map { _ in nil })
    }
    // What the linear program needs to know differs from device to device: it goes along a new leading axis.
    let residualCount = derived.program.outputs.count - resultCount
    let stacked = [PartitionSpec](repeating: stackedSpec, count: residualCount)
    let primal = onMesh { derived.program.stackingOutputs(from: resultCount) }
    let linearized = onMesh { linear.unstackingInputs(residualCount) }
    if let error = primal.failure ?? linearized.failure { return (failed(error), failed(error)) }
    let results = bind(with(primal.program, inSpecs, outSpecs + stacked), primals)
    let moved = zip(inSpecs, tangents).filter { $1 != nil }.map(\.0)
    let movedOut = zip(outSpecs, derived.outputFlags).filter { $1 != nil }.map(\.0)
    let linearResults = bind(
      with(linearized.program, stacked + moved, movedOut),
      results[resultCount...] + tangents.compactMap { $0 })
    return (
      Array(results[..<resultCount]), derived.outputFlags.map { flag in flag.map { linearResults[$0] } }
    )
  }

  private var stackedSpec: PartitionSpec { PartitionSpec(entries: [PartitionSpec.Entry(mesh.axisNames)]) }

  func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    let isLinear = operands.map(\.isLinear)
    let hasCotangent = cotangents.map { $0 != nil }
    let derived = onMesh {
      program.transposedOnDevices(
        isLinear: isLinear, hasCotangent: hasCotangent,
        copies: outSpecs.map { mesh.size(of: axes(outside: $0)) }, summed: inSpecs.map { axes(outside: $0) })
    }
    if let error = derived.failure { return operands.map { $0.isLinear ? Tensor(failure: error) : nil } }
    var values: [Tensor] = []
    for case .value(let value) in operands { values.append(value) }
    let valueSpecs = zip(inSpecs, isLinear).filter { !$1 }.map(\.0)
    let arriving = zip(outSpecs, hasCotangent).filter(\.1).map(\.0)
    let sent = zip(inSpecs, derived.outputFlags).filter { $1 != nil }.map(\.0)
    let results = bind(
      with(derived.program, valueSpecs + arriving, sent), values + cotangents.compactMap { $0 })
    return derived.outputFlags.map { flag in flag.map { results[$0] } }
  }

  /// The axes along which a tensor of this spec is the same on all devices.
  private func axes(outside spec: PartitionSpec) -> [String] {
    let named = spec.axisNames
    return mesh.axisNames.filter { !named.contains($0) && mesh.size(of: $0) != 1 }
  }

  func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    let derived = onMesh { program.batched(axes: axes, context) }
    if let error = derived.failure { return (failed(error), program.outputs.map { _ in nil }) }
    func widened(_ specs: [PartitionSpec], _ axes: [Int?]) -> [PartitionSpec] {
      zip(specs, axes).map { spec, axis in axis.map { spec.inserting(nil, at: $0) } ?? spec }
    }
    let batched = with(derived.program, widened(inSpecs, axes), widened(outSpecs, derived.outputFlags))
    return (bind(batched, operands), derived.outputFlags)
  }

  func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let module = context.function.module
    func texts(_ specs: [PartitionSpec], _ types: [TensorType]) -> [String] {
      zip(specs, types).map { NamedSharding(mesh, $0).text(in: module, rank: $1.rank) }
    }
    return context.function.manualComputation(
      operands, local: program.inputTypes.map(\.hlo), inShardings: texts(inSpecs, program.inputTypes),
      outShardings: texts(outSpecs, program.outputTypes), axes: Array(zip(mesh.axisNames, mesh.axisSizes)),
      results: context.resultTypes.map(\.hlo)
    ) { function, values in
      program.lower(to: function, inputs: Array(zip(program.inputs, values)))
    }
  }
}

/// Knows the axes of a mesh by name, and hands everything on.
final class MeshTrace: Trace, @unchecked Sendable {
  // Unchecked as Trace is.
  private let mesh: Mesh

  init(parent: Trace?, mesh: Mesh) {
    self.mesh = mesh
    super.init(parent: parent, label: "shardMap")
  }

  override var manualMesh: Mesh? { mesh }

  override func axisSize(_ name: String) -> Int? { mesh.size(of: name) ?? parent?.axisSize(name) }
}

extension MeshPrimitive {
  /// Throws inside a `shardMap`, where a device has its own parts and knows nothing of whole tensors.
  func expectWholeTensors() throws(TypeRuleError) {
    guard let mesh = Trace.current.manualMesh else { return }
    throw TypeRuleError(
      "\(name) was called inside a shardMap over \(mesh)",
      expected: "shardings of whole tensors outside of it; inside, collectives such as psum and allGather")
  }
}

extension TensorType {
  /// The type of the whole tensor whose parts on the devices have this type.
  func whole(_ sharding: NamedSharding) -> TensorType {
    with(shape: Shape(shape.dimensions.enumerated().map { $0.element * sharding.partCount($0.offset) }))
  }
}
