extension HLOModule {
  /// Says over how many devices the module is partitioned.
  public func addPartitions(_ count: Int) {
    addAttribute("mhlo.num_partitions = \(count) : i32")
    addAttribute("mhlo.num_replicas = 1 : i32")
  }

  /// The name of the mesh with these axes, declared at the first request.
  public func meshName(_ axes: [(name: String, size: Int)]) -> String {
    let list = axes.map { "\"\($0.name)\"=\($0.size)" }.joined(separator: ", ")
    return declaredName(of: "sdy.mesh", "<[\(list)]>", base: "mesh")
  }
}

extension HLOFunction {
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
    let block = region(arguments: local, terminator: "sdy.return", body)
    module.manualAxes = outer
    let names = axes.map { "\"\($0.name)\"" }.joined(separator: ", ")
    func list(_ shardings: [String]) -> String {
      "#sdy.sharding_per_value<[\(shardings.joined(separator: ", "))]>"
    }
    return emit(
      "\"sdy.manual_computation\"(\(HLOFunction.names(operands))) <{in_shardings = \(list(inShardings)), "
        + "manual_axes = #sdy<manual_axes{\(names)}>, out_shardings = \(list(outShardings))}> (\(block))",
      results: results, signature: HLOFunction.signature(operands, results))
  }
}
