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
