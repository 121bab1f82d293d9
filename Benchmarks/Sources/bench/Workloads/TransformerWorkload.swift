import Blox
import Optimizers

/// A small language model, batch 8 of 128 tokens: one AdamW step with donated parameters and state.
struct TransformerWorkload: Workload {
  final class Model: Module, Layer, @unchecked Sendable {
    let tokens, places: Embed
    let blocks: [TransformerBlock]
    let norm: LayerNorm
    let logits: Linear

    init(_ graph: Graph, rng: Rng, positions: Int = 128) throws {
      tokens = try Embed(graph.child("tokens"), numEmbeddings: 1000, embeddingSize: 256, rng: rng)
      places = try Embed(graph.child("positions"), numEmbeddings: positions, embeddingSize: 256, rng: rng)
      blocks = try (0..<4).map { number in
        try TransformerBlock(graph.child("block_\(number)"), size: 256, heads: 8, rng: rng)
      }
      norm = try LayerNorm(graph.child("norm"), rng: rng)
      logits = try Linear(graph.child("logits"), outputSize: 1000, rng: rng)
      try super.init(graph)
    }

    func callAsFunction(_ params: Params, _ inputs: Tensor) -> (Tensor, Params) {
      var (x, params) = tokens(params, inputs)
      let place: Tensor
      (place, params) = places(params, .arange(inputs.shape[1]))
      x = x + place
      for block in blocks { (x, params) = block(params, x) }
      (x, params) = norm(params, x)
      return logits(params, x)
    }
  }

  /// Sequences of 129 tokens.
  static func text() -> Tensor { Tensor((0..<8 * 129).map { Int32($0 * 7 % 1000) }, shape: [8, 129]) }

  func run(_ meter: Meter) throws {
    let graph = try Graph("net")
    let rng = try Rng(graph.child("rng"))
    let model = try Model(graph.child("model"), rng: rng)
    let text = TransformerWorkload.text()
    let (inputs, targets) = (text[FullRange(), 0..<128], text[FullRange(), 1...])
    var params = try model.initialized(rng, inputs[0..<1])
    let optimizer = GradientTransformation.adamw(learningRate: 3e-4, weightDecay: 0.01)
    var state = optimizer.initialState(params.split().0)
    let step = jit(donating: [0, 1], name: "step") {
      (params: Params, state: OptimizerState, inputs: Tensor, targets: Tensor) in
      let (trainable, nonTrainable) = params.split()
      let ((loss, newNonTrainable), gradients) = try valueAndGrad { (t: Params) in
        let (logits, newParams) = try model(t.merge(nonTrainable), inputs)
        return (MLPWorkload.crossEntropy(logits, targets), newParams.split().1)
      }(trainable)
      let (updates, state) = optimizer.update(gradients, state, trainable)
      return (loss, try applyUpdates(trainable, updates).merge(newNonTrainable), state)
    }
    try TrainingMeasures(lastStep: 10, block: 5).take(meter) {
      let (loss, nextParams, nextState) = try step(params, state, inputs, targets)
      (params, state) = (nextParams, nextState)
      return loss
    }
  }
}
