import Blox
import Testing

/// Recurrences of one's own over trees of tensors, and models that share their parameters.
@Suite struct SequenceTests {
  /// A state of two tensors with different ranks.
  struct Memory: TensorTree {
    var total: Tensor
    var outer: Tensor

    mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
      body(&total)
      body(&outer)
    }
  }

  /// Sums up its inputs and their products; outputs and inputs are trees, too.
  private final class Accumulator: Module, RecurrenceBase, @unchecked Sendable {
    var isStatic = false

    func initialState(_ params: Params, _ inputs: [String: Tensor]) -> (Memory, Params) {
      let batch = inputs["a"]?.shape[0] ?? 1
      return (Memory(total: .ones([batch, 2]), outer: .zeros([batch, 2, 3])), params)
    }

    func callAsFunction(
      _ params: Params, _ inputs: [String: Tensor], _ prevState: Memory, isReset: Tensor?, isTraining: Bool
    ) -> (([Tensor], Memory), Params) {
      var state = maybeResetState(params, prevState, inputs, isReset: isReset)
      let (a, b) = (inputs["a"] ?? 0.0, inputs["b"] ?? 0.0)
      let (scale, params) = getParam(params, "scale", shape: [], initializer: .constant(0.5))
      state.total = state.total + a * scale
      state.outer = state.outer + expandDims(a, axis: 2) * expandDims(b, axis: 1)
      return (([state.total, state.outer.sum(axis: 2)], state), params)
    }
  }

  private func wave(_ shape: Shape) -> Tensor {
    sin(Tensor.arange(shape.size).astype(.float32)).reshape(shape)
  }

  private func expectNear(_ a: Tensor, _ b: [Float], _ location: SourceLocation = #_sourceLocation) throws {
    let values = try a.scalars(Float.self)
    #expect(values.count == b.count, sourceLocation: location)
    #expect(zip(values, b).allSatisfy { ($0 - $1).magnitude < 1e-5 }, sourceLocation: location)
  }

  @Test(arguments: [false, true]) func anyTreeIsInputStateAndOutput(isStatic: Bool) throws {
    let model = try Accumulator(Graph("net").child("sum"))
    model.isStatic = isStatic
    let (batch, times) = (2, 4)
    let inputs = ["a": wave([batch, times, 2]), "b": wave([batch, times, 3])]
    let resets = [[false, false, true, false], [false, true, false, false]]
    let params = model.apply(Params(), inputs).1.locked()
    #expect(params.paths == [["net", "sum", "scale"]])
    let ((outputs, state), _) = model.apply(params, inputs, isReset: Tensor(resets))
    // The same in plain Swift.
    let (a, b) = (try inputs["a"]?.scalars(Float.self) ?? [], try inputs["b"]?.scalars(Float.self) ?? [])
    var want: (totals: [Float], outers: [Float], last: [Float]) = ([], [], [])
    for lane in 0..<batch {
      var (total, outer) = ([Float](repeating: 1, count: 2), [Float](repeating: 0, count: 2))
      for time in 0..<times {
        if resets[lane][time] { (total, outer) = ([1, 1], [0, 0]) }
        let place = lane * times + time
        let sum = b[place * 3..<place * 3 + 3].reduce(0, +)
        for feature in 0..<2 {
          total[feature] += a[place * 2 + feature] / 2
          outer[feature] += a[place * 2 + feature] * sum
        }
        want.totals += total
        want.outers += outer
      }
      want.last += outer
    }
    #expect(outputs.map(\.shape) == [[batch, times, 2], [batch, times, 2]])
    try expectNear(outputs[0], want.totals)
    try expectNear(outputs[1], want.outers)
    try expectNear(state.outer.sum(axis: 2), want.last)
  }

  @Test func twoLSTMsOfOneStructureShareParameters() throws {
    func model(isStatic: Bool) throws -> (Rng, LSTM) {
      let graph = try Graph("model")
      let rng = try Rng(graph.child("rng"))
      return (rng, try LSTM(graph.child("lstm"), hiddenSize: 5, rng: rng, isStatic: isStatic))
    }
    let (rng, unrolled) = try model(isStatic: true)
    let (_, looped) = try model(isStatic: false)
    let x = wave([2, 6, 3])
    let params = looped.apply(rng.seed(Params(), seed: 42), x).1.locked()
    #expect(unrolled.apply(rng.seed(Params(), seed: 42), x).1.locked().hasSameStructure(as: params))
    let want = try unrolled.apply(params, x).0.0.scalars(Float.self)
    try expectNear(looped.apply(params, x).0.0, want)
    try expectNear(jit { (p: Params, x: Tensor) in looped.apply(p, x).0.0 }(params, x), want)
    // One is a loop of the compiled program, the other is as long as the sequence.
    func equations(_ lstm: LSTM) throws -> Int {
      "\(try makeJaxpr { (p: Params, x: Tensor) in lstm.apply(p, x).0.0 }(params, x))".split(
        separator: "\n"
      ).count
    }
    #expect(try equations(looped) < equations(unrolled) / 2)
  }

  /// A sequence as one operation, as a loop of steps and step by step: outputs, states and gradients, in each dtype.
  @Test(arguments: [DType.float32, .float64]) func sequencesAreTheirSteps(dtype: DType) throws {
    func check<M: RecurrenceBase>(_ make: (Graph, Rng) throws -> M) throws
    where M.Inputs == Tensor, M.Outputs == Tensor {
      let graph = try Graph("model")
      let rng = try Rng(graph.child("rng"))
      let model = try make(graph.child("model"), rng)
      let x = wave([2, 6, 3]).astype(dtype)
      let none = Tensor.full([2, 6], false, dtype: .bool)
      let (state, _) = model.initialState(Params(), x)
      let start = map(state) { cos($0 + wave($0.shape)).astype(dtype) }
      let params = model.apply(rng.seed(Params(), seed: 42), x).1.locked().split().0
      func loss(_ params: Params, _ isReset: Tensor?) -> Tensor {
        let ((outputs, last), _) = model.apply(params, x, prevState: start, isReset: isReset)
        let all = outputs.astype(.float32)
        return (all * wave(all.shape)).sum()
          + last.leaves.map { square($0).sum().astype(.float32) }.reduce(Tensor(0), +)
      }
      let tolerance = 1e-5
      let (whole, slopes) = try jit { (p: Params) in valueAndGrad { loss($0, nil) }(p) }(params)
      let (stepped, others) = try jit { (p: Params) in valueAndGrad { loss($0, none) }(p) }(params)
      #expect(try abs(whole - stepped).item(Double.self) <= tolerance * 10)
      for (a, b) in zip(slopes.leaves, others.leaves) {
        let scale = try max(1, abs(b).max().item(Double.self))
        #expect(try abs(a - b).max().item(Double.self) <= tolerance * scale)
      }
    }
    try check { try LSTM($0, hiddenSize: 5, rng: $1, paramDtype: dtype) }
    try check { try GRU($0, hiddenSize: 5, rng: $1, paramDtype: dtype) }
  }

  /// Maps back what an embedding of another model has mapped.
  private final class TiedDecoder: Module, Layer, @unchecked Sendable {
    let embedding: Embed

    init(_ graph: Graph, embedding: Embed) throws {
      self.embedding = embedding
      try super.init(graph)
    }

    func callAsFunction(_ params: Params, _ x: Tensor) -> (Tensor, Params) {
      let (gain, params) = getParam(params, "gain", shape: [], initializer: .constant(2))
      let (logits, updated) = embedding.attend(params, x)
      return (logits * gain, updated)
    }
  }

  @Test func aModuleOfAnotherGraphKeepsItsParameters() throws {
    let (encoder, decoder) = (try Graph("encoder"), try Graph("decoder"))
    let rng = try Rng(encoder.child("rng"))
    let embed = try Embed(encoder.child("embed"), numEmbeddings: 4, embeddingSize: 3, rng: rng)
    let head = try TiedDecoder(decoder.child("head"), embedding: embed)
    let tokens = Tensor([0, 2, 3])
    var (x, params) = embed(rng.seed(Params(), seed: 1), tokens)
    (x, params) = head(params, x)
    #expect(
      params.paths.map { $0.joined(separator: "/") } == [
        "encoder/rng/seed", "encoder/rng/counter", "encoder/embed/embedding", "decoder/head/gain",
      ])
    let matrix = try params["encoder", "embed", "embedding"].value
    try expectNear(x, (matmul(matrix[tokens], matrix.T) * 2).scalars(Float.self))
    #expect(displayText([encoder, decoder], params).contains("Embed('encoder/embed' of another graph)"))
  }

  @Test func normsAverageAmongGroupsOfLanes() throws {
    let groups = [[0, 1], [2, 3]]
    let graph = try Graph("net")
    let batch = try BatchNorm(graph.child("batch"), axisName: "lane", axisIndexGroups: groups)
    let layer = try LayerNorm(graph.child("layer"), axisName: "lane", axisIndexGroups: groups)
    let x = wave([4, 3, 2]) * 3
    let values = try x.scalars(Float.self)
    func lane(_ index: Int) -> [Float] { Array(values[index * 6..<index * 6 + 6]) }
    func moments(_ values: [Float]) -> (mean: Float, variance: Float) {
      let mean = values.reduce(0, +) / Float(values.count)
      return (mean, values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(values.count))
    }
    var want: (batch: [Float], layer: [Float]) = ([], [])
    for index in 0..<4 {
      let others = groups[index / 2]
      for place in 0..<6 {
        // Of a batch the moments are those of a column in all lanes of the group, of a layer those of a row.
        let columns = others.flatMap { other in [0, 2, 4].map { lane(other)[$0 + place % 2] } }
        let rows = others.flatMap { other in [0, 1].map { lane(other)[place / 2 * 2 + $0] } }
        func normalized(_ moments: (mean: Float, variance: Float)) -> Float {
          (lane(index)[place] - moments.mean) / (moments.variance + 1e-5).squareRoot()
        }
        want.batch.append(normalized(moments(columns)))
        want.layer.append(normalized(moments(rows)))
      }
    }
    try expectNear(vmap(axisName: "lane") { (x: Tensor) in batch(Params(), x).0 }(x), want.batch)
    try expectNear(vmap(axisName: "lane") { (x: Tensor) in layer(Params(), x).0 }(x), want.layer)
  }
}
