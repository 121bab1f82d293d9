package import StableHLO
package import TensorCore
import TensorPrimitives
import TensorTransformations

/// The singular values of matrices `[…, m, n]`, descending, with left and right vectors as columns.
///
/// Results: `[…, k]`, `[…, m, k]` and `[…, n, k]` with k = min(m, n); complete: `[…, m, m]` and `[…, n, n]`.
package struct SingularValues: Composite {
  package let name = "svd"
  let isComplete: Bool
  package var parameters: String { isComplete ? "complete" : "" }
  package var resultCount: Int { 3 }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try MatrixRule.check(operands)
    let (rows, columns) = (operands[0].shape[-2], operands[0].shape[-1])
    let count = Swift.min(rows, columns)
    return [
      operands[0].replacingMatrix(with: [count]),
      operands[0].replacingMatrix(with: [rows, isComplete ? rows : count]),
      operands[0].replacingMatrix(with: [columns, isComplete ? columns : count]),
    ]
  }

  /// XLA has eigenvalues of symmetric matrices only. Those of [[0, a], [aᵀ, 0]] are the singular values and their
  /// negatives, as exact as the matrix; the eigenvectors are the left vectors over the right ones.
  package func evaluate(_ operands: [Tensor]) -> [Tensor] {
    let a = operands[0]
    let (rows, columns, rank) = (a.type.shape[-2], a.type.shape[-1], a.ndim)
    let count = Swift.min(rows, columns)
    let zero = Tensor(ScalarLiteral(0, a.dtype))
    func padded(_ x: Tensor, top: Int, left: Int, bottom: Int, right: Int) -> Tensor {
      let none = [Int](repeating: 0, count: rank - 2)
      return bind(
        Pad(low: none + [top, left], high: none + [bottom, right], interior: none + [0, 0]), x, zero)
    }
    let upper = padded(a, top: 0, left: rows, bottom: columns, right: 0)
    let lower = padded(a.transposedMatrix, top: rows, left: 0, bottom: 0, right: columns)
    let eigen = bind(SymmetricEigen(), [upper + lower])
    let total = rows + columns
    let values = maximum(
      flip(eigen[0].sliced(axis: rank - 2, from: total - count, to: total), axis: -1), 0)
    let vectors = flip(eigen[1].sliced(axis: rank - 1, from: total - count, to: total), axis: -1)
    // At 0 the two signs mix: such vectors are replaced by others that complete the basis.
    let largest = values.max(axis: -1, keepdims: true, initial: 0)
    let tolerance = Tensor(10 * Double(total) * a.dtype.epsilon)
    let isDefinite = expandDims(values .> largest * tolerance, axis: -2)
    func basis(_ from: Int, _ to: Int) -> Tensor {
      let half = vectors.sliced(axis: rank - 2, from: from, to: to)
      let known = select(isDefinite, half, zero)
      let wide = isComplete ? padded(known, top: 0, left: 0, bottom: 0, right: to - from - count) : known
      let factors = bind(QRFactors(isComplete: false), [wide])
      // QR turns a vector around when it likes; the pair must keep its signs.
      let diagonal = expandDims(factors[1].diagonal(axis1: -2, axis2: -1), axis: -2)
      return factors[0] * select(diagonal .< 0, Tensor(ScalarLiteral(-1, a.dtype)), 1)
    }
    return [values, basis(0, rows), basis(rows, total)]
  }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let results = bind(self, primals)
    guard let tangent = tangents[0], tangent.size > 0 else { return (results, [nil, nil, nil]) }
    let s = results[0]
    let (count, rank) = (s.type.shape[-1], primals[0].ndim)
    let (u, v) = (
      results[1].sliced(axis: rank - 1, from: 0, to: count),
      results[2].sliced(axis: rank - 1, from: 0, to: count)
    )
    let inner = u.transposedMatrix.times(tangent).times(v)
    let (even, odd) = (inner + inner.transposedMatrix, inner - inner.transposedMatrix)
    // Pairs of vectors turn together by what is even, over differences, and against each other by what is odd. Where
    // values are equal they turn together at will.
    let (row, column) = (expandDims(s, axis: -2), expandDims(s, axis: -1))
    let limit = s.max(axis: -1, keepdims: true, initial: 0) * SymmetricEigen.tolerance(primals[0].type)
    let together = even * (row - column).inverted(limit: expandDims(limit, axis: -1)) / 2
    let against = odd * (row + column).inverted(limit: expandDims(limit, axis: -1)) / 2
    let inverse = expandDims(s.inverted(limit: limit), axis: -2)
    let du = moved(
      results[1], turned: together + against, along: tangent.times(v) * inverse,
      isTall: u.type.shape[-2] > count)
    let dv = moved(
      results[2], turned: together - against, along: tangent.transposedMatrix.times(u) * inverse,
      isTall: v.type.shape[-2] > count)
    return (results, [inner.diagonal(axis1: -2, axis2: -1), du, dv])
  }

  /// How vectors move: the first turn into each other, and into what is none of them, to which they move `along`; those
  /// that complete the basis keep to them.
  private func moved(_ vectors: Tensor, turned: Tensor, along: Tensor, isTall: Bool) -> Tensor {
    let (rank, count) = (vectors.ndim, turned.type.shape[-1])
    let first = vectors.sliced(axis: rank - 1, from: 0, to: count)
    let inside = first.times(turned)
    if !isTall { return inside }
    guard isComplete else { return inside + along - first.times(first.transposedMatrix.times(along)) }
    let rest = vectors.sliced(axis: rank - 1, from: count, to: vectors.type.shape[-1])
    let outside = rest.transposedMatrix.times(along)
    return bind(
      Concatenate(axis: rank - 1), inside + rest.times(outside), -first.times(outside.transposedMatrix))
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    lowerToLAPACK(operands[0], context) ?? lowerEvaluation(operands, context)
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) { MatrixRule.batch(self, operands, axes, context) }
}

extension DType {
  /// The distance from 1 to the next number of a floating type.
  var epsilon: Double {
    switch self {
    case .float16: 0x1p-10
    case .bfloat16: 0x1p-7
    case .float64: Double.ulpOfOne
    default: Double(Float.ulpOfOne)
    }
  }
}
