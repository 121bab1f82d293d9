/// The states of the two directions of a `Bidirectional`.
public struct BidirectionalState<Forward: TensorTree, Backward: TensorTree>: TensorTree {
  public var forward: Forward
  public var backward: Backward

  public init(forward: Forward, backward: Backward) {
    self.forward = forward
    self.backward = backward
  }

  public mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    forward.forEachLeaf(body)
    backward.forEachLeaf(body)
  }
}

extension BidirectionalState: Sendable where Forward: Sendable, Backward: Sendable {}

/// Two recurrences over a sequence, one from its beginning and one from its end, with their outputs side by side.
///
/// Inputs `[batch, time, features]` give `[batch, time, forward features + backward features]`. It needs the whole
/// sequence, so there are no steps. Parameters: those of the two. (`flax.linen.Bidirectional`; the original blox has none.)
public final class Bidirectional<Forward: RecurrenceBase, Backward: RecurrenceBase>: Module,
  @unchecked Sendable
where
  Forward.Inputs == Tensor, Forward.Outputs == Tensor, Backward.Inputs == Tensor, Backward.Outputs == Tensor
{
  // @unchecked: all that it stores is constant.
  public let forward: Forward
  public let backward: Backward

  /// - Throws: as `Module.init`.
  public init(_ graph: Graph, forward: Forward, backward: Backward) throws {
    self.forward = forward
    self.backward = backward
    try super.init(graph)
  }

  /// A sequence `[batch, time, features]`.
  ///
  /// - Parameters:
  ///   - params: the parameters of the model.
  ///   - inputs: `[batch, time, features]`.
  ///   - prevState: the states before; those of the beginning when nil.
  ///   - isReset: `[batch, time]`, true where a sequence begins; backwards the state is reset where one ends.
  ///   - isTraining: whether it is called in training.
  /// - Returns: outputs at each time, the last state of each direction (backwards that is at time 0), the params.
  public func apply(
    _ params: Params, _ inputs: Tensor,
    prevState: BidirectionalState<Forward.State, Backward.State>? = nil, isReset: Tensor? = nil,
    isTraining: Bool = true
  ) -> ((Tensor, BidirectionalState<Forward.State, Backward.State>), Params) {
    let ((ahead, first), middle) = forward.apply(
      params, inputs, prevState: prevState?.forward, isReset: isReset, isTraining: isTraining)
    let ((back, last), updated) = backward.apply(
      middle, reversed(inputs), prevState: prevState?.backward, isReset: isReset.map(ends),
      isTraining: isTraining)
    let outputs = concatenate([ahead, reversed(back)], axis: -1)
    return ((outputs, BidirectionalState(forward: first, backward: last)), updated)
  }

  /// The times in the other order.
  private func reversed(_ sequence: Tensor) -> Tensor {
    sequence.error == nil && sequence.ndim > 1 ? flip(sequence, axis: 1) : sequence
  }

  /// For the order reversed: where the time that comes after, and was seen before, begins another sequence.
  private func ends(_ isReset: Tensor) -> Tensor {
    if isReset.error != nil || isReset.ndim < 2 || isReset.shape[1] == 0 { return isReset }
    let times = isReset.shape[1]
    let none = isReset[FullRange(), 0..<1] .& Tensor(false)
    return concatenate([none, reversed(isReset[FullRange(), 1..<times])], axis: 1)
  }
}
