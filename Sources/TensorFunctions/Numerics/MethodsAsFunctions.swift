public import TensorCore
public import TensorPrimitives
import TensorTransformations

// Functions of `jax.numpy` that `jax.Array` has as methods too: they call the method, where their documentation is.

/// The sum over axes, all when nil (`jnp.sum`); see `Tensor.sum`.
///
/// Fails if an axis is out of range or given twice, or the mask does not broadcast.
public func sum(
  _ x: Tensor, axis: (any AxisList)? = nil, dtype: DType? = nil, keepdims: Bool = false,
  initial: Double? = nil, where mask: Tensor? = nil
) -> Tensor {
  x.sum(axis: axis, dtype: dtype, keepdims: keepdims, initial: initial, where: mask)
}

/// The product over axes, all when nil (`jnp.prod`); see `Tensor.prod`.
///
/// Fails if an axis is out of range or given twice, or the mask does not broadcast.
public func prod(
  _ x: Tensor, axis: (any AxisList)? = nil, dtype: DType? = nil, keepdims: Bool = false,
  initial: Double? = nil, where mask: Tensor? = nil
) -> Tensor {
  x.prod(axis: axis, dtype: dtype, keepdims: keepdims, initial: initial, where: mask)
}

/// The mean over axes, all when nil (`jnp.mean`); see `Tensor.mean`.
///
/// Fails if an axis is out of range or given twice, or the mask does not broadcast.
public func mean(
  _ x: Tensor, axis: (any AxisList)? = nil, dtype: DType? = nil, keepdims: Bool = false,
  where mask: Tensor? = nil
) -> Tensor {
  x.mean(axis: axis, dtype: dtype, keepdims: keepdims, where: mask)
}

/// The standard deviation over axes, all when nil (`jnp.std`); see `Tensor.std`.
///
/// Fails if an axis is out of range or given twice, or the mask does not broadcast.
public func std(
  _ x: Tensor, axis: (any AxisList)? = nil, keepdims: Bool = false, where mask: Tensor? = nil,
  correction: Int = 0
) -> Tensor {
  x.std(axis: axis, keepdims: keepdims, where: mask, correction: correction)
}

/// The greatest element over axes, all when nil (`jnp.max`); see `Tensor.max`.
///
/// Fails if an axis is out of range or given twice, or the mask does not broadcast, for complex numbers, and without
/// `initial` if there is a mask or no element.
public func max(
  _ x: Tensor, axis: (any AxisList)? = nil, keepdims: Bool = false, initial: Double? = nil,
  where mask: Tensor? = nil
) -> Tensor {
  x.max(axis: axis, keepdims: keepdims, initial: initial, where: mask)
}

/// The least element over axes, all when nil (`jnp.min`); see `Tensor.min`.
///
/// Fails if an axis is out of range or given twice, or the mask does not broadcast, for complex numbers, and without
/// `initial` if there is a mask or no element.
public func min(
  _ x: Tensor, axis: (any AxisList)? = nil, keepdims: Bool = false, initial: Double? = nil,
  where mask: Tensor? = nil
) -> Tensor {
  x.min(axis: axis, keepdims: keepdims, initial: initial, where: mask)
}

/// The difference of the greatest and the least element over axes, all when nil (`jnp.ptp`); see `Tensor.ptp`.
///
/// Fails if an axis is out of range or given twice, for booleans and complex numbers, and if there is no element.
public func ptp(_ x: Tensor, axis: (any AxisList)? = nil, keepdims: Bool = false) -> Tensor {
  x.ptp(axis: axis, keepdims: keepdims)
}

/// Whether all elements over axes are true (`jnp.all`); see `Tensor.all`.
///
/// Fails if an axis is out of range or given twice, or the mask does not broadcast.
public func all(_ x: Tensor, axis: (any AxisList)? = nil, keepdims: Bool = false, where mask: Tensor? = nil)
  -> Tensor
{
  x.all(axis: axis, keepdims: keepdims, where: mask)
}

/// Whether an element over axes is true (`jnp.any`); see `Tensor.any`.
///
/// Fails if an axis is out of range or given twice, or the mask does not broadcast.
public func any(_ x: Tensor, axis: (any AxisList)? = nil, keepdims: Bool = false, where mask: Tensor? = nil)
  -> Tensor
{
  x.any(axis: axis, keepdims: keepdims, where: mask)
}

/// The index of the greatest element along an axis, of the flattened tensor when nil
/// (`jnp.argmax`); see `Tensor.argmax`.
///
/// Fails if the axis is out of range or has no element, and for complex numbers.
public func argmax(_ x: Tensor, axis: Int? = nil, keepdims: Bool = false) -> Tensor {
  x.argmax(axis: axis, keepdims: keepdims)
}

/// The index of the least element along an axis, of the flattened tensor when nil (`jnp.argmin`); see `Tensor.argmin`.
///
/// Fails if the axis is out of range or has no element, and for complex numbers.
public func argmin(_ x: Tensor, axis: Int? = nil, keepdims: Bool = false) -> Tensor {
  x.argmin(axis: axis, keepdims: keepdims)
}

/// The elements along an axis in ascending order (`jnp.sort`); see `Tensor.sort`.
///
/// Fails if the axis is out of range, and for complex numbers.
public func sort(_ x: Tensor, axis: Int = -1, descending: Bool = false) -> Tensor {
  x.sort(axis: axis, descending: descending)
}

