import TensorCore

// Every reduction takes the axes to reduce (all when nil), whether to keep them with extent 1, and a mask `where` of the
// elements that count, which broadcasts to the tensor.
extension Tensor {
  fileprivate struct ReductionKey: Hashable, Sendable {
    let axes: [Int]
    let keepdims: Bool
    let hasMask: Bool
    var initial: ScalarLiteral?
    var dtype: DType?
  }

  /// Runs a reduction as one program. `body` gets the tensor, the axes and the mask.
  fileprivate func reduce(
    _ name: String, _ axis: (any AxisList)?, _ keepdims: Bool, _ mask: Tensor?, initial: ScalarLiteral? = nil,
    dtype: DType? = nil, _ body: (Tensor, [Int], Tensor?) -> Tensor
  ) -> Tensor {
    if let failed = [self, mask].compactMap({ $0 }).first(where: \.isFailed) { return failed }
    let axes: [Int]
    switch normalized(axis, name) {
    case .success(let valid): axes = valid
    case .failure(let error): return Tensor.failed(error)
    }
    let key = ReductionKey(
      axes: axes, keepdims: keepdims, hasMask: mask != nil, initial: initial, dtype: dtype)
    return fused(name, key, [self] + (mask.map { [$0] } ?? [])) { operands in
      let x = operands[0]
      let mask = operands.dropFirst().first.map { $0.dtype == .bool ? $0 : $0 .!= 0 }
      let result = body(x, axes, mask)
      guard keepdims else { return [result] }
      let extents = x.type.shape.dimensions.enumerated().map { axes.contains($0.offset) ? 1 : $0.element }
      return [result.reshape(Shape(extents))]
    }[0]
  }

  /// The tensor with `value` where the mask is false.
  private func masked(_ mask: Tensor?, _ value: ScalarLiteral) -> Tensor {
    guard let mask else { return self }
    return select(mask, self, Tensor(value))
  }

  /// The number of elements along axes that the mask lets through, in a floating dtype.
  private func count(_ axes: [Int], _ mask: Tensor?) -> Tensor {
    guard let mask else { return Tensor(Double(axes.reduce(1) { $0 * type.shape[$1] })) }
    let ones = broadcastTo(mask.astype(dtype.realPart), type.shape)
    return bind(ReduceSum(axes: axes), ones)
  }

  /// The dtype that small integers are added in, as NumPy and JAX do: 32 bits.
  package var widened: Tensor {
    switch dtype {
    case .bool, .int8, .int16: converted(to: .int32, isWeak: false)
    case .uint8, .uint16: converted(to: .uint32, isWeak: false)
    default: self
    }
  }

  /// The sum over axes (`jnp.sum`). Booleans and small integers are added in 32 bits.
  ///
  /// - Parameters:
  ///   - axis: the axis, or axes; all when nil.
  ///   - keepdims: whether the axes stay, with an extent of 1.
  ///   - mask: booleans, false where an element does not count; all count when nil.
  ///   - initial: a value that is added, too.
  ///   - dtype: the dtype to add in and return.
  public func sum(
    axis: (any AxisList)? = nil, dtype: DType? = nil, keepdims: Bool = false, initial: Double? = nil,
    where mask: Tensor? = nil
  ) -> Tensor {
    folded("sum", axis, keepdims, mask, initial, dtype, identity: 0, +) { bind(ReduceSum(axes: $1), $0) }
  }

  /// The product over axes (`jnp.prod`). Booleans and small integers are multiplied in 32 bits.
  ///
  /// - Parameters:
  ///   - axis: the axis, or axes; all when nil.
  ///   - keepdims: whether the axes stay, with an extent of 1.
  ///   - mask: booleans, false where an element does not count; all count when nil.
  ///   - initial: a value that is multiplied, too.
  ///   - dtype: the dtype to multiply in and return.
  public func prod(
    axis: (any AxisList)? = nil, dtype: DType? = nil, keepdims: Bool = false, initial: Double? = nil,
    where mask: Tensor? = nil
  ) -> Tensor {
    folded("prod", axis, keepdims, mask, initial, dtype, identity: 1, *) {
      bind(ReduceProduct(axes: $1), $0)
    }
  }

  private func folded(
    _ name: String, _ axis: (any AxisList)?, _ keepdims: Bool, _ mask: Tensor?, _ initial: Double?,
    _ dtype: DType?, identity: Double, _ combine: (Tensor, Tensor) -> Tensor,
    _ body: (Tensor, [Int]) -> Tensor
  ) -> Tensor {
    // The widest there is, in the key of the program; it takes the dtype of what it is combined with.
    let start = initial.map { ScalarLiteral($0, .float64) }
    return reduce(name, axis, keepdims, mask, initial: start, dtype: dtype) { x, axes, mask in
      (dtype == nil ? x.widened : x).accumulated(in: dtype) { x in
        let result = body(x.masked(mask, ScalarLiteral(identity, x.dtype)), axes)
        return initial.map { combine(Tensor(ScalarLiteral(number: $0, x.dtype)), result) } ?? result
      }
    }
  }

