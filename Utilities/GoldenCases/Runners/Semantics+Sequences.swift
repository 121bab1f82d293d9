import Blox

extension Semantics {
  /// The result of a function about sequences; nil if it is another.
  func sequences(_ name: String) throws -> JSONValue? {
    switch name {
    case "lstm_unlocked_counter":
      let graph = try Graph("net")
      let rng = try Rng(graph.child("rng"))
      let lstm = try LSTM(graph.child("lstm"), hiddenSize: size, rng: rng)
      let ((outputs, _), params) = lstm.apply(rng.seed(Params(), seed: seed), .ones([2, 4, 3]))
      return [
        "keys": .strings(params.names), "counter": .integer(try rng.getCounter(params).item()),
        "out": .array(outputs.shape.dimensions.map(JSONValue.integer)),
      ]
    case "mismatched_time":
      let echo = try Echo(Graph("g").child("r"))
      let inputs = ["a": Tensor.ones([2, 3]), "b": Tensor.ones([2, 4])]
      return .array(try echo.apply(Params(), inputs).0.0.scalars(Double.self).map(JSONValue.number))
    default: return nil
    }
  }

  /// A recurrence that returns one of its inputs.
  private final class Echo: Module, RecurrenceBase, @unchecked Sendable {
    var isStatic = false

    func initialState(_ params: Params, _ inputs: [String: Tensor]) -> (Tensor, Params) {
      (.zeros([]), params)
    }

    func callAsFunction(
      _ params: Params, _ inputs: [String: Tensor], _ prevState: Tensor, isReset: Tensor?, isTraining: Bool
    ) -> ((Tensor, Tensor), Params) {
      ((inputs["a"] ?? .zeros([]), prevState), params)
    }
  }
}
