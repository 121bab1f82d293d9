public import TensorCore

// Every reduction takes the axes to reduce (all when nil), whether to keep them with extent 1, and a mask `where` of the
// elements that count, which broadcasts to the tensor.
extension Tensor {
  /// What a reduction depends on, beside the axes and the mask.
  fileprivate struct ReductionSettings: Hashable, Sendable {
    var initial: ScalarLiteral?
    var dtype: DType?
    /// What is taken from the number of elements for the divisor of a variance.
    var correction = 0
  }

  private struct ReductionBody: FunctionValue {
    let body: @Sendable (Tensor, [Int], Tensor?, ReductionSettings) -> Tensor
  }

  /// Runs a reduction as one program. `body` gets the tensor, the axes, the mask and the settings, and captures nothing.
  fileprivate func reduce(
    _ name: String, _ axis: (any AxisList)?, _ keepdims: Bool, _ mask: Tensor?,
    _ settings: ReductionSettings = ReductionSettings(),
    _ body: @escaping @Sendable (Tensor, [Int], Tensor?, ReductionSettings) -> Tensor
  ) -> Tensor {
    if let failed = [self, mask].compactMap({ $0 }).first(where: \.isFailed) { return failed }
    let axes: [Int]
    switch normalized(axis, name) {
    case .success(let valid): axes = valid
    case .failure(let error): return Tensor.failed(error)
    }
    let operands = [self] + (mask.map { [$0] } ?? [])
    return fused(name, operands, ReductionBody(body: body), axes, keepdims, settings) {
      operands, body, axes, keepdims, settings in
      let x = operands[0]
      let mask = operands.dropFirst().first.map { $0.dtype == .bool ? $0 : $0 .!= 0 }
      let result = body.body(x, axes, mask, settings)
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
  /// The result has the tensor's shape without the axes, or with extents of 1 if `keepdims`. Fails if an axis is out
  /// of range or given twice, or the mask does not broadcast.
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
    reduce("sum", axis, keepdims, mask, Tensor.folding(initial, dtype)) { x, axes, mask, settings in
      x.folded(mask, settings, identity: 0, +) { bind(ReduceSum(axes: axes), $0) }
    }
  }

  /// The product over axes (`jnp.prod`). Booleans and small integers are multiplied in 32 bits.
  ///
  /// The result has the tensor's shape without the axes, or with extents of 1 if `keepdims`. Fails if an axis is out
  /// of range or given twice, or the mask does not broadcast.
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
    reduce("prod", axis, keepdims, mask, Tensor.folding(initial, dtype)) { x, axes, mask, settings in
      x.folded(mask, settings, identity: 1, *) { bind(ReduceProduct(axes: axes), $0) }
    }
  }

  /// The settings of a sum or product. The initial value has the widest dtype there is; it takes that of what it is combined
  /// with.
  private static func folding(_ initial: Double?, _ dtype: DType?) -> ReductionSettings {
    ReductionSettings(initial: initial.map { ScalarLiteral($0, .float64) }, dtype: dtype)
  }

  private func folded(
    _ mask: Tensor?, _ settings: ReductionSettings, identity: Double, _ combine: (Tensor, Tensor) -> Tensor,
    _ body: (Tensor) -> Tensor
  ) -> Tensor {
    (settings.dtype == nil ? widened : self).accumulated(in: settings.dtype) { x in
      let result = body(x.masked(mask, ScalarLiteral(identity, x.dtype)))
      guard let initial = settings.initial?.double else { return result }
      return combine(Tensor(ScalarLiteral(number: initial, x.dtype)), result)
    }
  }

  /// The mean over axes (`jnp.mean`); of integers, in float32.
  ///
  /// The result has the tensor's shape without the axes, or with extents of 1 if `keepdims`. Fails if an axis is out
  /// of range or given twice, or the mask does not broadcast.
  ///
  /// - Parameters:
  ///   - axis: the axis, or axes; all when nil.
  ///   - keepdims: whether the axes stay, with an extent of 1.
  ///   - mask: booleans, false where an element does not count; all count when nil.
  ///   - dtype: the dtype to compute in and return.
  public func mean(
    axis: (any AxisList)? = nil, dtype: DType? = nil, keepdims: Bool = false, where mask: Tensor? = nil
  ) -> Tensor {
    reduce("mean", axis, keepdims, mask, ReductionSettings(dtype: dtype)) { x, axes, mask, settings in
      (settings.dtype == nil ? x.inexact : x).accumulated(in: settings.dtype) { x in
        bind(ReduceSum(axes: axes), x.masked(mask, ScalarLiteral(0, x.dtype))) / x.count(axes, mask)
      }
    }
  }

