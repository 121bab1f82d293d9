/// The state of a `GRU`.
public struct GRUState: TensorTree, Sendable {
  /// The last outputs, `[batch, hiddenSize]`.
  public var hidden: Tensor

  public init(hidden: Tensor) { self.hidden = hidden }

  public mutating func forEachLeaf(_ body: (inout Tensor) -> Void) { body(&hidden) }
}

/// A gated recurrent unit.
///
/// With x the inputs and h the state's `hidden`, side by side as arguments, σ the sigmoid:
///
///     z, r = split(σ(gates(x, h)))
///     h'   = (1 - z) · h + z · tanh(candidate(x, r · h))
///
/// Inputs of a step are `[batch, features]`, of `apply` `[batch, time, features]`; outputs are the hidden states.
/// Parameters: those of the `Linear`s `gates`, with `2 · hiddenSize` outputs, and `candidate`.
public final class GRU: Module, RecurrenceBase, @unchecked Sendable {
  // @unchecked: all that it stores is constant, or a `Setting`.
  public let hiddenSize: Int
  public var isStatic: Bool {
    get { _isStatic.value }
    set { _isStatic.value = newValue }
  }
  private let _isStatic: Setting<Bool>
  /// The update gate z and the reset gate r.
  public let gates: Linear
  /// The new state before it is mixed with the old one.
  public let candidate: Linear

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
    try graph.requireFree(for: GRU.self)
    try require(hiddenSize >= 0, "GRU", "hiddenSize is \(hiddenSize)", expected: "a size of 0 or more")
    self.hiddenSize = hiddenSize
    _isStatic = Setting(isStatic)
    gates = try Linear(
      graph.child("gates"), outputSize: 2 *| hiddenSize, rng: rng, dtype: dtype, paramDtype: paramDtype)
    candidate = try Linear(
      graph.child("candidate"), outputSize: hiddenSize, rng: rng, dtype: dtype, paramDtype: paramDtype)
    try super.init(graph)
  }

  public override var defaultArguments: [String: Any] { ["isStatic": false] }

  /// Zeros for a batch of the inputs' size.
  public func initialState(_ params: Params, _ inputs: Tensor) -> (GRUState, Params) {
    (GRUState(hidden: zeroState(inputs, hiddenSize)), params)
  }

  public func callAsFunction(
    _ params: Params, _ inputs: Tensor, _ prevState: GRUState, isReset: Tensor? = nil,
    isTraining: Bool = true
  ) -> ((Tensor, GRUState), Params) {
    if let failure = stepFailure(inputs, [prevState.hidden], hiddenSize) {
      return ((failure, GRUState(hidden: failure)), candidate(gates(params, failure).1, failure).1)
    }
    let state = maybeResetState(params, prevState, inputs, isReset: isReset).hidden
    var (gated, params) = gates(params, concatenate([inputs, state], axis: -1))
    // Both parts are computed again for the gradient, as those of an LSTM are.
    let kept = checkpoint { (gated: Tensor, state: Tensor) in sigmoid(gated.part(1, of: 2)) * state }(
      gated, state)
    let proposal: Tensor
    (proposal, params) = candidate(params, concatenate([inputs, kept], axis: -1))
    let hidden = checkpoint { (gated: Tensor, state: Tensor, proposal: Tensor) in
      let z = sigmoid(gated.part(0, of: 2))
      return (1 - z) * state + z * tanh(proposal)
    }(gated, state, proposal)
    return ((hidden, GRUState(hidden: hidden)), params)
  }

  /// A sequence, as `RecurrenceBase` says: as one operation, for which there are kernels, where nothing is reset.
  public func apply(
    _ params: Params, _ inputs: Tensor, prevState: GRUState? = nil, isReset: Tensor? = nil,
    isTraining: Bool = true
  ) -> ((Tensor, GRUState), Params) {
    let (state, params) = prevState.map { ($0, params) } ?? initialState(params, inputs)
    func steps(_ params: Params) -> ((Tensor, GRUState), Params) {
      scanned(params, inputs, prevState: state, isReset: isReset, isTraining: isTraining)
    }
    guard !isStatic, isReset == nil, isSequence(inputs, [state.hidden], hiddenSize),
      gates.isPlain(for: inputs.dtype), candidate.isPlain(for: inputs.dtype)
    else { return steps(params) }
    let size = inputs.shape[2]
    // In the order of a step.
    let (weights, first) = gates.kernel(params, inputSize: size + hiddenSize)
    let (gateSums, second) = gates.addingBias(matmul(inputs, weights[0..<size]), first, gates.bias)
    let (proposal, third) = candidate.kernel(second, inputSize: size + hiddenSize)
    let (proposalSums, updated) = candidate.addingBias(
      matmul(inputs, proposal[0..<size]), third, candidate.bias)
    let sums = [gateSums, proposalSums]
    guard sums.allSatisfy({ $0.error == nil && $0.dtype == inputs.dtype }),
      [weights, proposal].allSatisfy({ $0.dtype == inputs.dtype })
    else { return steps(updated) }
    let rest = size..<size + hiddenSize
    let outputs = gru(
      concatenate(sums, axis: -1), weights: weights[rest], candidate: proposal[rest], hidden: state.hidden)
    return ((outputs, GRUState(hidden: outputs[FullRange(), -1])), updated)
  }
}
