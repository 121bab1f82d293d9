package import TensorCore
import TensorPrimitives
import TensorTransformations

/// The LU factorization of square matrices without exchanges, l (without its diagonal of ones) and u in one matrix: for
/// matrices that are known to have it. Pivots of 0 count as 1.
package struct UnpivotedLU: Composite {
  package let name = "unpivotedLU"

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try MatrixRule.check(operands)
    try MatrixRule.checkSquare(operands[0])
    return operands
  }

  package func evaluate(_ operands: [Tensor]) -> [Tensor] {
    let shape = operands[0].type.shape
    let (row, column) = (Tensor.broadcastedIota(shape, -2), Tensor.broadcastedIota(shape, -1))
    return [
      foriLoop(0, shape[-1], operands[0]) { step, a in
        let line = dynamicIndexInDim(a, step, axis: -2)
        let pivot = dynamicIndexInDim(line, step, axis: -1)
        let divisor = select(pivot .== 0, 1, pivot)
        let factors = dynamicIndexInDim(a, step, axis: -1) / divisor
        let rest = a - select((row .> step) .& (column .> step), factors * line, 0)
        let isPivot = (row .== step) .& (column .== step)
        return select((row .> step) .& (column .== step), factors, select(isPivot, divisor, rest))
      }
    ]
  }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let factors: Tensor = bind(self, primals[0])
    guard let tangent = tangents[0] else { return ([factors], [nil]) }
    // From a = l u: l⁻¹ da u⁻¹ is l⁻¹ dl, below the diagonal, and du u⁻¹.
    let left: Tensor = bind(TriangularSolve(isLower: true, hasUnitDiagonal: true), factors, tangent)
    let inner: Tensor = bind(TriangularSolve(isLeft: false, isLower: false), factors, left)
    let lower = tril(factors, k: -1) + Tensor.eye(factors.type.shape[-1], dtype: factors.dtype)
    return ([factors], [lower.times(tril(inner, k: -1)) + triu(inner).times(triu(factors))])
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) { MatrixRule.batch(self, operands, axes, context) }
}
