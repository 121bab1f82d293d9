package import TensorCore
import TensorPrimitives
import TensorTransformations

/// The factors q and r of matrices: orthonormal columns and an upper triangle, as LAPACK gives them.
///
/// Reduced for `[…, m, n]`: q is `[…, m, k]`, r is `[…, k, n]` with k = min(m, n); complete: k = m.
package struct QRFactors: Composite {
  package let name = "qr"
  let isComplete: Bool
  package var parameters: String { isComplete ? "complete" : "" }
  package var resultCount: Int { 2 }

  private func count(_ shape: Shape) -> Int { isComplete ? shape[-2] : Swift.min(shape[-2], shape[-1]) }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try MatrixRule.check(operands)
    let shape = operands[0].shape
    return [
      operands[0].replacingMatrix(with: [shape[-2], count(shape)]),
      operands[0].replacingMatrix(with: [count(shape), shape[-1]]),
    ]
  }

  package func evaluate(_ operands: [Tensor]) -> [Tensor] {
    let (rows, columns) = (operands[0].type.shape[-2], operands[0].type.shape[-1])
    let count = count(operands[0].type.shape)
    // The columns are of any size: near 1 their squares are, too. It is the factor r that has their sizes.
    let scale = operands[0].scale(axis: [-2])
    let factors = bind(HouseholderQR(), [operands[0] / scale])
    let rank = operands[0].ndim
    // The reflectors lie below the diagonal of the first columns; more columns of q come from zeros there.
    var reflectors = factors[0].sliced(axis: rank - 1, from: 0, to: Swift.min(rows, columns))
    if count > columns { reflectors = reflectors.extended(to: count, axis: rank - 1) }
    let q: Tensor = bind(HouseholderProduct(), reflectors, factors[1])
    return [q, triu(factors[0].sliced(axis: rank - 2, from: 0, to: count)) * scale]
  }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let results = bind(self, primals)
    guard let tangent = tangents[0], tangent.size > 0 else { return (results, [nil, nil]) }
    let shape = primals[0].type.shape
    let rank = shape.count
    // The first columns, as many as there are rows at most, turn q; the others are turned along.
    let count = Swift.min(shape[-2], shape[-1])
    func first(_ x: Tensor, axis: Int) -> Tensor { x.sliced(axis: rank + axis, from: 0, to: count) }
    let (q, r) = (first(results[0], axis: -1), first(results[1], axis: -2))
    let moved = first(tangent, axis: -1)
    let square = first(r, axis: -1)
    // The last column of a square matrix is turned by the others alone: it may depend on them.
    let isFree = shape[-2] <= shape[-1] ? QRFactors.isLastAndZero(square) : nil
    let divisor = isFree.map { square + $0.astype(square.dtype) } ?? square
    let scaled: Tensor = bind(TriangularSolve(isLeft: false, isLower: false), divisor, moved)
    let inner = q.transposedMatrix.times(scaled)
    let below = tril(inner, k: -1)
    let rotation = below - below.transposedMatrix
    let dr = triu(q.transposedMatrix.times(tangent) - rotation.times(r))
    let turned = q.times(rotation)
    let dq = shape[-2] > count ? turned + scaled - q.times(inner) : turned
    guard isComplete, shape[-2] > count else { return (results, [dq, dr]) }
    let rest = results[0].sliced(axis: rank - 1, from: count, to: shape[-2])
    return (
      results,
      [
        bind(Concatenate(axis: rank - 1), dq, completionTangent(q, dq, rest)),
        dr.extended(to: shape[-2], axis: rank - 2),
      ]
    )
  }

  /// Marks the last element of the diagonal where it is 0.
  private static func isLastAndZero(_ square: Tensor) -> Tensor {
    let count = square.type.shape[-1]
    let last =
      Tensor.broadcastedIota([count, count], 0) + Tensor.broadcastedIota([count, count], 1) .== 2 * count - 2
    return (stopGradient(square) .== 0) .& last
  }

  /// How the columns that complete the basis move. They keep to the others, and turn among themselves as Householder's
  /// reflections have it.
  private func completionTangent(_ q: Tensor, _ dq: Tensor, _ rest: Tensor) -> Tensor {
    let kept = q.times(dq.transposedMatrix.times(rest))
    let turned = rest.transposedMatrix.times(
      TensorTransformations.jvp(QRFactors.completion, primals: q, tangents: dq).1)
    return rest.times((turned - turned.transposedMatrix) / 2) - kept
  }

  /// The columns that complete a basis, as the product of the reflections that give its first ones:
  /// 1 - v t vᵀ, of which v and t vᵀ are factors of the first rows.
  private static func completion(_ q: Tensor) -> Tensor {
    let (rank, rows, count) = (q.ndim, q.type.shape[-2], q.type.shape[-1])
    let identity = Tensor.eye(count, dtype: q.dtype)
    let factors: Tensor = bind(
      UnpivotedLU(), identity - q.sliced(axis: rank - 2, from: 0, to: count))
    let upper = triu(factors)
    func solve(_ isLeft: Bool, _ isLower: Bool, _ isTransposed: Bool, _ b: Tensor) -> Tensor {
      let solve = TriangularSolve(
        isLeft: isLeft, isLower: isLower, isTransposed: isTransposed, hasUnitDiagonal: isLower)
      return bind(solve, isLower ? factors : upper, b)
    }
    // A reflection that does nothing has no vector: any will do.
    let lower = -solve(false, false, false, q.sliced(axis: rank - 2, from: count, to: rows))
    let both = upper.times(solve(true, true, true, lower.transposedMatrix))
    let top = -(tril(factors, k: -1) + identity).times(both)
    let bottom = Tensor.eye(rows - count, dtype: q.dtype) - lower.times(both)
    return bind(Concatenate(axis: rank - 2), top, bottom)
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) { MatrixRule.batch(self, operands, axes, context) }
}

extension Tensor {
  /// The tensor with zeros after it along an axis.
  func extended(to extent: Int, axis: Int) -> Tensor {
    let none = [Int](repeating: 0, count: ndim)
    var high = none
    high[axis] = extent - type.shape[axis]
    return bind(Pad(low: none, high: high, interior: none), self, Tensor(ScalarLiteral(0, dtype)))
  }
}
