public import TensorCore
import TensorPrimitives
import TensorTransformations

// Running results along an axis, of the flattened tensor when nil: each element combined with all those before it, or
// after it in reverse.
extension Tensor {
  fileprivate func cumulative(
    _ operation: Cumulative.Operation, _ axis: Int?, _ isReversed: Bool, _ dtype: DType? = nil
  ) -> Tensor {
    if isFailed { return self }
    if let dtype, dtype != self.dtype { return astype(dtype).cumulative(operation, axis, isReversed) }
    guard let axis else { return ravel().cumulative(operation, 0, isReversed) }
    let dimension = axis.counted(in: ndim)
    guard (0..<ndim).contains(dimension) else { return failedAxis("cumulative \(operation)", axis) }
    let primitive = Cumulative(operation, axis: dimension, isReversed: isReversed)
    switch operation {
    case .logSumExp: return bind(primitive, inexact)
    case .sum, .product: return bind(primitive, self.dtype == .bool ? astype(.int32) : self)
    case .max, .min: return bind(primitive, self)
    }
  }

  /// The sum of each element and those before it (`jnp.cumsum`), in `dtype` where that is given.
  ///
  /// The result has the tensor's shape, or `[size]` when the axis is nil. Fails if the axis is out of range.
  public func cumsum(axis: Int? = nil, dtype: DType? = nil, reverse: Bool = false) -> Tensor {
    cumulative(.sum, axis, reverse, dtype)
  }
  /// The product of each element and those before it (`jnp.cumprod`), in `dtype` where that is given.
  ///
  /// The result has the tensor's shape, or `[size]` when the axis is nil. Fails if the axis is out of range.
  public func cumprod(axis: Int? = nil, dtype: DType? = nil, reverse: Bool = false) -> Tensor {
    cumulative(.product, axis, reverse, dtype)
  }
}

/// The greatest of each element and those before it (`lax.cummax`).
///
/// The result has the shape of `x`, or `[size]` when the axis is nil. Fails if the axis is out of range, and for
/// booleans.
public func cummax(_ x: Tensor, axis: Int? = nil, reverse: Bool = false) -> Tensor {
  x.cumulative(.max, axis, reverse)
}

/// The least of each element and those before it (`lax.cummin`).
///
/// The result has the shape of `x`, or `[size]` when the axis is nil. Fails if the axis is out of range, and for
/// booleans.
public func cummin(_ x: Tensor, axis: Int? = nil, reverse: Bool = false) -> Tensor {
  x.cumulative(.min, axis, reverse)
}

/// The logarithm of the sum of exponentials of each element and those before it (`lax.cumlogsumexp`).
///
/// The result has the shape of `x`, or `[size]` when the axis is nil. Fails if the axis is out of range, and for
/// complex numbers.
public func cumlogsumexp(_ x: Tensor, axis: Int? = nil, reverse: Bool = false) -> Tensor {
  x.cumulative(.logSumExp, axis, reverse)
}

/// Differences of neighbours along an axis, taken `order` times (`jnp.diff`).
///
/// `[…, m]` gives `[…, m - n]`, at the least `[…, 0]`. Fails if the axis is out of range.
public func diff(_ a: Tensor, n order: Int = 1, axis: Int = -1) -> Tensor {
  if a.isFailed { return a }
  let dimension = axis.counted(in: a.ndim)
  guard (0..<a.ndim).contains(dimension) else { return a.failedAxis("diff", axis) }
  let order = Swift.min(Swift.max(0, order), a.type.shape[dimension])
  return fused("diff", a, dimension, order) { x, dimension, order in
    let count = x.type.shape[dimension]
    func difference(_ later: Tensor, _ earlier: Tensor) -> Tensor {
      x.dtype == .bool ? later .!= earlier : later - earlier
    }
    if order == count { return x.sliced(axis: dimension, from: 0, to: 0) }
    guard order > 16 else {
      return (0..<order).reduce(x) { result, done in
        let later = result.sliced(axis: dimension, from: 1, to: count - done)
        return difference(later, result.sliced(axis: dimension, from: 0, to: count - done - 1))
      }
    }
    // A loop, whose program does not grow with the order; what comes in at the end is cut off.
    let padded = foriLoop(0, order, x) { _, x in difference(roll(x, -1, axis: dimension), x) }
    return padded.sliced(axis: dimension, from: 0, to: count - order)
  }
}
