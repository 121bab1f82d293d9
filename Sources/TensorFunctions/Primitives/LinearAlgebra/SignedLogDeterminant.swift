package import TensorCore
import TensorPrimitives
import TensorTransformations

/// The sign of the determinant of square matrices and the logarithm of its size, by the LU factorization.
package struct SignedLogDeterminant: Composite {
  package let name = "slogdet"
  package var resultCount: Int { 2 }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    let type = try Determinant().resultTypes(operands)[0]
    return [type, type.with(dtype: type.dtype.realPart)]
  }

  package func evaluate(_ operands: [Tensor]) -> [Tensor] {
    let factors = bind(LUFactors(), [operands[0]])
    let diagonal = factors[0].diagonal(axis1: -2, axis2: -1)
    let dtype = operands[0].dtype
    let size = abs(diagonal)
    // The factors of the sign lie on the unit circle.
    let signs =
      dtype.kind == .complex ? diagonal / select(size .== 0, 1, size) * (size .!= 0) : sign(diagonal)
    return [
      (signs.prod(axis: -1) * factors[2]).astype(dtype),
      log(size).sum(axis: -1).astype(dtype.realPart),
    ]
  }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let results = bind(self, primals)
    guard let tangent = tangents[0] else { return (results, [nil, nil]) }
    let relative = bind(MatrixSolve(), [primals[0], tangent])[0].trace(axis1: -2, axis2: -1)
    guard primals[0].dtype.kind == .complex else { return (results, [nil, relative]) }
    let turned = complex(broadcastTo(Tensor(0 as Float), results[1].type.shape), imag(relative))
    return (results, [results[0] * turned, real(relative)])
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) { MatrixRule.batch(self, operands, axes, context) }
}
