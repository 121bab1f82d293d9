/// The solution of `a x = b` for square matrices, by the QR factorization: XLA has no LU of its own on CPUs.
struct MatrixSolve: LinearPrimitive, Composite {
  let name = "matrixSolve"
  /// Whether with the transpose of a.
  let isTransposed: Bool
  var parameters: String { isTransposed ? "transposed" : "" }

  init(isTransposed: Bool = false) { self.isTransposed = isTransposed }

  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(2, operands)
    try MatrixRule.check(operands)
    try MatrixRule.checkSquare(operands[0])
    guard operands[1].shape[-2] == operands[0].shape[-1] else {
      throw TypeRuleError(
        "a matrix of \(operands[0].shape) and a right side of \(operands[1].shape)",
        expected: "a right side with \(operands[0].shape[-1]) rows")
    }
    return [operands[1]]
  }

  func evaluate(_ operands: [Tensor]) -> [Tensor] {
    let factors = bind(HouseholderQR(), [operands[0]])
    let q: Tensor = bind(HouseholderProduct(), factors[0], factors[1])
    // a = q r: x = r⁻¹ qᵀ b; transposed, rᵀ qᵀ x = b: x = q r⁻ᵀ b.
    if isTransposed {
      return [q.times(bind(TriangularSolve(isLower: false, isTransposed: true), factors[0], operands[1]))]
    }
    return [bind(TriangularSolve(isLower: false), factors[0], q.transposedMatrix.times(operands[1]))]
  }

  func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let x: Tensor = bind(self, primals[0], primals[1])
    let moved = tangents[0].map { -(isTransposed ? $0.transposedMatrix : $0).times(x) }
    return ([x], [Tensor.sum(tangents[1], moved).map { bind(self, primals[0], $0) }])
  }

  func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    [nil, cotangents[0].map { bind(MatrixSolve(isTransposed: !isTransposed), operands[0].value(self), $0) }]
  }

  func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) { MatrixRule.batch(self, operands, axes, context) }
}

/// The sign of the determinant of square matrices and the logarithm of its size, by the QR factorization.
struct SignedLogDeterminant: Composite {
  let name = "signedLogDeterminant"
  var resultCount: Int { 2 }

  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try MatrixRule.check(operands)
    try MatrixRule.checkSquare(operands[0])
    let type = operands[0].replacingMatrix(with: [])
    return [type, type]
  }

  func evaluate(_ operands: [Tensor]) -> [Tensor] {
    let factors = bind(HouseholderQR(), [operands[0]])
    let diagonal = factors[0].diagonal(axes: (-2, -1))
    // Every reflection changes the sign; a scale of 0 is none.
    let reflections = select(factors[1] .!= 0, Tensor(ScalarLiteral(-1, diagonal.dtype)), 1)
    let sign = sign(diagonal).product(axis: -1) * reflections.product(axis: -1)
    return [sign, log(abs(diagonal)).sum(axis: -1)]
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