  /// The mean over axes (`jnp.mean`); of integers, in float32.
  ///
  /// - Parameters:
  ///   - axis: the axis, or axes; all when nil.
  ///   - keepdims: whether the axes stay, with an extent of 1.
  ///   - mask: booleans, false where an element does not count; all count when nil.
  ///   - dtype: the dtype to compute in and return.
  public func mean(
    axis: (any AxisList)? = nil, dtype: DType? = nil, keepdims: Bool = false, where mask: Tensor? = nil
  ) -> Tensor {
    reduce("mean", axis, keepdims, mask, dtype: dtype) { x, axes, mask in
      (dtype == nil ? x.inexact : x).accumulated(in: dtype) { x in
        bind(ReduceSum(axes: axes), x.masked(mask, ScalarLiteral(0, x.dtype))) / x.count(axes, mask)
      }
    }
  }

  /// The variance over axes, with `count - correction` as the divisor (`jnp.var`).
  public func `var`(
    axis: (any AxisList)? = nil, keepdims: Bool = false, where mask: Tensor? = nil, correction: Int = 0
  ) -> Tensor {
    spread("var\(correction)", axis, correction, keepdims, mask) { $0 }
  }

  /// The standard deviation over axes (`jnp.std`). Its derivative where all elements are equal is 0, not NaN.
  public func std(
    axis: (any AxisList)? = nil, keepdims: Bool = false, where mask: Tensor? = nil, correction: Int = 0
  ) -> Tensor {
    // The root before it is rounded: of 16 bits, the variance may be out of range where the deviation is not.
    spread("std\(correction)", axis, correction, keepdims, mask) { $0.rootOfSquares }
  }

  /// A function of the variance, taken before it is rounded to 16 bits.
  fileprivate func spread(
    _ name: String, _ axis: (any AxisList)?, _ correction: Int, _ keepdims: Bool, _ mask: Tensor?,
    _ finish: (Tensor) -> Tensor
  ) -> Tensor {
    reduce(name, axis, keepdims, mask) { x, axes, mask in
      x.inexact.accumulated { x in
        // Masked before it is squared, so that what is left out has no part in the derivative, even if it is NaN.
        let centered = (x - x.mean(axis: axes, keepdims: true, where: mask))
          .masked(mask, ScalarLiteral(0, x.dtype))
        let sum: Tensor = bind(ReduceSum(axes: axes), centered.squaredSize)
        guard mask == nil else {
          let divisor = x.count(axes, mask) - Tensor(correction)
          return finish(select(divisor .> 0, sum / divisor, Tensor(Double.nan)))
        }
        let divisor = axes.reduce(1) { $0 * x.type.shape[$1] } -| correction
        let result = sum / Tensor(Double(divisor))
        return finish(divisor > 0 ? result : select(Tensor(false), result, Tensor(Double.nan)))
      }
    }
  }

  /// The greatest element over axes (`jnp.max`).
  ///
  /// - Parameters:
  ///   - axis: the axis, or axes; all when nil.
  ///   - keepdims: whether the axes stay, with an extent of 1.
  ///   - mask: booleans, false where an element does not count; all count when nil.
  ///   - initial: a value that counts too; needed where there may be no elements.
  public func max(
    axis: (any AxisList)? = nil, keepdims: Bool = false, initial: Double? = nil, where mask: Tensor? = nil
  ) -> Tensor {
    extremum("max", axis, keepdims, mask, initial, dtype.lowest) { x, axes in
      bind(ReduceMax(axes: axes), x)
    } with: {
      maximum($0, $1)
    }
  }

  /// The least element over axes (`jnp.min`).
  ///
  /// - Parameters:
  ///   - axis: the axis, or axes; all when nil.
  ///   - keepdims: whether the axes stay, with an extent of 1.
  ///   - mask: booleans, false where an element does not count; all count when nil.
  ///   - initial: a value that counts too; needed where there may be no elements.
  public func min(
    axis: (any AxisList)? = nil, keepdims: Bool = false, initial: Double? = nil, where mask: Tensor? = nil
  ) -> Tensor {
    extremum("min", axis, keepdims, mask, initial, dtype.highest) { x, axes in
      bind(ReduceMin(axes: axes), x)
    } with: {
      minimum($0, $1)
    }
  }

