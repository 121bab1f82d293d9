import StableHLO
import TensorCore
import TensorPrimitives
import TensorTransformations

/// The cotangents of query, key and value of an `DotProductAttention`.
///
/// Operands: those of the attention, its output and statistics, and the output's cotangent. The scores are computed anew; where no
/// kernel does it, XLA finds the same operations in the attention's own program, and computes them once.
struct AttentionGradient: EvaluatedComposite {
  let form: AttentionForm

  let name = "attentionGradient"
  var parameters: String { "\(form)" }
  let resultCount = 3
  var isProduct: Bool { true }

  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(form.operandCount + 3, operands)
    let attention = DotProductAttention(form: form, keepsStatistics: true)
    let results = try attention.resultTypes(Array(operands[..<form.operandCount]))
    for (given, right) in zip(operands[form.operandCount...], results + [results[0]])
    where given.shape != right.shape || given.dtype != right.dtype {
      throw TypeRuleError("of the attention's results \(given)", expected: "\(right)")
    }
    return Array(operands[..<3])
  }

  func evaluate(_ operands: [Tensor]) -> [Tensor] {
    let (bias, mask) = (form.bias(operands), form.mask(operands))
    let (_, cotangents) = vjp(
      { (x: [Tensor]) in
        form.attended(x[0], x[1], x[2], bias: bias, mask: mask).mean
      }, primals: Array(operands[..<3]))
    return cotangents(operands[form.operandCount + 2])
  }

  func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    // The kernel takes the mask last.
    let own = form.operandCount - (form.hasMask ? 1 : 0)
    let ordered = operands[..<own] + operands[form.operandCount...] + operands[own..<form.operandCount]
    return form.kernel(Array(ordered), context.operandTypes, context, .gradient)
      ?? lowerEvaluation(operands, context)
  }
}
