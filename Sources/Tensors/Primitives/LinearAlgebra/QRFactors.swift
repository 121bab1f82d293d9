/// The factors q and r of matrices: orthonormal columns and an upper triangle, as LAPACK gives them.
///
/// Reduced for `[…, m, n]`: q is `[…, m, k]`, r is `[…, k, n]` with k = min(m, n); complete: k = m.
struct QRFactors: Composite {
  let name = "qr"
  let isComplete: Bool
  var parameters: String { isComplete ? "complete" : "" }
  var resultCount: Int { 2 }

  private func count(_ shape: Shape) -> Int { isComplete ? shape[-2] : Swift.min(shape[-2], shape[-1]) }

  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try MatrixRule.check(operands)
    let shape = operands[0].shape
    return [
      operands[0].replacingMatrix(with: [shape[-2], count(shape)]),
      operands[0].replacingMatrix(with: [count(shape), shape[-1]]),
    ]
  }

  func evaluate(_ operands: [Tensor]) -> [Tensor] {
    let (rows, columns) = (operands[0].type.shape[-2], operands[0].type.shape[-1])
    let count = count(operands[0].type.shape)
    let factors = bind(HouseholderQR(), [operands[0]])
    let rank = operands[0].rank
    // The reflectors lie below the diagonal of the first columns; more columns of q come from zeros there.
    var reflectors = factors[0].sliced(axis: rank - 1, from: 0, to: Swift.min(rows, columns))
    if count > columns {
      var high = [Int](repeating: 0, count: rank)
      let none = high
      high[rank - 1] = count - columns
      let zero = Tensor(ScalarLiteral(0, operands[0].dtype))
      reflectors = bind(Pad(low: none, high: high, interior: none), reflectors, zero)
    }
    let q: Tensor = bind(HouseholderProduct(), reflectors, factors[1])
    return [q, factors[0].sliced(axis: rank - 2, from: 0, to: count).triu()]
  }

  func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let results = bind(self, primals)
    guard let tangent = tangents[0] else { return (results, [nil, nil]) }
    let shape = primals[0].type.shape
    guard shape[-2] >= shape[-1], !isComplete || shape[-2] == shape[-1] else {
      let failure = Tensor(
        failure: TensorError(
          name, operands: primals,
          problem: "the factors of a wide or completed matrix have no unique derivative",
          expected: "at least as many rows as columns, and the reduced factors"))
      return (results, [failure, failure])
    }
    let (q, r) = (results[0], results[1])
    let scaled: Tensor = bind(TriangularSolve(isLeft: false, isLower: false), r, tangent)
    let inner = q.transposedMatrix.times(scaled)
    let below = inner.tril(offset: -1)
    let rotation = below - below.transposedMatrix
    return (results, [q.times(rotation - inner) + scaled, (inner - rotation).times(r)])
  }

  func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) { MatrixRule.batch(self, operands, axes, context) }
}
