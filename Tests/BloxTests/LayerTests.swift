import Blox
import Testing

/// What the recorded cases do not say of layers.
@Suite struct LayerTests {
  let graph: Graph
  let rng: Rng

  init() throws {
    graph = try Graph("net")
    rng = try Rng(graph.child("rng"))
  }

  @Test func sequentialTakesLayersFunctionsAndLoops() throws {
    let sizes = [4, 3]
    let mlp = try Sequential(graph.child("mlp")) {
      try Linear(graph.child("first"), outputSize: 5, rng: rng)
      relu
      for (index, size) in sizes.enumerated() {
        try Linear(graph.child("layer\(index)"), outputSize: size, rng: rng)
        tanh
      }
      if sizes.isEmpty { relu } else { Activation { $0 * 2 } }
    }
    let (output, params) = mlp(rng.seed(Params(), seed: 1), .ones([2, 7]))
    #expect(output.shape == [2, 3] && params.count == 8 && mlp.layers.count == 7)
    let jitted = try jit(mlp)(params.locked(), .ones([2, 7])).0
    for (a, b) in zip(try output.scalars(Float.self), try jitted.scalars(Float.self)) {
      #expect((a - b).magnitude < 1e-6)
    }
  }

  @Test func sharedLayersShareParameters() throws {
    let shared = try Linear(graph.child("shared"), outputSize: 4, rng: rng)
    let twice = try Sequential(graph.child("twice"), [shared, Activation(relu), shared])
    let (_, params) = twice(rng.seed(Params(), seed: 1), .ones([2, 4]))
    #expect(params.count == 4)
  }

  @Test func dropoutScalesWhatItKeeps() throws {
    let dropout = try Dropout(graph.child("dropout"), rate: 0.25, rng: rng)
    let params = rng.seed(Params(), seed: 3).locked()
    let (output, after) = dropout(params, .ones([1000]))
    let values = Set(try output.scalars(Float.self))
    #expect(values == [0, 1 / 0.75])
    #expect(try rng.getCounter(after).item(Int.self) == 1)
    #expect(try dropout(params, .ones([4]), isTraining: false).0.scalars(Float.self) == [1, 1, 1, 1])
    #expect(try dropout(after, .ones([1000])).0.scalars(Float.self) != output.scalars(Float.self))
  }

  @Test func anRngCountsEveryParameterWhateverItsInitializer() throws {
    func kernel(_ biasInit: Initializer) throws -> [Float] {
      let graph = try Graph("net")
      let rng = try Rng(graph.child("rng"))
      let model = try Sequential(graph.child("model")) {
        try Linear(graph.child("a"), outputSize: 3, rng: rng, biasInit: biasInit)
        try Linear(graph.child("b"), outputSize: 3, rng: rng)
      }
      let (_, params) = model(rng.seed(Params(), seed: 5), .ones([1, 2]))
      return try params["net", "b", "kernel"].value.scalars(Float.self)
    }
    #expect(try kernel(.zeros) == kernel(.normal()))
  }

  @Test func seedsAreIntegersOrKeys() throws {
    let byNumber = rng.seed(Params(), seed: 42)
    let byKey = rng.seed(Params(), seed: Random.key(42))
    let byTensor = try jit { (seed: Tensor) in rng.seed(Params(), seed: seed) }(Tensor(42))
    for params in [byNumber, byKey, byTensor] {
      #expect(try rng.getSeed(params).scalars(UInt32.self) == [0, 42])
      #expect(rng.getCounter(params).dtype == .uint32)
    }
    #expect(try rng.getCounter(rng.seed(byNumber, seed: 1, counter: 9)).item(Int.self) == 9)
    // A new seed of a stream that exists leaves the counter.
    let used = rng(byNumber).1
    #expect(try rng.getCounter(rng.seed(used, seed: 7)).item(Int.self) == 1)
  }

  @Test func initializationCanBeJitted() throws {
    let model = try Linear(graph.child("model"), outputSize: 3, rng: rng)
    let initialize = { (x: Tensor) in model(rng.seed(Params(), seed: 42), x).1.locked() }
    let eager = initialize(.ones([1, 2]))
    let compiled = try jit(initialize)(.ones([1, 2]))
    #expect(compiled.isLocked && compiled.hasSameStructure(as: eager))
    #expect(
      try compiled["net", "model", "kernel"].value.scalars(Float.self)
        == eager["net", "model", "kernel"].value.scalars(Float.self))
    let shapes = try evalShape(initialize)(.ones([1, 2]))
    #expect(try shapes["net", "model", "kernel"].value.shape == [2, 3] && shapes.hasSameStructure(as: eager))
  }

  @Test func parametersCanBeAddedToATrainedModel() throws {
    let base = try Linear(graph.child("base"), outputSize: 3, rng: rng)
    let (_, trained) = base(rng.seed(Params(), seed: 42), .ones([1, 2]))
    let params = base.setParam(trained.locked(), "kernel", trainable: false, metadata: ["tag": "frozen"])
    let adapter = try Linear(graph.child("adapter"), outputSize: 3, rng: rng, kernelInit: .zeros)
    let (_, extended) = adapter(params.unlocked(), .ones([1, 2]))
    let (trainable, _) = extended.locked().split()
    #expect(
      trainable.paths == [
        ["net", "base", "bias"], ["net", "adapter", "kernel"], ["net", "adapter", "bias"],
      ])
    #expect(try trained["net", "base", "kernel"].trainable)
  }

  @Test func trainingByHandAndJittedAgree() throws {
    let model = try Linear(graph.child("model"), outputSize: 3, rng: rng)
    let x = Tensor.ones([4, 2])
    let step = { (params: Params) in
      let (trainable, rest) = params.split()
      let (gradients, updated) = try grad { (t: Params) in
        let (y, p) = try model(t.merge(rest), x)
        return ((y ** 2).mean(), p.split().1)
      }(trainable)
      return try map(trainable, gradients) { $0 - 0.1 * $1 }.merge(updated)
    }
    let initial = model(rng.seed(Params(), seed: 42), x).1.locked()
    var (byHand, jitted) = (initial, map(initial) { $0 + 0 })
    let compiled = jit(donating: 0) { (params: Params) in try step(params) }
    for _ in 0..<5 {
      byHand = try step(byHand)
      jitted = try compiled(jitted)
    }
    let path = ["net", "model", "kernel"]
    for (a, b) in zip(try byHand[path].value.scalars(Float.self), try jitted[path].value.scalars(Float.self))
    {
      #expect((a - b).magnitude < 1e-6)
    }
  }
}
