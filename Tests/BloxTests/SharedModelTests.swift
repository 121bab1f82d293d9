import Blox
import Testing

/// Models that many tasks run, and layers with dtypes of their own.
@Suite struct SharedModelTests {
  /// A model of one's own, as in the README.
  private final class MLP: Module, Layer, @unchecked Sendable {
    let hidden, output: Linear
    init(_ graph: Graph, rng: Rng) throws {
      hidden = try Linear(graph / "hidden", outputSize: 8, rng: rng)
      output = try Linear(graph / "output", outputSize: 2, rng: rng)
      try super.init(graph)
    }
    func callAsFunction(_ params: Params, _ x: Tensor) -> (Tensor, Params) {
      let (x, params) = hidden(params, x)
      return output(params, relu(x))
    }
  }

  @Test func manyTasksRunOneModel() async throws {
    let graph = try Graph("net")
    let rng = try Rng(graph / "rng")
    let model = try MLP(graph / "mlp", rng: rng)
    let lstm = try LSTM(graph / "lstm", hiddenSize: 3, rng: rng)
    let x = Random.uniform(Random.key(1), [4, 3])
    let params = model(rng.seed(Params(), seed: 1), x).1.locked()
    let wanted = try model(params, x).0.scalars(Float.self)
    let results = try await withThrowingTaskGroup(of: [Float].self) { group in
      for task in 0..<64 {
        group.addTask {
          // Settings and the graph may be read and changed meanwhile.
          lstm.isStatic = task % 2 == 0
          try graph.child("task_\(task)").metadata["number"] = task
          return try model(params, x).0.scalars(Float.self)
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(results.count == 64 && results.allSatisfy { $0 == wanted })
    let numbers = graph.children.compactMap { $0.metadata["number"] as? Int }
    #expect(graph.children.count == 67 && numbers.sorted() == Array(0..<64))
    let one = try await Task.detached { try model(params, x).0.scalars(Float.self) }.value
    #expect(one == wanted)
  }

  @Test func layersTakeDTypes() throws {
    let graph = try Graph("net")
    let rng = try Rng(graph / "rng")
    let layers: [any Layer] = [
      try Linear(graph / "a", outputSize: 4, rng: rng, dtype: .bfloat16),
      try Conv(graph / "b", kernelSize: 3, outputChannels: 4, rng: rng, dtype: .bfloat16),
      try LayerNorm(graph / "c", dtype: .bfloat16), try RMSNorm(graph / "d", dtype: .bfloat16),
      try BatchNorm(graph / "e", dtype: .bfloat16), try GroupNorm(graph / "f", groups: 2, dtype: .bfloat16),
      try TransformerBlock(graph / "g", size: 4, heads: 2, rng: rng, dtype: .bfloat16),
    ]
    for layer in layers {
      let x = Random.uniform(Random.key(2), [2, 4, 4])
      let (y, params) = layer(rng.seed(Params(), seed: 1), x)
      #expect(
        params.items.allSatisfy { !$0.param.value.dtype.isFloating || $0.param.value.dtype == .float32 })
      // The sum of a block is in the dtype of what came in, as Flax's.
      #expect(y.dtype == (layer is TransformerBlock ? .float32 : .bfloat16), "\(layer)")
      let plain = try layer(params, x).0.astype(.float32).scalars(Float.self)
      #expect(plain.allSatisfy { $0.isFinite })
    }
    let narrow = try Linear(graph / "h", outputSize: 4, rng: rng, paramDtype: .float16)
    let params = narrow(rng.seed(Params(), seed: 1), .ones([1, 3], dtype: .float16)).1
    #expect(try params["net/h/kernel"].value.dtype == .float16)
    #expect(narrow(params, .ones([1, 3], dtype: .float16)).0.dtype == .float16)
    let embed = try Embed(graph / "i", numEmbeddings: 3, embeddingSize: 2, rng: rng, dtype: .float16)
    #expect(embed(rng.seed(Params(), seed: 1), Tensor([1])).0.dtype == .float16)
    let lstm = try LSTM(graph / "j", hiddenSize: 3, rng: rng, paramDtype: .bfloat16)
    #expect(
      try lstm.apply(rng.seed(Params(), seed: 1), .ones([1, 2, 2])).1["net/j/gates/kernel"].value.dtype
        == .bfloat16)
  }

  @Test func paramsAreCastCountedAndAwaited() throws {
    let graph = try Graph("net")
    let rng = try Rng(graph / "rng")
    let linear = try Linear(graph / "linear", outputSize: 4, rng: rng)
    let params = linear(rng.seed(Params(), seed: 1), .ones([1, 3])).1.locked()
    #expect(params.count == 4 && params.bytes == 12 * 4 + 4 * 4 + 3 * 4)
    let narrow = try params.cast(to: .bfloat16).wait()
    #expect(narrow.isLocked && narrow.paths == params.paths && narrow.bytes == 12 * 2 + 4 * 2 + 3 * 4)
    #expect(try narrow["net/rng/seed"].value.dtype == .uint32)
    #expect(try narrow["net/linear/kernel"].value.dtype == .bfloat16)
    #expect(linear(narrow, .ones([1, 3], dtype: .bfloat16)).0.dtype == .bfloat16)
  }
}
