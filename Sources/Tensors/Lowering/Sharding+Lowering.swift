import PJRT
import StableHLO

extension ShardingPlan {
  /// How a module with results of these shardings is compiled.
  func options(results: [NamedSharding?]) -> CompileOptions {
    CompileOptions(
      partitions: mesh.devices.count, useSPMD: true, useShardy: true,
      deviceAssignment: mesh.devices.map(\.id), allowShardingPropagationToParameters: [false],
      allowShardingPropagationToResults: results.map { $0 == nil })
  }
}

extension NamedSharding {
  /// The sharding as Shardy writes it, `<@mesh, [{"x"}, {}]>`; the mesh is declared in the module.
  func text(in module: HLOModule, rank: Int) -> String {
    let axes = (0..<rank).map { axis -> String in
      let entry = spec.entry(axis)
      return entry.isUnconstrained
        ? "{?}" : "{" + entry.axes.map { "\"\($0)\"" }.joined(separator: ", ") + "}"
    }
    let name = module.meshName(Array(zip(mesh.axisNames, mesh.axisSizes)))
    return "<@\(name), [\(axes.joined(separator: ", "))]>"
  }

  /// The attribute of an argument or result.
  func attribute(in module: HLOModule, rank: Int) -> String {
    "sdy.sharding = #sdy.sharding\(text(in: module, rank: rank))"
  }
}
