/// The cofactors of square matrices, which are the derivative of the determinant: `det(a) a⁻ᵀ` where a has an inverse, and
/// exact where it has none.
struct Cofactors: Composite {
  let name = "cofactors"

  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try MatrixRule.check(operands, .floatingOrComplex)
    try MatrixRule.checkSquare(operands[0])
    return operands
  }

  func evaluate(_ operands: [Tensor]) -> [Tensor] {
    let factors = DiagonalFactors(operands[0])
    // Of a diagonal matrix: the products of all other elements.
    let size = operands[0].type.shape[-1]
    let identity = broadcastTo(Tensor.eye(size, dtype: factors.diagonal.dtype), operands[0].type.shape)
    let inner = expandDims(factors.cofactors, axis: -1) * identity
    return [factors.backward(inner).astype(operands[0].dtype)]
  }

  func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    ([bind(self, primals[0])], [tangents[0].map { bind(CofactorTangents(), primals[0], $0) }])
  }

  func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) { MatrixRule.batch(self, operands, axes, context) }
}

/// How the cofactors of the first operand move when it moves along the second.
///
/// As a bilinear form this is the second derivative of the determinant, which is symmetric: it is its own transpose.
struct CofactorTangents: LinearPrimitive, Composite {
  let name = "cofactorTangents"

  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(2, operands)
    try MatrixRule.check(operands, .floatingOrComplex)
    try MatrixRule.checkSquare(operands[0])
    if operands[0].shape != operands[1].shape {
      throw TypeRuleError(
        "the shapes differ: \(operands[0].shape) and \(operands[1].shape)", expected: "operands of one shape")
    }
    return [operands[0]]
  }

  func evaluate(_ operands: [Tensor]) -> [Tensor] {
    let factors = DiagonalFactors(operands[0])
    let moved = factors.forward(operands[1].astype(factors.diagonal.dtype))
    // Of a diagonal matrix: the products of all elements but two, which these two places change.
    let pairs = factors.pairCofactors
    let size = operands[0].type.shape[-1]
    let identity = broadcastTo(Tensor.eye(size, dtype: .bool), operands[0].type.shape)
    let diagonal = pairs.times(expandDims(moved.diagonal(axis1: -2, axis2: -1), axis: -1))
    let inner = select(identity, diagonal, -(pairs * moved).transposedMatrix)
    return [factors.backward(inner).astype(operands[0].dtype)]
  }

  func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let (a, moved) = (primals[0], primals[1])
    let result: Tensor = bind(self, a, moved)
    let first = tangents[0].map { tangent in
      // The third derivative of the determinant, by the inverse.
      Tensors.jvp(
        { (a: Tensor) -> Tensor in
          let identity = broadcastTo(Tensor.eye(a.type.shape[-1], dtype: a.dtype), a.type.shape)
          let inverse: Tensor = bind(MatrixSolve(isTransposed: true), a, identity)
          let relative = (inverse * moved).sum(axis: [-2, -1], keepdims: true)
          let determinant = expandDims(bind(Determinant(), [a])[0], axis: [-2, -1])
          return determinant * (relative * inverse - inverse.times(moved.transposedMatrix).times(inverse))
        }, primals: a, tangents: tangent
      ).1
    }
    return ([result], [Tensor.sum(first, tangents[1].map { bind(self, a, $0) })])
  }

  func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    [nil, cotangents[0].map { bind(self, operands[0].value(self), $0) }]
  }

  func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) { MatrixRule.batch(self, operands, axes, context) }
}
