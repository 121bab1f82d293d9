package import StableHLO
package import TensorCore
import TensorPrimitives
import TensorTransformations

/// The solution of a triangular system `op(a) x = b`, or `x op(a) = b`, for matrices of any leading axes.
package struct TriangularSolve: Primitive {
  package let name = "triangularSolve"
  let isLeft: Bool
  let isLower: Bool
  let isTransposed: Bool
  let hasUnitDiagonal: Bool
  package var parameters: String {
    "left: \(isLeft), lower: \(isLower)" + (isTransposed ? ", transposed" : "")
      + (hasUnitDiagonal ? ", unit diagonal" : "")
  }

  init(isLeft: Bool = true, isLower: Bool, isTransposed: Bool = false, hasUnitDiagonal: Bool = false) {
    self.isLeft = isLeft
    self.isLower = isLower
    self.isTransposed = isTransposed
    self.hasUnitDiagonal = hasUnitDiagonal
  }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(2, operands)
    try MatrixRule.check(operands, .floatingOrComplex)
    try MatrixRule.checkSquare(operands[0])
    let count = operands[1].shape[isLeft ? -2 : -1]
    guard count == operands[0].shape[-1] else {
      throw TypeRuleError(
        "a matrix of \(operands[0].shape) and a right side of \(operands[1].shape)",
        expected: "a right side with \(operands[0].shape[-1]) \(isLeft ? "rows" : "columns")")
    }
    return [operands[1]]
  }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let a = primals[0]
    let x: Tensor = bind(self, a, primals[1])
    // From op(a) x = b: op(a) dx = db - op(da) x.
    var right = tangents[1]
    if let tangent = tangents[0] {
      let offset = hasUnitDiagonal ? 1 : 0
      let used = isLower ? tril(tangent, k: -offset) : triu(tangent, k: offset)
      let moved = isTransposed ? used.transposedMatrix : used
      right = Tensor.sum(right, -(isLeft ? moved.times(x) : x.times(moved)))
    }
    return ([x], [right.map { bind(self, a, $0) }])
  }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    let transposed = TriangularSolve(
      isLeft: isLeft, isLower: isLower, isTransposed: !isTransposed, hasUnitDiagonal: hasUnitDiagonal)
    return [nil, cotangents[0].map { bind(transposed, operands[0].value(self), $0) }]
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) { MatrixRule.batch(self, operands, axes, context) }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    [
      lowerToLAPACK(operands, context)
        ?? context.function.triangularSolve(
          operands[0], operands[1], isLeft: isLeft, isLower: isLower, isTransposed: isTransposed,
          hasUnitDiagonal: hasUnitDiagonal)
    ]
  }
}
