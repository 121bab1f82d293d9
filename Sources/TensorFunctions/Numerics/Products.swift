import TensorCore
import TensorPrimitives
import TensorTransformations

extension Tensor {
  /// The matrix product (`jnp.matmul`).
  ///
  /// Shapes `[…, m, k]` and `[…, k, n]` give `[…, m, n]`; the leading axes broadcast. A vector is a row on the left and
  /// a column on the right, and its axis is left out of the result.
  ///
  /// - Parameters:
  ///   - other: the matrix on the right.
  ///   - precision: how exactly products are computed.
  ///   - preferredElementType: the dtype to add in and return; that of the operands when nil.
  public func matmul(
    _ other: Tensor, precision: Precision = .default, preferredElementType: DType? = nil
  ) -> Tensor {
    if isFailed { return self }
    if other.isFailed { return other }
    if rank == 0 || other.rank == 0 {
      return Tensor.failed(
        TensorError(
          "matmul", operands: [self, other], problem: "a scalar has no matrix product",
          expected: "operands of rank 1 or more; use `*` for scalars"))
    }
    let inner = other.rank == 1 ? 0 : other.rank - 2
    guard type.shape[-1] == other.type.shape[inner] else {
      return Tensor.failed(
        TensorError(
          "matmul", operands: [self, other],
          problem:
            "the last axis of the first operand has \(type.shape[-1]) elements, axis \(inner) of the second has \(other.type.shape[inner])",
          expected: "[…, m, k] and [k, n] or […, k, n] with the same k"))
    }
    if dtype == other.dtype && other.rank == 2 && rank >= 1 {
      return Tensor.product(self, other, precision, preferredElementType)
    }
    let key = ProductKey(precision: precision, resultDType: preferredElementType)
    return fused("matmul", key, [self, other]) { operands in
      let promoted = Promotion.promoted(operands)
      return [Tensor.product(promoted[0], promoted[1], precision, preferredElementType)]
    }[0]
  }

  private struct ProductKey: Hashable, Sendable {
    let precision: Precision
    let resultDType: DType?
  }

  private static func product(
    _ a: Tensor, _ b: Tensor, _ precision: Precision, _ resultDType: DType?
  ) -> Tensor {
    typealias Axes = DotGeneral.Axes
    if b.rank <= 2 {
      let inner = b.rank == 1 ? 0 : b.rank - 2
      return bind(
        DotGeneral(
          contracting: Axes(a: [a.rank - 1], b: [inner]), batching: Axes(a: [], b: []), precision: precision,
          resultDType: resultDType),
        a, b)
    }
    let left = a.rank == 1 ? a.expandedDimensions(axis: 0) : a
    let leading = (
      Shape(Array(left.type.shape.dimensions.dropLast(2))), Shape(Array(b.type.shape.dimensions.dropLast(2)))
    )
    guard let batch = Promotion.broadcastShape([leading.0, leading.1]) else {
      return Tensor.failed(
        TensorError(
          "matmul", operands: [a, b],
          problem: "the leading axes \(leading.0) and \(leading.1) cannot be broadcast",
          expected: "extents that are equal or 1, compared from the last leading axis"))
    }
    let first = left.broadcast(to: batch + Shape(Array(left.type.shape.dimensions.suffix(2))))
    let second = b.broadcast(to: batch + Shape(Array(b.type.shape.dimensions.suffix(2))))
    let axes = Array(0..<batch.count)
    let result: Tensor = bind(
      DotGeneral(
        contracting: Axes(a: [batch.count + 1], b: [batch.count]), batching: Axes(a: axes, b: axes),
        precision: precision, resultDType: resultDType), first, second)
    return a.rank == 1 ? result.squeezed(axis: batch.count) : result
  }
}
