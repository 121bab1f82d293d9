package import StableHLO
package import TensorCore

/// Runs a program on every device's own part of the operands: shardMap.
///
/// The program sees `axes` of the mesh by name; XLA partitions it along the others. It is closed, as that of `Call`. A
/// result whose spec does not name one of `axes` is the same on all devices along it. So in reverse mode each of them
/// gets its share of the result's cotangent, and the cotangents of an operand that they all have are added up.
package struct ShardMap: ProgramPrimitive, MeshPrimitive {
  /// The program, in the types of the parts.
  package let program: Program
  package let mesh: Mesh
  /// The axes along which devices are seen one by one, in the order of the mesh.
  package let axes: [String]
  package let inSpecs: [PartitionSpec]
  package let outSpecs: [PartitionSpec]

  package init(
    program: Program, mesh: Mesh, axes: [String], inSpecs: [PartitionSpec], outSpecs: [PartitionSpec]
  ) {
    self.program = program
    self.mesh = mesh
    self.axes = axes
    self.inSpecs = inSpecs
    self.outSpecs = outSpecs
  }

  package var name: String { "shardMap" }
  package var parameters: String {
    "\(program.name), \(mesh)" + (leavesAxes ? ", axes: \(axes)" : "") + ", in: \(inSpecs), out: \(outSpecs)"
  }
  package var axisNames: Set<String> { program.axisNames.subtracting(axes) }

  /// Whether there is something left that XLA partitions.
  private var leavesAxes: Bool { mesh.deviceCount(along: axes) != mesh.devices.count }

  package func resultSharding(_ index: Int) -> NamedSharding? {
    leavesAxes ? nil : NamedSharding(mesh, outSpecs[index])
  }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(program.inputs.count, operands)
    try expectAutomatic(axes)
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
    ShardMap(program: program, mesh: mesh, axes: axes, inSpecs: inSpecs, outSpecs: outSpecs)
  }

  /// Derives a program while the axes of the mesh are known by name.
  package func onMesh<R, E: Error>(_ body: () throws(E) -> R) throws(E) -> R {
    let trace = Trace(MeshInterpreter(mesh: mesh, axes: axes), parent: Trace.current, label: name)
    defer { trace.close() }
    return try Trace.with(trace, body)
  }

  package func checkSubprograms() throws(TensorError) {
    try onMesh { () throws(TensorError) in try program.check() }
  }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let derived = onMesh { program.jvp(isActive: tangents.map { $0 != nil }) }
    if let error = derived.failure { return (failed(error), failed(error)) }
    let tangentSpecs = zip(inSpecs, tangents).filter { $1 != nil }.map(\.0)
    let tangentOutSpecs = zip(outSpecs, derived.isPresent).filter(\.1).map(\.0)
    let results = bind(
      with(derived.program, inSpecs + tangentSpecs, outSpecs + tangentOutSpecs),
      primals + tangents.compactMap { $0 })
    return (Array(results[..<resultCount]), derived.tangentIndices.picking(from: results))
  }

  package func linearize(_ primals: [Tensor], _ tangents: [Tensor?]) -> (
    primals: [Tensor], tangents: [Tensor?]
  ) {
    let derived = onMesh { program.linearized(isActive: tangents.map { $0 != nil }) }
    if let error = derived.failure { return (failed(error), failed(error)) }
    // What the linear program needs to know differs from device to device: it goes along a new leading axis.
    let residualCount = derived.program.outputs.count - resultCount
    let stacked = [PartitionSpec](repeating: stackedSpec, count: residualCount)
    let primal = onMesh { derived.program.stackingOutputs(from: resultCount) }
    let linearized = onMesh { derived.linear.unstackingInputs(residualCount) }
    if let error = primal.failure ?? linearized.failure { return (failed(error), failed(error)) }
    let results = bind(with(primal.program, inSpecs, outSpecs + stacked), primals)
    let tangentSpecs = zip(inSpecs, tangents).filter { $1 != nil }.map(\.0)
    let tangentOutSpecs = zip(outSpecs, derived.isPresent).filter(\.1).map(\.0)
    let linearResults = bind(
      with(linearized.program, stacked + tangentSpecs, tangentOutSpecs),
      results[resultCount...] + tangents.compactMap { $0 })
    return (Array(results[..<resultCount]), derived.tangentIndices.picking(from: linearResults))
  }

  private var stackedSpec: PartitionSpec { PartitionSpec(entries: [PartitionSpec.Entry(axes)]) }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    let isLinear = operands.map(\.isLinear)
    let hasCotangent = cotangents.map { $0 != nil }
    let derived = onMesh {
      program.transposedOnDevices(
        isLinear: isLinear, hasCotangent: hasCotangent,
        copies: outSpecs.map { mesh.deviceCount(along: axes(outside: $0)) },
        summed: inSpecs.map(axes(outside:)))
    }
    if let error = derived.failure { return operands.map { $0.isLinear ? Tensor.failed(error) : nil } }
    let valueSpecs = zip(inSpecs, isLinear).filter { !$1 }.map(\.0)
    let cotangentSpecs = zip(outSpecs, hasCotangent).filter(\.1).map(\.0)
    let cotangentOutSpecs = zip(inSpecs, derived.isPresent).filter(\.1).map(\.0)
    let results = bind(
      with(derived.program, valueSpecs + cotangentSpecs, cotangentOutSpecs),
      operands.values + cotangents.compactMap { $0 })
    return derived.cotangentIndices.picking(from: results)
  }

  /// The axes along which a tensor of this spec is the same on all devices.
  private func axes(outside spec: PartitionSpec) -> [String] {
    let named = spec.axisNames
    return axes.filter { !named.contains($0) && mesh.shape[$0] != 1 }
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    // The lanes are divided along the axes that `vmap` was given, or else are all on each device.
    let divided = context.spmdAxes.filter(self.axes.contains)
    if let error = laneProblem(divided, context) {
      return (failed(error), program.outputs.map { _ in nil })
    }
    var inner = context
    inner.size /= mesh.deviceCount(along: divided)
    let derived = onMesh { program.batched(axes: axes, inner) }
    if let error = derived.failure { return (failed(error), program.outputs.map { _ in nil }) }
    let lanes = PartitionSpec.Entry(divided)
    func widened(_ specs: [PartitionSpec], _ axes: [Int?]) -> [PartitionSpec] {
      zip(specs, axes).map { spec, axis in axis.map { spec.inserting(lanes, at: $0) } ?? spec }
    }
    let batched = with(derived.program, widened(inSpecs, axes), widened(outSpecs, derived.axes))
    return (bind(batched, operands), derived.axes)
  }

  /// Why lanes cannot be divided along axes.
  private func laneProblem(_ divided: [String], _ context: BatchContext) -> TensorError? {
    if let unknown = context.spmdAxes.first(where: { mesh.shape[$0] == nil }) {
      return TensorError(
        name, problem: "vmap's spmdAxisName \"\(unknown)\" is no axis of \(mesh)",
        expected: "axes of the mesh: \(mesh.axisNames.joined(separator: ", "))")
    }
    if let axis = divided.first(where: { axis in (inSpecs + outSpecs).contains { $0.axisNames.contains(axis) }
    }) {
      return TensorError(
        name, problem: "vmap's spmdAxisName \"\(axis)\" is an axis that the specs of the shardMap in it name",
        expected: "an axis that neither inSpecs nor outSpecs name")
    }
    if !divided.isEmpty, let lanes = context.axisName, program.axisNames.contains(lanes) {
      return TensorError(
        name, problem: "a collective over \"\(lanes)\", whose lanes are divided along \(divided)",
        expected: "vmap without spmdAxisName, or collectives over the mesh's own axes")
    }
    guard context.size % mesh.deviceCount(along: divided) == 0 else {
      return TensorError(
        name,
        problem:
          "\(context.size) lanes do not divide into the \(mesh.deviceCount(along: divided)) parts of \(divided)",
        expected: "a number of lanes that is a multiple of \(mesh.deviceCount(along: divided))")
    }
    return nil
  }

  package func variation(_ operands: [Set<String>]) -> [Set<String>] {
    let inputs = zip(operands, inSpecs).map { $0.union($1.axisNames) }
    return program.variation(inputs).map { $0.subtracting(axes) }
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let module = context.function.module
    func texts(_ specs: [PartitionSpec], _ types: [TensorType]) -> [String] {
      zip(specs, types).map { NamedSharding(mesh, $0).text(in: module, rank: $1.ndim, isOpen: leavesAxes) }
    }
    return context.function.manualComputation(
      operands, local: program.inputTypes.map(\.hlo), inShardings: texts(inSpecs, program.inputTypes),
      outShardings: texts(outSpecs, program.outputTypes), mesh: Array(zip(mesh.axisNames, mesh.axisSizes)),
      axes: axes, results: context.resultTypes.map(\.hlo)
    ) { function, values in
      program.lower(to: function, inputs: Array(zip(program.inputs, values)))
    }
  }
}

extension TensorType {
  /// The type of the whole tensor whose parts on the devices have this type.
  package func whole(_ sharding: NamedSharding) -> TensorType {
    with(shape: Shape(shape.dimensions.enumerated().map { $0.element * sharding.partCount($0.offset) }))
  }
}
