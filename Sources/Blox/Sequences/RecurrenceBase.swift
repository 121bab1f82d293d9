/// A module that processes sequences step by step: `LSTM`, `GRU`, and your own.
///
/// A conforming class gives `initialState`, a step as `callAsFunction`, and `isStatic`; `apply` comes with
/// the protocol.
public protocol RecurrenceBase: SequenceBase {
  /// Whether `apply` runs a Swift loop instead of one compiled loop: slower to compile, but steps can be looked at. It is kept in
  /// a `Setting`, as in `LSTM` and `GRU`, if it is changed while other tasks may run the module.
  var isStatic: Bool { get set }
}

extension RecurrenceBase {
  /// Applies the step to each time of a sequence, inputs `[batch, time, …]`.
  ///
  /// Params that are not locked get their parameters from the first step; the others run as one compiled loop, so
  /// that initialization with a long sequence traces one step more and not all. (Blox for Python unrolls them.)
  public func apply(
    _ params: Params, _ inputs: Inputs, prevState: State? = nil, isReset: Tensor? = nil,
    isTraining: Bool = true
  ) -> ((Outputs, State), Params) {
    scanned(params, inputs, prevState: prevState, isReset: isReset, isTraining: isTraining)
  }

  /// The same, for those that compute most sequences in another way.
  func scanned(
    _ params: Params, _ inputs: Inputs, prevState: State?, isReset: Tensor?, isTraining: Bool
  ) -> ((Outputs, State), Params) {
    var params = params
    let state: State
    if let prevState {
      state = prevState
    } else {
      (state, params) = initialState(params, inputs)
    }
    let step = { (params: Params, inputs: Inputs, state: State, isReset: Tensor?) in
      self(params, inputs, state, isReset: isReset, isTraining: isTraining)
    }
    return isStatic
      ? staticScan(step, params, inputs, prevState: state, isReset: isReset)
      : dynamicScan(step, params, inputs, prevState: state, isReset: isReset)
  }

  /// The state with that of the beginning where `isReset` is true; the state itself when nil.
  ///
  /// Axes of `isReset`, `[batch]` or `[batch, …]`, are the first of the state's: a true of lane 3 resets all that is of
  /// lane 3. (In Python they are NumPy's last ones, so that `[batch]` fails or resets features.) The state keeps its dtypes.
  public func maybeResetState(
    _ params: Params, _ prevState: State, _ inputs: Inputs, isReset: Tensor?
  ) -> State {
    guard let isReset else { return prevState }
    let (initial, _) = initialState(params, inputs)
    return map(initial, prevState) { initial, previous in
      select(leading(isReset, of: previous), initial.astype(previous.dtype), previous)
    }
  }

  /// A flag with its axes as the first of a state's tensor, by axes of 1 after them or without such.
  private func leading(_ isReset: Tensor, of state: Tensor) -> Tensor {
    if isReset.error != nil || state.error != nil || isReset.ndim == 0 { return isReset }
    let axes = isReset.shape.dimensions
    let kept = axes.prefix(state.ndim)
    let fits =
      axes.dropFirst(state.ndim).allSatisfy { $0 == 1 }
      && zip(kept, state.shape.dimensions).allSatisfy { $0 == $1 || $0 == 1 }
    guard fits else {
      return failedTensor(
        "isReset is \(isReset.type) at a step, and a tensor of the state is \(state.type)",
        expected: "[batch] at a step ([batch, time] for a sequence), then perhaps axes of 1 or the state's")
    }
    return isReset.reshape(Shape(kept + [Int](repeating: 1, count: state.ndim - kept.count)))
  }
}
