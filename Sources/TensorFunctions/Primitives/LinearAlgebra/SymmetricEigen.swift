package import StableHLO
package import TensorCore
import TensorPrimitives
import TensorTransformations

/// The eigenvalues of symmetric matrices, ascending, and their eigenvectors as columns; reads the lower triangle.
package struct SymmetricEigen: Composite {
  package let name = "eigh"
  package var resultCount: Int { 2 }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try MatrixRule.check(operands)
    try MatrixRule.checkSquare(operands[0])
    return [operands[0].replacingMatrix(with: [operands[0].shape[-1]]), operands[0]]
  }

  package func evaluate(_ operands: [Tensor]) -> [Tensor] {
    let scale = operands[0].scale(axis: [-2, -1])
    let near = operands[0] / scale
    var results = bind(JacobiEigen(), [near])
    if near.dtype == .float64 { results = refined(near, values: results[0], vectors: results[1]) }
    return [results[0] * scale.squeeze(axis: -1), results[1]]
  }

  /// XLA leaves vectors of float64 at half of their digits: it takes small elements for zeros as it does in float32. The
  /// others are those of one step of perturbation theory, but for vectors that are mixed by more than that.
  private func refined(_ a: Tensor, values: Tensor, vectors: Tensor) -> [Tensor] {
    let count = values.type.shape[-1]
    let lower = tril(a, k: -1)
    let whole = lower + lower.transposedMatrix + triu(tril(a))
    let inner = vectors.transposedMatrix.times(whole).times(vectors)
    let refined = inner.diagonal(axis1: -2, axis2: -1)
    let differences = expandDims(refined, axis: -2) - expandDims(refined, axis: -1)
    let turn = select(abs(inner) .< 0.01 * abs(differences), inner / differences, 0)
    let turned = vectors + vectors.times(turn)
    // Of length 1 and orthogonal again, to the square of what they lack.
    let excess = turned.transposedMatrix.times(turned) - Tensor.eye(count, dtype: a.dtype)
    return [refined, turned - turned.times(excess) / 2]
  }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let results = bind(self, primals)
    guard let tangent = tangents[0] else { return (results, [nil, nil]) }
    let (values, vectors) = (results[0], results[1])
    let inner = vectors.transposedMatrix.times(tangent).times(vectors)
    let differences = expandDims(values, axis: -2) - expandDims(values, axis: -1)
    let greatest = expandDims(abs(values).max(axis: -1, keepdims: true, initial: 0), axis: -1)
    let weights = differences.inverted(limit: greatest * SymmetricEigen.tolerance(values.type))
    return (results, [inner.diagonal(axis1: -2, axis2: -1), vectors.times(weights * inner)])
  }

  /// Below which part of the greatest eigenvalue two are equal: vectors of equal ones may turn into each other at will,
  /// and what does not depend on the choice does not depend on how far they do.
  static func tolerance(_ values: TensorType) -> Tensor {
    Tensor(4 * Double(Swift.max(1, values.shape[-1])) * values.dtype.epsilon)
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    lowerToLAPACK(operands[0], context) ?? lowerEvaluation(operands, context)
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) { MatrixRule.batch(self, operands, axes, context) }
}

extension Tensor {
  /// One over the elements, 0 where they are not greater than a limit in size; so are the derivatives.
  func inverted(limit: Tensor) -> Tensor {
    let isGreat = abs(self) .> limit
    return select(isGreat, 1 / select(isGreat, self, 1), 0)
  }
}
