import PJRT
import Blox

/// The README's section on many devices: parameters that are sharded by their metadata, and a sum over devices.
struct ReadmeScaling {
  private let golden: GoldenCase

  init(_ golden: GoldenCase) { self.golden = golden }

  func run(into results: inout CaseResults) throws {
    if golden.name == "8b_shard_map_psum" { return try sumOverDevices(into: &results) }
    let graph = try Graph("net")
    let rng = try Rng(graph.child("rng"))
    let seed = try golden.manifest.int("seed")
    let linear = try Linear(
      graph.child("linear"), outputSize: golden.manifest.int("config", "output_size"), rng: rng,
      kernelMetadata: Metadata(sharding: [nil, "model"]), biasMetadata: Metadata(sharding: ["model"]))
    let initialize = { (x: Tensor) in
      let params = rng.seed(Params(), seed: seed)
      return linear(params, x).1.locked()
    }
    let dummyInput = Tensor.ones(Shape(try golden["config"].ints("input")))
    let abstractParams = try evalShape(initialize)(dummyInput)
    let sizes = try golden["config"].ints("mesh")
    guard sizes.count == 2 else { throw GoldenError("the mesh should have two axes, not \(sizes)") }
    let mesh = try Mesh(["batch": sizes[0], "model": sizes[1]])
    let paramsSharding = try abstractParams.shardings(on: mesh)
    let dataSharding = NamedSharding(mesh, ["batch"])
    let params = try jit(outShardings: [paramsSharding], initialize)(dummyInput)
    let forward = jit(
      inShardings: [paramsSharding, dataSharding], outShardings: [dataSharding, paramsSharding]
    ) { (params: Params, x: Tensor) in linear(params, x) }
    let (output, updated) = try forward(params, dummyInput)
    try results.store(params, "init")
    results["out"] = try HostArray(output)
    results["out_random"] = try HostArray(forward(params, Tensor(golden.tensor("in/x"))).0)
    for (path, param) in updated.items { try checkShards(param.value, path.joined(separator: "/")) }
    try checkShards(output, "out")
  }

  /// Compares which part of a tensor each device holds with what was recorded.
  private func checkShards(_ tensor: Tensor, _ name: String) throws {
    guard let recorded = golden["shardings"].optional(name) else { return }
    let wanted = try recorded.array("shards")
    let shards = try tensor.addressableShards
    guard shards.count == wanted.count else {
      throw GoldenError("\(name) has \(shards.count) shards instead of \(wanted.count)")
    }
    for (shard, wanted) in zip(shards, wanted) {
      let ranges = try wanted.array("index").enumerated().map { axis, bounds in
        let start = try bounds[0].isNull ? 0 : bounds[0].int()
        let end = try bounds[1].isNull ? tensor.shape[axis] : bounds[1].int()
        return start..<end
      }
      guard shard.device.id == (try wanted.int("device")), shard.ranges == ranges,
        shard.data.shape.dimensions == (try wanted.ints("shape"))
      else {
        throw GoldenError("\(name) has \(shard.ranges) on device \(shard.device.id) instead of \(ranges)")
      }
    }
  }

  private func sumOverDevices(into results: inout CaseResults) throws {
    let mesh = try Mesh(["batch": golden["config"]["mesh"][0].int()])
    let local = shardMap(mesh, in: [[], ["batch"]], out: [[], ["batch"]]) { (w: Tensor, x: Tensor) in
      let gradient = grad { (w: Tensor) in sin(matmul(x, w)).sum() }(w)
      return (psum(gradient, "batch"), axisIndex("batch") + Tensor.zeros([1], dtype: .int32))
    }
    let (gradient, index) = try jit(local)(Tensor(golden.tensor("in/w")), Tensor(golden.tensor("in/x")))
    results["grad"] = try HostArray(gradient)
    results["axis_index"] = try HostArray(index)
  }
}
