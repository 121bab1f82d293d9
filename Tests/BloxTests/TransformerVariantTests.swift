import Blox
import Foundation
import Testing

/// The settings that make the blocks of the known models, against the same put together by hand.
@Suite struct TransformerVariantTests {
  private let graph: Graph
  private let rng: Rng

  init() throws {
    graph = try Graph("net")
    rng = try Rng(graph / "rng")
  }

  private func inputs(_ shape: Shape) -> Tensor { Random.normal(Random.key(5), shape) }
  private var seeded: Params { rng.seed(Params(), seed: 1) }

  private func expectNear(_ a: Tensor, _ b: Tensor, _ tolerance: Float = 2e-5) throws {
    let (x, y) = (try a.checked().scalars(Float.self), try b.checked().scalars(Float.self))
    #expect(x.count == y.count && !x.isEmpty)
    #expect(
      zip(x, y).allSatisfy { Swift.abs($0 - $1) <= tolerance * Swift.max(1, Swift.abs($1)) }, "\(x) \(y)")
  }

  // MARK: Rotary positions

  /// Turns pairs by hand, in Double.
  private func turned(_ x: [Double], _ position: Double, _ frequencies: [Double], interleaved: Bool)
    -> [Double]
  {
    var result = x
    for (i, frequency) in frequencies.enumerated() {
      let (a, b) = interleaved ? (2 * i, 2 * i + 1) : (i, i + frequencies.count)
      let angle = position * frequency
      result[a] = x[a] * cos(angle) - x[b] * sin(angle)
      result[b] = x[b] * cos(angle) + x[a] * sin(angle)
    }
    return result
  }

  @Test func rotaryOptions() throws {
    let x = inputs([1, 3, 2, 8])
    let halves = [1.0, 0.03760603093086394, 0.001414213562373095, 5.3182958969449884e-05]
    // Computed by the formula of transformers.modeling_rope_utils for base 500000, 8 features, factor 8.
    let stretched = [1.0, 0.03760603093086394, 0.0005248461609929547, 6.6478698711812355e-06]
    let llama = RotaryScaling.llama3(factor: 8)
    let cases: [(RotaryOptions, [Double])] = [
      (RotaryOptions(), halves), (RotaryOptions(isInterleaved: true), halves),
      (RotaryOptions(scaling: .linear(factor: 4)), halves.map { $0 / 4 }),
      (RotaryOptions(isInterleaved: true, scaling: llama), stretched),
      (RotaryOptions(features: 4), [1.0, 0.001414213562373095]),
    ]
    for (options, frequencies) in cases {
      let positions = Tensor([[0, 7, 2000]])
      let got = rotaryEmbedding(x, positions: positions, base: 500_000, options: options)
      var want: [Double] = []
      for (time, position) in [0.0, 7, 2000].enumerated() {
        for head in 0..<2 {
          want += turned(
            try x[0, time, head].scalars(Double.self), position, frequencies,
            interleaved: options.isInterleaved)
        }
      }
      // The angle itself is in float32.
      try expectNear(got, Tensor(want.map(Float.init)), 5e-4)
    }
    #expect(rotaryEmbedding(x, positions: Tensor([0]), options: RotaryOptions(features: 10)).error != nil)
    #expect(throws: ModelError.self) {
      try MultiHeadAttention(
        graph / "a", size: 8, heads: 2, rng: rng, rotaryBase: 10, rotary: RotaryOptions(features: 6))
    }
  }

  /// Recorded from `_compute_yarn_parameters` of transformers 4.57: for 16 features, the factors of frequencies and values.
  @Test(arguments: [
    (
      1e6, RotaryScaling.yarn(factor: 4, originalLength: 32768), 1.138629436111989,
      [
        1.0, 0.17782793939113617, 0.03162277862429619, 0.004217559937387705, 0.0005000000237487257,
        4.4456985051510856e-05, 7.905693564680405e-06, 1.405853367941745e-06,
      ]
    ),
    (
      150_000, .yarn(factor: 32, originalLength: 4096, truncates: false), 1.3465735902799727,
      [
        1.0, 0.22541800141334534, 0.05081327259540558, 0.006794959306716919, 0.0004564839182421565,
        1.818833698052913e-05, 4.099978468730114e-06, 9.242089618055616e-07,
      ]
    ),
    (
      // mscale 1, mscale_all_dim 0.8
      1e4, .yarn(factor: 40, originalLength: 4096, attentionFactor: 1.0569662567531275), 1.0569662567531275,
      [
        1.0, 0.3162277638912201, 0.10000000149011612, 0.023914724588394165, 0.005124999675899744,
        0.0008498621755279601, 2.499999936844688e-05, 7.905694474175107e-06,
      ]
    ),
  ])
  func yarnIsThatOfTransformers(
    base: Double, scaling: RotaryScaling, factor: Double, frequencies: [Double]
  ) throws {
    let x = concatenate([Tensor.ones([1, 1, 8]), .zeros([1, 1, 8])], axis: -1)
    let turned = try rotaryEmbedding(
      x, positions: Tensor([1]), base: base, options: RotaryOptions(scaling: scaling)
    ).scalars(Double.self)
    for (index, frequency) in frequencies.enumerated() {
      #expect(Swift.abs(turned[index] - factor * cos(frequency)) < 2e-6)
      #expect(Swift.abs(turned[index + 8] / (factor * sin(frequency)) - 1) < 3e-6, "\(index): \(turned)")
    }
  }

  // MARK: Attention

  @Test func windowsScalesAndNorms() throws {
    let x = inputs([2, 6, 8])
    let distance = expandDims(Tensor.arange(6), axis: 1) - Tensor.arange(6)
    for isCausal in [true, false] {
      let layer = try MultiHeadAttention(
        graph / "window_\(isCausal)", size: 8, heads: 2, rng: rng, isCausal: isCausal, rotaryBase: 100,
        window: 3,
        scale: 0.3, useQueryKeyValueBias: false, useQueryKeyNorm: true)
      let params = layer(seeded, x).1.locked()
      let node = layer.graph.path
      #expect(params.contains(node + ["output", "bias"]) && !params.contains(node + ["key", "bias"]))
      func heads(_ part: Linear, _ norm: RMSNorm?) -> Tensor {
        let y = part(params, x).0.reshape([2, 6, 2, 4])
        guard let norm else { return y }
        return rotaryEmbedding(norm(params, y).0, positions: Tensor.arange(6), base: 100)
      }
      let mask = isCausal ? (distance .>= 0) .& (distance .< 3) : abs(distance) .< 3
      let mixed = dotProductAttention(
        heads(layer.query, layer.queryNorm), heads(layer.key, layer.keyNorm), heads(layer.value, nil),
        mask: mask,
        scale: 0.3)
      try expectNear(layer(params, x).0, layer.output(params, mixed.reshape([2, 6, 8])).0)
      if isCausal { try expectNear(layer.apply(params, x).0.0, layer(params, x).0) }
    }
  }

  @Test func weightsAreDropped() throws {
    let x = inputs([2, 6, 8])
    let layer = try MultiHeadAttention(
      graph / "a", size: 8, heads: 4, rng: rng, keyValueHeads: 2, isCausal: true, window: 4, dropoutRate: 0.5)
    let params = layer(seeded, x).1.locked()
    // At a rate that never drops, the way of dropping gives what attention gives.
    let rarely = try MultiHeadAttention(
      Graph("net") / "a", size: 8, heads: 4, rng: rng, keyValueHeads: 2, isCausal: true, window: 4,
      dropoutRate: 1e-12)
    let still = layer(params, x, mask: nil, isTraining: false)
    try expectNear(rarely(params, x).0, still.0)
    try expectNear(rarely.apply(params, x).0.0, still.0)
    let first = layer(params, x)
    #expect(try first.0.scalars(Float.self) != still.0.scalars(Float.self))
    #expect(try first.0.scalars(Float.self) != layer(first.1, x).0.scalars(Float.self))
    // The first time sees itself alone: its weight is dropped or doubled.
    let own = try layer(params, x).0[0, 0].scalars(Float.self)
    #expect(own.allSatisfy { $0.isFinite })
    #expect(throws: ModelError.self) {
      try MultiHeadAttention(graph / "b", size: 8, heads: 2, rng: nil, dropoutRate: 0.1)
    }
  }

  /// Texts of different lengths, one after the other in lanes of their own, as each would be alone.
  @Test func lanesHaveLengthsOfTheirOwn() throws {
    let block = try TransformerBlock(
      graph / "block", size: 8, heads: 2, rng: rng, keyValueHeads: 1, rotaryBase: 100, window: 4,
      cacheCapacity: 12)
    let x = inputs([3, 5, 8])
    let params = block(seeded, x).1.locked()
    let lengths = [5, 2, 0]
    let more = Random.normal(Random.key(6), [3, 4, 8])
    var ((outputs, state), _) = block.apply(
      params, x, sequenceLengths: Tensor(lengths.map { Int32($0) }))
    #expect(try state.length.scalars(Int.self) == lengths)
    let step = jit { (params: Params, x: Tensor, state: KeyValueCache) in block(params, x, state).0 }
    var steps: [Tensor] = []
    for time in 0..<4 {
      (outputs, state) = try step(params, more[FullRange(), time], state)
      steps.append(outputs)
    }
    for (lane, length) in lengths.enumerated() {
      let alone = concatenate([x[lane, ..<length], more[lane]], axis: 0)[NewAxis()]
      let want = block(params, alone).0[0, length...]
      try expectNear(stack(steps.map { $0[lane] }), want)
    }
    let error = block.apply(params, x, sequenceLengths: Tensor([1, 2])).0.0.error
    #expect(error?.problem.contains("sequenceLengths is i32[2]") == true)
    // A compiled step of a full lane is NaN in that lane alone.
    var full = state
    full.length = Tensor([12, 3, 4] as [Int32])
    let last = try step(params, more[FullRange(), 0], full).0
    #expect(try last[0].scalars(Float.self).allSatisfy { $0.isNaN })
    #expect(try last[1...].scalars(Float.self).allSatisfy { $0.isFinite })
  }

  // MARK: Blocks

  @Test func blocksOfTheKnownModels() throws {
    let x = inputs([2, 5, 8])
    for placement in [NormPlacement.before, .after, .both] {
      for isGated in [true, false] {
        let block = try TransformerBlock(
          graph / "\(placement)_\(isGated)", size: 8, heads: 2, rng: rng, headSize: 6, hiddenSize: 10,
          isCausal: false, useRMSNorm: isGated, useBias: !isGated, isGated: isGated,
          activation: { silu($0) }, norms: placement, normEpsilon: 1e-3)
        let params = block(seeded, x).1.locked()
        func norm(_ layer: (any Layer)?, _ x: Tensor) -> Tensor { layer.map { $0(params, x).0 } ?? x }
        func network(_ x: Tensor) -> Tensor {
          let up = block.up(params, x).0
          let hidden = block.gate.map { silu($0(params, x).0) * up } ?? silu(up)
          return block.down(params, hidden).0
        }
        let attention = { (x: Tensor) in block.attention(params, x).0 }
        let want: Tensor
        switch placement {
        case .before:
          let middle = x + attention(norm(block.norm1, x))
          want = middle + network(norm(block.norm2, middle))
        case .after:
          let middle = norm(block.norm1, x + attention(x))
          want = norm(block.norm2, middle + network(middle))
        case .both:
          let middle = x + norm(block.postNorm1, attention(norm(block.norm1, x)))
          want = middle + norm(block.postNorm2, network(norm(block.norm2, middle)))
        }
        try expectNear(block(params, x).0, want)
        let node = block.graph.path
        #expect(params.contains(node + ["gate", "kernel"]) == isGated)
        #expect(params.contains(node + ["post_norm1", "scale"]) == (placement == .both))
        #expect(params.contains(node + ["down", "bias"]) == !isGated)
        #expect((block.norm1 as? RMSNorm)?.epsilon ?? (block.norm1 as? LayerNorm)?.epsilon == 1e-3)
      }
    }
  }

  @Test func biasesEachAndDivision() throws {
    let block = try TransformerBlock(
      graph / "block", size: 8, heads: 2, rng: rng, useBias: false, useQueryKeyValueBias: true,
      useNetworkBias: true, useNormBias: false, modelAxis: "model")
    let params = block(seeded, inputs([1, 3, 8])).1.locked()
    func has(_ path: String) -> Bool {
      params.contains(block.graph.path + path.split(separator: "/").map(String.init))
    }
    #expect(has("attention/query/bias") && has("attention/value/bias") && !has("attention/output/bias"))
    #expect(has("up/bias") && has("down/bias") && !has("norm1/bias"))
    func sharding(_ path: String) throws -> PartitionSpec { try params["net/block/" + path].sharding }
    #expect(
      try sharding("attention/query/kernel") == [nil, "model"] && sharding("up/kernel") == [nil, "model"])
    #expect(
      try sharding("attention/output/kernel") == ["model", nil] && sharding("down/kernel") == ["model", nil])
    #expect(
      try sharding("up/bias") == ["model"] && sharding("down/bias").isEmpty && sharding("norm1/scale").isEmpty
    )
  }
}
