import Blox
import Testing

/// Norms, directions, averages, adapters and dtypes that go beyond the original.
@Suite struct TrainingToolTests {
  let graph: Graph
  let rng: Rng

  init() throws {
    graph = try Graph("net")
    rng = try Rng(graph.child("rng"))
  }

  private func expectNear(
    _ a: Tensor, _ b: Tensor, _ tolerance: Float = 1e-5, _ location: SourceLocation = #_sourceLocation
  ) throws {
    #expect(a.shape == b.shape, sourceLocation: location)
    let worst = zip(try a.scalars(Float.self), try b.scalars(Float.self)).map { ($0 - $1).magnitude }.max()
    #expect((worst ?? .nan) < tolerance, "off by \(worst ?? .nan)", sourceLocation: location)
  }

  // MARK: Norms

  @Test func groupsAndInstancesAreNormalizedByThemselves() throws {
    let x = Random.normal(Random.key(3), [2, 3, 4, 6]) * 3 + 1
    let group = try GroupNorm(graph.child("group"), groups: 3)
    let instance = try InstanceNorm(graph.child("instance"))
    for (layer, width) in [(group as any Layer, 2), (instance, 1)] {
      let (outputs, params) = layer(Params(), x)
      #expect(params.count == 2)
      let values = try x.scalars(Float.self)
      var want = values
      for example in 0..<2 {
        for first in stride(from: 0, to: 6, by: width) {
          let places = (0..<12).flatMap { place in
            (first..<first + width).map { (example * 12 + place) * 6 + $0 }
          }
          let mean = places.reduce(0) { $0 + values[$1] } / Float(places.count)
          let variance =
            places.reduce(0) { $0 + (values[$1] - mean) * (values[$1] - mean) } / Float(places.count)
          for place in places { want[place] = (values[place] - mean) / (variance + 1e-5).squareRoot() }
        }
      }
      try expectNear(outputs, Tensor(want).reshape(x.shape))
    }
    // One group of vectors is a layer norm.
    let one = try GroupNorm(graph.child("one"), groups: 1)
    let layer = try LayerNorm(graph.child("layer"))
    let rows = Random.normal(Random.key(4), [5, 6])
    try expectNear(one(Params(), rows).0, layer(Params(), rows).0)
    #expect(
      group(Params(), .ones([2, 4])).0.error != nil && instance(Params(), .ones([2, 4])).0.error != nil)
  }

  // MARK: Both directions

  @Test func bothDirectionsAreTheTwoRecurrences() throws {
    let node = try graph.child("both")
    let both = try Bidirectional(
      node, forward: LSTM(node / "forward", hiddenSize: 3, rng: rng),
      backward: GRU(node / "backward", hiddenSize: 2, rng: rng))
    let x = Random.normal(Random.key(3), [2, 5, 4])
    let params = both.apply(rng.seed(Params(), seed: 1), x).1.locked()
    let ((outputs, state), _) = both.apply(params, x)
    let ((ahead, last), _) = both.forward.apply(params, x)
    let ((back, first), _) = both.backward.apply(params, flip(x, axis: 1))
    try expectNear(outputs, concatenate([ahead, flip(back, axis: 1)], axis: -1))
    try expectNear(state.forward.cell, last.cell)
    try expectNear(state.backward.hidden, first.hidden)
    // Two sequences in one, told apart by a reset, are two sequences.
    let isReset = Tensor([[false, false, true, false, false], [false, false, true, false, false]])
    let ((packed, _), _) = both.apply(params, x, isReset: isReset)
    let parts = [x[FullRange(), 0..<2], x[FullRange(), 2..<5]].map { both.apply(params, $0).0.0 }
    try expectNear(packed, concatenate(parts, axis: 1))
  }

  // MARK: Averages

  @Test func averagesFollowTheParameters() throws {
    let model = try Linear(graph.child("model"), outputSize: 2, rng: rng)
    let average = try ParameterAverage(graph.child("average"), decay: 0.75)
    var params = average.update(model(rng.seed(Params(), seed: 1), .ones([1, 3])).1).locked()
    #expect(params.split().0.count == 2 && params.count == 6)
    var want = try params["net", "model", "kernel"].value + 0
    let step = jit(donating: 0) { (params: Params) in
      let (trainable, rest) = params.split()
      return average.update(try map(trainable) { $0 * 0.5 }.merge(rest))
    }
    for _ in 0..<3 {
      params = try step(params)
      want = 0.75 * want + 0.25 * (try params["net", "model", "kernel"].value)
    }
    let averaged = average.averaged(params)
    try expectNear(averaged["net", "model", "kernel"].value, want)
    #expect(averaged.hasSameStructure(as: params))
    // Locked params without averages.
    let late = average.update(params.split { path, _ in path[1] != "average" }.0)
    #expect(late.leaves.contains { $0.error != nil })
    #expect(throws: ModelError.self) { try ParameterAverage(graph.child("wrong"), decay: 1.5) }
  }

  // MARK: Adapters

  @Test func adaptersOfATrainedModel() throws {
    let node = try graph.child("model")
    let model = try Sequential(node) {
      try Linear(node / "first", outputSize: 5, rng: rng)
      relu
      try Linear(node / "second", outputSize: 3, rng: rng)
    }
    let x = Random.normal(Random.key(3), [4, 6])
    let (before, trained) = model(rng.seed(Params(), seed: 1), x)
    let adapters = try graph.addLowRankAdapters(rank: 2, alpha: 4, rng: rng) { path, _ in
      path.last == "second"
    }
    #expect(adapters.map(\.graph.path) == [["net", "model", "second", "adapter"]])
    let (same, extended) = model(trained.locked().unlocked().freezing(), x)
    try expectNear(same, before)
    let params = extended.locked()
    var (trainable, rest) = params.split()
    #expect(trainable.paths.map(\.last) == ["a", "b"])
    // One step moves b alone, since b is zero; then the layer is one with kernel + a·b·alpha/rank.
    let gradients = try grad { (t: Params) in (try model(t.merge(rest), x).0 ** 2).mean() }(trainable)
    trainable = map(trainable, gradients) { $0 - $1 }
    let adapted = try trainable.merge(rest)
    let path = ["net", "model", "second"]
    let (a, b) = (try adapted[path + ["adapter", "a"]].value, try adapted[path + ["adapter", "b"]].value)
    #expect(try b.scalars(Float.self).contains { $0 != 0 })
    let kernel = try adapted[path + ["kernel"]].value + matmul(a, b) * 2
    let (outputs, _) = model(adapted, x)
    for case let linear as Linear in graph.walk().map(\.module) { linear.adapter = nil }
    let merged = try adapted.replacingValues([path + ["kernel"]: kernel])
    try expectNear(outputs, model(merged, x).0)
    #expect(throws: ModelError.self) {
      try LowRankAdapter(graph / "x", outputSize: 2, rank: 0, alpha: 1, rng: rng)
    }
  }

  // MARK: Dtypes

  @Test func aPolicyComputesInBfloat16AndKeepsFloat32() throws {
    let node = try graph.child("model")
    let norm = try BatchNorm(node / "norm")
    let linear = try Linear(node / "linear", outputSize: 3, rng: rng)
    let model = try Sequential(node, [linear, norm])
    let x = Random.normal(Random.key(3), [4, 6])
    let params = model(rng.seed(Params(), seed: 1), x).1.locked()
    let (outputs, updated) = DTypePolicy.mixed.run(model, params, x)
    #expect(outputs.dtype == .float32 && updated.hasSameStructure(as: params))
    #expect(updated.items.allSatisfy { $0.param.value.dtype == params.values(at: $0.path)?.dtype })
    // The product alone, rounded by hand.
    let kernel = try params["net", "model", "linear", "kernel"].value
    let (product, _) = DTypePolicy.mixed.run(linear, params, x)
    try expectNear(
      product, matmul(x.astype(.bfloat16), kernel.astype(.bfloat16)).astype(.float32), 1e-6)
    try expectNear(product, linear(params, x).0, 0.05)
    #expect(try product.scalars(Float.self) != linear(params, x).0.scalars(Float.self))
    let (trainable, rest) = params.split()
    let gradients = try grad { (t: Params) in
      (try DTypePolicy.mixed.run(model, t.merge(rest), x).0 ** 2).mean()
    }(trainable)
    #expect(gradients.leaves.allSatisfy { $0.dtype == .float32 })
  }
}

extension Params {
  fileprivate func values(at path: [String]) -> Tensor? { try? self[path].value }
}
