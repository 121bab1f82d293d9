import Blox

// "The LSTM __call__ method requires a valid prev_state", and that of the GRU: a step takes a state, and it is not
// optional.

extension WrongUse {
  /// Recurrences and scans.
  static let sequences = [
    WrongUse("The input Pytree cannot be empty.", ["no tensors", "[batch, time, …]"]) {
      try Echo($0.node("echo"), isStatic: true).apply($0.params, [:]).0.0.checked()
    },
    WrongUse("list index out of range (no inputs of a dynamic scan)", ["no tensors", "[batch, time, …]"]) {
      try Echo($0.node("echo"), isStatic: false).apply($0.params, [:]).0.0.checked()
    },
    WrongUse(
      "Input leaves must have rank >= 2, got 1.", ["[3]", "rank 1", "rank 2 or more", "[batch, time, …]"]
    ) {
      try $0.lstm().apply($0.open, .ones([3])).0.0.checked()
    },
    WrongUse("Input leaves must have rank >= 2. (static)", ["rank 1", "rank 2 or more"]) {
      let lstm = try $0.lstm()
      lstm.isStatic = true
      try lstm.apply($0.open, .ones([3])).0.0.checked()
    },
    WrongUse(
      "Expected tensor to have dimension equal to '3' on axis '1' but got '4' instead.",
      ["axis 1", "the time", "3", "4", "same number of times"]
    ) {
      try Echo($0.node("echo"), isStatic: false).apply(
        $0.params, ["a": .ones([2, 3]), "b": .ones([2, 4])]
      ).0.0.checked()
    },
    WrongUse("… axis '1' … (static, isReset)", ["axis 1", "3", "5", "isReset"]) {
      let lstm = try $0.lstm()
      lstm.isStatic = true
      try lstm.apply($0.open, .ones([2, 3, 2]), isReset: .zeros([2, 5], dtype: .bool)).0.0.checked()
    },
    WrongUse("(no times)", ["0 elements", "at least one time"]) {
      try $0.lstm().apply($0.open, .ones([2, 0, 3])).0.0.checked()
    },
    WrongUse(
      "Parameter '('net', 'lstm', 'gates', 'kernel')' missing (params locked).",
      ["'net/lstm/gates/kernel'", "locked", "unlocked()"]
    ) { try $0.lstm().apply($0.params, .ones([2, 4, 2])).0.0.checked() },
    WrongUse(
      "Cannot concatenate arrays with different numbers of dimensions: got (2,), (2, 3).",
      ["LSTM", "f32[2]", "[batch, time, features]", "net/lstm"]
    ) { try $0.lstm().apply($0.open, .ones([2, 4])).0.0.checked() },
    WrongUse(
      "Cannot concatenate arrays with shapes that differ …: (2, 2), (3, 3). (a state of another batch)",
      ["LSTM", "f32[2,2]", "f32[3,3]", "[2, 3]", "initialState(", "net/lstm"]
    ) {
      let state = LSTMState(hidden: .zeros([3, 3]), cell: .zeros([3, 3]))
      try $0.lstm().apply($0.open, .ones([2, 4, 2]), prevState: state).0.0.checked()
    },
    WrongUse(
      "dot_general requires contracting dimensions to have the same shape, got (7,) and (5,). (a state of another size)",
      ["LSTM", "f32[2,5]", "[2, 3]", "initialState(", "net/lstm"]
    ) {
      let lstm = try $0.lstm()
      let (_, params) = lstm.apply($0.open, .ones([2, 4, 2]))
      let state = LSTMState(hidden: .zeros([2, 5]), cell: .zeros([2, 5]))
      try lstm.apply(params.locked(), .ones([2, 4, 2]), prevState: state).0.0.checked()
    },
    WrongUse(
      "Incompatible shapes for broadcasting: shapes=[(5, 1), (2, 3), (2, 3)]",
      ["isReset", "[5,1]", "[2,3]", "[batch, time]", "net/lstm"]
    ) {
      try $0.lstm().apply($0.open, .ones([2, 4, 2]), isReset: .zeros([5, 4, 1], dtype: .bool)).0.0.checked()
    },
    WrongUse(
      "scan body function carry input and carry output must have equal types … float32[2] … int32[2]",
      ["f32[2]", "i32[2]", "carry"]
    ) {
      try Stepper($0.node("r")) { $0.astype(.int32) }.apply($0.params, .ones([2, 4])).0.0.checked()
    },
    WrongUse(
      "scan body function carry input and carry output must have equal types … float32[2] … float32[4]",
      ["f32[2]", "f32[4]", "carry"]
    ) {
      try Stepper($0.node("r")) { concatenate([$0, $0]) }.apply($0.params, .ones([2, 4])).0.0.checked()
    },
    WrongUse(
      "scan body function carry input and carry output must have the same pytree structure … 4 children … 6 children",
      ["net/other/kernel", "carry"]
    ) {
      let other = try Linear($0.node("other"), outputSize: 3, rng: $0.rng)
      try scan($0.open, Tensor.ones([4, 1, 2])) { params, x in (other(params, x).1, x) }.0.checked()
    },
  ]

  /// A recurrence that returns one of its inputs.
  private final class Echo: Module, RecurrenceBase, @unchecked Sendable {
    var isStatic: Bool

    init(_ graph: Graph, isStatic: Bool) throws {
      self.isStatic = isStatic
      try super.init(graph)
    }

    func initialState(_ params: Params, _ inputs: [String: Tensor]) -> (Tensor, Params) { (0.0, params) }

    func callAsFunction(
      _ params: Params, _ inputs: [String: Tensor], _ prevState: Tensor, isReset: Tensor?, isTraining: Bool
    ) -> ((Tensor, Tensor), Params) { ((inputs["a"] ?? 0.0, prevState), params) }
  }

  /// A recurrence with a state `[2]` and a step of one's own.
  private final class Stepper: Module, RecurrenceBase, @unchecked Sendable {
    var isStatic = false
    private let step: @Sendable (Tensor) -> Tensor

    init(_ graph: Graph, _ step: @escaping @Sendable (Tensor) -> Tensor) throws {
      self.step = step
      try super.init(graph)
    }

    func initialState(_ params: Params, _ inputs: Tensor) -> (Tensor, Params) { (.zeros([2]), params) }

    func callAsFunction(
      _ params: Params, _ inputs: Tensor, _ prevState: Tensor, isReset: Tensor?, isTraining: Bool
    ) -> ((Tensor, Tensor), Params) { ((inputs, step(prevState)), params) }
  }
}
