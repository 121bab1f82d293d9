import Blox
import Checkpoints
import Foundation
import Optimizers
import Testing

/// Optimizers of one's own, masks, schedules and saved states; values of optax 0.2.8.
@Suite struct OptimizerTests {
  private func close(_ a: [Float], _ b: [Float]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) < 1e-6 }
  }

  @Test("A transformation of one's own has a state, and is chained with others")
  func ownTransformation() throws {
    let signs = GradientTransformation(initial: { OptimizerState(averages: [$0.map { .zerosLike($0) }]) }) {
      gradients, state, params in
      let momentum = zip(state.average(0, gradients), gradients).map { 0.9 * $0 + 0.1 * $1 }
      return (momentum.map { sign($0) }, OptimizerState(averages: [momentum]))
    }
    let optimizer = GradientTransformation.chain(signs, .scaleByLearningRate(0.5))
    let params = ["a": Tensor([1.0, 2.0]), "b": Tensor(3.0)]
    let gradients = ["a": Tensor([4.0, -1.0]), "b": Tensor(2.0)]
    var (updates, state) = optimizer.update(gradients, optimizer.initialState(params), params)
    #expect(try updates["a"]?.scalars(Float.self) == [-0.5, 0.5])
    (updates, state) = try jit { (g: [String: Tensor], s: OptimizerState, p: [String: Tensor]) in
      let result = optimizer.update(g, s, p)
      return (result.updates, result.state)
    }(gradients, state, params)
    #expect(try updates["b"]?.item(Float.self) == -0.5)
    #expect(optimizer.update(gradients, OptimizerState(), params).updates["b"]?.error != nil)
  }

  @Test("Masks leave the updates of other parameters as they are")
  func masks() throws {
    let params = [Tensor([[1.0, 2.0]]), Tensor([3.0])]
    let gradients = [Tensor([[1.0, 1.0]]), Tensor([1.0])]
    let decay = GradientTransformation.addDecayedWeights(0.5) { $0.ndim > 1 }
    let (decayed, _) = decay.update(gradients, decay.initialState(params), params)
    #expect(try decayed[0].scalars(Float.self) == [1.5, 2])
    #expect(try decayed[1].scalars(Float.self) == [1])

    let masked = GradientTransformation.masked(.trace(0.5)) { $0.ndim == 1 }
    var state = masked.initialState(params)
    #expect(state.leaves.map(\.shape) == [[1]])
    var updates = gradients
    for _ in 0..<2 { (updates, state) = masked.update(gradients, state, params) }
    #expect(try updates[0].scalars(Float.self) == [1, 1])
    #expect(try updates[1].scalars(Float.self) == [1.5])

    let adamW = GradientTransformation.adamw(learningRate: 0.1, weightDecay: 1) { $0.ndim > 1 }
    let (steps, _) = adamW.update(gradients, adamW.initialState(params), params)
    #expect(try close(steps[0].scalars(), [-0.2, -0.3]))
    #expect(try close(steps[1].scalars(), [-0.1]))
  }

  @Test("Schedules are optax's")
  func schedules() throws {
    func values(_ schedule: Schedule, _ count: Int = 7) throws -> [Float] {
      try (0..<count).map { try schedule(Tensor(Int32($0))).item() }
    }
    #expect(
      close(
        try values(.exponentialDecay(0.5, 3, 0.7)),
        [0.5, 0.443952, 0.39418676, 0.35, 0.3107664, 0.2759307, 0.24499999]))
    #expect(
      close(
        try values(.exponentialDecay(0.5, 3, 0.7, staircase: true)),
        [0.5, 0.5, 0.5, 0.35, 0.35, 0.35, 0.24499999]))
    #expect(
      close(
        try values(.exponentialDecay(0.5, 3, 0.7, endValue: 0.3)),
        [0.5, 0.443952, 0.39418676, 0.35, 0.3107664, 0.3, 0.3]))
    #expect(
      close(
        try values(.piecewiseConstantSchedule(0.1, [4: 0.1, 2: 0.5])),
        [0.1, 0.1, 0.05, 0.05, 0.005, 0.005, 0.005]))
    #expect(
      close(
        try values(
          .joinSchedules([.linearSchedule(0, 1, 3), 0.5, .linearSchedule(2, 0, 2)], [3, 5]),
          8),
        [0, 0.33333337, 0.6666667, 0.5, 0.5, 2, 1, 0]))
    let scaled = GradientTransformation.scaleBySchedule(.linearSchedule(1, 0, 2))
    var (updates, state) = scaled.update(
      [Tensor([4.0])], scaled.initialState([Tensor([0.0])]), [Tensor([0.0])])
    (updates, state) = scaled.update([Tensor([4.0])], state, [Tensor([0.0])])
    #expect(try updates[0].scalars(Float.self) == [2])
  }

  @Test("Norms of trees, and trees moved towards others")
  func trees() throws {
    let tree = ["a": Tensor([3.0, 0.0]), "b": Tensor(4.0)]
    #expect(try globalNorm(tree).item(Float.self) == 5)
    let moved = incrementalUpdate(tree, map(tree) { 0 * $0 }, stepSize: 0.25)
    #expect(try moved["a"]?.scalars(Float.self) == [0.75, 0])
  }

  @Test("An optimizer's state is saved and loaded bit by bit")
  func savedState() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "\(UUID().uuidString).safetensors")
    defer { try? FileManager.default.removeItem(at: url) }
    let optimizer = GradientTransformation.chain(.clipByGlobalNorm(1), .adam(learningRate: 0.1))
    let params = ["w": Random.normal(Random.key(0), [3, 2])]
    let state = optimizer.update(params, optimizer.initialState(params), params).state
    try state.save(to: url)
    let loaded = try optimizer.initialState(params).loading(from: url)
    #expect(try zip(state.leaves, loaded.leaves).allSatisfy { try $0.bytes() == $1.bytes() })
    #expect(loaded.leaves.count == 4)

    let other = ["w": Tensor.zeros([2, 2])]
    #expect(throws: ModelError.self) { try optimizer.initialState(other).loading(from: url) }
    #expect(throws: ModelError.self) { try [Tensor(0.0)].loading(from: url) }
  }

  @Test func schedulesAreJoinedAtBoundaries() throws {
    let joined = Schedule.joinSchedules(
      [.constantSchedule(1), .linearSchedule(4, 2, 2), .constantSchedule(7)], [2, 4])
    #expect(try (0..<6).map { try joined(Tensor($0)).item(Float.self) } == [1, 1, 4, 3, 7, 7])
    let wrong = Schedule.joinSchedules([.constantSchedule(1), .constantSchedule(2)], [])
    let error = try #require(wrong(Tensor(0)).error)
    #expect("\(error)".contains("joinSchedules: 2 schedules and 0 boundaries"), "\(error)")
  }
}
