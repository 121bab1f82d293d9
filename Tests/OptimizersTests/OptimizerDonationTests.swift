import Blox
import Optimizers
import PJRT
import Testing

/// A training step that donates its parameters and the optimizer's state, as one does to save memory.
@Suite struct OptimizerDonationTests {
  static let optimizers: [(String, GradientTransformation)] = [
    ("sgd", .sgd(learningRate: 0.1, momentum: 0.9)), ("adam", .adam(learningRate: 0.1)),
    ("adamw", .adamw(learningRate: 0.1)), ("rmsprop", .rmsprop(learningRate: 0.1)),
    ("adagrad", .adagrad(learningRate: 0.1)), ("lion", .lion(learningRate: 0.1)),
  ]

  static func step(_ optimizer: GradientTransformation) -> (Params, OptimizerState) throws -> (
    Params, OptimizerState
  ) {
    jit(donating: [0, 1], name: "step") { (params: Params, state: OptimizerState) in
      let gradients = map(params) { 2 * $0 }
      let (updates, state) = optimizer.update(gradients, state, params)
      return (applyUpdates(params, updates), state)
    }
  }

  static func params() throws -> Params {
    let graph = try Graph("net")
    let rng = try Rng(graph.child("rng"))
    let linear = try Linear(graph.child("linear"), outputSize: 3, rng: rng)
    return linear(rng.seed(Params(), seed: 1), .ones([1, 2])).1.locked().split().0
  }

  @Test func everyStateCanBeDonated() throws {
    for (name, optimizer) in Self.optimizers {
      var params = try Self.params()
      let before = try params["net", "linear", "kernel"].value.scalars(Float.self)
      var state = optimizer.initialState(params)
      let step = Self.step(optimizer)
      for _ in 0..<3 { (params, state) = try step(params, state) }
      let after = try params["net", "linear", "kernel"].value.scalars(Float.self)
      #expect(after != before && after.allSatisfy(\.isFinite), "\(name)")
    }
  }

  @Test func aDonatedParameterIsNamed() throws {
    let params = try Self.params()
    let optimizer = GradientTransformation.adam(learningRate: 0.1)
    let state = optimizer.initialState(params)
    let step = Self.step(optimizer)
    _ = try step(params, state)
    let error = #expect(throws: PJRTError.self) { try step(params, optimizer.initialState(params)) }
    let text = "\(try #require(error))"
    #expect(text.contains("argument 0 (net/linear/") && text.contains("donated to `step`"), "\(text)")
  }
}
