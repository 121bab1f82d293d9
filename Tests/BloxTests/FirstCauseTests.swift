import Blox
import Testing

/// A model that could not be initialized says why at the first boundary, and errors name the module whose code ran.
@Suite struct FirstCauseTests {
  /// A layer of one's own with a mistake in its own code, after its parts.
  private final class Folding: Module, Layer, @unchecked Sendable {
    let first, second: Linear
    let rows: Int

    init(_ graph: Graph, rows: Int, rng: Rng) throws {
      first = try Linear(graph / "first", outputSize: 4, rng: rng)
      second = try Linear(graph / "second", outputSize: 2, rng: rng)
      self.rows = rows
      try super.init(graph)
    }

    func callAsFunction(_ params: Params, _ x: Tensor) -> (Tensor, Params) {
      var (x, params) = first(params, x)
      x = x.reshape([rows, -1])
      return second(params, x)
    }
  }

  private let graph: Graph
  private let rng: Rng

  init() throws {
    graph = try Graph("net")
    rng = try Rng(graph / "rng")
  }

  private var seeded: Params { rng.seed(Params(), seed: 42) }

  private func expectCause(_ words: String, _ body: () throws -> Void) {
    let error = #expect(throws: TensorError.self) { try body() }
    #expect(error?.description.contains(words) == true, "\(String(describing: error))")
  }

  /// Every kind of layer keeps the error of an input that it cannot take where its parameters should be.
  @Test func theCauseIsAtEveryBoundary() throws {
    let layers: [any Layer] = [
      try Linear(graph / "linear", outputSize: 3, rng: rng),
      try Conv(graph / "conv", kernelSize: 3, outputChannels: 2, rng: rng),
      try ConvTranspose(graph / "transposed", kernelSize: 3, outputChannels: 2, rng: rng),
      try LayerNorm(graph / "layerNorm"), try RMSNorm(graph / "rmsNorm"), try BatchNorm(graph / "batchNorm"),
      try GroupNorm(graph / "groupNorm", groups: 2), try InstanceNorm(graph / "instanceNorm"),
      try MultiHeadAttention(graph / "attention", size: 4, heads: 2, rng: rng),
      try TransformerBlock(graph / "block", size: 4, heads: 2, rng: rng),
      try LowRankAdapter(graph / "adapter", outputSize: 2, rank: 1, alpha: 1, rng: rng),
    ]
    let wrong = Tensor.ones([2, 3]).reshape([5, -1])
    for layer in layers {
      let params = layer(seeded, wrong).1.locked()
      #expect(params.count > 2, "\(layer)")
      expectCause("extents of [5, -1]") { _ = try params["net", "other", "kernel"] }
      expectCause("extents of [5, -1]") { _ = try params.split().0.merge(params.split().1) }
      expectCause("extents of [5, -1]") { _ = try jit(layer)(params, .ones([2, 4, 4])) }
      expectCause("extents of [5, -1]") { try params.wait() }
      #expect(layer(params, .ones([2, 4, 4])).0.error?.problem.contains("[5, -1]") == true, "\(layer)")
      #expect(displayText(graph, params).contains("reshape: [2, 3] has 6 elements"))
    }
  }

  @Test func aRepairedModelIsAsIfNothingHadBeen() throws {
    let layers: [any Layer] = [
      try Linear(graph / "linear", outputSize: 3, rng: rng), try BatchNorm(graph / "norm"),
      try GroupNorm(graph / "group", groups: 2),
      try MultiHeadAttention(graph / "a", size: 4, heads: 2, rng: rng),
    ]
    for (index, layer) in layers.enumerated() {
      let input = Tensor.ones([2, 4, 4])
      let repaired = layer(layer(seeded, input.reshape([7, -1])).1, input).1.locked()
      let right = layer(seeded, input).1.locked()
      #expect(repaired.firstError == nil && repaired.hasSameStructure(as: right), "layer \(index)")
      for (a, b) in zip(repaired.leaves, right.leaves) {
        #expect(try a.scalars(Float.self) == b.scalars(Float.self))
      }
    }
    let lstm = try LSTM(graph / "lstm", hiddenSize: 2, rng: rng)
    let gru = try GRU(graph / "gru", hiddenSize: 2, rng: rng)
    let wrong = Tensor.ones([2, 3, 4]).reshape([5, -1, 4])
    expectCause("[5, -1, 4]") { _ = try lstm.apply(seeded, wrong).1["net/lstm/gates/none"] }
    expectCause("[5, -1, 4]") { _ = try gru.apply(seeded, wrong).1["net/gru/candidate/none"] }
  }

  @Test func theModuleIsTheOneWhoseCodeRan() throws {
    let folding = try Folding(graph / "folding", rows: 5, rng: rng)
    let error = #expect(throws: TensorError.self) { try folding(seeded, .ones([2, 3])).0.checked() }
    #expect(error?.operation == "reshape" && error?.module == "net/folding", "\(String(describing: error))")
    #expect(error?.description.contains("f32[2,4] (computed with net/folding/first/bias)") == true)
    // A parameter is used by the code of its own module.
    let (_, params) = folding.second(folding.first(seeded, .ones([2, 3])).1, .ones([2, 6]))
    #expect(folding.second(params, .ones([2, 4])).0.error?.module == "net/folding/second")
    // Code that belongs to no module.
    #expect(folding.first(params, .ones([2, 3])).0.reshape([5, -1]).error?.module == nil)
    // Of several of one kind it cannot be told which one it was.
    _ = try Folding(graph / "another", rows: 2, rng: rng)
    #expect(folding(params, .ones([2, 3])).0.error?.module == "net/folding, or another Folding")
  }

  @Test func abstractParametersAreNamed() throws {
    let linear = try Linear(graph / "linear", outputSize: 3, rng: rng)
    let shapes = try evalShape { (x: Tensor) in linear(rng.seed(Params(), seed: 1), x).1.locked() }(
      .ones([1, 2]))
    expectCause("net/linear/bias, a tensor that evalShape gave, has a type but no values") {
      _ = try jit(linear)(shapes, .ones([1, 2]))
    }
    expectCause("net/rng/seed, a tensor that evalShape gave") {
      _ = try rng(shapes).0.checked()
    }
    // Seeding gives them values.
    let key = try rng(rng.seed(shapes, seed: 3)).0.scalars(UInt32.self)
    #expect(try key == rng(rng.seed(Params(), seed: 3)).0.scalars(UInt32.self))
  }
}
