public import TensorCore
public import TensorPrimitives
import TensorTransformations

// Reductions that leave NaNs out, as `jnp.nan…` do; integers have none.
extension Tensor {
  /// Where there is a number, for the reductions that take a mask.
  fileprivate var known: Tensor? { dtype.isFloating ? .!isnan(self) : nil }

  fileprivate func nanToValue(_ value: Double) -> Tensor {
    dtype.isFloating ? select(isnan(self), Tensor(value), self) : self
  }

  fileprivate func withoutNaNs(
    _ value: Double, _ axis: (any AxisList)?, _ keepdims: Bool, _ body: (Tensor) -> Tensor
  ) -> Tensor {
    guard dtype.isFloating else { return body(self) }
    let unknown = isnan(self).all(axis: axis, keepdims: keepdims)
    return select(unknown, Tensor(Double.nan), body(nanToValue(value)))
  }

  fileprivate func indexWithoutNaNs(
    _ value: Double, _ axis: Int?, _ keepdims: Bool, _ body: (Tensor) -> Tensor
  ) -> Tensor {
    guard dtype.isFloating else { return body(self) }
    let unknown = isnan(self).all(axis: axis, keepdims: keepdims)
    return select(unknown, -1, body(nanToValue(value)))
  }
}

/// The sum over axes, NaNs left out (`jnp.nansum`).
///
/// The result has the shape of `x` without the axes, or with extents of 1 if `keepdims`. Fails if an axis is out of
/// range or given twice.
public func nansum(_ x: Tensor, axis: (any AxisList)? = nil, keepdims: Bool = false) -> Tensor {
  x.sum(axis: axis, keepdims: keepdims, where: x.known)
}

/// The product over axes, NaNs left out (`jnp.nanprod`).
///
/// The result has the shape of `x` without the axes, or with extents of 1 if `keepdims`. Fails if an axis is out of
/// range or given twice.
public func nanprod(_ x: Tensor, axis: (any AxisList)? = nil, keepdims: Bool = false) -> Tensor {
  x.prod(axis: axis, keepdims: keepdims, where: x.known)
}

/// The mean over axes, NaNs left out (`jnp.nanmean`).
///
/// The result has the shape of `x` without the axes, or with extents of 1 if `keepdims`. Fails if an axis is out of
/// range or given twice.
public func nanmean(_ x: Tensor, axis: (any AxisList)? = nil, keepdims: Bool = false) -> Tensor {
  x.mean(axis: axis, keepdims: keepdims, where: x.known)
}

/// The variance over axes, NaNs left out (`jnp.nanvar`).
///
/// The result has the shape of `x` without the axes, or with extents of 1 if `keepdims`. Fails if an axis is out of
/// range or given twice.
public func nanvar(_ x: Tensor, axis: (any AxisList)? = nil, ddof correction: Int = 0, keepdims: Bool = false)
  -> Tensor
{
  x.var(axis: axis, keepdims: keepdims, where: x.known, correction: correction)
}

/// The standard deviation over axes, NaNs left out (`jnp.nanstd`).
///
/// The result has the shape of `x` without the axes, or with extents of 1 if `keepdims`. Fails if an axis is out of
/// range or given twice.
public func nanstd(_ x: Tensor, axis: (any AxisList)? = nil, ddof correction: Int = 0, keepdims: Bool = false)
  -> Tensor
{
  x.std(axis: axis, keepdims: keepdims, where: x.known, correction: correction)
}

/// The greatest element over axes, NaNs left out unless there is nothing else (`jnp.nanmax`).
///
/// The result has the shape of `x` without the axes, or with extents of 1 if `keepdims`. Fails if an axis is out of
/// range or given twice, there is no element, and for complex numbers.
public func nanmax(_ x: Tensor, axis: (any AxisList)? = nil, keepdims: Bool = false) -> Tensor {
  x.withoutNaNs(-.infinity, axis, keepdims) { $0.max(axis: axis, keepdims: keepdims) }
}

/// The least element over axes, NaNs left out unless there is nothing else (`jnp.nanmin`).
///
/// The result has the shape of `x` without the axes, or with extents of 1 if `keepdims`. Fails if an axis is out of
/// range or given twice, there is no element, and for complex numbers.
public func nanmin(_ x: Tensor, axis: (any AxisList)? = nil, keepdims: Bool = false) -> Tensor {
  x.withoutNaNs(.infinity, axis, keepdims) { $0.min(axis: axis, keepdims: keepdims) }
}

/// The index of the greatest number along an axis, of the flattened tensor when nil; -1 where all are NaN
/// (`jnp.nanargmax`).
///
/// The result is int32 without the axis, or with an extent of 1 if `keepdims`. Fails if the axis is out of range or
/// has no element, and for complex numbers.
public func nanargmax(_ x: Tensor, axis: Int? = nil, keepdims: Bool = false) -> Tensor {
  x.indexWithoutNaNs(-.infinity, axis, keepdims) { $0.argmax(axis: axis, keepdims: keepdims) }
}

/// The index of the least number along an axis, of the flattened tensor when nil; -1 where all are NaN
/// (`jnp.nanargmin`).
///
/// The result is int32 without the axis, or with an extent of 1 if `keepdims`. Fails if the axis is out of range or
/// has no element, and for complex numbers.
public func nanargmin(_ x: Tensor, axis: Int? = nil, keepdims: Bool = false) -> Tensor {
  x.indexWithoutNaNs(.infinity, axis, keepdims) { $0.argmin(axis: axis, keepdims: keepdims) }
}

/// The sum of each element and those before it, NaNs counted as 0 (`jnp.nancumsum`).
///
/// The result has the shape of `x`, or `[size]` when the axis is nil. Fails if the axis is out of range.
public func nancumsum(_ x: Tensor, axis: Int? = nil) -> Tensor { x.nanToValue(0).cumsum(axis: axis) }

/// The product of each element and those before it, NaNs counted as 1 (`jnp.nancumprod`).
///
/// The result has the shape of `x`, or `[size]` when the axis is nil. Fails if the axis is out of range.
public func nancumprod(_ x: Tensor, axis: Int? = nil) -> Tensor { x.nanToValue(1).cumprod(axis: axis) }
