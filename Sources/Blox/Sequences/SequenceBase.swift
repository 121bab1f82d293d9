/// A module that processes sequences: one step at a time with `callAsFunction`, whole ones with `apply`.
///
/// Transformers implement `apply` on whole sequences; recurrences conform to `RecurrenceBase`, which has it.
public protocol SequenceBase: Module {
  associatedtype Inputs: TensorTree
  associatedtype State: TensorTree
  associatedtype Outputs: TensorTree

  /// The state before the first step.
  ///
  /// - Parameter inputs: inputs of a step or a sequence, for the size of the batch.
  func initialState(_ params: Params, _ inputs: Inputs) -> (State, Params)

  /// One step: inputs `[batch, …]` and the state before to outputs and the state after.
  ///
  /// - Parameter isReset: `[batch]` or `[batch, 1]`; where true, the state is that of the beginning first.
  func callAsFunction(
    _ params: Params, _ inputs: Inputs, _ prevState: State, isReset: Tensor?, isTraining: Bool
  ) -> ((Outputs, State), Params)

  /// A sequence: inputs `[batch, time, …]` to outputs `[batch, time, …]` and the last state.
  ///
  /// - Parameters:
  ///   - prevState: the state before the first step; `initialState` when nil.
  ///   - isReset: for each step what `callAsFunction` takes: `[batch, time]` or `[batch, time, 1]`.
  func apply(
    _ params: Params, _ inputs: Inputs, prevState: State?, isReset: Tensor?, isTraining: Bool
  ) -> ((Outputs, State), Params)
}
