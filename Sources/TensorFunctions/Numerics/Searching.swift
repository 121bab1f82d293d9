public import TensorCore
import TensorPrimitives
import TensorTransformations

extension Tensor {
  /// On which side of equal elements a value goes (`side` of `jnp.searchsorted`).
  public enum SearchSide: Sendable, Hashable {
    /// Before them.
    case left
    /// After them.
    case right
  }

  /// Where values would go in this sorted vector so that it stays sorted, int32 (`jnp.searchsorted`).
  ///
  /// The result has the shape of `values`. Fails if this tensor is not a vector, and for complex numbers.
  ///
  /// - Parameters:
  ///   - values: what is looked for.
  ///   - side: whether before or after elements equal to the value.
  public func searchsorted(_ values: Tensor, side: SearchSide = .left) -> Tensor {
    if let failed = [self, values].first(where: \.isFailed) { return failed }
    guard ndim == 1 else {
      return Tensor.failed(
        TensorError(
          "searchsorted", operands: [self, values], problem: "the sorted tensor has rank \(ndim)",
          expected: "a vector"))
    }
    return fused("searchsorted", [self, values], side) { operands, side in
      let pair = Promotion.promoted(operands)
      let (sorted, queries) = (pair[0], pair[1])
      let count = sorted.size
      var low = Tensor.full(queries.type.shape, 0, dtype: .int32)
      if count == 0 { return [low] }
      var high = Tensor.full(queries.type.shape, Tensor(count), dtype: .int32)
      var steps = 0
      while 1 << steps < count + 1 { steps += 1 }
      for _ in 0..<steps {
        let middle = low + rightShift(high - low, 1)
        let element = sorted.take(middle, axis: 0, mode: .promiseInBounds)
        let isBefore =
          side == .right ? Tensor.comesBefore(queries, element) : .!Tensor.comesBefore(element, queries)
        low = select(isBefore, low, middle)
        high = select(isBefore, middle, high)
      }
      return [high]
    }[0]
  }

  /// Whether elements come before others in sorted order, in which NaN is last.
  private static func comesBefore(_ a: Tensor, _ b: Tensor) -> Tensor {
    a.dtype.isFloating ? (a .< b) .| (isnan(b) .& .!isnan(a)) : a .< b
  }

  /// The positions of the elements that are not zero, one vector for each axis, `size` of them (`jnp.nonzero`).
  ///
  /// Shapes cannot depend on values, so the number is given: positions left over are `fillValue`.
  /// The results are `[size]`, int32. Never fails by itself.
  public func nonzero(size: Int, fillValue: Int = 0) -> [Tensor] {
    // The rank of a failed tensor is not known; as its shape does, it answers for any axis.
    if isFailed { return [Tensor](repeating: self, count: 8) }
    let axes = Swift.max(1, ndim)
    return fused("nonzero", [self], size, fillValue, resultCount: axes) { operands, size, fillValue in
      let x = operands[0]
      // Not even the fill value, in JAX.
      if x.size == 0 { return (0..<Swift.max(1, x.ndim)).map { _ in Tensor.zeros([size], dtype: .int32) } }
      let flat = x.truth.reshape([x.size])
      let count = countNonzero(flat)
      // The k-th position is where the running count first exceeds k.
      let running = flat.astype(.int32).cumsum(axis: 0)
      let order = Tensor.arange(Swift.max(0, size))
      let indices = running.searchsorted(order, side: .right)
      let found = order .< count
      var rest = indices
      var columns: [Tensor] = []
      for extent in (x.ndim == 0 ? [1] : x.type.shape.dimensions).reversed() {
        columns.append(
          select(
            found, bind(Rem(), rest, Tensor(ScalarLiteral(Swift.max(1, extent), .int32))), Tensor(fillValue)))
        rest = div(rest, Tensor(Swift.max(1, extent)))
      }
      return columns.reversed()
    }
  }
}

