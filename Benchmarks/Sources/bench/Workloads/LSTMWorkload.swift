import Blox

/// An LSTM of 256 units over 64 times, batch 32, with the mean of the squared outputs as the loss: one SGD step.
struct LSTMWorkload: Workload {
  /// The recurrence as a layer: sequences `[batch, time, features]` to outputs.
  final class Model: Module, Layer {
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

  func run(_ meter: Meter) throws {
    let graph = try Graph("net")
    let rng = try Rng(graph.child("rng"))
    let model = try Model(graph.child("model"), rng: rng)
    let inputs = numbers([32, 64, 64])
    try TrainingMeasures(lastStep: 10, block: 10).take(meter, model, rng, inputs, Tensor(0)) { outputs, _ in
      square(outputs).mean()
    }
  }
}
