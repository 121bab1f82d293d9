import Blox
import Foundation
import Testing

/// Attention against loops over plain numbers.
@Suite struct AttentionTests {
  let graph: Graph
  let rng: Rng

  init() throws {
    graph = try Graph("net")
    rng = try Rng(graph.child("rng"))
  }

  private func inputs(_ shape: Shape, seed: Int = 7) -> Tensor {
    Random.normal(Random.key(seed), shape)
  }

  private func expectNear(
    _ got: Tensor, _ want: [Float], _ tolerance: Float = 2e-5, _ location: SourceLocation = #_sourceLocation
  ) throws {
    let got = try got.scalars(Float.self)
    #expect(got.count == want.count, sourceLocation: location)
    let worst = zip(got, want).map { ($0 - $1).magnitude }.max() ?? .nan
    #expect(worst < tolerance, "off by \(worst)", sourceLocation: location)
  }

  // MARK: The reference

  /// A linear layer on one vector.
  private func linear(_ params: Params, _ path: [String], _ x: [Float]) throws -> [Float] {
    let kernel = try params[path + ["kernel"]].value.scalars(Float.self)
    let bias = try params[path + ["bias"]].value.scalars(Float.self)
    return bias.indices.map { j in
      x.indices.reduce(bias[j]) { $0 + x[$1] * kernel[$1 * bias.count + j] }
    }
  }

  /// A vector of a head turned to its position, by complex numbers.
  private func turned(_ x: [Float], _ position: Int, _ base: Double?) -> [Float] {
    guard let base else { return x }
    var result = x
    let half = x.count / 2
    for i in 0..<half {
      let angle = Double(position) / pow(base, Double(2 * i) / Double(x.count))
      let (c, s) = (Float(cos(angle)), Float(sin(angle)))
      result[i] = x[i] * c - x[i + half] * s
      result[i + half] = x[i] * s + x[i + half] * c
    }
    return result
  }

  /// What a layer gives for one sequence `[time, features]` where `isVisible(time, source)`.
  private func reference(
    _ layer: MultiHeadAttention, _ params: Params, _ x: [[Float]], source: [[Float]]? = nil,
    isVisible: (Int, Int) -> Bool
  ) throws -> [Float] {
    let (path, size) = (layer.graph.path, layer.headSize)
    func heads(_ name: String, _ x: [[Float]], _ isPlaced: Bool) throws -> [[[Float]]] {
      try x.enumerated().map { time, features in
        let y = try linear(params, path + [name], features)
        return stride(from: 0, to: y.count, by: size).map {
          turned(Array(y[$0..<$0 + size]), time, isPlaced ? layer.rotaryBase : nil)
        }
      }
    }
    let query = try heads("query", x, true)
    let key = try heads("key", source ?? x, true)
    let value = try heads("value", source ?? x, false)
    return try query.enumerated().flatMap { time, ofHeads in
      let mixed = ofHeads.enumerated().flatMap { head, q -> [Float] in
        let shared = head / (layer.heads / layer.keyValueHeads)
        let weights = key.indices.map { place -> Float in
          if !isVisible(time, place) { return 0 }
          return exp(zip(q, key[place][shared]).map(*).reduce(0, +) / Float(size).squareRoot())
        }
        let total = weights.reduce(0, +)
        return (0..<size).map { i in
          value.indices.reduce(0) { $0 + weights[$1] / total * value[$1][shared][i] }
        }
      }
      return try linear(params, path + ["output"], mixed)
    }
  }

  private func rows(_ x: Tensor, _ lane: Int) throws -> [[Float]] {
    let values = try x[lane].scalars(Float.self)
    let size = x.shape[-1]
    return stride(from: 0, to: values.count, by: size).map { Array(values[$0..<$0 + size]) }
  }

  // MARK: Tests

  /// Heads, heads of keys, whether causal, the base of rotary positions.
  @Test(
    arguments: [
      (2, 2, false, nil), (4, 2, true, nil), (4, 1, true, 10_000.0), (2, 2, false, 100.0),
    ] as [(Int, Int, Bool, Double?)])
  func wholeSequences(_ heads: Int, _ shared: Int, _ isCausal: Bool, _ base: Double?) throws {
    let layer = try MultiHeadAttention(
      graph.child("attention"), size: 8, heads: heads, rng: rng, keyValueHeads: shared, isCausal: isCausal,
      rotaryBase: base)
    let x = inputs([2, 5, 8])
    let params = layer(rng.seed(Params(), seed: 1), x).1.locked()
    let want = try (0..<2).flatMap { lane in
      try reference(layer, params, rows(x, lane)) { !isCausal || $1 <= $0 }
    }
    try expectNear(layer(params, x).0, want)
    try expectNear(jit(layer)(params, x).0, want)
  }

  @Test func masksAndOtherSources() throws {
    let layer = try MultiHeadAttention(graph.child("attention"), size: 6, heads: 2, rng: rng)
    let (x, source) = (inputs([1, 3, 4]), inputs([1, 5, 6], seed: 8))
    let params = layer(rng.seed(Params(), seed: 1), x, source: source, mask: nil).1.locked()
    let visible = [true, false, true, true, false]
    let mask = Tensor(visible).reshape([1, 1, 1, 5])
    let want = try reference(layer, params, rows(x, 0), source: rows(source, 0)) { visible[$1] }
    try expectNear(layer(params, x, source: source, mask: mask).0, want)
  }

