import Blox

/// A recurrence with its state as tensors by name, for cases.
struct BuiltSequence {
  typealias Outputs = (outputs: [String: Tensor], params: Params)

  let module: Module
  private let call: (Params, [String: Tensor], LayerCall) throws -> Outputs

  func callAsFunction(_ params: Params, _ inputs: [String: Tensor], _ call: LayerCall) throws -> Outputs {
    try self.call(params, inputs, call)
  }

  /// The LSTM or GRU of a manifest; nil if it is another layer.
  init?(_ name: String, _ node: Graph, _ config: LayerConfig) throws {
    switch name {
    case "LSTM":
      let lstm = try LSTM(
        node, hiddenSize: config.int("hidden_size"), rng: config.givenRng,
        isStatic: config.bool("is_static", false))
      self.init(lstm) { inputs in
        inputs["h"].map { LSTMState(hidden: $0, cell: inputs["c"] ?? $0) }
      } tensors: { state in
        ["state/hidden": state.hidden, "state/cell": state.cell]
      }
    case "GRU":
      let gru = try GRU(
        node, hiddenSize: config.int("hidden_size"), rng: config.givenRng,
        isStatic: config.bool("is_static", false))
      self.init(gru) { inputs in
        inputs["h"].map(GRUState.init)
      } tensors: { state in
        ["state/hidden": state.hidden]
      }
    default: return nil
    }
  }

  private init<Sequence: RecurrenceBase>(
    _ module: Sequence, state: @escaping ([String: Tensor]) -> Sequence.State?,
    tensors: @escaping (Sequence.State) -> [String: Tensor]
  ) where Sequence.Inputs == Tensor, Sequence.Outputs == Tensor {
    self.module = module
    call = { params, inputs, call in
      let x = try inputs.argument(call)
      let isReset = inputs["reset"]
      let ((output, next), updated): ((Tensor, Sequence.State), Params)
      if call.method == "apply" {
        ((output, next), updated) = module.apply(
          params, x, prevState: state(inputs), isReset: isReset, isTraining: call.isTraining)
      } else {
        guard let state = state(inputs) else { throw GoldenError("a step without a state") }
        ((output, next), updated) = module(params, x, state, isReset: isReset, isTraining: call.isTraining)
      }
      return (tensors(next).merging(["output": output]) { $1 }, updated)
    }
  }
}
