public import TensorCore
public import TensorPrimitives
import TensorTransformations

// Functions of `jax.numpy` that `jax.Array` has as methods too: they call the method, where their documentation is.

/// The sum over axes, all when nil (`jnp.sum`); see `Tensor.sum`.
public func sum(
  _ x: Tensor, axis: (any AxisList)? = nil, dtype: DType? = nil, keepdims: Bool = false,
  initial: Double? = nil, where mask: Tensor? = nil
) -> Tensor {
  x.sum(axis: axis, dtype: dtype, keepdims: keepdims, initial: initial, where: mask)
}

/// The product over axes, all when nil (`jnp.prod`); see `Tensor.prod`.
public func prod(
  _ x: Tensor, axis: (any AxisList)? = nil, dtype: DType? = nil, keepdims: Bool = false,
  initial: Double? = nil, where mask: Tensor? = nil
) -> Tensor {
  x.prod(axis: axis, dtype: dtype, keepdims: keepdims, initial: initial, where: mask)
}

/// The mean over axes, all when nil (`jnp.mean`); see `Tensor.mean`.
public func mean(
  _ x: Tensor, axis: (any AxisList)? = nil, dtype: DType? = nil, keepdims: Bool = false,
  where mask: Tensor? = nil
) -> Tensor {
  x.mean(axis: axis, dtype: dtype, keepdims: keepdims, where: mask)
}

/// The standard deviation over axes, all when nil (`jnp.std`); see `Tensor.std`.
public func std(
  _ x: Tensor, axis: (any AxisList)? = nil, keepdims: Bool = false, where mask: Tensor? = nil,
  correction: Int = 0
) -> Tensor {
  x.std(axis: axis, keepdims: keepdims, where: mask, correction: correction)
}

/// The greatest element over axes, all when nil (`jnp.max`); see `Tensor.max`.
public func max(
  _ x: Tensor, axis: (any AxisList)? = nil, keepdims: Bool = false, initial: Double? = nil,
  where mask: Tensor? = nil
) -> Tensor {
  x.max(axis: axis, keepdims: keepdims, initial: initial, where: mask)
}

/// The least element over axes, all when nil (`jnp.min`); see `Tensor.min`.
public func min(
  _ x: Tensor, axis: (any AxisList)? = nil, keepdims: Bool = false, initial: Double? = nil,
  where mask: Tensor? = nil
) -> Tensor {
  x.min(axis: axis, keepdims: keepdims, initial: initial, where: mask)
}

/// The difference of the greatest and the least element over axes, all when nil (`jnp.ptp`); see `Tensor.ptp`.
public func ptp(_ x: Tensor, axis: (any AxisList)? = nil, keepdims: Bool = false) -> Tensor {
  x.ptp(axis: axis, keepdims: keepdims)
}

/// Whether all elements over axes are true (`jnp.all`); see `Tensor.all`.
public func all(_ x: Tensor, axis: (any AxisList)? = nil, keepdims: Bool = false, where mask: Tensor? = nil)
  -> Tensor
{
  x.all(axis: axis, keepdims: keepdims, where: mask)
}

/// Whether an element over axes is true (`jnp.any`); see `Tensor.any`.
public func any(_ x: Tensor, axis: (any AxisList)? = nil, keepdims: Bool = false, where mask: Tensor? = nil)
  -> Tensor
{
  x.any(axis: axis, keepdims: keepdims, where: mask)
}

/// The index of the greatest element along an axis, of the flattened tensor when nil
/// (`jnp.argmax`); see `Tensor.argmax`.
public func argmax(_ x: Tensor, axis: Int? = nil, keepdims: Bool = false) -> Tensor {
  x.argmax(axis: axis, keepdims: keepdims)
}

/// The index of the least element along an axis, of the flattened tensor when nil (`jnp.argmin`); see `Tensor.argmin`.
public func argmin(_ x: Tensor, axis: Int? = nil, keepdims: Bool = false) -> Tensor {
  x.argmin(axis: axis, keepdims: keepdims)
}

/// The elements along an axis in ascending order (`jnp.sort`); see `Tensor.sort`.
public func sort(_ x: Tensor, axis: Int = -1, descending: Bool = false) -> Tensor {
  x.sort(axis: axis, descending: descending)
}

