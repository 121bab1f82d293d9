import StableHLO
import TensorCore
import TensorPrimitives
import TensorTransformations

/// An LSTM or a GRU over time, given what the gates have of the inputs.
///
/// Operands: the gates' sums so far `[batch, times, gates · units]`; the weights of the state, `[units, 4 · units]` of an LSTM, or
/// `[units, 2 · units]` and `[units, units]` of a GRU; the state before, `[batch, units]`, hidden and cell of an LSTM. Results: the
/// outputs `[batch, times, units]`, the last cell of an LSTM; and what the gradient needs, if it is kept: all gates, and all cells
/// of an LSTM.
///
/// On CPUs a kernel computes it and its gradient. What else there is, another dtype, lanes, forward mode, second derivatives,
/// is what the loops in `evaluate` have.
struct Recurrence: Composite {
  let cell: RecurrentCell
  var keepsResiduals = false

  var name: String { cell == .lstm ? "lstm" : "gru" }
  var parameters: String { keepsResiduals ? "residuals" : "" }
  var resultCount: Int { cell.stateCount + (keepsResiduals ? cell.stateCount : 0) }
  var isProduct: Bool { true }
  var operandCount: Int { 1 + cell.weightCount + cell.stateCount }

  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(operandCount, operands)
    try Domain.floating.check(operands)
    let inputs = operands[0]
    guard inputs.ndim == 3, inputs.shape[1] > 0, inputs.shape[2] % cell.gateCount == 0 else {
      throw TypeRuleError(
        "the gates' sums are \(inputs)",
        expected: "[batch, times, \(cell.gateCount) · units], at least one time")
    }
    let units = inputs.shape[2] / cell.gateCount
    let state = TensorType([inputs.shape[0], units], inputs.dtype)
    let expected =
      [inputs] + cell.weights(units: units, inputs.dtype)
      + [TensorType](repeating: state, count: cell.stateCount)
    for (index, (given, right)) in zip(operands, expected).enumerated()
    where given.shape != right.shape || given.dtype != right.dtype {
      throw TypeRuleError("operand \(index) is \(given)", expected: "\(right)")
    }
    let sequence = TensorType([inputs.shape[0], inputs.shape[1], units], inputs.dtype)
    let outputs = cell == .lstm ? [sequence, state] : [sequence]
    guard keepsResiduals else { return outputs }
    return outputs + [TensorType(inputs.shape, inputs.dtype)] + (cell == .lstm ? [sequence] : [])
  }

  // MARK: The loop

  func evaluate(_ operands: [Tensor]) -> [Tensor] {
    let sums = operands[0].swapaxes(0, 1)
    let results = cell == .lstm ? lstm(sums, operands) : gru(sums, operands)
    return keepsResiduals ? results : Array(results.prefix(resultCount))
  }

  private func lstm(_ sums: Tensor, _ operands: [Tensor]) -> [Tensor] {
    let weights = operands[1]
    let ((_, last), (outputs, gates, cells)) = scan((operands[2], operands[3]), sums) { state, sums in
      let gates = RecurrentCell.lstmGates(sums + matmul(state.0, weights))
      let cell = gates.f * state.1 + gates.i * gates.g
      let hidden = gates.o * tanh(cell)
      return ((hidden, cell), (hidden, concatenate([gates.i, gates.g, gates.f, gates.o], axis: -1), cell))
    }
    return [outputs.swapaxes(0, 1), last, gates.swapaxes(0, 1), cells.swapaxes(0, 1)]
  }

  private func gru(_ sums: Tensor, _ operands: [Tensor]) -> [Tensor] {
    let (weights, candidate, units) = (operands[1], operands[2], operands[3].shape[1])
    let (_, (outputs, gates)) = scan(operands[3], sums) { hidden, sums in
      let gates = sigmoid(sums[Ellipsis(), 0..<2 * units] + matmul(hidden, weights))
      let (z, r) = (gates.part(0, of: 2), gates.part(1, of: 2))
      let proposal = tanh(sums[Ellipsis(), 2 * units..<3 * units] + matmul(r * hidden, candidate))
      let next = (1 - z) * hidden + z * proposal
      return (next, (next, concatenate([gates, proposal], axis: -1)))
    }
    return [outputs.swapaxes(0, 1), gates.swapaxes(0, 1)]
  }

  // MARK: Rules

  func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    evaluated(primals) { $0.jvp(primals, tangents) }
  }

  func linearize(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    // The residuals of a gradient that is differentiated again.
    if keepsResiduals { return evaluated(primals) { $0.linearize(primals, tangents) } }
    if let failure = failedResults(primals) { return (failure, failure) }
    let results = bind(Recurrence(cell: cell, keepsResiduals: true), primals)
    let tangent = RecurrenceTangent(cell: cell, isActive: tangents.map { $0 != nil })
    let tangentsOut = bind(tangent, primals + results + tangents.compactMap { $0 })
    return (Array(results.prefix(resultCount)), tangentsOut)
  }

  func batch(_ operands: [Tensor], _ axes: [Int?], _ context: BatchContext) -> (
    results: [Tensor], axes: [Int?]
  ) { evaluated(operands, axes, context) }

  func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let part: RecurrenceKernel.Part = keepsResiduals ? .outputsAndResiduals : .outputs
    return kernel(cell, operands, context, part) ?? lowerEvaluation(operands, context)
  }
}

extension Composite {
  /// The call of the kernel, where there is one for it.
  func kernel(
    _ cell: RecurrentCell, _ operands: [HLOValue], _ context: LoweringContext, _ part: RecurrenceKernel.Part
  ) -> [HLOValue]? {
    guard context.function.module.callsKernels, context.operandTypes.allSatisfy({ $0.dtype == .float32 })
    else {
      return nil
    }
    let sequence = (part == .gradient ? context.resultTypes[0] : context.operandTypes[0]).shape
    let kernel = RecurrenceKernel(
      isGRU: cell == .gru, batch: sequence[0], times: sequence[1], units: sequence[2] / cell.gateCount, part)
    return kernel?.lower(operands, to: context.resultTypes.map(\.hlo), in: context.function)
  }
}
