import Blox

/// Causal self-attention over several heads: `[batch, time, features]` to the same.
final class Attention: Module, Layer, @unchecked Sendable {
  let heads: Int
  let query, key, value, output: Linear

  init(_ graph: Graph, features: Int, heads: Int, rng: Rng) throws {
    self.heads = heads
    query = try Linear(graph / "query", outputSize: features, rng: rng)
    key = try Linear(graph / "key", outputSize: features, rng: rng)
    value = try Linear(graph / "value", outputSize: features, rng: rng)
    output = try Linear(graph / "output", outputSize: features, rng: rng)
    try super.init(graph)
  }

  func callAsFunction(_ params: Params, _ x: Tensor) -> (Tensor, Params) {
    let (batch, time, features) = (x.shape[0], x.shape[1], x.shape[2])
    // [batch, heads, time, size]
    func split(_ x: Tensor) -> Tensor {
      x.reshape([batch, time, heads, features / heads]).swapaxes(1, 2)
    }
    var (q, params) = query(params, x)
    var (k, v): (Tensor, Tensor)
    (k, params) = key(params, x)
    (v, params) = value(params, x)
    (q, k, v) = (split(q), split(k), split(v))
    let scores = matmul(q, k.swapaxes(-1, -2)) / sqrt(Tensor(Double(features / self.heads)))
    let positions = Tensor.arange(time)
    let isPast = expandDims(positions, axis: 1) .>= positions
    let weights = softmax(select(isPast, scores, Tensor(-1e9)))
    return output(params, matmul(weights, v).swapaxes(1, 2).reshape([batch, time, features]))
  }
}

/// Attention and two linear maps, each on top of what comes in.
final class Block: Module, Layer, @unchecked Sendable {
  let attentionNorm, mlpNorm: LayerNorm
  let attention: Attention
  let up, down: Linear

  init(_ graph: Graph, features: Int, heads: Int, hidden: Int, rng: Rng) throws {
    attentionNorm = try LayerNorm(graph / "attention_norm", rng: rng)
    attention = try Attention(graph.child("attention"), features: features, heads: heads, rng: rng)
    mlpNorm = try LayerNorm(graph / "mlp_norm", rng: rng)
    up = try Linear(graph / "up", outputSize: hidden, rng: rng)
    down = try Linear(graph / "down", outputSize: features, rng: rng)
    try super.init(graph)
  }

  func callAsFunction(_ params: Params, _ x: Tensor) -> (Tensor, Params) {
    var (hidden, params) = attentionNorm(params, x)
    (hidden, params) = attention(params, hidden)
    let x = x + hidden
    (hidden, params) = mlpNorm(params, x)
    (hidden, params) = up(params, hidden)
    (hidden, params) = down(params, gelu(hidden))
    return (x + hidden, params)
  }
}

/// A language model: tokens `[batch, time]` to logits `[batch, time, vocabulary]`.
final class Transformer: Module, Layer, @unchecked Sendable {
  let tokens, positions: Embed
  let blocks: [Block]
  let norm: LayerNorm
  let logits: Linear

  init(
    _ graph: Graph, vocabulary: Int, time: Int, features: Int, heads: Int, hidden: Int, layers: Int, rng: Rng
  ) throws {
    tokens = try Embed(graph / "tokens", numEmbeddings: vocabulary, embeddingSize: features, rng: rng)
    positions = try Embed(graph / "positions", numEmbeddings: time, embeddingSize: features, rng: rng)
    blocks = try (0..<layers).map { number in
      try Block(graph.child("block_\(number)"), features: features, heads: heads, hidden: hidden, rng: rng)
    }
    norm = try LayerNorm(graph / "norm", rng: rng)
    logits = try Linear(graph / "logits", outputSize: vocabulary, rng: rng)
    try super.init(graph)
  }

  func callAsFunction(_ params: Params, _ inputs: Tensor) -> (Tensor, Params) {
    var (x, params) = tokens(params, inputs)
    var hidden: Tensor
    (hidden, params) = positions(params, .arange(inputs.shape[1]))
    x = x + hidden
    for block in blocks { (x, params) = block(params, x) }
    (x, params) = norm(params, x)
    return logits(params, x)
  }
}
