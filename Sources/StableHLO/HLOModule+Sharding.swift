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
}

extension HLOFunction {
  /// Writes an operation that has an effect and no results: in a module for several devices the first of them does it,
  /// with whole operands. Where each device is written for by itself, each does it with its own.
  public func effect(_ operands: [HLOValue], _ body: @escaping (HLOFunction, [HLOValue]) -> Void) {
    let axes = module.partitionAxes
    guard !axes.isEmpty, module.manualAxes.isEmpty else { return body(self, operands) }
    // The partitioner refuses an effect that is not tied to a device.
    let name = module.meshName(axes)
    let whole = operands.map { operand in
      "<@\(name), [\(operand.type.dimensions.map { _ in "{}" }.joined(separator: ", "))]>"
    }
    _ = manualComputation(
      operands, local: operands.map(\.type), inShardings: whole, outShardings: [], axes: axes, results: []
    ) { function, values in
      let device = function.convert(function.partitionID(), to: .i32)
      return function.switchCase(
        device, results: [],
        branches: [
          { inner in
            body(inner, values)
            return []
          }, { _ in [] },
        ])
    }
  }

  /// Tells the partitioner how a value is to lie on a mesh: `<@mesh, [{"x"}, {}]>`.
  public func shardingConstraint(_ x: HLOValue, _ sharding: String) -> HLOValue {
    emit("sdy.sharding_constraint \(x.name) \(sharding)", result: x.type, signature: x.type.description)
  }

  /// Runs `body` on every device's own part of the operands: collectives in it are written out.
  ///
  /// - Parameters:
  ///   - local: the types of the operands' parts.
  ///   - inShardings: how the operands are divided, `<@mesh, [{"x"}]>`, and the results.
  ///   - axes: the axes of the mesh, all of which the body sees.
  public func manualComputation(
    _ operands: [HLOValue], local: [HLOType], inShardings: [String], outShardings: [String],
    axes: [(name: String, size: Int)], results: [HLOType], _ body: (HLOFunction, [HLOValue]) -> [HLOValue]
  ) -> [HLOValue] {
    let outer = module.manualAxes
    module.manualAxes = axes
    let block = block(arguments: local, body)
    module.manualAxes = outer
    let names = axes.map { "\"\($0.name)\"" }.joined(separator: ", ")
    // Each device has a chain of its own.
    let chain = block.isChained ? ["<@\(module.meshName(axes)), []>"] : []
    func list(_ shardings: [String]) -> String {
      "#sdy.sharding_per_value<[\((shardings + chain).joined(separator: ", "))]>"
    }
    let operands = block.isChained ? operands + [chainEnd] : operands
    let types = block.isChained ? results + [HLOFunction.chainType] : results
    let text = block.text(
      terminator: "sdy.return", takesChain: block.isChained, givesChain: block.isChained)
    let values = emit(
      "\"sdy.manual_computation\"(\(HLOFunction.names(operands))) <{in_shardings = \(list(inShardings)), "
        + "manual_axes = #sdy<manual_axes{\(names)}>, out_shardings = \(list(outShardings))}> (\(text))",
      results: types, signature: HLOFunction.signature(operands, types))
    return block.isChained ? unchained(values) : values
  }
}
