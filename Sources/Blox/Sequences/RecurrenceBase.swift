/// A module that processes sequences step by step: `LSTM`, `GRU`, and your own.
///
/// A conforming class gives `initialState`, a step as `callAsFunction`, and a stored `isStatic`; `apply` comes with
/// the protocol.
public protocol RecurrenceBase: SequenceBase {
  /// Whether `apply` runs a Swift loop instead of one compiled loop: slower to compile, but steps can be looked at.
  var isStatic: Bool { get set }
}

extension RecurrenceBase {
  /// Applies the step to each time of a sequence, inputs `[batch, time, …]`.
  ///
  /// While the params are unlocked a Swift loop is used, so that the first step can create parameters.
  public func apply(
    _ params: Params, _ inputs: Inputs, prevState: State? = nil, isReset: Tensor? = nil,
    isTraining: Bool = true
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
  public func maybeResetState(
    _ params: Params, _ prevState: State, _ inputs: Inputs, isReset: Tensor?
  ) -> State {
    guard let isReset else { return prevState }
    let (initial, _) = initialState(params, inputs)
    return map(initial, prevState) { select(isReset, $0, $1) }
  }
}
