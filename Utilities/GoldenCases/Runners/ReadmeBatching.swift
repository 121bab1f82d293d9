import Blox

/// The README's section on random numbers in parallel lanes.
struct ReadmeBatching {
  private let golden: GoldenCase
  private let rng: Rng
  private let dropout: Dropout
  private let seed: Int

  init(_ golden: GoldenCase) throws {
    self.golden = golden
    let graph = try Graph("root")
    rng = try Rng(graph.child("rng"))
    // The error case names neither: its text holds for any.
    let rate = try golden["config"].optional("rate")?.double() ?? 0.5
    dropout = try Dropout(graph.child("dropout"), rate: rate, rng: rng)
    seed = try golden.manifest.optional("seed")?.int() ?? 0
  }

  func run(into results: inout CaseResults) throws {
    let params = rng.seed(Params(), seed: seed)
    if golden.name == "7e_unrestored_seed" {
      let bad = vmap(in: [nil, 0, 0], out: (0, nil)) { (params: Params, x: Tensor, index: Tensor) in
        let folded = rng.seed(params, seed: Random.foldIn(rng.getSeed(params), index))
        return dropout(folded, x)
      }
      try bad(params, .ones([4, 8]), .arange(4)).1.checked()
      return
    }
    let inputs = try Tensor(golden.tensor("in/batch_inputs"))
    let indices = Tensor.arange(inputs.shape[0])
    let output: Tensor
    let after: Params
    switch golden.name {
    case "7a_batching_explicit":
      (output, after) = vmap(in: [nil, 0, 0], out: (0, nil)) { (params: Params, x: Tensor, index: Tensor) in
        folded(params, x, index)
      }(params, inputs, indices)
    case "7b_batching_axis_name":
      (output, after) = vmap(in: [nil, 0], out: (0, nil), axisName: "batch") { (params: Params, x: Tensor) in
        folded(params, x, axisIndex("batch"))
      }(params, inputs)
    case "7d_identical_masks":
      (output, after) = vmap(in: [nil, 0], out: (0, nil)) { (params: Params, x: Tensor) in
        dropout(params, x)
      }(params, .ones(inputs.shape))
      results["out_on_ones"] = try HostArray(output)
    default:
      try initAndRuntime(inputs, into: &results)
      return
    }
    results["out"] = try HostArray(output)
    try results.store(after, "params_after")
  }

  /// Dropout with a lane's index folded into the seed, which is restored.
  private func folded(_ params: Params, _ x: Tensor, _ index: Tensor) -> (Tensor, Params) {
    let original = rng.getSeed(params)
    let folded = rng.seed(params, seed: Random.foldIn(original, index))
    let (output, after) = dropout(folded, x)
    return (output, rng.seed(after, seed: original))
  }

  private func forward(_ params: Params, _ x: Tensor) -> (Tensor, Params) {
    if params.isLocked { return folded(params, x, axisIndex("batch")) }
    return dropout(params, x)
  }

  private func initAndRuntime(_ inputs: Tensor, into results: inout CaseResults) throws {
    let initialize = { (x: Tensor) in forward(rng.seed(Params(), seed: seed), x).1.locked() }
    let params = vmap(out: nil, axisName: "batch", initialize)(inputs)
    try results.store(params, "init")
    let (output, after) = vmap(in: [nil, 0], out: (0, nil), axisName: "batch", forward)(params, inputs)
    results["out"] = try HostArray(output)
    try results.store(after, "params_after")
    // As the README has it, without output axes: the params come back once for each lane.
    let (outputs, batched) = vmap(in: [nil, 0], axisName: "batch", forward)(params, inputs)
    results["out_readme"] = try HostArray(outputs)
    try results.store(batched, "params_after_readme")
  }
}
