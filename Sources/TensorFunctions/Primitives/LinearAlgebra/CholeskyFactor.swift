package import StableHLO
package import TensorCore
import TensorPrimitives
import TensorTransformations

/// The lower triangular L with L Lᵀ = a, of symmetric positive definite matrices; reads their lower triangle.
package struct CholeskyFactor: Primitive {
  package let name = "cholesky"

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try MatrixRule.check(operands)
    try MatrixRule.checkSquare(operands[0])
    return operands
  }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let factor: Tensor = bind(self, primals[0])
    guard let tangent = tangents[0] else { return ([factor], [nil]) }
    // dL = L phi(L⁻¹ da L⁻ᵀ), where phi takes the lower triangle and half the diagonal.
    let right: Tensor = bind(
      TriangularSolve(isLeft: false, isLower: true, isTransposed: true), factor, tangent)
    let middle: Tensor = bind(TriangularSolve(isLower: true), factor, right)
    let halves = 1 + Tensor.eye(factor.type.shape[-1], dtype: factor.dtype)
    return ([factor], [factor.times(tril(middle) / halves)])
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) { MatrixRule.batch(self, operands, axes, context) }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let f = context.function
    if let factor = lowerToLAPACK(operands[0], context.operandTypes[0], in: f) { return [factor] }
    let factor = f.cholesky(operands[0], isLower: true)
    // What XLA leaves above the diagonal is not said.
    let shape = factor.type.dimensions
    let row = f.iota(dimension: shape.count - 2, HLOType(.i32, shape))
    let column = f.iota(dimension: shape.count - 1, HLOType(.i32, shape))
    let zero = f.constant(ScalarLiteral(0, context.operandTypes[0].dtype).hloLiteral, factor.type)
    return [f.select(f.compare("GE", row, column), factor, zero)]
  }
}