/// The positions of the elements along an axis in ascending order (`jnp.argsort`); see `Tensor.argsort`.
public func argsort(_ x: Tensor, axis: Int = -1, descending: Bool = false) -> Tensor {
  x.argsort(axis: axis, descending: descending)
}

/// The sum of each element and those before it (`jnp.cumsum`); see `Tensor.cumsum`.
public func cumsum(_ x: Tensor, axis: Int? = nil, dtype: DType? = nil, reverse: Bool = false) -> Tensor {
  x.cumsum(axis: axis, dtype: dtype, reverse: reverse)
}

/// The product of each element and those before it (`jnp.cumprod`); see `Tensor.cumprod`.
public func cumprod(_ x: Tensor, axis: Int? = nil, dtype: DType? = nil, reverse: Bool = false) -> Tensor {
  x.cumprod(axis: axis, dtype: dtype, reverse: reverse)
}

/// The product over the last axis of the first and the last but one of the second; scalars multiply
/// (`jnp.dot`); see `Tensor.dot`.
public func dot(_ x: Tensor, _ y: Tensor, precision: Precision = .default, preferredElementType: DType? = nil)
  -> Tensor
{
  x.dot(y, precision: precision, preferredElementType: preferredElementType)
}

/// The elements as another dtype (`jnp.astype`); see `Tensor.astype`.
public func astype(_ x: Tensor, _ dtype: DType) -> Tensor {
  x.astype(dtype)
}

/// The elements in row-major order in another shape (`jnp.reshape`); see `Tensor.reshape`.
public func reshape(_ x: Tensor, _ shape: Shape) -> Tensor {
  x.reshape(shape)
}

/// The elements in row-major order, as a vector (`jnp.ravel`); see `Tensor.ravel`.
public func ravel(_ x: Tensor) -> Tensor {
  x.ravel()
}

/// The axes in another order, reversed when nil (`jnp.transpose`); see `Tensor.transpose`.
public func transpose(_ x: Tensor, _ axes: [Int]? = nil) -> Tensor {
  x.transpose(axes)
}

/// Matrices `[…, m, n]` as `[…, n, m]` (`jnp.matrix_transpose`); see `Tensor.mT`.
public func matrixTranspose(_ x: Tensor) -> Tensor { x.mT }

/// Two axes exchanged (`jnp.swapaxes`); see `Tensor.swapaxes`.
public func swapaxes(_ x: Tensor, _ axis1: Int, _ axis2: Int) -> Tensor {
  x.swapaxes(axis1, axis2)
}

/// Axes of one element left out, all of them when nil (`jnp.squeeze`); see `Tensor.squeeze`.
public func squeeze(_ x: Tensor, axis: (any AxisList)? = nil) -> Tensor {
  x.squeeze(axis: axis)
}

/// The elements at positions along an axis, of the flattened tensor when nil (`jnp.take`); see `Tensor.take`.
public func take(
  _ x: Tensor, _ indices: Tensor, axis: Int? = nil, mode: IndexMode = .fill, fillValue: Tensor? = nil
) -> Tensor {
  x.take(indices, axis: axis, mode: mode, fillValue: fillValue)
}

/// Where values would go in a sorted vector so that it stays sorted, int32
/// (`jnp.searchsorted`); see `Tensor.searchsorted`.
public func searchsorted(_ x: Tensor, _ values: Tensor, side: Tensor.SearchSide = .left) -> Tensor {
  x.searchsorted(values, side: side)
}

/// The positions of the elements that are not zero, one vector for each axis, `size` of them
/// (`jnp.nonzero`); see `Tensor.nonzero`.
public func nonzero(_ x: Tensor, size: Int, fillValue: Int = 0) -> [Tensor] {
  x.nonzero(size: size, fillValue: fillValue)
}

/// The elements of a diagonal of two axes, as a last axis (`jnp.diagonal`); see `Tensor.diagonal`.
public func diagonal(_ x: Tensor, offset: Int = 0, axis1: Int = 0, axis2: Int = 1) -> Tensor {
  x.diagonal(offset: offset, axis1: axis1, axis2: axis2)
}

/// The sum of a diagonal (`jnp.trace`); see `Tensor.trace`.
public func trace(_ x: Tensor, offset: Int = 0, axis1: Int = 0, axis2: Int = 1) -> Tensor {
  x.trace(offset: offset, axis1: axis1, axis2: axis2)
}