  @Test func chunksAndStepsGiveWhatTheWholeGives() throws {
    let layer = try MultiHeadAttention(
      graph.child("attention"), size: 8, heads: 4, rng: rng, keyValueHeads: 2, isCausal: true,
      rotaryBase: 10_000, cacheCapacity: 7)
    let x = inputs([2, 6, 8])
    let params = layer(rng.seed(Params(), seed: 1), x).1.locked()
    let whole = try layer(params, x).0.scalars(Float.self)
    let ((applied, _), _) = layer.apply(params, x)
    try expectNear(applied, whole)
    // A chunk of three and then steps, compiled: the cache keeps its shape.
    var ((outputs, state), _) = layer.apply(params, x[FullRange(), 0..<3])
    let step = jit { (params: Params, x: Tensor, state: KeyValueCache) in layer(params, x, state).0 }
    for time in 3..<6 {
      let output: Tensor
      (output, state) = try step(params, x[FullRange(), time], state)
      outputs = concatenate([outputs, expandDims(output, axis: 1)], axis: 1)
    }
    try expectNear(outputs, whole)
    #expect(try state.length.item(Int.self) == 6)
    // There is room for one more, not for two.
    let ((seventh, full), _) = layer(params, x[FullRange(), 0], state)
    #expect(try seventh.scalars(Float.self).allSatisfy(\.isFinite))
    let error = layer(params, x[FullRange(), 0], full).0.0.error
    for part in ["room for 7 times and remembers 7; 1 more", "cacheCapacity", "net/attention"] {
      #expect(error?.description.contains(part) == true, "\(String(describing: error))")
    }
    // Compiled code does not know how full it is.
    #expect(try step(params, x[FullRange(), 0], full).0.scalars(Float.self).allSatisfy(\.isNaN))
  }

  @Test func resetsForget() throws {
    let layer = try MultiHeadAttention(
      graph.child("attention"), size: 4, heads: 2, rng: rng, isCausal: true, rotaryBase: 10_000,
      cacheCapacity: 8)
    let x = inputs([2, 5, 4])
    let params = layer(rng.seed(Params(), seed: 1), x).1.locked()
    let begins = [[false, false, true, false, false], [false, true, false, false, true]]
    func start(_ lane: Int, _ time: Int) -> Int { (0...time).last { begins[lane][$0] } ?? 0 }
    // Rotary positions are relative, so those of the whole serve the reference as well.
    let want = try (0..<2).flatMap { lane in
      try reference(layer, params, rows(x, lane)) { $1 <= $0 && $1 >= start(lane, $0) }
    }
    let isReset = Tensor(begins)
    try expectNear(layer.apply(params, x, isReset: isReset).0.0, want)
    let ((first, state), _) = layer.apply(
      params, x[FullRange(), 0..<3], isReset: isReset[FullRange(), 0..<3])
    let ((rest, _), _) = dynamicScan(
      { layer($0, $1, $2, isReset: $3) }, params, x[FullRange(), 3..<5], prevState: state,
      isReset: isReset[FullRange(), 3..<5])
    try expectNear(concatenate([first, rest], axis: 1), want)
  }

  @Test(arguments: [false, true]) func aTransformerBlock(useRMSNorm: Bool) throws {
    let block = try TransformerBlock(
      graph.child("block"), size: 8, heads: 2, rng: rng, rotaryBase: 10_000, cacheCapacity: 6,
      useRMSNorm: useRMSNorm)
    let x = inputs([2, 6, 8])
    let params = block(rng.seed(Params(), seed: 1), x).1.locked()
    // Its parts, put together by hand.
    let middle = x + block.attention(params, block.norm1(params, x).0).0
    let hidden = gelu(block.up(params, block.norm2(params, middle).0).0)
    let want = try (middle + block.down(params, hidden).0).scalars(Float.self)
    try expectNear(block(params, x).0, want)
    try expectNear(block.apply(params, x).0.0, want, 5e-5)
    let ((first, state), _) = block.apply(params, x[FullRange(), 0..<4])
    let ((rest, _), _) = dynamicScan(
      { block($0, $1, $2, isReset: $3) }, params, x[FullRange(), 4..<6], prevState: state)
    try expectNear(concatenate([first, rest], axis: 1), want, 5e-5)
    let gradients = grad { (p: Params) in (block(p, x).0 ** 2).mean() }(params.split().0)
    #expect(try gradients.leaves.allSatisfy { try $0.scalars(Float.self).allSatisfy(\.isFinite) })
  }

  @Test func wrongUseIsAnError() throws {
    #expect(throws: ModelError.self) {
      try MultiHeadAttention(graph / "a", size: 8, heads: 3, rng: rng)
    }
    #expect(throws: ModelError.self) {
      try MultiHeadAttention(graph / "b", size: 8, heads: 4, rng: rng, keyValueHeads: 3)
    }
    #expect(throws: ModelError.self) {
      try MultiHeadAttention(graph / "c", size: 6, heads: 2, rng: rng, rotaryBase: 10)
    }
    let layer = try MultiHeadAttention(graph / "d", size: 4, heads: 2, rng: rng, cacheCapacity: 3)
    let params = rng.seed(Params(), seed: 1)
    for output in [
      layer(params, .ones([2, 4])).0, layer.apply(params, .ones([2, 4, 4])).0.0,
      layer.apply(params, .ones([2, 3, 4]), isReset: .zeros([3, 2], dtype: .bool)).0.0,
    ] {
      let error = try #require(output.error)
      #expect("\(error)".contains("net/d") && "\(error)".contains("expected: "))
    }
  }
}