/// The distinct elements in ascending order, `size` of them (`jnp.unique`).
///
/// Shapes cannot depend on values, so the number is given: what is left over is `fillValue`, the least element when nil.
/// The result is `[size]`. Fails for complex numbers.
public func unique(_ a: Tensor, size: Int, fillValue: Double? = nil) -> Tensor {
  fused("unique", a, size, fillValue) { x, size, fillValue in
    let count = x.size
    if count == 0 { return Tensor.full([size], Tensor(ScalarLiteral(number: fillValue ?? 0, x.dtype))) }
    let sorted = x.reshape([count]).sort()
    let later = sorted.sliced(axis: 0, from: 1, to: count)
    let earlier = sorted.sliced(axis: 0, from: 0, to: count - 1)
    // NaNs, which are last, count as one element.
    let isNew = concatenate([
      Tensor.ones([1], dtype: .bool), (later .!= earlier) .& .!(isnan(later) .& isnan(earlier)),
    ])
    let indices = isNew.nonzero(size: size)[0]
    let fill = fillValue.map { Tensor(ScalarLiteral(number: $0, x.dtype)) }
    let rest = fill ?? sorted[0]
    return select(
      Tensor.arange(size) .< countNonzero(isNew), sorted.take(indices, axis: 0, mode: .promiseInBounds),
      rest)
  }
}

/// How often each of the numbers below `length` occurs; others are left out, weights are added if given
/// (`jnp.bincount`).
///
/// Numbers of any shape give `[length]`, int32 or of the weights' dtype. Fails if the numbers are not integers, there
/// are not as many weights, or `length` is negative.
public func bincount(_ x: Tensor, weights: Tensor? = nil, length: Int) -> Tensor {
  fused("bincount", [x] + (weights.map { [$0] } ?? []), length) { operands, length in
    let numbers = operands[0].reshape([operands[0].size]).positions
    let amounts =
      operands.count == 2
      ? operands[1].reshape(numbers.type.shape) : Tensor.ones(numbers.type.shape, dtype: .int32)
    // Negative numbers count as 0, as in JAX.
    return [Tensor.zeros([length], dtype: amounts.dtype).at[clip(numbers, 0, Tensor(length))].add(amounts)]
  }[0]
}

/// The positions on each axis of a shape that stand for positions in its flattened form (`jnp.unravel_index`): int32
/// of narrower integers, which may not hold the extents.
///
/// Positions of any shape give a tensor of that shape for each axis. Fails for complex numbers.
public func unravelIndex(_ x: Tensor, _ shape: Shape) -> [Tensor] {
  fused("unravelIndex", [x], shape, resultCount: shape.count) { operands, shape in
    // What is left after all divisions is 0 for positions from the start and -1 for those from the end.
    var rest = operands[0].dtype.byteWidth < 4 ? operands[0].positions : operands[0]
    var columns: [Tensor] = []
    for extent in shape.dimensions.reversed() {
      columns.append(remainder(rest, Tensor(Swift.max(1, extent))))
      rest = floorDivide(rest, Tensor(Swift.max(1, extent)))
    }
    let isUnsigned = rest.dtype.isUnsigned
    return zip(shape.dimensions, columns.reversed()).map { extent, column in
      let known = isUnsigned ? column : select(rest .< -1, 0, column)
      return select(rest .> 0, Tensor(extent -| 1), known)
    }
  }
}

/// Values of the straight lines between points: `points` ascending, with `values` at them (`jnp.interp`).
///
/// Before the first and after the last point the value is that of the point.
/// `points` and `values` of `[n]`; the result has the shape of `x`. Fails for other shapes, without a point, and for
/// complex numbers.
public func interp(_ x: Tensor, _ points: Tensor, _ values: Tensor) -> Tensor {
  if let failed = [x, points, values].first(where: \.isFailed) { return failed }
  guard points.ndim == 1, points.type.shape == values.type.shape, points.size > 0 else {
    return Tensor.failed(
      TensorError(
        "interp", operands: [x, points, values],
        problem: "points of shape \(points.type.shape) and values of shape \(values.type.shape)",
        expected: "two vectors of one length, with at least one element"))
  }
  return fused("interp", [x, points, values]) { operands in
    let promoted = Promotion.promotedInexact(operands)
    let (x, points, values) = (promoted[0], promoted[1], promoted[2])
    let count = points.size
    let index = clip(points.searchsorted(x, side: .right), 1, Tensor(Swift.max(1, count - 1)))
    func at(_ vector: Tensor, _ index: Tensor) -> Tensor {
      vector.take(index, axis: 0, mode: .promiseInBounds)
    }
    let (start, startValue) = (at(points, index - 1), at(values, index - 1))
    let width = at(points, index) - start
    // Points on top of each other: the value of the first, without a division by 0.
    let isFlat = abs(width) .<= Tensor(points.dtype.epsilon * points.dtype.epsilon)
    let slope = (at(values, index) - startValue) / select(isFlat, 1, width)
    let inner = select(isFlat, startValue, startValue + slope * (x - start))
    let above = select(x .> points[count - 1], values[count - 1], inner)
    return [select(x .< points[0], values[0], above)]
  }[0]
}
