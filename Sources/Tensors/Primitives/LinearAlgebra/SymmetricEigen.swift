import StableHLO

/// The eigenvalues of symmetric matrices, ascending, and their eigenvectors as columns; reads the lower triangle.
struct SymmetricEigen: Primitive {
  let name = "eigh"
  var resultCount: Int { 2 }

  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try MatrixRule.check(operands)
    try MatrixRule.checkSquare(operands[0])
    return [operands[0].replacingMatrix(with: [operands[0].shape[-1]]), operands[0]]
  }

  func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let results = bind(self, primals)
    guard let tangent = tangents[0] else { return (results, [nil, nil]) }
    let (values, vectors) = (results[0], results[1])
    let inner = vectors.transposedMatrix.times(tangent).times(vectors)
    // One over the differences of eigenvalues, with 0 on the diagonal.
    let identity = Tensor.eye(values.type.shape[-1], dtype: values.dtype)
    let differences = values.expandedDimensions(axis: -2) - values.expandedDimensions(axis: -1)
    let weights = 1 / (differences + identity) - identity
    return (results, [inner.diagonal(axes: (-2, -1)), vectors.times(weights * inner)])
  }

  func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) { MatrixRule.batch(self, operands, axes, context) }

  func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let types = context.resultTypes.map(\.hlo)
    // XLA's expansion of Jacobi's method: lower triangle, sorted, at most so many sweeps, down to this tolerance.
    let tolerance = context.operandTypes[0].dtype == .float64 ? "1e-13" : "1e-6"
    let results = context.function.customCall(
      "Eigh", operands, results: [types[1], types[0]],
      attributes: ["backend_config = \"1,1,100,\(tolerance)\""])
    return [results[1], results[0]]
  }
}