  private func extremum(
    _ name: String, _ axis: (any AxisList)?, _ keepdims: Bool, _ mask: Tensor?, _ initial: Double?,
    _ identity: ScalarLiteral, _ body: (Tensor, [Int]) -> Tensor, with combine: (Tensor, Tensor) -> Tensor
  ) -> Tensor {
    let start = initial.map { ScalarLiteral(number: $0, dtype) }
    return reduce(name, axis, keepdims, mask, initial: start) { x, axes, mask in
      if start == nil, mask != nil || axes.contains(where: { x.type.shape[$0] == 0 }) {
        return Tensor.failed(
          TensorError(
            name, operands: [x], problem: "a \(name) of no elements has no value",
            expected: "at least one element along the axes, or an initial value to begin with"))
      }
      let result = body(x.masked(mask, identity), axes)
      return start.map { combine(Tensor($0), result) } ?? result
    }
  }

  /// The greatest element less the least (`jnp.ptp`).
  public func ptp(axis: (any AxisList)? = nil, keepdims: Bool = false) -> Tensor {
    max(axis: axis, keepdims: keepdims) - min(axis: axis, keepdims: keepdims)
  }

  /// Whether all elements over axes are true (`jnp.all`).
  public func all(axis: (any AxisList)? = nil, keepdims: Bool = false, where mask: Tensor? = nil) -> Tensor {
    reduce("all", axis, keepdims, mask) { x, axes, mask in
      bind(ReduceAnd(axes: axes), x.truth.masked(mask, ScalarLiteral(1, .bool)))
    }
  }

  /// Whether any element over axes is true (`jnp.any`).
  public func any(axis: (any AxisList)? = nil, keepdims: Bool = false, where mask: Tensor? = nil) -> Tensor {
    reduce("any", axis, keepdims, mask) { x, axes, mask in
      bind(ReduceOr(axes: axes), x.truth.masked(mask, ScalarLiteral(0, .bool)))
    }
  }

  /// Elements as truth values: whether they are not zero.
  package var truth: Tensor { dtype == .bool ? self : self .!= 0 }

  /// The index of the greatest element along an axis, of the flattened tensor when nil (`jnp.argmax`).
  public func argmax(axis: Int? = nil, keepdims: Bool = false) -> Tensor {
    argExtremum("argmax", true, axis, keepdims)
  }

  /// The index of the least element along an axis, of the flattened tensor when nil (`jnp.argmin`).
  public func argmin(axis: Int? = nil, keepdims: Bool = false) -> Tensor {
    argExtremum("argmin", false, axis, keepdims)
  }

  private func argExtremum(_ name: String, _ isMaximum: Bool, _ axis: Int?, _ keepdims: Bool) -> Tensor {
    guard let axis else {
      let flat = reshape([size]).argExtremum(name, isMaximum, 0, false)
      return keepdims ? flat.reshape(Shape([Int](repeating: 1, count: ndim))) : flat
    }
    return reduce(name, axis, keepdims, nil) { x, axes, _ in
      bind(ArgExtremum(isMaximum: isMaximum, axis: axes[0], dtype: .int32), x)
    }
  }
}

/// The weighted mean over axes (`jnp.average`); `weights` has the tensor's shape, or that of the one axis.
public func average(_ a: Tensor, axis: (any AxisList)? = nil, weights: Tensor, keepdims: Bool = false)
  -> Tensor
{
  if let failed = [a, weights].first(where: \.isFailed) { return failed }
  let axes: [Int]
  switch a.normalized(axis, "average") {
  case .success(let valid): axes = valid
  case .failure(let error): return Tensor.failed(error)
  }
  let expected = Shape(axes.map { a.type.shape[$0] })
  guard weights.type.shape == a.type.shape || axis != nil && weights.type.shape == expected else {
    return Tensor.failed(
      TensorError(
        "average", operands: [a, weights], problem: "the weights have shape \(weights.type.shape)",
        expected: axis == nil
          ? "the tensor's shape" : "the tensor's shape, or \(expected), that of the axes"))
  }
  let key = Tensor.ReductionKey(axes: axes, keepdims: keepdims, hasMask: true)
  return fused("average", key, [a, weights]) { operands in
    let pair = Promotion.promotedInexact(operands)
    let (x, weights) = (pair[0].accumulating, pair[1].accumulating)
    let spread =
      weights.type.shape == x.type.shape ? weights : weights.broadcastInDim(x.type.shape, dimensions: axes)
    let sums = (
      (x * spread).sum(axis: axes, keepdims: keepdims), spread.sum(axis: axes, keepdims: keepdims)
    )
    return [(sums.0 / sums.1).converted(to: pair[0].dtype, isWeak: pair[0].type.isWeak)]
  }[0]
}

/// The number of elements over axes that are not zero (`jnp.count_nonzero`).
public func countNonzero(_ a: Tensor, axis: (any AxisList)? = nil, keepdims: Bool = false) -> Tensor {
  a.reduce("countNonzero", axis, keepdims, nil) { x, axes, _ in
    bind(ReduceSum(axes: axes), x.truth.astype(.int32))
  }
}
