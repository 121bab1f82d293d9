public import TensorCore
import TensorPrimitives
import TensorTransformations

extension Tensor {
  /// The slices at positions along an axis, or the elements of the flattened tensor when nil (`jnp.take`).
  ///
  /// The shape of `indices` takes the place of the axis. Out of range there are NaNs by default (`IndexMode`); the modes
  /// `clip` and `wrap` do not count negative positions from the end, as in NumPy.
  /// Fails if the axis is out of range, or the positions are not integers.
  public func take(
    _ indices: Tensor, axis: Int? = nil, mode: IndexMode = .fill, fillValue: Tensor? = nil
  ) -> Tensor {
    if isFailed { return self }
    guard let axis else {
      return reshape([size]).take(indices, axis: 0, mode: mode, fillValue: fillValue)
    }
    let dimension = axis.counted(in: ndim)
    guard (0..<ndim).contains(dimension) else { return failedAxis("take", axis) }
    let whole = [any TensorIndex](repeating: FullRange(), count: dimension)
    // As in NumPy, these two modes do not count negative positions from the end.
    let extent = type.shape[dimension]
    switch mode {
    case .wrap where indices.dtype.isInteger: return at(whole + [indices.wrapped(extent)]).get()
    case .clip where indices.dtype.isInteger:
      return at(whole + [indices.positions.clip(0, Tensor(Swift.max(0, extent - 1)))]).get()
    case .wrap, .clip: return at(whole + [indices]).get()
    case .fill, .promiseInBounds: return at(whole + [indices]).get(mode: mode, fillValue: fillValue)
    }
  }

  fileprivate func failedTake(_ indices: Tensor, _ expected: String) -> Tensor {
    Tensor.failed(
      TensorError(
        "takeAlongAxis", operands: [self, indices],
        problem: "positions of dtype \(indices.dtype) and shape \(indices.type.shape)", expected: expected))
  }
}

/// The element at a position of its own for each place along an axis (`jnp.take_along_axis`).
///
/// `indices` has the tensor's shape but for the axis; other extents may be 1. Out of range there are NaNs by default.
/// Fails if the axis is out of range, the positions are not integers of the tensor's rank, or where the other extents
/// do not broadcast.
public func takeAlongAxis(_ a: Tensor, _ indices: Tensor, axis: Int, mode: IndexMode = .fill) -> Tensor {
  if let failed = [a, indices].first(where: \.isFailed) { return failed }
  let dimension = axis.counted(in: a.ndim)
  guard (0..<a.ndim).contains(dimension) else { return a.failedAxis("takeAlongAxis", axis) }
  var own = a.type.shape.dimensions
  var other = indices.type.shape.dimensions
  guard other.count == own.count, indices.dtype.isInteger else {
    return a.failedTake(indices, "integer positions of rank \(a.ndim)")
  }
  (own[dimension], other[dimension]) = (1, 1)
  guard let common = Promotion.broadcastShape([Shape(own), Shape(other)]) else {
    return a.failedTake(indices, "shapes that agree outside of axis \(dimension), or have 1 there")
  }
  return fused("takeAlongAxis", [a, indices], common, dimension, mode) { operands, common, dimension, mode in
    func spread(_ x: Tensor) -> Tensor {
      var extents = common.dimensions
      extents[dimension] = x.type.shape[dimension]
      return broadcastTo(x, Shape(extents))
    }
    let extent = operands[0].type.shape[dimension]
    let positions = spread(operands[1].counted(extent, mode))
    let taken = spread(operands[0]).takeAlong(positions, axis: dimension)
    guard mode == .fill else { return [taken] }
    let isInside = (positions .>= 0) .& (positions .< Tensor(extent))
    return [select(isInside, taken, Tensor(taken.dtype.missing))]
  }[0]
}
