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
      let gates = RecurrentCell.lstmGates(gated)
      let next = gates.f * cell + gates.i * gates.g
      return (gates.o * tanh(next), next)
    }(gated, state.cell)
    return ((hidden, LSTMState(hidden: hidden, cell: cell)), params)
  }

  /// A sequence, as `RecurrenceBase` says: as one operation, for which there are kernels, where nothing is reset.
  public func apply(
    _ params: Params, _ inputs: Tensor, prevState: LSTMState? = nil, isReset: Tensor? = nil,
    isTraining: Bool = true
  ) -> ((Tensor, LSTMState), Params) {
    let (state, params) = prevState.map { ($0, params) } ?? initialState(params, inputs)
    func steps(_ params: Params) -> ((Tensor, LSTMState), Params) {
      scanned(params, inputs, prevState: state, isReset: isReset, isTraining: isTraining)
    }
    guard !isStatic, isReset == nil, isSequence(inputs, [state.hidden, state.cell], hiddenSize),
      gates.isPlain(for: inputs.dtype)
    else { return steps(params) }
    let (kernel, created) = gates.kernel(params, inputSize: inputs.shape[2] + hiddenSize)
    guard kernel.error == nil, kernel.dtype == inputs.dtype else { return steps(created) }
    let size = inputs.shape[2]
    let (sums, updated) = gates.addingBias(matmul(inputs, kernel[0..<size]), created, gates.bias)
    guard sums.error == nil, sums.dtype == inputs.dtype else { return steps(updated) }
    let (outputs, cell) = lstm(
      sums, weights: kernel[size..<size + hiddenSize], hidden: state.hidden, cell: state.cell)
    return ((outputs, LSTMState(hidden: outputs[FullRange(), -1], cell: cell)), updated)
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

  /// Whether inputs are a sequence `[batch, time, features]` with such states, all of one floating dtype.
  func isSequence(_ inputs: Tensor, _ states: [Tensor], _ size: Int) -> Bool {
    guard inputs.error == nil, inputs.ndim == 3, inputs.shape[1] > 0, inputs.dtype.isFloating else {
      return false
    }
    return states.allSatisfy {
      $0.error == nil && $0.shape == [inputs.shape[0], size] && $0.dtype == inputs.dtype
    }
  }

  /// Zeros `[batch, size]` for the batch that the inputs are of.
  func zeroState(_ inputs: Tensor, _ size: Int) -> Tensor {
    scalarFailure(inputs) ?? .zeros([inputs.shape[0], size])
  }
}

extension Linear {
  /// Whether it is a product and a sum in this dtype, and nothing else.
  func isPlain(for dtype: DType) -> Bool { adapter == nil && (self.dtype ?? dtype) == dtype }
}
