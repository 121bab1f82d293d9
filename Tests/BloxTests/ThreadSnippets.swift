// Made of the Swift code in docs/ThreadsAndActors.md by ReadmeTests.swift; change it there.
// swift-format-ignore-file
import Blox
import Foundation
import Optimizers

enum ThreadSnippets {
  static let programs: [@Sendable () async throws -> Void] = [program1, program2]

  static func program1() async throws {

    let graph = try Graph("net")
    let rng = try Rng(graph / "rng")
    let model = try Linear(graph / "linear", outputSize: 3, rng: rng)
    let params = model(rng.seed(Params(), seed: 42), .ones([1, 4])).1.locked()

    let outputs = try await withThrowingTaskGroup(of: [Float].self) { group in
      for number in 0..<64 {
        group.addTask { try model(params, Tensor([[Float(number), 0, 0, 0]])).0.scalars(Float.self) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    print(outputs.count)
    /// A model with its parameters, to be asked by whoever likes.
    struct Classifier: Sendable {
      let params: Params
      private let predict: @Sendable (Params, Tensor) throws -> Tensor

      init() throws {
        let graph = try Graph("net")
        let rng = try Rng(graph / "rng")
        let model = try Sequential(graph / "model") {
          try Linear(graph / "hidden", outputSize: 16, rng: rng)
          relu
          try Linear(graph / "output", outputSize: 3, rng: rng)
        }
        params = model(rng.seed(Params(), seed: 42), .ones([1, 4])).1.locked()
        predict = jit { params, features in softmax(model(params, features).0) }
      }

      /// The probabilities of three classes, for four features.
      func callAsFunction(_ features: [Float]) throws -> [Float] {
        try predict(params, Tensor([features])).scalars(Float.self)
      }
    }

    struct Request: Sendable {
      var body: Data
    }
    struct Response: Sendable {
      var status: Int
      var body: Data
    }

    let classifier = try Classifier()
    let classify: @Sendable (Request) async -> Response = { request in
      do {
        let features = try JSONDecoder().decode([Float].self, from: request.body)
        return Response(status: 200, body: try JSONEncoder().encode(try classifier(features)))
      } catch {
        // A wrong number of features comes here as well, with a text that says what was expected.
        return Response(status: 400, body: Data("\(error)".utf8))
      }
    }
    print(await classify(Request(body: Data("[0.1, 0.2, 0.3, 0.4]".utf8))))
    print(await classify(Request(body: Data("[0.1]".utf8))))
    let queue = DispatchQueue(label: "model", attributes: .concurrent)
    func onQueue<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
      try await withCheckedThrowingContinuation { continuation in
        queue.async { continuation.resume(with: Result { try body() }) }
      }
    }
    print(try await onQueue { try classifier([1, 2, 3, 4]) })
  }

  static func program2() async throws {

    /// A model that learns from what it is sent, while others read it.
    actor Learner {
      private(set) var params: Params
      private var state: OptimizerState
      private let step:
        @Sendable (Params, OptimizerState, Tensor, Tensor) throws -> (Params, OptimizerState, Tensor)

      init(_ model: Linear, _ params: Params) {
        let optimizer = GradientTransformation.adam(learningRate: 0.1)
        self.params = params
        state = optimizer.initialState(params.split().0)
        // The state is nobody else's, so its memory may be taken over. The parameters are not donated: others have them.
        step = jit(donating: 1) { params, state, inputs, targets in
          let (weights, others) = params.split()
          let (loss, gradients) = try valueAndGrad { (weights: Params) in
            try ((model(weights.merge(others), inputs).0 - targets) ** 2).mean()
          }(weights)
          let (updates, newState) = optimizer.update(gradients, state, weights)
          return (try applyUpdates(weights, updates).merge(others), newState, loss)
        }
      }

      /// The loss before the step.
      func learn(_ inputs: Tensor, _ targets: Tensor) throws -> Float {
        let loss: Tensor
        (params, state, loss) = try step(params, state, inputs, targets)
        return try loss.item(Float.self)
      }
    }

    let graph = try Graph("net")
    let rng = try Rng(graph / "rng")
    let model = try Linear(graph / "linear", outputSize: 1, rng: rng)
    let inputs = Random.normal(Random.key(0), [32, 4])
    let targets = inputs.sum(axis: 1, keepdims: true)
    let learner = Learner(model, model(rng.seed(Params(), seed: 42), inputs).1.locked())

    // Eight tasks send batches, and eight ask for predictions meanwhile.
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask { for _ in 0..<10 { _ = try await learner.learn(inputs, targets) } }
        group.addTask { for _ in 0..<10 { _ = try model(await learner.params, inputs).0.mean().item(Float.self) } }
      }
      try await group.waitForAll()
    }
    print("loss after 80 steps:", try await learner.learn(inputs, targets))
  }
}
