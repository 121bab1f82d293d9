import StableHLO
import TensorCore
import TensorPrimitives
import TensorTransformations

/// The cotangents of the sums and of the states of a `Recurrence`.
///
/// Operands: the weights and the states before; the outputs, all gates and, of an LSTM, all cells; the cotangents of the outputs and,
/// of an LSTM, of the last cell. Results: the cotangents of the gates' sums and of the states before.
struct RecurrenceGradient: EvaluatedComposite {
  let cell: RecurrentCell

  var name: String { cell == .lstm ? "lstmGradient" : "gruGradient" }
  var resultCount: Int { 1 + cell.stateCount }
  var isProduct: Bool { true }

  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    let (weights, states) = (cell.weightCount, cell.stateCount)
    try expect(weights + 3 * states + 1, operands)
    let gates = operands[weights + states + 1]
    let recurrence = Recurrence(cell: cell, keepsResiduals: true)
    let given = [gates] + operands[..<(weights + states)]
    let results = try recurrence.resultTypes(given)
    let expected = [results[0]] + results[states...] + results[..<states]
    for (index, (given, right)) in zip(operands.dropFirst(weights + states), expected).enumerated()
    where given.shape != right.shape || given.dtype != right.dtype {
      throw TypeRuleError("operand \(weights + states + index) is \(given)", expected: "\(right)")
    }
    return [gates] + operands[weights..<(weights + states)]
  }

  // MARK: The loop

  func evaluate(_ operands: [Tensor]) -> [Tensor] { cell == .lstm ? lstm(operands) : gru(operands) }

  /// A sequence with the state before it in place of the last.
  private func before(_ sequence: Tensor, _ first: Tensor) -> Tensor {
    concatenate([expandDims(first, axis: 0), sequence[0..<sequence.shape[0] - 1]], axis: 0)
  }

  private func lstm(_ operands: [Tensor]) -> [Tensor] {
    // Transposed once, outside of the loop.
    let weights = operands[0].T
    let times = operands[4...6].map { $0.swapaxes(0, 1) }
    let cellsBefore = before(times[1], operands[2])
    let start = (operands[1].zeroTangent, operands[7])
    let inputs = [times[0], times[1], cellsBefore, times[2]]
    let ((hidden, cell), sums) = scan(start, inputs, reverse: true) {
      (slopes: (Tensor, Tensor), inputs: [Tensor]) -> ((Tensor, Tensor), Tensor) in
      let (gates, cell, cellBefore, output) = (inputs[0], inputs[1], inputs[2], inputs[3])
      let parts = (0..<4).map { gates.part($0, of: 4) }
      let (i, g, f, o) = (parts[0], parts[1], parts[2], parts[3])
      let squashed = tanh(cell)
      let h = slopes.0 + output
      let c = slopes.1 + h * o * (1 - squashed * squashed)
      let sums = concatenate(
        [c * g * i * (1 - i), c * i * (1 - g * g), c * cellBefore * f * (1 - f), h * squashed * o * (1 - o)],
        axis: -1)
      return ((matmul(sums, weights), c * f), sums)
    }
    return [sums.swapaxes(0, 1), hidden, cell]
  }

  private func gru(_ operands: [Tensor]) -> [Tensor] {
    let (weights, candidate) = (operands[0].T, operands[1].T)
    let times = operands[3...5].map { $0.swapaxes(0, 1) }
    let start = operands[2].zeroTangent
    let inputs = [before(times[0], operands[2]), times[1], times[2]]
    let (hidden, sums) = scan(start, inputs, reverse: true) {
      (slope: Tensor, inputs: [Tensor]) -> (Tensor, Tensor) in
      let (state, gates, output) = (inputs[0], inputs[1], inputs[2])
      let parts = (0..<3).map { gates.part($0, of: 3) }
      let (z, r, n) = (parts[0], parts[1], parts[2])
      let h = slope + output
      let proposal = h * z * (1 - n * n)
      let kept = matmul(proposal, candidate)
      let gated = concatenate([h * (n - state) * z * (1 - z), kept * state * r * (1 - r)], axis: -1)
      return (h * (1 - z) + kept * r + matmul(gated, weights), concatenate([gated, proposal], axis: -1))
    }
    return [sums.swapaxes(0, 1), hidden]
  }

  func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    kernel(cell, operands, context, .gradient) ?? lowerEvaluation(operands, context)
  }
}
