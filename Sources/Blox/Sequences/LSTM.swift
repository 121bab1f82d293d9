/// The state of an `LSTM`.
public struct LSTMState: TensorTree, Sendable {
  /// The last outputs, `[batch, hiddenSize]`.
  public var hidden: Tensor
  /// The memory, `[batch, hiddenSize]`.
  public var cell: Tensor

  public init(hidden: Tensor, cell: Tensor) {
    self.hidden = hidden
    self.cell = cell
  }

  public mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    body(&hidden)
    body(&cell)
  }
}

/// A long short-term memory.
///
/// With x the inputs and h the state's `hidden` side by side, σ the sigmoid:
///
///     i, g, f, o = split(gates(x, h))
///     cell'   = σ(f) · cell + σ(i) · tanh(g)
///     hidden' = σ(o) · tanh(cell')
///
/// Inputs of a step are `[batch, features]`, of `apply` `[batch, time, features]`; outputs are the hidden states.
/// Parameters: those of the `Linear` `gates`, with `4 · hiddenSize` outputs.
public final class LSTM: Module, RecurrenceBase, @unchecked Sendable {
  // @unchecked: all that it stores is constant, or a `Setting`.
  public let hiddenSize: Int
  public var isStatic: Bool {
    get { _isStatic.value }
    set { _isStatic.value = newValue }
  }
  private let _isStatic: Setting<Bool>
  /// All four gates in one product.
  public let gates: Linear

  /// - Parameters:
  ///   - graph: the node that it is bound to, a child: `graph.child("name")`.
  ///   - hiddenSize: the size of the state and of the outputs.
  ///   - rng: where the initializers' random numbers come from; needed unless they use none.
  ///   - isStatic: whether `apply` runs a Swift loop instead of one compiled loop.
  ///   - dtype: that of the products; that of inputs and parameters when nil.
  ///   - paramDtype: the dtype of new parameters.
  /// - Throws: `ModelError` if the size is negative, or as `Module.init`.
  public init(
    _ graph: Graph, hiddenSize: Int, rng: Rng?, isStatic: Bool = false, dtype: DType? = nil,
    paramDtype: DType = .float32
  ) throws {
    try graph.requireFree(for: LSTM.self)
    try require(hiddenSize >= 0, "LSTM", "hiddenSize is \(hiddenSize)", expected: "a size of 0 or more")
    self.hiddenSize = hiddenSize
    _isStatic = Setting(isStatic)
    gates = try Linear(
      graph.child("gates"), outputSize: 4 *| hiddenSize, rng: rng, dtype: dtype, paramDtype: paramDtype)
    try super.init(graph)
  }

  public override var defaultArguments: [String: Any] { ["isStatic": false] }

  /// Zeros for a batch of the inputs' size.
  public func initialState(_ params: Params, _ inputs: Tensor) -> (LSTMState, Params) {
    // Two tensors, not one twice: each has memory of its own to donate.
    let state = LSTMState(hidden: zeroState(inputs, hiddenSize), cell: zeroState(inputs, hiddenSize))
    return (state, params)
  }

  public func callAsFunction(
    _ params: Params, _ inputs: Tensor, _ prevState: LSTMState, isReset: Tensor? = nil,
    isTraining: Bool = true
  ) -> ((Tensor, LSTMState), Params) {
    if let failure = stepFailure(inputs, [prevState.hidden, prevState.cell], hiddenSize) {
      return ((failure, LSTMState(hidden: failure, cell: failure)), gates(params, failure).1)
    }
    let state = maybeResetState(params, prevState, inputs, isReset: isReset)
    let (gated, params) = gates(params, concatenate([inputs, state.hidden], axis: -1))
    // Computed again for the gradient: a loop would have to keep eleven tensors for each step instead of two.
    let (hidden, cell) = checkpoint { (gated: Tensor, cell: Tensor) in
      let (i, g, f, o) = (
        gated.part(0, of: 4), gated.part(1, of: 4), gated.part(2, of: 4), gated.part(3, of: 4)
      )
      let next = sigmoid(f) * cell + sigmoid(i) * tanh(g)
      return (sigmoid(o) * tanh(next), next)
    }(gated, state.cell)
    return ((hidden, LSTMState(hidden: hidden, cell: cell)), params)
  }
}

extension Module {
  /// The failed tensor for a step's inputs that are not `[batch, features]`, or states that are not `[batch, size]`.
  func stepFailure(_ inputs: Tensor, _ states: [Tensor], _ size: Int) -> Tensor? {
    if let failed = ([inputs] + states).first(where: { $0.error != nil }) { return failed }
    guard inputs.ndim == 2 else {
      return failedTensor(
        "the input of a step is \(inputs.type)",
        expected: "[batch, features] at a step, [batch, time, features] for a sequence")
    }
    guard let wrong = states.first(where: { $0.shape != [inputs.shape[0], size] }) else { return nil }
    return failedTensor(
      "a tensor of the state is \(wrong.type), and the input of the step \(inputs.type)",
      expected: "a state of [\(inputs.shape[0]), \(size)], [batch, hiddenSize]: initialState(params, inputs)")
  }

  /// Zeros `[batch, size]` for the batch that the inputs are of.
  func zeroState(_ inputs: Tensor, _ size: Int) -> Tensor {
    scalarFailure(inputs) ?? .zeros([inputs.shape[0], size])
  }
}

extension Tensor {
  /// One of `count` equal parts along the last axis.
  func part(_ index: Int, of count: Int) -> Tensor {
    let size = shape[-1] / count
    return self[Ellipsis(), index * size..<(index + 1) * size]
  }
}
