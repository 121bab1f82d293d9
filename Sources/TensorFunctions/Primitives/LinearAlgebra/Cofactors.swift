package import TensorCore
import TensorPrimitives
import TensorTransformations

/// The cofactors of square matrices, which are the derivative of the determinant: `det(a) a⁻ᵀ` where a has an inverse, and
/// exact where it has none.
package struct Cofactors: Composite {
  package let name = "cofactors"

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try MatrixRule.check(operands, .floatingOrComplex)
    try MatrixRule.checkSquare(operands[0])
    return operands
  }

  package func evaluate(_ operands: [Tensor]) -> [Tensor] {
    let factors = DiagonalFactors(operands[0])
    // Of a diagonal matrix: the products of all other elements.
    let size = operands[0].type.shape[-1]
    let identity = broadcastTo(Tensor.eye(size, dtype: factors.diagonal.dtype), operands[0].type.shape)
    let inner = expandDims(factors.cofactors, axis: -1) * identity
    return [factors.backward(inner).astype(operands[0].dtype)]
  }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    ([bind(self, primals[0])], [tangents[0].map { bind(CofactorTangents(), primals[0], $0) }])
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) { MatrixRule.batch(self, operands, axes, context) }
}

/// How the cofactors of the first operand move when it moves along the second.
///
/// As a bilinear form this is the second derivative of the determinant, which is symmetric: it is its own transpose.
package struct CofactorTangents: Composite {
  package let name = "cofactorTangents"

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(2, operands)
    try MatrixRule.check(operands, .floatingOrComplex)
    try MatrixRule.checkSquare(operands[0])
    if operands[0].shape != operands[1].shape {
      throw TypeRuleError(
        "the shapes differ: \(operands[0].shape) and \(operands[1].shape)", expected: "operands of one shape")
    }
    return [operands[0]]
  }

  package func evaluate(_ operands: [Tensor]) -> [Tensor] {
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

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let (a, moved) = (primals[0], primals[1])
    let result: Tensor = bind(self, a, moved)
    let first = tangents[0].map { tangent in
      // The third derivative of the determinant, and all beyond: those of a polynomial.
      TensorTransformations.jvp({ CofactorTangents.byExpansion($0, moved) }, primals: a, tangents: tangent).1
    }
    return ([result], [Tensor.sum(first, tangents[1].map { bind(self, a, $0) })])
  }

  /// The same by the derivatives of the determinant of what is near a, as a polynomial.
  private static func byExpansion(_ a: Tensor, _ moved: Tensor) -> Tensor {
    let factors = DiagonalFactors(stopGradient(a))
    func slope(_ x: Tensor) -> Tensor {
      TensorTransformations.jvp(
        { (x: Tensor) in factors.determinant(changedBy: x - stopGradient(x)).astype(a.dtype) }, primals: x,
        tangents: moved
      ).1
    }
    let (value, pullback) = TensorTransformations.vjp(slope, primals: a)
    return pullback(Tensor.onesLike(value))
  }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    [nil, cotangents[0].map { bind(self, operands[0].value(self), $0) }]
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) { MatrixRule.batch(self, operands, axes, context) }
}
