/// The determinant of square matrices, by the LU factorization.
struct Determinant: Composite {
  let name = "det"

  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try MatrixRule.check(operands)
    try MatrixRule.checkSquare(operands[0])
    return [operands[0].replacingMatrix(with: [])]
  }

  func evaluate(_ operands: [Tensor]) -> [Tensor] {
    let factors = bind(LUFactors(), [operands[0]])
    let product = factors[0].diagonal(axes: (-2, -1)).product(axis: -1) * factors[2]
    return [product.cast(to: operands[0].dtype)]
  }

  func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let result: Tensor = bind(self, primals[0])
    guard let tangent = tangents[0] else { return ([result], [nil]) }
    let relative: Tensor = bind(MatrixSolve(), primals[0], tangent)
    return ([result], [result * relative.trace(axes: (-2, -1))])
  }

  func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) { MatrixRule.batch(self, operands, axes, context) }
}

/// The sign of the determinant of square matrices and the logarithm of its size, by the LU factorization.
struct SignedLogDeterminant: Composite {
  let name = "slogdet"
  var resultCount: Int { 2 }

  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    let type = try Determinant().resultTypes(operands)[0]
    return [type, type]
  }

  func evaluate(_ operands: [Tensor]) -> [Tensor] {
    let factors = bind(LUFactors(), [operands[0]])
    let diagonal = factors[0].diagonal(axes: (-2, -1))
    let results = [sign(diagonal).product(axis: -1) * factors[2], log(abs(diagonal)).sum(axis: -1)]
    return results.map { $0.cast(to: operands[0].dtype) }
  }

  func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let results = bind(self, primals)
    guard let tangent = tangents[0] else { return (results, [nil, nil]) }
    let relative: Tensor = bind(MatrixSolve(), primals[0], tangent)
    return (results, [nil, relative.trace(axes: (-2, -1))])
  }

  func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) { MatrixRule.batch(self, operands, axes, context) }
}
