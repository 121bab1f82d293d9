extension HLOModule {
  /// Says over which mesh of devices the module is partitioned.
  public func addPartitions(_ axes: [(name: String, size: Int)]) {
    partitionAxes = axes
    addAttribute("mhlo.num_partitions = \(axes.reduce(1) { $0 * $1.size }) : i32")
    addAttribute("mhlo.num_replicas = 1 : i32")
  }

  /// The name of the mesh with these axes, declared at the first request.
  public func meshName(_ axes: [(name: String, size: Int)]) -> String {
    let list = axes.map { "\"\($0.name)\"=\($0.size)" }.joined(separator: ", ")
    return declaredName(of: "sdy.mesh", "<[\(list)]>", base: "mesh")
  }

  /// The axes of the mesh that XLA partitions along in the part being written.
  public var automaticAxes: [String] {
    (manualMesh.isEmpty ? partitionAxes : manualMesh).map(\.name).filter { !manualAxes.contains($0) }
  }
}

extension HLOFunction {
  /// Writes an operation that has an effect and no results: in a module for several devices the first of them does it,
  /// with whole operands. Where each device is written for by itself, each does it with its own.
  public func effect(_ operands: [HLOValue], _ body: @escaping (HLOFunction, [HLOValue]) -> Void) {
    let axes = module.manualMesh.isEmpty ? module.partitionAxes : module.manualMesh
    let automatic = module.automaticAxes
    guard !automatic.isEmpty else { return body(self, operands) }
    // The partitioner refuses an effect that is not tied to a device.
    let name = module.meshName(axes)
    let whole = operands.map { operand in
      "<@\(name), [\(operand.type.dimensions.map { _ in "{}" }.joined(separator: ", "))]>"
    }
    _ = manualComputation(
      operands, local: operands.map(\.type), inShardings: whole, outShardings: [], mesh: axes,
      axes: automatic, results: []
    ) { function, values in
      let place = function.deviceIndex(along: automatic)
      return function.switchCase(
        place, results: [],
        branches: [
          { inner in
            body(inner, values)
            return []
          }, { _ in [] },
        ])
    }
  }

  /// The number of this device among those that differ along some axes of the mesh, an `i32`; the last axis varies
  /// fastest.
  ///
  /// Along axes that XLA partitions there is no one device: they are made manual for it.
  public func deviceIndex(along axes: [String]) -> HLOValue {
    let mesh = module.manualMesh
    let automatic = module.automaticAxes
    guard automatic.isEmpty else {
      let whole = "<@\(module.meshName(mesh)), []>"
      return manualComputation(
        [], local: [], inShardings: [], outShardings: [whole], mesh: mesh, axes: automatic,
        results: [HLOType(.i32, [])]
      ) { function, _ in [function.deviceIndex(along: axes)] }[0]
    }
    let device = convert(partitionID(), to: .i32)
    var place: HLOValue?
    var stride = 1
    var factor = 1
    for (name, size) in mesh.reversed() {
      if axes.contains(name) {
        func number(_ value: Int) -> HLOValue { constant(String(value), device.type) }
        let along = binary(
          "stablehlo.remainder", binary("stablehlo.divide", device, number(stride)), number(size))
        let part = factor == 1 ? along : binary("stablehlo.multiply", along, number(factor))
        place = place.map { binary("stablehlo.add", $0, part) } ?? part
        factor *= size
      }
      stride *= size
    }
    return place ?? constant("0", device.type)
  }

  /// Tells the partitioner how a value is to lie on a mesh: `<@mesh, [{"x"}, {}]>`.
  public func shardingConstraint(_ x: HLOValue, _ sharding: String) -> HLOValue {
    emit("sdy.sharding_constraint \(x.name) \(sharding)", result: x.type, signature: x.type.description)
  }

  /// Runs `body` on every device's own part of the operands: collectives in it are written out.
  ///
  /// - Parameters:
  ///   - operands: the operands, whole.
  ///   - local: the types of the operands' parts.
  ///   - inShardings: how the operands are divided, `<@mesh, [{"x"}]>`, and the results.
  ///   - outShardings: how the results are divided.
  ///   - mesh: all axes of the mesh.
  ///   - axes: those that the body sees; XLA partitions along the others.
  ///   - results: the types of the results, whole.
  ///   - body: makes the operations on the parts.
  public func manualComputation(
    _ operands: [HLOValue], local: [HLOType], inShardings: [String], outShardings: [String],
    mesh: [(name: String, size: Int)], axes: [String], results: [HLOType],
    _ body: (HLOFunction, [HLOValue]) -> [HLOValue]
  ) -> [HLOValue] {
    let outer = (module.manualMesh, module.manualAxes)
    module.manualMesh = mesh
    module.manualAxes.formUnion(axes)
    let block = block(arguments: local, body)
    (module.manualMesh, module.manualAxes) = outer
    let names = axes.map { "\"\($0)\"" }.joined(separator: ", ")
    // Each device has a token of its own.
    let token = block.isOrdered ? ["<@\(module.meshName(mesh)), []>"] : []
    func list(_ shardings: [String]) -> String {
      "#sdy.sharding_per_value<[\((shardings + token).joined(separator: ", "))]>"
    }
    let operands = block.isOrdered ? operands + [currentToken] : operands
    let types = block.isOrdered ? results + [HLOFunction.tokenType] : results
    let text = block.text(
      terminator: "sdy.return", takesToken: block.isOrdered, givesToken: block.isOrdered)
    let values = emit(
      "\"sdy.manual_computation\"(\(HLOFunction.names(operands))) <{in_shardings = \(list(inShardings)), "
        + "manual_axes = #sdy<manual_axes{\(names)}>, out_shardings = \(list(outShardings))}> (\(text))",
      results: types, signature: HLOFunction.signature(operands, types))
    return block.isOrdered ? droppingToken(values) : values
  }
}
