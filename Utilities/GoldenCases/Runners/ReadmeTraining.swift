import Blox

/// The README's MLP: initialized, jitted, split, trained.
struct ReadmeTraining {
  private let golden: GoldenCase
  private let source: GoldenCase
  private let model: ReadmeMLP
  private let seeded: Params
  private let dummy: Tensor

  init(_ golden: GoldenCase) throws {
    self.golden = golden
    let graph = try Graph("net")
    let rng = try Rng(graph.child("rng"))
    // The cases that use the parameters of another do not repeat its sizes and its seed.
    source = try golden.parameterSource
    let config = source["config"]
    model = try ReadmeMLP(
      graph.child("mlp"), hiddenSize: config.int("hidden_size"), outputSize: config.int("output_size"),
      rng: rng)
    seeded = rng.seed(Params(), seed: try source.manifest.int("seed"))
    dummy = .ones([1, try config.int("input")])
  }

  func run(into results: inout CaseResults) throws {
    let (output, initial) = model(seeded, dummy)
    // What follows starts from the recorded parameters, apart from how well the initialization went.
    let params = try source.recordedParams(initial).locked()
    switch golden.name {
    case "2_mlp_init":
      try results.store(initial, "init")
      results["out_dummy"] = try HostArray(output)
      try require(params.isLocked == golden.manifest.bool("is_locked"), "the lock")
      try require(params.count == golden.manifest.int("len"), "the number of parameters")
    case "4_jit":
      let (output, updated) = try jit(model)(params, Tensor(golden.tensor("in/inputs")))
      results["out"] = try HostArray(output)
      try require(updated.names == golden.manifest.strings("keys_after_jit"), "the paths after jit")
      try require(updated.isLocked == golden.manifest.bool("is_locked_after_jit"), "the lock after jit")
    case "5_split": try split(params)
    default: try train(params, into: &results)
    }
  }

  private func split(_ params: Params) throws {
    let (trainable, others) = params.split()
    try require(trainable.names == golden.manifest.strings("trainable"), "the trainable parameters")
    try require(others.names == golden.manifest.strings("non_trainable"), "the other parameters")
    try require(trainable.merge(others).names == golden.manifest.strings("merged"), "the merged parameters")
    let kernels = params.split { path, _ in path.last == "kernel" }.0
    try require(kernels.names == golden.manifest.strings("split_predicate_kernel"), "the kernels")
  }

  private func train(_ initial: Params, into results: inout CaseResults) throws {
    let inputs = try Tensor(golden.tensor("in/inputs"))
    let targets = try Tensor(golden.tensor("in/targets"))
    let step = jit(donating: 0) { (params: Params, inputs: Tensor, targets: Tensor) in
      let (trainable, nonTrainable) = params.split()
      let loss = { (t: Params, nt: Params) in
        let (predictions, newParams) = try model(t.merge(nt), inputs)
        let loss = ((predictions - targets) ** 2).mean()
        return (loss, newParams.split().1)
      }
      let (gradients, newNonTrainable) = try grad(loss)(trainable, nonTrainable)
      let newTrainable = map(trainable, gradients) { w, g in w - 0.01 * g }
      return try newTrainable.merge(newNonTrainable)
    }
    var params = initial
    for number in 1...10 {
      params = try step(params, inputs, targets)
      if number == 1 || number == 10 { try results.store(params, "after\(number)") }
    }
    results["out"] = try HostArray(model(params, inputs).0)
  }

  /// Facts that the case records outside its checks.
  private func require(_ isRight: Bool, _ what: String) throws(GoldenError) {
    if !isRight { throw GoldenError("\(what) should be as recorded") }
  }
}
