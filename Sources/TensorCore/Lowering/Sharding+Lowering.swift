package import PJRT
package import StableHLO

extension ShardingPlan {
  /// How a module with results of these shardings is compiled.
  package func options(results: [NamedSharding?]) -> CompileOptions {
    CompileOptions(
      partitions: mesh.devices.count, useSPMD: true, useShardy: true,
      deviceAssignment: mesh.devices.map(\.id), allowShardingPropagationToParameters: [false],
      allowShardingPropagationToResults: results.map { $0 == nil })
  }
}

extension NamedSharding {
  /// The sharding as Shardy writes it, `<@mesh, [{"x"}, {}]>`; the mesh is declared in the module.
  ///
  /// - Parameter isOpen: whether the compiler may divide every axis along more axes of the mesh.
  package func text(in module: HLOModule, rank: Int, isOpen: Bool = false) -> String {
    let axes = (0..<rank).map { axis -> String in
      let entry = spec.entry(axis)
      let names = entry.axes.map { "\"\($0)\"" } + (entry.isUnconstrained || isOpen ? ["?"] : [])
      return "{" + names.joined(separator: ", ") + "}"
    }
    let name = module.meshName(Array(zip(mesh.axisNames, mesh.axisSizes)))
    return "<@\(name), [\(axes.joined(separator: ", "))]>"
  }

  /// The attribute of an argument or result.
  func attribute(in module: HLOModule, rank: Int) -> String {
    "sdy.sharding = #sdy.sharding\(text(in: module, rank: rank))"
  }
}
