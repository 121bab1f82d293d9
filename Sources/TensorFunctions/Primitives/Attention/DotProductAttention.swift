import StableHLO
import TensorCore
import TensorPrimitives
import TensorTransformations

/// Scaled dot-product attention of float32.
///
/// Operands: query `[batch, time, heads, size]`, key and value `[batch, source, keyHeads, size]`; a bias and a boolean mask, if there
/// are such, of four axes that are those of the scores, `[batch, heads, time, source]`, or 1. Results: the mean of the values for each
/// query; and what the gradient needs, if it is kept: of each row of scores the largest one and 1 by the sum of the exponentials of
/// what is below it, `[batch, heads, time, 2]`.
///
/// On CPUs a kernel computes it and its gradient, without a matrix of all scores. What else there is, lanes, forward mode, second
/// derivatives, the gradient of a bias, is what the operations in `evaluate` have.
struct DotProductAttention: Composite {
  let form: AttentionForm
  var keepsStatistics = false

  let name = "dotProductAttention"
  var parameters: String { "\(form)\(keepsStatistics ? ", statistics" : "")" }
  var resultCount: Int { keepsStatistics ? 2 : 1 }
  var isProduct: Bool { true }

  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(form.operandCount, operands)
    let (query, key) = (operands[0], operands[1])
    guard query.ndim == 4, key.ndim == 4, query.shape[0] == key.shape[0], query.shape[3] == key.shape[3],
      key.shape[2] > 0, query.shape[2] % key.shape[2] == 0
    else {
      throw TypeRuleError(
        "a query \(query) and a key \(key)",
        expected: "[batch, time, heads, size] and [batch, source, keyHeads, size], keyHeads dividing heads")
    }
    let types = [DType](repeating: .float32, count: form.operandCount - (form.hasMask ? 1 : 0)) + [.bool]
    for (index, (given, dtype)) in zip(operands, types).enumerated() where given.dtype != dtype {
      throw TypeRuleError("operand \(index) is \(given)", expected: "\(dtype)")
    }
    guard operands[2].shape == key.shape else {
      throw TypeRuleError("a key \(key) and a value \(operands[2])", expected: "values of the shape of keys")
    }
    let scores: Shape = [query.shape[0], query.shape[2], query.shape[1], key.shape[1]]
    for operand in operands[3...] where !DotProductAttention.isBroadcast(operand.shape, to: scores) {
      throw TypeRuleError("a bias or mask \(operand)", expected: "\(scores), or 1 for any of these extents")
    }
    guard keepsStatistics else { return [TensorType(query.shape, .float32)] }
    return [TensorType(query.shape, .float32), TensorType([scores[0], scores[1], scores[2], 2], .float32)]
  }

  /// Whether each extent is that of the scores, or 1.
  static func isBroadcast(_ shape: Shape, to scores: Shape) -> Bool {
    shape.count == 4 && zip(shape.dimensions, scores.dimensions).allSatisfy { $0 == 1 || $0 == $1 }
  }

  func evaluate(_ operands: [Tensor]) -> [Tensor] {
    let (mean, scores) = form.attended(
      operands[0], operands[1], operands[2], bias: form.bias(operands), mask: form.mask(operands))
    guard keepsStatistics else { return [mean] }
    let largest = scores.max(axis: -1, keepdims: true, initial: -.infinity)
    let total = exp(scores - largest).sum(axis: -1, keepdims: true)
    return [mean, concatenate([largest, 1 / total], axis: -1)]
  }

  // MARK: Rules

  func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    evaluated(primals) { $0.jvp(primals, tangents) }
  }

  func linearize(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    // The statistics of a gradient that is differentiated again; and a bias has a gradient as large as the scores.
    if keepsStatistics || tangents[3...].contains(where: { $0 != nil }) {
      return evaluated(primals) { $0.linearize(primals, tangents) }
    }
    if let failure = failedResults(primals) { return (failure, failure) }
    let results = bind(DotProductAttention(form: form, keepsStatistics: true), primals)
    let tangent = AttentionTangent(form: form, isActive: tangents[..<3].map { $0 != nil })
    let tangentsOut = bind(tangent, primals + results + tangents.compactMap { $0 })
    return ([results[0]], tangentsOut)
  }

  func batch(_ operands: [Tensor], _ axes: [Int?], _ context: BatchContext) -> (
    results: [Tensor], axes: [Int?]
  ) { evaluated(operands, axes, context) }

  func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    guard let results = form.kernel(operands, context.operandTypes, context, .output) else {
      return lowerEvaluation(operands, context)
    }
    return Array(results.prefix(resultCount))
  }
}
