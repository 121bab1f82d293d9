package import TensorCore
import TensorPrimitives
import TensorTransformations

/// The pseudo-inverse of matrices `[…, m, n]`, which is `[…, n, m]`, by the singular value decomposition.
///
/// Its derivative is that among matrices of the same rank, beyond which it has none.
package struct PseudoInverse: Composite {
  package let name = "pinv"
  /// Singular values below this part of the greatest count as 0.
  let tolerance: Double
  package var parameters: String { "tolerance: \(tolerance)" }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try MatrixRule.check(operands)
    return [operands[0].replacingMatrix(with: [operands[0].shape[-1], operands[0].shape[-2]])]
  }

  package func evaluate(_ operands: [Tensor]) -> [Tensor] {
    let parts = bind(SingularValues(isComplete: false), [operands[0]])
    let limit = parts[0].max(axis: -1, keepdims: true, initial: 0) * Tensor(tolerance)
    let inverse = expandDims(parts[0].inverted(limit: limit), axis: -1)
    return [parts[2].times(inverse * parts[1].transposedMatrix)]
  }

  /// Golub and Pereyra's: -p da p + p pᵀ daᵀ (1 - a p) + (1 - p a) daᵀ pᵀ p.
  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let (a, p) = (primals[0], bind(self, primals)[0])
    guard let tangent = tangents[0] else { return ([p], [nil]) }
    let moved = tangent.transposedMatrix
    let left = p.times(p.transposedMatrix.times(moved))
    let right = moved.times(p.transposedMatrix).times(p)
    return (
      [p],
      [(left - left.times(a).times(p)) + (right - p.times(a.times(right))) - p.times(tangent).times(p)]
    )
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) { MatrixRule.batch(self, operands, axes, context) }
}
