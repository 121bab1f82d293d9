package import StableHLO
package import TensorCore
import TensorPrimitives
import TensorTransformations

/// The QR factorization in Householder form, as LAPACK's `geqrf`: the packed factors and the reflectors' scales.
///
/// XLA's CPU plugin expands it itself. Operands `[…, m, n]`; results `[…, m, n]` and `[…, min(m, n)]`.
package struct HouseholderQR: NonDifferentiable {
  package let name = "householderQR"
  package var resultCount: Int { 2 }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try Domain.floating.check(operands)
    guard operands[0].ndim >= 2 else {
      throw TypeRuleError("\(operands[0].shape) is not a matrix", expected: "a tensor of rank 2 or more")
    }
    let shape = operands[0].shape.dimensions
    let count = min(shape[shape.count - 2], shape[shape.count - 1])
    return [operands[0], operands[0].with(shape: Shape(shape.dropLast(2) + [count]))]
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    (bind(self, [operands[0].batchedFirst(axes[0], context)]), [0, 0])
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    lowerToLAPACK(operands[0], context)
      ?? context.function.customCall("Qr", operands, results: context.resultTypes.map(\.hlo))
  }
}

/// The product of Householder reflectors, as LAPACK's `orgqr`: the columns of Q.
///
/// Operands: packed factors `[…, m, n]` with n <= m and scales `[…, n]`; the result is `[…, m, n]`.
package struct HouseholderProduct: NonDifferentiable {
  package let name = "householderProduct"

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(2, operands)
    try Domain.floating.check(operands)
    let shape = operands[0].shape
    guard shape.count >= 2, shape[-2] >= shape[-1], operands[1].ndim == shape.count - 1,
      operands[1].shape[-1] <= shape[-1]
    else {
      throw TypeRuleError(
        "factors of \(shape) and scales of \(operands[1].shape)",
        expected: "factors […, m, n] with n <= m, and at most n scales")
    }
    return [operands[0]]
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    (bind(self, zip(operands, axes).map { $0.batchedFirst($1, context) }), [0])
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    if let product = lowerToLAPACK(operands, context) { return [product] }
    return context.function.customCall(
      "ProductOfElementaryHouseholderReflectors", operands, results: context.resultTypes.map(\.hlo))
  }
}
