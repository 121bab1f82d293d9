package import TensorCore
import TensorPrimitives
import TensorTransformations

/// The solution of `a x = b` for square matrices, by the LU factorization.
package struct MatrixSolve: Composite {
  package let name = "matrixSolve"
  /// Whether with the transpose of a.
  let isTransposed: Bool
  package var parameters: String { isTransposed ? "transpose" : "" }

  init(isTransposed: Bool = false) { self.isTransposed = isTransposed }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(2, operands)
    try MatrixRule.check(operands, .floatingOrComplex)
    try MatrixRule.checkSquare(operands[0])
    guard operands[1].shape[-2] == operands[0].shape[-1] else {
      throw TypeRuleError(
        "a matrix of \(operands[0].shape) and a right side of \(operands[1].shape)",
        expected: "a right side with \(operands[0].shape[-1]) rows")
    }
    return [operands[1]]
  }

  package func evaluate(_ operands: [Tensor]) -> [Tensor] {
    let factors = bind(LUFactors(), [operands[0]])
    let (lu, order) = (factors[0], factors[1])
    let right = operands[1].astype(lu.dtype)
    func permuted(_ x: Tensor, _ order: Tensor) -> Tensor {
      takeAlongAxis(x, expandDims(order, axis: -1), axis: -2, mode: .promiseInBounds)
    }
    // The rows of a in this order are l u, where l has ones on its diagonal.
    guard isTransposed else {
      let y: Tensor = bind(
        TriangularSolve(isLower: true, hasUnitDiagonal: true), lu, permuted(right, order))
      return [bind(TriangularSolve(isLower: false), lu, y).astype(operands[1].dtype)]
    }
    let y: Tensor = bind(TriangularSolve(isLower: false, isTransposed: true), lu, right)
    let x: Tensor = bind(
      TriangularSolve(isLower: true, isTransposed: true, hasUnitDiagonal: true), lu, y)
    return [permuted(x, order.argsort()).astype(operands[1].dtype)]
  }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let x: Tensor = bind(self, primals[0], primals[1])
    let tangentOfProduct = tangents[0].map { -(isTransposed ? $0.transposedMatrix : $0).times(x) }
    return ([x], [Tensor.sum(tangents[1], tangentOfProduct).map { bind(self, primals[0], $0) }])
  }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    [nil, cotangents[0].map { bind(MatrixSolve(isTransposed: !isTransposed), operands[0].value(self), $0) }]
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) { MatrixRule.batch(self, operands, axes, context) }
}
