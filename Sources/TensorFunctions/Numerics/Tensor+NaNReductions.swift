import TensorCore
import TensorPrimitives
import TensorTransformations

// Reductions that leave NaNs out, as `jnp.nan…` do; integers have none.
extension Tensor {
  /// Where there is a number, for the reductions that take a mask.
  private var known: Tensor? { dtype.isFloating ? .!isNaN(self) : nil }

  /// The sum over axes, NaNs left out (`jnp.nansum`).
  public func nanSum(axis: (any AxisList)? = nil, keepDims: Bool = false) -> Tensor {
    sum(axis: axis, keepDims: keepDims, where: known)
  }

  /// The product over axes, NaNs left out (`jnp.nanprod`).
  public func nanProduct(axis: (any AxisList)? = nil, keepDims: Bool = false) -> Tensor {
    product(axis: axis, keepDims: keepDims, where: known)
  }

  /// The mean over axes, NaNs left out (`jnp.nanmean`).
  public func nanMean(axis: (any AxisList)? = nil, keepDims: Bool = false) -> Tensor {
    mean(axis: axis, keepDims: keepDims, where: known)
  }

  /// The variance over axes, NaNs left out (`jnp.nanvar`).
  public func nanVariance(axis: (any AxisList)? = nil, correction: Int = 0, keepDims: Bool = false) -> Tensor
  {
    variance(axis: axis, correction: correction, keepDims: keepDims, where: known)
  }

  /// The standard deviation over axes, NaNs left out (`jnp.nanstd`).
  public func nanStandardDeviation(
    axis: (any AxisList)? = nil, correction: Int = 0, keepDims: Bool = false
  ) -> Tensor {
    standardDeviation(axis: axis, correction: correction, keepDims: keepDims, where: known)
  }

  /// The greatest element over axes, NaNs left out unless there is nothing else (`jnp.nanmax`).
  public func nanMax(axis: (any AxisList)? = nil, keepDims: Bool = false) -> Tensor {
    withoutNaNs(-.infinity, axis, keepDims) { $0.max(axis: axis, keepDims: keepDims) }
  }

  /// The least element over axes, NaNs left out unless there is nothing else (`jnp.nanmin`).
  public func nanMin(axis: (any AxisList)? = nil, keepDims: Bool = false) -> Tensor {
    withoutNaNs(.infinity, axis, keepDims) { $0.min(axis: axis, keepDims: keepDims) }
  }

  /// The index of the greatest number along an axis, of the flattened tensor when nil; -1 where all are NaN
  /// (`jnp.nanargmax`).
  public func nanArgmax(axis: Int? = nil, keepDims: Bool = false) -> Tensor {
    indexWithoutNaNs(-.infinity, axis, keepDims) { $0.argmax(axis: axis, keepDims: keepDims) }
  }

  /// The index of the least number along an axis, of the flattened tensor when nil; -1 where all are NaN
  /// (`jnp.nanargmin`).
  public func nanArgmin(axis: Int? = nil, keepDims: Bool = false) -> Tensor {
    indexWithoutNaNs(.infinity, axis, keepDims) { $0.argmin(axis: axis, keepDims: keepDims) }
  }

  /// The sum of each element and those before it, NaNs counted as 0 (`jnp.nancumsum`).
  public func nanCumsum(axis: Int? = nil) -> Tensor { nanToValue(0).cumsum(axis: axis) }

  /// The product of each element and those before it, NaNs counted as 1 (`jnp.nancumprod`).
  public func nanCumprod(axis: Int? = nil) -> Tensor { nanToValue(1).cumprod(axis: axis) }

  private func nanToValue(_ value: Double) -> Tensor {
    dtype.isFloating ? select(isNaN(self), Tensor(value), self) : self
  }

  private func withoutNaNs(
    _ value: Double, _ axis: (any AxisList)?, _ keepDims: Bool, _ body: (Tensor) -> Tensor
  ) -> Tensor {
    guard dtype.isFloating else { return body(self) }
    let unknown = isNaN(self).all(axis: axis, keepDims: keepDims)
    return select(unknown, Tensor(Double.nan), body(nanToValue(value)))
  }

  private func indexWithoutNaNs(
    _ value: Double, _ axis: Int?, _ keepDims: Bool, _ body: (Tensor) -> Tensor
  ) -> Tensor {
    guard dtype.isFloating else { return body(self) }
    let unknown = isNaN(self).all(axis: axis, keepDims: keepDims)
    return select(unknown, -1, body(nanToValue(value)))
  }
}
