import Blox
import Checkpoints
import Foundation

/// all-MiniLM-L6-v2, a BERT that says what sentences mean: `[batch, time]` words give unit vectors `[batch, 384]`.
final class MiniLM: Module, @unchecked Sendable {
  let words, positions, kinds: Embed
  let norm: LayerNorm
  let blocks: [TransformerBlock]

  init(_ graph: Graph, rng: Rng) throws {
    words = try Embed(graph / "words", numEmbeddings: 30522, embeddingSize: 384, rng: rng)
    positions = try Embed(graph / "positions", numEmbeddings: 512, embeddingSize: 384, rng: rng)
    kinds = try Embed(graph / "kinds", numEmbeddings: 2, embeddingSize: 384, rng: rng)
    norm = try LayerNorm(graph / "norm", epsilon: 1e-12)
    blocks = try (0..<6).map { number in
      try TransformerBlock(
        graph / "block_\(number)", size: 384, heads: 12, rng: rng, isCausal: false,
        activation: { gelu($0, approximate: false) }, norms: .after, normEpsilon: 1e-12)
    }
    try super.init(graph)
  }

  func callAsFunction(_ params: Params, _ ids: Tensor, isText: Tensor) -> (Tensor, Params) {
    let (word, afterWords) = words(params, ids)
    let (position, afterPositions) = positions(afterWords, .arange(ids.shape[1]))
    let (kind, afterKinds) = kinds(afterPositions, Tensor([0]))
    var (x, params) = norm(afterKinds, word + position + kind)
    for block in blocks { (x, params) = block(params, x, mask: isText[FullRange(), NewAxis(), NewAxis()]) }
    // The mean of the words, as a unit vector.
    let sum = (x * isText[Ellipsis(), NewAxis()]).sum(axis: 1)
    return (sum / sqrt((sum * sum).sum(axis: -1, keepdims: true)), params)
  }

  /// Our parameters by the names that Hugging Face's file gives them.
  static let names: [String: FileTensor] = [
    "net/minilm/words/embedding": "embeddings.word_embeddings.weight",
    "net/minilm/positions/embedding": "embeddings.position_embeddings.weight",
    "net/minilm/kinds/embedding": "embeddings.token_type_embeddings.weight",
    "net/minilm/norm/scale": "embeddings.LayerNorm.weight",
    "net/minilm/norm/bias": "embeddings.LayerNorm.bias",
    "net/minilm/block_*/attention/*/kernel": FileTensor("encoder.layer.*.attention.self.*.weight").transposed,
    "net/minilm/block_*/attention/*/bias": "encoder.layer.*.attention.self.*.bias",
    "net/minilm/block_*/attention/output/kernel": FileTensor("encoder.layer.*.attention.output.dense.weight")
      .transposed,
    "net/minilm/block_*/attention/output/bias": "encoder.layer.*.attention.output.dense.bias",
    "net/minilm/block_*/norm1/scale": "encoder.layer.*.attention.output.LayerNorm.weight",
    "net/minilm/block_*/norm1/bias": "encoder.layer.*.attention.output.LayerNorm.bias",
    "net/minilm/block_*/up/kernel": FileTensor("encoder.layer.*.intermediate.dense.weight").transposed,
    "net/minilm/block_*/up/bias": "encoder.layer.*.intermediate.dense.bias",
    "net/minilm/block_*/down/kernel": FileTensor("encoder.layer.*.output.dense.weight").transposed,
    "net/minilm/block_*/down/bias": "encoder.layer.*.output.dense.bias",
    "net/minilm/block_*/norm2/scale": "encoder.layer.*.output.LayerNorm.weight",
    "net/minilm/block_*/norm2/bias": "encoder.layer.*.output.LayerNorm.bias",
  ]
}