/// The positions of the elements along an axis in ascending order (`jnp.argsort`); see `Tensor.argsort`.
///
/// Fails if the axis is out of range, and for complex numbers.
public func argsort(_ x: Tensor, axis: Int = -1, descending: Bool = false) -> Tensor {
  x.argsort(axis: axis, descending: descending)
}

/// The sum of each element and those before it (`jnp.cumsum`); see `Tensor.cumsum`.
///
/// The result has the shape of `x`, or `[size]` when the axis is nil. Fails if the axis is out of range.
public func cumsum(_ x: Tensor, axis: Int? = nil, dtype: DType? = nil, reverse: Bool = false) -> Tensor {
  x.cumsum(axis: axis, dtype: dtype, reverse: reverse)
}

/// The product of each element and those before it (`jnp.cumprod`); see `Tensor.cumprod`.
///
/// The result has the shape of `x`, or `[size]` when the axis is nil. Fails if the axis is out of range.
public func cumprod(_ x: Tensor, axis: Int? = nil, dtype: DType? = nil, reverse: Bool = false) -> Tensor {
  x.cumprod(axis: axis, dtype: dtype, reverse: reverse)
}

/// The product over the last axis of the first and the last but one of the second; scalars multiply
/// (`jnp.dot`); see `Tensor.dot`.
///
/// `[…, k]` and `[…, k, n]` give `[…, …, n]`. Fails where the extents `k` differ.
public func dot(_ x: Tensor, _ y: Tensor, precision: Precision = .default, preferredElementType: DType? = nil)
  -> Tensor
{
  x.dot(y, precision: precision, preferredElementType: preferredElementType)
}

/// The elements as another dtype (`jnp.astype`); see `Tensor.astype`.
///
/// The result has the shape of `x`. Never fails by itself.
public func astype(_ x: Tensor, _ dtype: DType) -> Tensor {
  x.astype(dtype)
}

/// The elements in row-major order in another shape (`jnp.reshape`); see `Tensor.reshape`.
///
/// Fails if the shape has another number of elements, or a negative extent other than one -1.
public func reshape(_ x: Tensor, _ shape: Shape) -> Tensor {
  x.reshape(shape)
}

/// The elements in row-major order, as a vector (`jnp.ravel`); see `Tensor.ravel`.
///
/// Any shape gives `[size]`. Never fails by itself.
public func ravel(_ x: Tensor) -> Tensor {
  x.ravel()
}

/// The axes in another order, reversed when nil (`jnp.transpose`); see `Tensor.transpose`.
///
/// `[2, 3, 4]` gives `[4, 3, 2]`. Fails if `axes` does not have every axis once.
public func transpose(_ x: Tensor, _ axes: [Int]? = nil) -> Tensor {
  x.transpose(axes)
}

/// Matrices `[…, m, n]` as `[…, n, m]` (`jnp.matrix_transpose`); see `Tensor.mT`.
///
/// Fails for fewer than two axes.
public func matrixTranspose(_ x: Tensor) -> Tensor { x.mT }

/// Two axes exchanged (`jnp.swapaxes`); see `Tensor.swapaxes`.
///
/// Fails if an axis is out of range.
public func swapaxes(_ x: Tensor, _ axis1: Int, _ axis2: Int) -> Tensor {
  x.swapaxes(axis1, axis2)
}

/// Axes of one element left out, all of them when nil (`jnp.squeeze`); see `Tensor.squeeze`.
///
/// Fails if an axis is out of range, given twice, or has another extent than 1.
public func squeeze(_ x: Tensor, axis: (any AxisList)? = nil) -> Tensor {
  x.squeeze(axis: axis)
}

/// The elements at positions along an axis, of the flattened tensor when nil (`jnp.take`); see `Tensor.take`.
///
/// The shape of `indices` takes the place of the axis. Fails if the axis is out of range, or the positions are not
/// integers.
public func take(
  _ x: Tensor, _ indices: Tensor, axis: Int? = nil, mode: IndexMode = .fill, fillValue: Tensor? = nil
) -> Tensor {
  x.take(indices, axis: axis, mode: mode, fillValue: fillValue)
}

/// Where values would go in a sorted vector so that it stays sorted, int32
/// (`jnp.searchsorted`); see `Tensor.searchsorted`.
///
/// `[n]` and values of any shape give that shape. Fails if `x` is not a vector, and for complex numbers.
public func searchsorted(_ x: Tensor, _ values: Tensor, side: Tensor.SearchSide = .left) -> Tensor {
  x.searchsorted(values, side: side)
}

/// The positions of the elements that are not zero, one vector for each axis, `size` of them
/// (`jnp.nonzero`); see `Tensor.nonzero`.
///
/// The results are `[size]`, int32. Never fails by itself.
public func nonzero(_ x: Tensor, size: Int, fillValue: Int = 0) -> [Tensor] {
  x.nonzero(size: size, fillValue: fillValue)
}

/// The elements of a diagonal of two axes, as a last axis (`jnp.diagonal`); see `Tensor.diagonal`.
///
/// `[m, n, …]` gives `[…, k]`. Fails if the axes are out of range or the same.
public func diagonal(_ x: Tensor, offset: Int = 0, axis1: Int = 0, axis2: Int = 1) -> Tensor {
  x.diagonal(offset: offset, axis1: axis1, axis2: axis2)
}

/// The sum of a diagonal (`jnp.trace`); see `Tensor.trace`.
///
/// `[m, n, …]` gives `[…]`. Fails if the axes are out of range or the same.
public func trace(_ x: Tensor, offset: Int = 0, axis1: Int = 0, axis2: Int = 1) -> Tensor {
  x.trace(offset: offset, axis1: axis1, axis2: axis2)
}
