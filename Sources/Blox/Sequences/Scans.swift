/// One step of a recurrence, as the scans take it.
public typealias SequenceStep<Inputs: TensorTree, State: TensorTree, Outputs: TensorTree> = (
  _ params: Params, _ inputs: Inputs, _ state: State, _ isReset: Tensor?
) -> ((Outputs, State), Params)

/// Runs a step for each time of a sequence in a Swift loop.
///
/// Inputs `[batch, time, …]` give outputs `[batch, time, …]`. Parameters may be created on the way.
/// - Returns: outputs, the last state and the params; outputs and state carry the error of inputs without a common time
///   axis.
public func staticScan<Inputs: TensorTree, State: TensorTree, Outputs: TensorTree>(
  _ step: SequenceStep<Inputs, State, Outputs>, _ params: Params, _ inputs: Inputs, prevState: State,
  isReset: Tensor? = nil
) -> ((Outputs, State), Params) {
  let (times, error) = SequenceTimes.count(inputs, isReset)
  if let error { return failedScan(error, step, params, inputs, prevState) }
  func slice(_ tensor: Tensor, _ time: Int) -> Tensor { tensor[FullRange(), time] }
  func run(_ time: Int, _ state: State, _ params: Params) -> ((Outputs, State), Params) {
    step(params, map(inputs) { slice($0, time) }, state, isReset.map { slice($0, time) })
  }
  var ((first, state), params) = run(0, prevState, params)
  var columns = first.leaves.map { [$0] }
  for time in 1..<max(1, times) {
    let outputs: Outputs
    ((outputs, state), params) = run(time, state, params)
    for (index, leaf) in outputs.leaves.enumerated() where columns.indices.contains(index) {
      columns[index].append(leaf)
    }
  }
  return ((first.unflatten(columns.map { stack($0, axis: 1) }), state), params)
}

/// Runs a step for each time of a sequence in one compiled loop, `scan`.
///
/// Inputs `[batch, time, …]` give outputs `[batch, time, …]`. A compiled loop cannot create parameters: with unlocked
/// params the first step runs by itself, and creates them all.
/// - Returns: outputs, the last state and the params; outputs and state carry the error of inputs without a common time
///   axis.
public func dynamicScan<Inputs: TensorTree, State: TensorTree, Outputs: TensorTree>(
  _ step: SequenceStep<Inputs, State, Outputs>, _ params: Params, _ inputs: Inputs, prevState: State,
  isReset: Tensor? = nil
) -> ((Outputs, State), Params) {
  let (times, error) = SequenceTimes.count(inputs, isReset)
  if let error { return failedScan(error, step, params, inputs, prevState) }
  if params.isLocked { return compiledScan(step, params, inputs, prevState, isReset) }
  func part(_ tensor: Tensor, _ range: Range<Int>) -> Tensor { tensor[FullRange(), range] }
  let ((first, state), created) = staticScan(
    step, params, map(inputs) { part($0, 0..<1) }, prevState: prevState,
    isReset: isReset.map { part($0, 0..<1) })
  // A first step that failed says why; the others would only repeat it.
  let hasFailed = (first.leaves + state.leaves + created.leaves).contains { $0.error != nil }
  guard times > 1, !hasFailed else { return ((first, state), created) }
  let ((rest, last), updated) = compiledScan(
    step, created, map(inputs) { part($0, 1..<times) }, state, isReset.map { part($0, 1..<times) })
  // In the order of creation again, which the loop does not keep.
  return ((map(first, rest) { concatenate([$0, $1], axis: 1) }, last), updated.ordered(as: created))
}

private func compiledScan<Inputs: TensorTree, State: TensorTree, Outputs: TensorTree>(
  _ step: SequenceStep<Inputs, State, Outputs>, _ params: Params, _ inputs: Inputs, _ prevState: State,
  _ isReset: Tensor?
) -> ((Outputs, State), Params) {
  func timeFirst<T: TensorTree>(_ tree: T) -> T { map(tree) { $0.swapaxes(0, 1) } }
  let ((state, updated), outputs) = scan((prevState, params), (timeFirst(inputs), timeFirst(isReset))) {
    carry, slices in
    let ((outputs, state), params) = step(carry.1, slices.0, carry.0, slices.1)
    return ((state, params), outputs)
  }
  return ((timeFirst(outputs), state), updated)
}

/// Outputs and state of the right structure that carry an error.
private func failedScan<Inputs: TensorTree, State: TensorTree, Outputs: TensorTree>(
  _ error: TensorError, _ step: SequenceStep<Inputs, State, Outputs>, _ params: Params, _ inputs: Inputs,
  _ state: State
) -> ((Outputs, State), Params) {
  let failure = Tensor.failed(error)
  // Only a step can tell the structure of the outputs; on failed inputs it computes nothing.
  // Params that are not locked keep the error in the place of what it could not create.
  let ((outputs, next), created) = step(
    params, map(inputs) { _ in failure }, map(state) { _ in failure }, nil)
  return ((map(outputs) { _ in failure }, map(next) { _ in failure }), params.isLocked ? params : created)
}

/// The time axis of the inputs of a sequence.
private enum SequenceTimes {
  /// The number of times that all tensors have, or what is wrong.
  static func count(_ inputs: some TensorTree, _ isReset: Tensor?) -> (times: Int, error: TensorError?) {
    let tensors = inputs.leaves + (isReset.map { [$0] } ?? [])
    if let error = tensors.lazy.compactMap(\.error).first { return (0, error) }
    func problem(_ text: String, expected: String) -> (Int, TensorError?) {
      (0, TensorError(operation: "scan over time", problem: text, expected: expected, module: nil))
    }
    guard let first = inputs.leaves.first else {
      return problem("the inputs hold no tensors", expected: "at least one tensor [batch, time, …]")
    }
    if let wrong = tensors.first(where: { $0.ndim < 2 }) {
      return problem(
        "an input has shape \(wrong.shape), rank \(wrong.ndim)",
        expected: "rank 2 or more for every tensor: [batch, time, …]")
    }
    let times = first.shape[1]
    if let wrong = tensors.first(where: { $0.shape[1] != times }) {
      return problem(
        "axis 1, the time, has \(times) elements in one input and \(wrong.shape[1]) in another",
        expected: "the same number of times in all inputs, and in isReset")
    }
    if times == 0 { return problem("the time axis has 0 elements", expected: "at least one time") }
    return (times, nil)
  }
}
