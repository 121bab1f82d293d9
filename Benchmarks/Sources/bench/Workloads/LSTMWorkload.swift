import Blox

/// An LSTM or GRU of 256 units over 64 times, batch 32, with the mean of the squared outputs as the loss: one SGD step.
struct LSTMWorkload: Workload {
  var isGRU = false

  /// The recurrence as a layer: sequences `[batch, time, features]` to outputs.
  final class Model: Module, Layer, @unchecked Sendable {
    let lstm: LSTM

    init(_ graph: Graph, rng: Rng) throws {
      lstm = try LSTM(graph.child("lstm"), hiddenSize: 256, rng: rng)
      try super.init(graph)
    }

    func callAsFunction(_ params: Params, _ inputs: Tensor) -> (Tensor, Params) {
      let ((outputs, _), params) = lstm.apply(params, inputs)
      return (outputs, params)
    }
  }

  /// The same with a GRU.
  final class GatedModel: Module, Layer, @unchecked Sendable {
    let gru: GRU

    init(_ graph: Graph, rng: Rng) throws {
      gru = try GRU(graph.child("gru"), hiddenSize: 256, rng: rng)
      try super.init(graph)
    }

    func callAsFunction(_ params: Params, _ inputs: Tensor) -> (Tensor, Params) {
      let ((outputs, _), params) = gru.apply(params, inputs)
      return (outputs, params)
    }
  }

  func run(_ meter: Meter) throws {
    let graph = try Graph("net")
    let rng = try Rng(graph.child("rng"))
    let node = try graph.child("model")
    let model: any Layer = try isGRU ? GatedModel(node, rng: rng) : Model(node, rng: rng)
    let inputs = numbers([32, 64, 64])
    try TrainingMeasures(lastStep: 10, block: 10).take(meter, model, rng, inputs, Tensor(0)) { outputs, _ in
      square(outputs).mean()
    }
  }
}
