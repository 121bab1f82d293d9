import Blox

/// Cases of kind `readme`: the snippets of the original README, one after the other; and the error that it warns of.
struct ReadmeRunner: CaseRunner {
  static let kinds = ["readme", "error"]

  func run(_ golden: GoldenCase, into results: inout CaseResults) throws {
    switch golden.name {
    case "1_first_layer": try firstLayer(golden, into: &results)
    case "2_mlp_init", "4_jit", "5_split", "6_training": try ReadmeTraining(golden).run(into: &results)
    case "7a_batching_explicit", "7b_batching_axis_name", "7c_init_vs_runtime", "7d_identical_masks",
      "7e_unrestored_seed":
      try ReadmeBatching(golden).run(into: &results)
    case "8_scaling_up", "8b_shard_map_psum": try ReadmeScaling(golden).run(into: &results)
    case "9_recurrence": try recurrence(golden, into: &results)
    case "10_decoupled": try decoupled(golden, into: &results)
    default: throw GoldenError("the snippet \(golden.name) is not known")
    }
  }

  private func firstLayer(_ golden: GoldenCase, into results: inout CaseResults) throws {
    let graph = try Graph("net")
    let rng = try Rng(graph.child("rng"))
    let linear = try ReadmeLinear(
      graph.child("linear"), outputSize: golden.manifest.int("config", "output_size"), rng: rng)
    let seeded = rng.seed(Params(), seed: try golden.manifest.int("seed"))
    let (output, params) = linear(seeded, try Tensor(golden.tensor("in/x")))
    results["out"] = try HostArray(output)
    try results.store(params, "init")
  }

  private func recurrence(_ golden: GoldenCase, into results: inout CaseResults) throws {
    let config = golden["config"]
    let graph = try Graph("net")
    let rng = try Rng(graph.child("rng"))
    let lstm = try LSTM(graph.child("lstm"), hiddenSize: config.int("hidden_size"), rng: rng)
    let inputs = Tensor.ones([try config.int("batch"), try config.int("T"), try config.int("features")])
    var params = rng.seed(Params(), seed: try golden.manifest.int("seed"))
    var state: LSTMState
    (state, params) = lstm.initialState(params, inputs[FullRange(), 0])
    func apply(_ inputs: Tensor, _ out: String, _ final: String, into results: inout CaseResults) throws {
      let ((outputs, last), updated) = lstm.apply(params, inputs, prevState: state)
      results[out] = try HostArray(outputs)
      results["\(final)/hidden"] = try HostArray(last.hidden)
      results["\(final)/cell"] = try HostArray(last.cell)
      params = updated.locked()
    }
    try apply(inputs, "out", "final", into: &results)
    try results.store(params, "init")
    try apply(Tensor(golden.tensor("in/random")), "out_random", "final_random", into: &results)
  }

  private func decoupled(_ golden: GoldenCase, into results: inout CaseResults) throws {
    func model(isStatic: Bool) throws -> (Rng, LSTM) {
      let graph = try Graph("model")
      let rng = try Rng(graph.child("rng"))
      let size = try golden.manifest.int("config", "hidden_size")
      return (rng, try LSTM(graph.child("lstm"), hiddenSize: size, rng: rng, isStatic: isStatic))
    }
    let inputs = try Tensor(golden.tensor("in/inputs"))
    let (rng, lstmStatic) = try model(isStatic: true)
    let (_, lstmDynamic) = try model(isStatic: false)
    var params = rng.seed(Params(), seed: try golden.manifest.int("seed"))
    params = lstmStatic.apply(params, inputs).1.locked()
    try results.store(params, "init")
    results["out_static"] = try HostArray(lstmStatic.apply(params, inputs).0.0)
    results["out_dynamic"] = try HostArray(lstmDynamic.apply(params, inputs).0.0)
  }
}

extension CaseResults {
  /// Stores every parameter as `PREFIX/PATH`.
  mutating func store(_ params: Params, _ prefix: String) throws {
    for (path, param) in params.items {
      self["\(prefix)/" + path.joined(separator: "/")] = try HostArray(param.value)
    }
  }
}

extension Params {
  /// The paths as texts, in the order of the params.
  var names: [String] { paths.map { $0.joined(separator: "/") } }
}
