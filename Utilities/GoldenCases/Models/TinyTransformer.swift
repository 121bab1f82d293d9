import Blox

/// The attention of the transformer that cases describe by its Python source.
final class Attention: Module, Layer, @unchecked Sendable {
  let heads: Int
  let q, k, v, o: Linear

  init(_ graph: Graph, d: Int, heads: Int, rng: Rng) throws {
    self.heads = heads
    q = try Linear(graph.child("q"), outputSize: d, rng: rng)
    k = try Linear(graph.child("k"), outputSize: d, rng: rng)
    v = try Linear(graph.child("v"), outputSize: d, rng: rng)
    o = try Linear(graph.child("o"), outputSize: d, rng: rng)
    try super.init(graph)
  }

  func callAsFunction(_ params: Params, _ x: Tensor) -> (Tensor, Params) {
    let (batch, times, d) = (x.shape[0], x.shape[1], x.shape[2])
    let size = d / max(1, heads)
    // [batch, heads, times, size]
    func split(_ tensor: Tensor) -> Tensor {
      tensor.reshape([batch, times, heads, size]).swapaxes(1, 2)
    }
    var (query, params) = q(params, x)
    var key: Tensor
    (key, params) = k(params, x)
    var value: Tensor
    (value, params) = v(params, x)
    (query, key, value) = (split(query), split(key), split(value))
    var scores = matmul(query, key.swapaxes(-1, -2)) / sqrt(Tensor(Double(size)))
    let positions = Tensor.arange(times)
    let isVisible = expandDims(positions, axis: 1) .>= positions
    scores = select(isVisible, scores, Tensor(-Double(Float.greatestFiniteMagnitude)))
    let mixed = matmul(softmax(scores), value).swapaxes(1, 2).reshape([batch, times, d])
    return o(params, mixed)
  }
}

/// The small transformer that cases describe by its Python source: tokens `[batch, time]` to logits.
final class TinyTransformer: Module, Layer, @unchecked Sendable {
  let tok, pos: Embed
  let n1: LayerNorm
  let attn: Attention
  let n2: RMSNorm
  let up, down: Linear

  init(_ graph: Graph, vocab: Int, d: Int, heads: Int, mlp: Int, t: Int, rng: Rng) throws {
    tok = try Embed(graph.child("tok"), numEmbeddings: vocab, embeddingSize: d, rng: rng)
    pos = try Embed(graph.child("pos"), numEmbeddings: t, embeddingSize: d, rng: rng)
    n1 = try LayerNorm(graph.child("n1"), rng: rng)
    attn = try Attention(graph.child("attn"), d: d, heads: heads, rng: rng)
    n2 = try RMSNorm(graph.child("n2"), rng: rng)
    up = try Linear(graph.child("up"), outputSize: mlp, rng: rng)
    down = try Linear(graph.child("down"), outputSize: d, rng: rng)
    try super.init(graph)
  }

  func callAsFunction(_ params: Params, _ tokens: Tensor) -> (Tensor, Params) {
    var (x, params) = tok(params, tokens)
    var hidden: Tensor
    (hidden, params) = pos(params, .arange(tokens.shape[1]))
    x = x + hidden
    (hidden, params) = n1(params, x)
    (hidden, params) = attn(params, hidden)
    x = x + hidden
    (hidden, params) = n2(params, x)
    (hidden, params) = up(params, hidden)
    (hidden, params) = down(params, gelu(hidden))
    return tok.attend(params, x + hidden)
  }
}
