import Blox
import Testing

/// Equal layers as one loop over stacked parameters are those that run one after the other.
@Suite struct LayerStackTests {
  private let graph: Graph
  private let rng: Rng
  private let x = Random.normal(Random.key(5), [2, 4, 8])

  init() throws {
    graph = try Graph("net")
    rng = try Rng(graph / "rng")
  }

  private var seeded: Params { rng.seed(Params(), seed: 1) }

  private func isNear(_ a: Tensor, _ b: Tensor) throws -> Bool {
    try zip(a.scalars(Float.self), b.scalars(Float.self)).allSatisfy {
      Swift.abs($0 - $1) <= 2e-5 * Swift.max(1, Swift.abs($1))
    }
  }

  @Test(arguments: [false, true]) func theLoopIsTheLayers(isCheckpointed: Bool) throws {
    let (graph, rng) = (graph, rng)
    let stack = try LayerStack(graph / "blocks", count: 3, isCheckpointed: isCheckpointed) {
      try TransformerBlock($0, size: 8, heads: 2, rng: rng, dropoutRate: 0.2)
    }
    let other = try Graph("net")
    let blocks = try (0..<3).map { number in
      try TransformerBlock(other / "block_\(number)", size: 8, heads: 2, rng: rng, dropoutRate: 0.2)
    }
    let inTurn = { (params: Params, x: Tensor) in
      blocks.reduce((x, params)) { state, block in block(state.1, state.0) }
    }
    let (first, made) = stack(seeded, x)
    let (wanted, apart) = inTurn(seeded, x)
    #expect(try isNear(first, wanted) && made["net/blocks/layer/up/kernel"].value.shape == [3, 8, 32])
    // Created with the same values, and the two forms turn into each other.
    let params = made.locked()
    let turned = try apart.locked().stacking("net/block_*", at: "net/blocks/layer")
    #expect(turned.hasSameStructure(as: params))
    for (a, b) in zip(turned.leaves, params.leaves) { #expect(try a.bytes() == b.bytes()) }
    let back = try params.unstacking("net/block_*", at: "net/blocks/layer")
    #expect(back.hasSameStructure(as: apart.locked()))
    for (a, b) in zip(back.leaves, apart.locked().leaves) { #expect(try a.bytes() == b.bytes()) }
    // Dropout's masks differ from layer to layer, as they do in turn.
    let (looped, after) = try jit(stack)(params, x)
    let (unrolled, afterwards) = try jit(inTurn)(back, x)
    #expect(try isNear(looped, unrolled))
    #expect(
      try after["net/rng/counter"].value.item(Int.self) == afterwards["net/rng/counter"].value.item(Int.self))
    let gradients = try jit { (t: Params, rest: Params, x: Tensor) in
      try grad { (t: Params) in (stack(try t.merge(rest), x).0 ** 2).mean() }(t)
    }(params.split().0, params.split().1, x)
    let apartGradients = try jit { (t: Params, rest: Params, x: Tensor) in
      try grad { (t: Params) in (inTurn(try t.merge(rest), x).0 ** 2).mean() }(t)
    }(back.split().0, back.split().1, x).stacking("net/block_*", at: "net/blocks/layer")
    for (a, b) in zip(gradients.leaves, apartGradients.leaves) { #expect(try isNear(a, b)) }
  }

  @Test func programsDoNotGrowWithTheNumberOfLayers() throws {
    func size(_ count: Int) throws -> Int {
      let graph = try Graph("net")
      let rng = try Rng(graph / "rng")
      let stack = try LayerStack(graph / "blocks", count: count) {
        try TransformerBlock($0, size: 8, heads: 2, rng: rng)
      }
      let params = stack(rng.seed(Params(), seed: 1), x).1.locked()
      return try "\(makeJaxpr { (p: Params, x: Tensor) in stack(p, x).0 }(params, x))".split(separator: "\n")
        .count
    }
    #expect(try size(2) == size(6))
  }

  @Test func statisticsMasksAndPlainLayers() throws {
    let stack = try LayerStack(graph / "norms", count: 2) { try BatchNorm($0, momentum: 0.5) }
    let norms = try (0..<2).map { try BatchNorm(Graph("net") / "norm_\($0)", momentum: 0.5) }
    let input = x + 3
    let params = stack(Params(), input).1.locked()
    #expect(try params["net/norms/layer/running_mean"].value.shape == [2, 8])
    let single = try params.unstacking("net/norm_*", at: "net/norms/layer")
    let (y, updated) = stack(params, input)
    let (z, others) = norms.reduce((input, single)) { state, norm in norm(state.1, state.0) }
    #expect(try isNear(y, z) && updated.hasSameStructure(as: params))
    let turned = try others.stacking("net/norm_*", at: "net/norms/layer")
    for (a, b) in zip(updated.leaves, turned.leaves) { #expect(try isNear(a, b)) }
    // The mask of a call is a constant of the loop.
    let rng = rng
    let attention = try LayerStack(graph / "attention", count: 2) {
      try MultiHeadAttention($0, size: 8, heads: 2, rng: rng)
    }
    let mask = Tensor([true, true, false, false])
    let masked = { (params: Params, x: Tensor) in
      attention(params, x) { params, x in attention.layer(params, x, mask: mask) }
    }
    let weights = masked(seeded, x).1.locked()
    let changed = x.at[FullRange(), 3].set(9)
    #expect(try isNear(masked(weights, x).0[FullRange(), 0], masked(weights, changed).0[FullRange(), 0]))
    let plain = try LayerStack(graph / "plain", count: 3) { try Sequential($0, [Activation { $0 * 2 }]) }
    #expect(try plain(Params().locked(), Tensor([1.0])).0.item(Float.self) == 8)
  }

  @Test func metadataAndErrors() throws {
    let rng = rng
    let stack = try LayerStack(graph / "blocks", count: 2) {
      try Linear($0, outputSize: 8, rng: rng, kernelMetadata: Metadata(sharding: [nil, "model"]))
    }
    let params = stack(seeded, x).1.locked()
    #expect(try params["net/blocks/layer/kernel"].sharding == [nil, nil, "model"])
    let apart = try params.unstacking("net/linear_*", at: "net/blocks/layer")
    #expect(try apart["net/linear_1/kernel"].sharding == [nil, "model"])
    for wrong in [
      { _ = try params.stacking("net/nothing_*", at: "net/a") },
      { _ = try params.unstacking("net/l_*", at: "net/no") },
      { _ = try params.unstacking("net/l_*", at: "net/rng") },
      { _ = try LayerStack(graph / "none", count: 0) { try Linear($0, outputSize: 8, rng: rng) } },
    ] as [() throws -> Void] { #expect(throws: ModelError.self) { try wrong() } }
    // A missing parameter, and a layer that changes the shape, are errors that say so.
    #expect(stack(rng.seed(Params(), seed: 1).locked(), x).0.error?.problem.contains("is missing") == true)
    let narrowing = try LayerStack(graph / "narrowing", count: 2) { try Linear($0, outputSize: 3, rng: rng) }
    #expect(narrowing(seeded, x).1.firstError != nil || narrowing(seeded, x).0.error == nil)
  }
}
