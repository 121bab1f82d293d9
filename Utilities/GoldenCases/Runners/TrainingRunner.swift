import Blox

/// Cases of kind `training`: the README's training step, repeated on one batch.
struct TrainingRunner: CaseRunner {
  static let kinds = ["training"]

  func run(_ golden: GoldenCase, into results: inout CaseResults) throws {
    let task = try TrainingTask(golden)
    let initial = try task.initialParams()
    try results.store(initial, "init")
    let rate = Tensor(try golden.manifest.double("lr"))
    let step = jit(donating: 0) { (params: Params) in
      let (trainable, nonTrainable) = params.split()
      let ((loss, updated), gradients) = try valueAndGrad { (trainable: Params) in
        let (loss, params) = try task.loss(trainable.merge(nonTrainable))
        return (loss, params.split().1)
      }(trainable)
      return (loss, try map(trainable, gradients) { $0 - rate * $1 }.merge(updated))
    }
    var params = try golden.recordedParams(initial).locked()
    var losses: [Tensor] = []
    // `after1/PATH`, `after50/PATH`: the steps after which parameters are recorded.
    let recorded = Set(golden.checks.map { String($0.tensor.prefix { $0 != "/" }) })
    for number in 1...max(1, try golden.manifest.int("steps")) {
      let loss: Tensor
      (loss, params) = try step(params)
      losses.append(loss)
      if recorded.contains("after\(number)") { try results.store(params, "after\(number)") }
    }
    results["losses"] = try HostArray(stack(losses))
  }
}

/// A model and the loss that it is trained on.
struct TrainingTask {
  private let rng: Rng
  private let seed: Int
  private let forward: (Params) -> (Tensor, Params)
  private let error: (Tensor) -> Tensor

  init(_ golden: GoldenCase) throws {
    let graph = try Graph("net")
    let rng = try Rng(graph.child("rng"))
    self.rng = rng
    seed = try golden.manifest.int("seed")
    let config = golden["config"]
    func input(_ name: String) throws -> Tensor {
      try Tensor(golden.tensor(golden.manifest.string("inputs", name)))
    }
    let model = try golden.manifest.string("model").prefix { $0.isLetter }
    switch model {
    case "LSTM", "GRU":
      let (x, y) = (try input("x"), try input("y"))
      forward = try TrainingTask.recurrence(String(model), graph, config, rng, x)
      error = { (($0 - y) ** 2).mean() }
    case "TinyTransformer":
      let tokens = try input("tokens")
      let transformer = try TinyTransformer(
        graph.child("mlp"), vocab: config.int("vocab"), d: config.int("d"), heads: config.int("heads"),
        mlp: config.int("mlp"), t: config.int("t"), rng: rng)
      let last = tokens.shape[1] - 1
      forward = { transformer($0, tokens[FullRange(), 0..<last]) }
      error = { TrainingTask.crossEntropy($0, tokens[FullRange(), 1..<(last + 1)]) }
    case "MLP", "MLPDropoutBatchNorm", "MLPDropoutBN":
      let node = try graph.child("mlp")
      let (hidden, out) = (try config.int("hidden"), try config.int("out"))
      let rate = try config.optional("rate")?.double() ?? 0
      let layer: any Layer =
        switch model {
        case "MLP": try ReadmeMLP(node, hiddenSize: hidden, outputSize: out, rng: rng)
        case "MLPDropoutBN": try MLPDropoutBN(node, hidden: hidden, out: out, rate: rate, rng: rng)
        default: try MLPDropoutBatchNorm(node, hiddenSize: hidden, outputSize: out, rate: rate, rng: rng)
        }
      let (x, y) = (try input("x"), try input("y"))
      forward = { layer.run($0, x, isTraining: true) }
      error = model == "MLPDropoutBN" ? { TrainingTask.crossEntropy($0, y) } : { (($0 - y) ** 2).mean() }
    default: throw GoldenError("the model \(model) is not known")
    }
  }

  /// A recurrence and a linear layer on all of its outputs.
  private static func recurrence(
    _ name: String, _ graph: Graph, _ config: JSONValue, _ rng: Rng, _ x: Tensor
  ) throws -> (Params) -> (Tensor, Params) {
    let hidden = try config.int("hidden")
    let node = try graph.child("rnn")
    let head = try Linear(graph.child("head"), outputSize: 1, rng: rng)
    if name == "LSTM" {
      let lstm = try LSTM(node, hiddenSize: hidden, rng: rng)
      return { params in
        let ((outputs, _), params) = lstm.apply(params, x)
        return head(params, outputs)
      }
    }
    let gru = try GRU(node, hiddenSize: hidden, rng: rng)
    return { params in
      let ((outputs, _), params) = gru.apply(params, x)
      return head(params, outputs)
    }
  }

  func initialParams() throws -> Params { forward(rng.seed(Params(), seed: seed)).1 }

  func loss(_ params: Params) throws -> (Tensor, Params) {
    let (output, params) = forward(params)
    return (error(output), params)
  }

  /// The mean over all but the last axis of minus the logarithm of the probability of the right class.
  private static func crossEntropy(_ logits: Tensor, _ classes: Tensor) -> Tensor {
    let picked = logSoftmax(logits) * oneHot(classes, logits.shape[-1])
    return -picked.sum(axis: -1).mean()
  }
}
