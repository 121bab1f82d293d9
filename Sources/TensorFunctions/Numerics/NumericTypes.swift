public import TensorCore
import TensorPrimitives

/// The limits of a floating dtype (`jnp.finfo`): `finfo(.float32).max`.
///
/// The numbers are scalars of the dtype. They fail if the dtype is not floating; a complex dtype is taken by its parts.
public func finfo(_ dtype: DType) -> FloatingLimits { FloatingLimits(dtype: dtype.realPart) }

/// The limits of an integer dtype (`jnp.iinfo`): `iinfo(.int8).min`.
///
/// The numbers are scalars of the dtype. They fail if the dtype is not an integer type.
public func iinfo(_ dtype: DType) -> IntegerLimits { IntegerLimits(dtype: dtype) }

/// The dtype of what two dtypes are combined to (`jnp.promote_types`).
///
/// Never fails.
public func promoteTypes(_ a: DType, _ b: DType) -> DType { DType.promoted((a, false), (b, false)).dtype }

/// The dtype of what tensors are combined to, of which literals give way to others (`jnp.result_type`).
///
/// `resultType(Tensor.ones([2], dtype: .bfloat16), 1.5)` is bfloat16. Never fails; without tensors it is float32.
public func resultType(_ tensors: Tensor...) -> DType {
  tensors.isEmpty ? .float32 : Promotion.common(tensors).dtype
}

/// The shape that shapes broadcast to (`jnp.broadcast_shapes`): aligned at the last axis, extents equal or 1.
///
/// Fails at once, by throwing, if they do not broadcast.
///
/// - Throws: `TensorError` if they do not broadcast.
public func broadcastShapes(_ shapes: Shape...) throws(TensorError) -> Shape {
  guard let shape = Promotion.broadcastShape(shapes) else {
    throw TensorError(
      "broadcastShapes",
      problem: "the shapes " + shapes.map { "\($0)" }.joined(separator: " and ")
        + " cannot be broadcast together",
      expected: "extents that are equal or 1, compared from the last axis")
  }
  return shape
}
