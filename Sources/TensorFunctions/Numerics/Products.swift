public import TensorCore
public import TensorPrimitives
import TensorTransformations

extension Tensor {
  fileprivate static func product(
    _ a: Tensor, _ b: Tensor, _ precision: Precision, _ resultDType: DType?
  ) -> Tensor {
    typealias Axes = DotGeneral.Axes
    if b.ndim <= 2 {
      let inner = b.ndim == 1 ? 0 : b.ndim - 2
      return bind(
        DotGeneral(
          contracting: Axes(a: [a.ndim - 1], b: [inner]), batching: Axes(a: [], b: []), precision: precision,
          resultDType: resultDType),
        a, b)
    }
    let left = a.ndim == 1 ? expandDims(a, axis: 0) : a
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
    let first = broadcastTo(left, batch + Shape(Array(left.type.shape.dimensions.suffix(2))))
    let second = broadcastTo(b, batch + Shape(Array(b.type.shape.dimensions.suffix(2))))
    let axes = Array(0..<batch.count)
    let result: Tensor = bind(
      DotGeneral(
        contracting: Axes(a: [batch.count + 1], b: [batch.count]), batching: Axes(a: axes, b: axes),
        precision: precision, resultDType: resultDType), first, second)
    return a.ndim == 1 ? result.squeeze(axis: batch.count) : result
  }
}

/// The matrix product (`jnp.matmul`).
///
/// Shapes `[…, m, k]` and `[…, k, n]` give `[…, m, n]`; the leading axes broadcast. A vector is a row on the left and
/// a column on the right, and its axis is left out of the result.
/// Fails for scalars, and where the extents `k` differ or the leading axes do not broadcast.
///
/// - Parameters:
///   - a: the tensor.
///   - b: the matrix on the right.
///   - precision: how exactly products are computed.
///   - preferredElementType: the dtype to add in and return; that of the operands when nil.
public func matmul(
  _ a: Tensor, _ b: Tensor, precision: Precision = .default, preferredElementType: DType? = nil
) -> Tensor {
  if a.isFailed { return a }
  if b.isFailed { return b }
  if a.ndim == 0 || b.ndim == 0 {
    return Tensor.failed(
      TensorError(
        "matmul", operands: [a, b], problem: "a scalar has no matrix product",
        expected: "operands of rank 1 or more; use `*` for scalars"))
  }
  let inner = b.ndim == 1 ? 0 : b.ndim - 2
  guard a.type.shape[-1] == b.type.shape[inner] else {
    return Tensor.failed(
      TensorError(
        "matmul", operands: [a, b],
        problem:
          "the last axis of the first operand has \(a.type.shape[-1]) elements, axis \(inner) of the second has \(b.type.shape[inner])",
        expected: "[…, m, k] and [k, n] or […, k, n] with the same k"))
  }
  if a.dtype == b.dtype && b.ndim == 2 && a.ndim >= 1 {
    return Tensor.product(a, b, precision, preferredElementType)
  }
  return fused("matmul", [a, b], precision, preferredElementType) { operands, precision, dtype in
    let promoted = Promotion.promoted(operands)
    return [Tensor.product(promoted[0], promoted[1], precision, dtype)]
  }[0]
}
