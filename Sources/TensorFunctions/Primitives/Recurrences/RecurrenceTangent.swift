import TensorCore
import TensorPrimitives
import TensorTransformations

/// The tangents of a `Recurrence`: linear in the tangents of its operands, with a transpose of its own.
///
/// Operands: those of the recurrence, all its results with what the gradient needs, and the tangents of the operands that have one.
struct RecurrenceTangent: Composite {
  let cell: RecurrentCell
  /// Which operands of the recurrence have a tangent.
  let isActive: [Bool]

  var name: String { cell == .lstm ? "lstmTangent" : "gruTangent" }
  var resultCount: Int { recurrence.resultCount }
  var isProduct: Bool { true }

  private var recurrence: Recurrence { Recurrence(cell: cell) }
  private var kept: Recurrence { Recurrence(cell: cell, keepsResiduals: true) }
  /// How many operands come before the tangents.
  private var valueCount: Int { recurrence.operandCount + kept.resultCount }

  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(valueCount + isActive.count { $0 }, operands)
    let primals = Array(operands[..<recurrence.operandCount])
    let active = zip(primals, isActive).filter(\.1).map(\.0)
    let expected = primals + (try kept.resultTypes(primals)) + active
    for (index, (given, right)) in zip(operands, expected).enumerated()
    where given.shape != right.shape || given.dtype != right.dtype {
      throw TypeRuleError("operand \(index) is \(given)", expected: "\(right)")
    }
    return try recurrence.resultTypes(primals)
  }

  func evaluate(_ operands: [Tensor]) -> [Tensor] {
    let primals = Array(operands[..<recurrence.operandCount])
    var given = operands[valueCount...]
    let tangents = isActive.map { $0 ? given.popFirst() : nil }
    let (results, tangentsOut) = recurrence.jvp(primals, tangents)
    return zip(results, tangentsOut).map { $1 ?? $0.zeroTangent }
  }

  func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    // Along the tangents alone it is itself.
    if tangents[..<valueCount].allSatisfy({ $0 == nil }) {
      let moving = zip(primals, tangents).dropFirst(valueCount).map { $1 ?? $0.zeroTangent }
      return (bind(self, primals), bind(self, primals[..<valueCount] + moving))
    }
    return evaluated(primals) { $0.jvp(primals, tangents) }
  }

  func batch(_ operands: [Tensor], _ axes: [Int?], _ context: BatchContext) -> (
    results: [Tensor], axes: [Int?]
  ) { evaluated(operands, axes, context) }

  func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    let values = Array(operands.prefix(valueCount)).values
    let (weightCount, stateCount) = (cell.weightCount, cell.stateCount)
    let weights = Array(values[1..<1 + weightCount])
    let states = Array(values[(1 + weightCount)..<recurrence.operandCount])
    let results = Array(values[recurrence.operandCount...])
    let slopes = zip(results, cotangents).map { $1 ?? $0.zeroTangent }
    // The outputs and what was kept; the last cell is one of the cells.
    let known = weights + states + [results[0]] + results[stateCount...]
    let found = bind(RecurrenceGradient(cell: cell), known + slopes)
    let all =
      [found[0]] + weightSlopes(found[0], states[0], results[0], gates: results[stateCount]) + found[1...]
    let active = zip(all, isActive).filter(\.1).map(\.0)
    let linear = zip(active, operands[valueCount...]).map { $1.isLinear ? $0 : nil }
    return [Tensor?](repeating: nil, count: valueCount) + linear
  }

  /// The cotangents of the weights: products of the states before each time and the cotangents of the sums.
  private func weightSlopes(_ sums: Tensor, _ first: Tensor, _ outputs: Tensor, gates: Tensor) -> [Tensor] {
    let (times, units) = (outputs.shape[1], outputs.shape[2])
    let before = concatenate(
      [expandDims(first, axis: 1), outputs[FullRange(), 0..<times - 1]], axis: 1)
    func product(_ a: Tensor, _ b: Tensor) -> Tensor {
      matmul(a.reshape([-1, a.shape[2]]).T, b.reshape([-1, b.shape[2]]))
    }
    if cell == .lstm { return [product(before, sums)] }
    let kept = gates[Ellipsis(), units..<2 * units] * before
    return [
      product(before, sums[Ellipsis(), 0..<2 * units]),
      product(kept, sums[Ellipsis(), 2 * units..<3 * units]),
    ]
  }
}
