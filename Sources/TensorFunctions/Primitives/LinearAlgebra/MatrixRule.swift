package import TensorCore
package import TensorPrimitives
import TensorTransformations

/// The type rules of operations on matrices, which are the last two axes.
package enum MatrixRule {
  /// Checks that operands are floating-point matrices with the same leading axes.
  package static func check(_ operands: [TensorType], _ domain: Domain = .floating) throws(TypeRuleError) {
    try domain.check(operands)
    _ = try ElementwiseRule.dtype(operands)
    for operand in operands {
      guard operand.ndim >= 2 else {
        throw TypeRuleError("\(operand.shape) is not a matrix", expected: "a tensor of rank 2 or more")
      }
      guard operand.shape.dimensions.dropLast(2) == operands[0].shape.dimensions.dropLast(2) else {
        throw TypeRuleError(
          "the leading axes of \(operands[0].shape) and \(operand.shape) differ",
          expected: "matrices with the same leading axes")
      }
    }
  }

  /// Checks that a type is that of square matrices.
  static func checkSquare(_ type: TensorType) throws(TypeRuleError) {
    guard type.ndim >= 2, type.shape[-1] == type.shape[-2] else {
      throw TypeRuleError("\(type.shape) is not a square matrix", expected: "the last two axes of one extent")
    }
  }

  /// Batches an operation that takes any leading axes.
  package static func batch(
    _ primitive: some Primitive, _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    let results = bind(primitive, zip(operands, axes).map { $0.batchedFirst($1, context) })
    return (results, results.map { _ in 0 })
  }
}

extension TensorType {
  /// The same leading axes with another matrix, or vector, at the end.
  func replacingMatrix(with extents: [Int]) -> TensorType {
    with(shape: Shape(shape.dimensions.dropLast(2) + extents))
  }
}

extension Tensor {
  /// The matrices exchanged.
  var transposedMatrix: Tensor { isFailed ? self : swapaxes(-1, -2) }

  /// The matrix product of tensors with the same leading axes.
  func times(_ other: Tensor) -> Tensor { matmul(self, other, precision: .highest) }
}
