package import TensorCore
import TensorPrimitives
import TensorTransformations

/// The determinant of square matrices, by the LU factorization.
package struct Determinant: Composite {
  package let name = "det"

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try MatrixRule.check(operands, .floatingOrComplex)
    try MatrixRule.checkSquare(operands[0])
    return [operands[0].replacingMatrix(with: [])]
  }

  package func evaluate(_ operands: [Tensor]) -> [Tensor] {
    let factors = bind(LUFactors(), [operands[0]])
    let product = factors[0].diagonal(axis1: -2, axis2: -1).prod(axis: -1) * factors[2]
    return [product.astype(operands[0].dtype)]
  }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let tangentsOut = tangents[0].map { (bind(Cofactors(), primals[0]) * $0).sum(axis: [-2, -1]) }
    return ([bind(self, primals[0])], [tangentsOut])
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) { MatrixRule.batch(self, operands, axes, context) }
}
