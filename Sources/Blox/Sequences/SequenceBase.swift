/// A module that processes sequences: one step at a time with `callAsFunction`, whole ones with `apply`.
///
/// Transformers implement `apply` on whole sequences; recurrences conform to `RecurrenceBase`, which has it.
public protocol SequenceBase: Module {
  associatedtype Inputs: TensorTree
  associatedtype State: TensorTree
  associatedtype Outputs: TensorTree

  /// The state before the first step.
  ///
  /// - Parameters:
  ///   - params: the parameters of the model.
  ///   - inputs: inputs of a step or a sequence, for the size of the batch.
  func initialState(_ params: Params, _ inputs: Inputs) -> (State, Params)

  /// One step: inputs `[batch, …]` and the state before to outputs and the state after.
  ///
  /// - Parameters:
  ///   - params: the parameters of the model.
  ///   - inputs: `[batch, …]`.
  ///   - prevState: the state before.
  ///   - isReset: `[batch]` or `[batch, 1]`; where true, the state is that of the beginning first.
  ///   - isTraining: whether it is called in training.
  func callAsFunction(
    _ params: Params, _ inputs: Inputs, _ prevState: State, isReset: Tensor?, isTraining: Bool
  ) -> ((Outputs, State), Params)

  /// A sequence: inputs `[batch, time, …]` to outputs `[batch, time, …]` and the last state.
  ///
  /// - Parameters:
  ///   - params: the parameters of the model.
  ///   - inputs: `[batch, time, …]`.
  ///   - prevState: the state before the first step; `initialState` when nil.
  ///   - isReset: for each step what `callAsFunction` takes: `[batch, time]` or `[batch, time, 1]`.
  ///   - isTraining: whether it is called in training.
  func apply(
    _ params: Params, _ inputs: Inputs, prevState: State?, isReset: Tensor?, isTraining: Bool
  ) -> ((Outputs, State), Params)
}
