import Blox
import Foundation

/// One token after another from a language model of 135 million parameters, as text is generated: 30 blocks of 576 features, 9
/// heads of 64, 3 of keys and values, and a vocabulary of 49,152 words whose embeddings are those of the last layer, too.
///
/// The params are float32, bfloat16, and integers of 8 bits with scales for 64 features; the three take turns. What a token takes is
/// the time in which its params are read once.
struct DecodeWorkload: Workload {
  final class Model: Module, @unchecked Sendable {
    let tokens: Embed
    let blocks: [TransformerBlock]
    let norm: RMSNorm

    init(_ graph: Graph, rng: Rng) throws {
      tokens = try Embed(graph.child("tokens"), numEmbeddings: 49_152, embeddingSize: 576, rng: rng)
      blocks = try (0..<30).map { number in
        try TransformerBlock(
          graph.child("block_\(number)"), size: 576, heads: 9, rng: rng, keyValueHeads: 3, hiddenSize: 1536,
          rotaryBase: 10_000, cacheCapacity: 256, useRMSNorm: true, useBias: false, isGated: true,
          activation: silu)
      }
      norm = try RMSNorm(graph.child("norm"), rng: rng)
      try super.init(graph)
    }

    /// The next tokens, and the caches after these.
    func callAsFunction(_ params: Params, _ inputs: Tensor, _ states: [KeyValueCache]?)
      -> (Tensor, [KeyValueCache], Params)
    {
      var (x, params) = tokens(params, inputs)
      var next: [KeyValueCache] = []
      for (number, block) in blocks.enumerated() {
        let state: KeyValueCache
        if let states {
          state = states[number]
        } else {
          (state, params) = block.initialState(params, x)
        }
        let updated: KeyValueCache
        ((x, updated), params) = block(params, x, state)
        next.append(updated)
      }
      (x, params) = norm(params, x)
      (x, params) = tokens.attend(params, x)
      return (x.argmax(axis: -1).astype(.int32), next, params)
    }
  }

  func run(_ meter: Meter) throws {
    let graph = try Graph("net")
    let rng = try Rng(graph.child("rng"))
    let model = try Model(graph.child("model"), rng: rng)
    let first = Tensor([17] as [Int32])
    let params = model(rng.seed(Params(), seed: 42), first, nil).2.locked()
    meter.print("parameters", Double(params.leaves.reduce(0) { $0 + $1.size }), "1")
    let begin = jit(name: "begin") { (params: Params, token: Tensor) in
      let (next, states, _) = model(params, token, nil)
      return (next, states)
    }
    let step = jit(donating: 2, name: "decode") { (params: Params, token: Tensor, states: [KeyValueCache]) in
      let (next, states, _) = model(params, token, states)
      return (next, states)
    }
    let kinds = [
      ("float32", params), ("bfloat16", params.cast(to: .bfloat16)),
      ("int8", try quantized(params, groupSize: 64, embeddings: true)),
    ]
    var times = [[Double]](repeating: [], count: kinds.count)
    let clock = ContinuousClock()
    let end = clock.now.advanced(by: .seconds(3 * meter.seconds))
    while times[0].count < 3 || clock.now < end {
      for (index, (_, params)) in kinds.enumerated() {
        var (token, states) = try begin(params, first)
        for _ in 0..<3 { (token, states) = try step(params, token, states) }
        try token.blockUntilReady()
        let start = clock.now
        for _ in 0..<16 { (token, states) = try step(params, token, states) }
        try token.blockUntilReady()
        times[index].append((clock.now - start).seconds / 16)
      }
    }
    for (kind, times) in zip(kinds, times) {
      meter.print(kind.0, times.sorted()[times.count / 2] * 1e3, "ms")
      meter.print("\(kind.0)_params", Double(kind.1.bytes) / 1e6, "MB")
    }
  }
}