  /// The variance over axes, with `count - correction` as the divisor (`jnp.var`).
  ///
  /// The result has the tensor's shape without the axes, or with extents of 1 if `keepdims`. Fails if an axis is out
  /// of range or given twice, or the mask does not broadcast.
  public func `var`(
    axis: (any AxisList)? = nil, keepdims: Bool = false, where mask: Tensor? = nil, correction: Int = 0
  ) -> Tensor {
    reduce("var", axis, keepdims, mask, ReductionSettings(correction: correction)) {
      $0.spread($1, $2, $3.correction) { $0 }
    }
  }

  /// The standard deviation over axes (`jnp.std`). Its derivative where all elements are equal is 0, not NaN.
  ///
  /// The result has the tensor's shape without the axes, or with extents of 1 if `keepdims`. Fails if an axis is out
  /// of range or given twice, or the mask does not broadcast.
  public func std(
    axis: (any AxisList)? = nil, keepdims: Bool = false, where mask: Tensor? = nil, correction: Int = 0
  ) -> Tensor {
    // The root before it is rounded: of 16 bits, the variance may be out of range where the deviation is not.
    reduce("std", axis, keepdims, mask, ReductionSettings(correction: correction)) {
      $0.spread($1, $2, $3.correction) { $0.rootOfSquares }
    }
  }

