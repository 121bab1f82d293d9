import Blox
import Testing

/// Where blox for Python fails or errs and this library does not; numbers are from equal formulations in JAX.
@Suite struct RightedDefectTests {
  let graph: Graph
  let rng: Rng

  init() throws {
    graph = try Graph("net")
    rng = try Rng(graph.child("rng"))
  }

  private func wave(_ shape: Shape, _ function: (Tensor) -> Tensor) -> Tensor {
    function(Tensor.arange(shape.size).astype(.float32)).reshape(shape)
  }

  /// The shape, the sum and a weighted sum are enough to tell any two convolutions apart.
  private func expectConvolution(
    _ output: Tensor, _ shape: Shape, sum: Float, weighted: Float, _ first: [Float]
  ) throws {
    #expect(output.shape == shape)
    let values = try output.scalars(Float.self)
    let weights = try wave(shape, sin).scalars(Float.self)
    func near(_ a: Float, _ b: Float) -> Bool { (a - b).magnitude < 2e-4 }
    #expect(near(values.reduce(0, +), sum))
    #expect(near(zip(values, weights).map(*).reduce(0, +), weighted))
    #expect(zip(values, first).allSatisfy(near), "\(values.prefix(4))")
  }

  @Test func transposedConvolutionInGroups() throws {
    let layer = try ConvTranspose(
      graph.child("layer"), kernelSize: [3, 3], outputChannels: 6, rng: rng, strides: [2, 1],
      kernelDilation: [1, 2], featureGroupCount: 2, useBias: false)
    let x = wave([1, 3, 4, 4], sin)
    let (_, created) = layer(rng.seed(Params(), seed: 1), x)
    #expect(try created["net", "layer", "kernel"].value.shape == [3, 3, 6, 2])
    let params = try created.assigning(
      Param(wave([3, 3, 6, 2], cos)), to: ["net", "layer", "kernel"])
    // lax.conv_transpose of each half of the channels, side by side.
    try expectConvolution(
      layer(params, x).0, [1, 6, 4, 6], sum: 0.478161, weighted: -10.200977,
      [-1.388105, -0.31473, 1.650053, 0.179201])
    #expect(throws: ModelError.self) {
      try ConvTranspose(
        graph.child("odd"), kernelSize: 3, outputChannels: 5, rng: rng, featureGroupCount: 2)
    }
  }

  @Test(
    arguments: [
      (
        .same, [1, 3, 10, 3], [0.286989, -2.601088],
        [-0.639255, -0.805843, -0.231542, 0.0]
      ),
      (.valid, [1, 2, 9, 3], [-0.332105, 5.162931], [-0.533781, 0.033925, 0.57044, 0.0]),
      (.sameLower, [1, 3, 10, 3], [0.714652, -1.311215], [-0.460898, -0.841438, -0.448364, -0.639255]),
    ] as [(Padding, [Int], [Float], [Float])])
  func convolutionOfADilatedInput(
    _ padding: Padding, _ shape: [Int], _ sums: [Float], _ first: [Float]
  ) throws {
    let layer = try Conv(
      graph.child("layer"), kernelSize: [3, 2], outputChannels: 3, rng: rng, strides: [2, 1],
      padding: padding, inputDilation: [2, 3], useBias: false)
    let x = wave([1, 3, 4, 2], sin)
    let params = try Params().assigning(
      Param(wave([3, 2, 2, 3], cos)), to: ["net", "layer", "kernel"])
    // lax.conv_general_dilated of the input with the zeros written out.
    try expectConvolution(layer(params, x).0, Shape(shape), sum: sums[0], weighted: sums[1], first)
  }

  // MARK: Resets

  /// For each step and lane whether it resets; lanes are as many as features, so that axes can be mistaken.
  private static let resets: [[Bool]] = [
    [false, true, false, false], [false, false, false, true], [true, false, true, false],
  ]

  private func expectResets<Recurrence: RecurrenceBase>(_ model: Recurrence) throws
  where Recurrence.Inputs == Tensor, Recurrence.Outputs == Tensor {
    let x = wave([3, 4, 2], sin)
    let params = model.apply(rng.seed(Params(), seed: 3), x).1.locked()
    let resets = Tensor(RightedDefectTests.resets)
    for isStatic in [false, true] {
      model.isStatic = isStatic
      let got = try model.apply(params, x, isReset: resets).0.0.scalars(Float.self)
      // Each lane by itself, begun anew where it resets.
      for lane in 0..<3 {
        var state: Recurrence.State?
        for time in 0..<4 {
          let begins = RightedDefectTests.resets[lane][time]
          let step = x[lane..<lane + 1, time..<time + 1]
          let ((output, next), _) = model.apply(params, step, prevState: begins ? nil : state)
          state = next
          let want = try output.scalars(Float.self)
          let place = (lane * 4 + time) * 3
          #expect(zip(got[place..<place + 3], want).allSatisfy { ($0 - $1).magnitude < 1e-6 })
        }
      }
    }
    #expect(
      throws: (any Error).self,
      performing: {
        try model.apply(params, x, isReset: Tensor.zeros([2, 4], dtype: .bool)).0.0.scalars(Float.self)
      })
  }

  @Test func resetsAreOfLanes() throws {
    try expectResets(LSTM(graph.child("lstm"), hiddenSize: 3, rng: rng))
    try expectResets(GRU(graph.child("gru"), hiddenSize: 3, rng: rng))
  }

  /// What a lane is reset to has the state's dtype, so that the loop's state keeps it.
  @Test(arguments: [false, true]) func resetsKeepTheStatesDType(isStatic: Bool) throws {
    let x = wave([3, 4, 2], sin).astype(.bfloat16)
    let resets = Tensor(RightedDefectTests.resets)
    let lstm = try LSTM(graph.child("lstm"), hiddenSize: 3, rng: rng, paramDtype: .bfloat16)
    let gru = try GRU(graph.child("gru"), hiddenSize: 3, rng: rng, paramDtype: .bfloat16)
    func zeros() -> Tensor { .zeros([3, 3], dtype: .bfloat16) }
    func check<Recurrence: RecurrenceBase>(_ model: Recurrence, _ state: Recurrence.State) throws
    where Recurrence.Inputs == Tensor, Recurrence.Outputs == Tensor {
      model.isStatic = isStatic
      let params = model.apply(rng.seed(Params(), seed: 3), x, prevState: state).1.locked()
      let ((outputs, next), _) = model.apply(params, x, prevState: state, isReset: resets)
      #expect(([outputs] + next.leaves).allSatisfy { $0.error == nil && $0.dtype == .bfloat16 })
      // Lane 1 begins anew at the last step.
      let ((last, _), _) = model.apply(params, x[1..<2, 3..<4], prevState: map(state) { $0[0..<1] })
      let (found, wanted) = (try outputs[1, 3].scalars(Float.self), try last[0, 0].scalars(Float.self))
      #expect(zip(found, wanted).allSatisfy { ($0 - $1).magnitude < 0.02 })
    }
    try check(lstm, LSTMState(hidden: zeros(), cell: zeros()))
    try check(gru, GRUState(hidden: zeros()))
  }

  @Test func resetsOfAStateOfMatrices() throws {
    let sum = try RunningSum(graph.child("sum"))
    let x = Tensor.ones([2, 3, 2, 2])
    let isReset = Tensor([[false, false, true], [false, true, false]])
    let ((_, state), _) = sum.apply(Params(), x, isReset: isReset)
    #expect(try state.scalars(Float.self) == [1, 1, 1, 1, 2, 2, 2, 2])
  }

  /// A recurrence whose state is `[batch, rows, columns]`.
  private final class RunningSum: Module, RecurrenceBase, @unchecked Sendable {
    var isStatic = false

    func initialState(_ params: Params, _ inputs: Tensor) -> (Tensor, Params) {
      (.zeros([inputs.shape[0], 2, 2]), params)
    }

    func callAsFunction(
      _ params: Params, _ inputs: Tensor, _ prevState: Tensor, isReset: Tensor?, isTraining: Bool
    ) -> ((Tensor, Tensor), Params) {
      let state = maybeResetState(params, prevState, inputs, isReset: isReset) + inputs
      return ((state, state), params)
    }
  }

  // MARK: Initialization

  @Test func initializationOfALongSequenceIsTracedOnce() throws {
    let lstm = try LSTM(graph.child("lstm"), hiddenSize: 3, rng: rng)
    func equations(_ times: Int) throws -> Int {
      let initialize = { (x: Tensor) in lstm.apply(rng.seed(Params(), seed: 3), x).1.locked() }
      return "\(try makeJaxpr(initialize)(.ones([2, times, 2])))".split(separator: "\n").count
    }
    let few = try equations(3)
    #expect(try equations(500) == few)
  }

  @Test func initializationGivesTheOutputsOfTheSequence() throws {
    let lstm = try LSTM(graph.child("lstm"), hiddenSize: 3, rng: rng)
    let x = wave([2, 5, 2], sin)
    for resets in [nil, Tensor([[false, true, false, true, false], [true, false, false, false, true]])] {
      let ((first, state), params) = lstm.apply(rng.seed(Params(), seed: 3), x, isReset: resets)
      #expect(!params.isLocked)
      let ((again, last), _) = lstm.apply(params.locked(), x, isReset: resets)
      for (a, b) in [(first, again), (state.hidden, last.hidden), (state.cell, last.cell)] {
        #expect(
          zip(try a.scalars(Float.self), try b.scalars(Float.self)).allSatisfy { ($0 - $1).magnitude < 1e-6 })
      }
    }
  }
}
