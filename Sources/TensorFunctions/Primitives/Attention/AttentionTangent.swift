import TensorCore
import TensorPrimitives
import TensorTransformations

/// The tangent of an `DotProductAttention`: linear in the tangents of query, key and value, with a transpose of its own.
///
/// Operands: those of the attention, its results with the statistics, and the tangents of those of the three that have one.
struct AttentionTangent: Composite {
  let form: AttentionForm
  /// Which of query, key and value have a tangent.
  let isActive: [Bool]

  let name = "attentionTangent"
  var parameters: String { "\(form)" }
  var isProduct: Bool { true }

  private var attention: DotProductAttention { DotProductAttention(form: form) }
  /// How many operands come before the tangents.
  private var valueCount: Int { form.operandCount + 2 }

  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(valueCount + isActive.count { $0 }, operands)
    let primals = Array(operands[..<form.operandCount])
    let active = zip(primals, isActive).filter(\.1).map(\.0)
    let results = try DotProductAttention(form: form, keepsStatistics: true).resultTypes(primals)
    for (index, (given, right)) in zip(operands, primals + results + active).enumerated()
    where given.shape != right.shape || given.dtype != right.dtype {
      throw TypeRuleError("operand \(index) is \(given)", expected: "\(right)")
    }
    return [results[0]]
  }

  func evaluate(_ operands: [Tensor]) -> [Tensor] {
    let primals = Array(operands[..<form.operandCount])
    var given = operands[valueCount...]
    let tangents = isActive.map { $0 ? given.popFirst() : nil }
    let none = [Tensor?](repeating: nil, count: primals.count - tangents.count)
    let (results, tangentsOut) = attention.jvp(primals, tangents + none)
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
    let none = [Tensor?](repeating: nil, count: valueCount)
    guard let slope = cotangents[0] else { return none + isActive.filter { $0 }.map { _ in nil } }
    let values = Array(operands.prefix(valueCount)).values
    let found = bind(AttentionGradient(form: form), values + [slope])
    let active = zip(found, isActive).filter(\.1).map(\.0)
    return none + zip(active, operands[valueCount...]).map { $1.isLinear ? $0 : nil }
  }
}