  /// A function of the variance, taken before it is rounded to 16 bits.
  fileprivate func spread(
    _ axes: [Int], _ mask: Tensor?, _ correction: Int, _ finish: (Tensor) -> Tensor
  ) -> Tensor {
    inexact.accumulated { x in
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

  /// The greatest element over axes (`jnp.max`).
  ///
  /// The result has the tensor's shape without the axes, or with extents of 1 if `keepdims`. Fails if an axis is out
  /// of range or given twice, or the mask does not broadcast, for complex numbers, and without `initial` if there is
  /// a mask or no element.
  ///
  /// - Parameters:
  ///   - axis: the axis, or axes; all when nil.
  ///   - keepdims: whether the axes stay, with an extent of 1.
  ///   - mask: booleans, false where an element does not count; all count when nil.
  ///   - initial: a value that counts too; needed where there may be no elements.
  public func max(
    axis: (any AxisList)? = nil, keepdims: Bool = false, initial: Double? = nil, where mask: Tensor? = nil
  ) -> Tensor {
    reduce("max", axis, keepdims, mask, starting(initial)) { x, axes, mask, settings in
      x.extremum("max", axes, mask, settings, x.dtype.lowest, with: maximum) {
        bind(ReduceMax(axes: axes), $0)
      }
    }
  }

  /// The least element over axes (`jnp.min`).
  ///
  /// The result has the tensor's shape without the axes, or with extents of 1 if `keepdims`. Fails if an axis is out
  /// of range or given twice, or the mask does not broadcast, for complex numbers, and without `initial` if there is
  /// a mask or no element.
  ///
  /// - Parameters:
  ///   - axis: the axis, or axes; all when nil.
  ///   - keepdims: whether the axes stay, with an extent of 1.
  ///   - mask: booleans, false where an element does not count; all count when nil.
  ///   - initial: a value that counts too; needed where there may be no elements.
  public func min(
    axis: (any AxisList)? = nil, keepdims: Bool = false, initial: Double? = nil, where mask: Tensor? = nil
  ) -> Tensor {
    reduce("min", axis, keepdims, mask, starting(initial)) { x, axes, mask, settings in
      x.extremum("min", axes, mask, settings, x.dtype.highest, with: minimum) {
        bind(ReduceMin(axes: axes), $0)
      }
    }
  }

  private func starting(_ initial: Double?) -> ReductionSettings {
    ReductionSettings(initial: initial.map { ScalarLiteral(number: $0, dtype) })
  }

  private func extremum(
    _ name: String, _ axes: [Int], _ mask: Tensor?, _ settings: ReductionSettings, _ identity: ScalarLiteral,
    with combine: (Tensor, Tensor) -> Tensor, _ body: (Tensor) -> Tensor
  ) -> Tensor {
    if settings.initial == nil, mask != nil || axes.contains(where: { type.shape[$0] == 0 }) {
      return Tensor.failed(
        TensorError(
          name, operands: [self], problem: "a \(name) of no elements has no value",
          expected: "at least one element along the axes, or an initial value to begin with"))
    }
    let result = body(masked(mask, identity))
    return settings.initial.map { combine(Tensor($0), result) } ?? result
  }

  /// The greatest element less the least (`jnp.ptp`).
  ///
  /// The result has the tensor's shape without the axes, or with extents of 1 if `keepdims`. Fails if an axis is out
  /// of range or given twice, for booleans and complex numbers, and if there is no element.
  public func ptp(axis: (any AxisList)? = nil, keepdims: Bool = false) -> Tensor {
    max(axis: axis, keepdims: keepdims) - min(axis: axis, keepdims: keepdims)
  }

  /// Whether all elements over axes are true (`jnp.all`).
  ///
  /// The result has the tensor's shape without the axes, or with extents of 1 if `keepdims`. The dtype is bool. Fails
  /// if an axis is out of range or given twice, or the mask does not broadcast.
  public func all(axis: (any AxisList)? = nil, keepdims: Bool = false, where mask: Tensor? = nil) -> Tensor {
    reduce("all", axis, keepdims, mask) { x, axes, mask, _ in
      bind(ReduceAnd(axes: axes), x.truth.masked(mask, ScalarLiteral(1, .bool)))
    }
  }

  /// Whether any element over axes is true (`jnp.any`).
  ///
  /// The result has the tensor's shape without the axes, or with extents of 1 if `keepdims`. The dtype is bool. Fails
  /// if an axis is out of range or given twice, or the mask does not broadcast.
  public func any(axis: (any AxisList)? = nil, keepdims: Bool = false, where mask: Tensor? = nil) -> Tensor {
    reduce("any", axis, keepdims, mask) { x, axes, mask, _ in
      bind(ReduceOr(axes: axes), x.truth.masked(mask, ScalarLiteral(0, .bool)))
    }
  }

  /// Elements as truth values: whether they are not zero.
  package var truth: Tensor { dtype == .bool ? self : self .!= 0 }

  /// The index of the greatest element along an axis, of the flattened tensor when nil (`jnp.argmax`).
  ///
  /// The result is int32 without the axis, or with an extent of 1 if `keepdims`. Fails if the axis is out of range or
  /// has no element, and for complex numbers.
  public func argmax(axis: Int? = nil, keepdims: Bool = false) -> Tensor {
    guard let axis else { return flattened(keepdims) { $0.argmax(axis: 0) } }
    return reduce("argmax", axis, keepdims, nil) { x, axes, _, _ in
      bind(ArgExtremum(isMaximum: true, axis: axes[0], dtype: .int32), x)
    }
  }

  /// The index of the least element along an axis, of the flattened tensor when nil (`jnp.argmin`).
  ///
  /// The result is int32 without the axis, or with an extent of 1 if `keepdims`. Fails if the axis is out of range or
  /// has no element, and for complex numbers.
  public func argmin(axis: Int? = nil, keepdims: Bool = false) -> Tensor {
    guard let axis else { return flattened(keepdims) { $0.argmin(axis: 0) } }
    return reduce("argmin", axis, keepdims, nil) { x, axes, _, _ in
      bind(ArgExtremum(isMaximum: false, axis: axes[0], dtype: .int32), x)
    }
  }

  /// The scalar that a function gives of all elements in a row, with as many axes as the tensor if they are to be kept.
  private func flattened(_ keepdims: Bool, _ body: (Tensor) -> Tensor) -> Tensor {
    let scalar = body(reshape([size]))
    return keepdims ? scalar.reshape(Shape([Int](repeating: 1, count: ndim))) : scalar
  }
}

/// The weighted mean over axes (`jnp.average`); `weights` has the tensor's shape, or that of the one axis.
///
/// The result has the tensor's shape without the axes, or with extents of 1 if `keepdims`. Fails if an axis is out of
/// range or given twice, or `weights` has another shape than these.
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
  return fused("average", [a, weights], axes, keepdims) { operands, axes, keepdims in
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
///
/// The result has the tensor's shape without the axes, or with extents of 1 if `keepdims`. The dtype is int32. Fails
/// if an axis is out of range or given twice.
public func countNonzero(_ a: Tensor, axis: (any AxisList)? = nil, keepdims: Bool = false) -> Tensor {
  a.reduce("countNonzero", axis, keepdims, nil) { x, axes, _, _ in
    bind(ReduceSum(axes: axes), x.truth.astype(.int32))
  }
}
