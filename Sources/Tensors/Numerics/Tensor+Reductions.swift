extension Tensor {
  private func reduce(
    _ name: String, _ axis: (any AxisList)?, _ keepDims: Bool, _ body: (Tensor, [Int]) -> Tensor
  ) -> Tensor {
    if isFailed { return self }
    let axes: [Int]
    switch normalized(axis, name) {
    case .success(let valid): axes = valid
    case .failure(let error): return Tensor(failure: error)
    }
    return fused(name, ReductionKey(axes: axes, keepDims: keepDims), self) { x in
      let result = body(x, axes)
      guard keepDims else { return result }
      return result.reshape(
        Shape(x.type.shape.dimensions.enumerated().map { axes.contains($0.offset) ? 1 : $0.element }))
    }
  }

  private struct ReductionKey: Hashable, Sendable {
    let axes: [Int]
    let keepDims: Bool
  }

  /// The number of elements along axes.
  private func count(_ axes: [Int]) -> Int { axes.reduce(1) { $0 * type.shape[$1] } }

  /// The dtype that small integers are added in, as NumPy and JAX do: 32 bits.
  private var widened: Tensor {
    switch dtype {
    case .bool, .int8, .int16: converted(to: .int32, isWeak: false)
    case .uint8, .uint16: converted(to: .uint32, isWeak: false)
    default: self
    }
  }

  /// 16-bit floats are added in float32 and rounded once at the end.
  private func accumulated(_ body: (Tensor) -> Tensor) -> Tensor {
    guard dtype == .float16 || dtype == .bfloat16 else { return body(self) }
    return body(cast(to: .float32)).cast(to: dtype)
  }

  /// The sum over axes, all of them when nil (`jnp.sum`). Booleans and small integers are added in 32 bits.
  public func sum(axis: (any AxisList)? = nil, keepDims: Bool = false) -> Tensor {
    reduce("sum", axis, keepDims) { x, axes in
      x.widened.accumulated { bind(ReduceSum(axes: axes), $0) }
    }
  }

  /// The mean over axes, all of them when nil (`jnp.mean`); of integers, in float32.
  public func mean(axis: (any AxisList)? = nil, keepDims: Bool = false) -> Tensor {
    reduce("mean", axis, keepDims) { x, axes in
      x.inexact.accumulated { bind(ReduceSum(axes: axes), $0) / Tensor(Double(x.count(axes))) }
    }
  }

  /// The variance over axes, with `count - correction` as the divisor (`jnp.var`).
  public func variance(axis: (any AxisList)? = nil, correction: Int = 0, keepDims: Bool = false) -> Tensor {
    reduce("variance\(correction)", axis, keepDims) { x, axes in
      x.inexact.accumulated { x in
        let centered = x - x.mean(axis: axes, keepDims: true)
        return bind(ReduceSum(axes: axes), square(centered)) / Tensor(Double(x.count(axes) - correction))
      }
    }
  }

  /// The standard deviation over axes (`jnp.std`).
  public func standardDeviation(
    axis: (any AxisList)? = nil, correction: Int = 0, keepDims: Bool = false
  ) -> Tensor {
    sqrt(variance(axis: axis, correction: correction, keepDims: keepDims))
  }

  /// The greatest element over axes (`jnp.max`).
  public func max(axis: (any AxisList)? = nil, keepDims: Bool = false) -> Tensor {
    reduce("max", axis, keepDims) { bind(ReduceMax(axes: $1), $0) }
  }

  /// The least element over axes (`jnp.min`).
  public func min(axis: (any AxisList)? = nil, keepDims: Bool = false) -> Tensor {
    reduce("min", axis, keepDims) { bind(ReduceMin(axes: $1), $0) }
  }

  /// Whether all elements over axes are true (`jnp.all`).
  public func all(axis: (any AxisList)? = nil, keepDims: Bool = false) -> Tensor {
    reduce("all", axis, keepDims) { bind(ReduceAnd(axes: $1), $0.dtype == .bool ? $0 : $0 .!= 0) }
  }

  /// Whether any element over axes is true (`jnp.any`).
  public func any(axis: (any AxisList)? = nil, keepDims: Bool = false) -> Tensor {
    reduce("any", axis, keepDims) { bind(ReduceOr(axes: $1), $0.dtype == .bool ? $0 : $0 .!= 0) }
  }

  /// The index of the greatest element along an axis, of the flattened tensor when nil (`jnp.argmax`).
  public func argmax(axis: Int? = nil, keepDims: Bool = false) -> Tensor {
    argExtremum("argmax", true, axis, keepDims)
  }

  /// The index of the least element along an axis, of the flattened tensor when nil (`jnp.argmin`).
  public func argmin(axis: Int? = nil, keepDims: Bool = false) -> Tensor {
    argExtremum("argmin", false, axis, keepDims)
  }

  private func argExtremum(_ name: String, _ isMaximum: Bool, _ axis: Int?, _ keepDims: Bool) -> Tensor {
    guard let axis else {
      let flat = reshape([elementCount]).argExtremum(name, isMaximum, 0, false)
      return keepDims ? flat.reshape(Shape([Int](repeating: 1, count: rank))) : flat
    }
    return reduce(name, axis, keepDims) {
      bind(ArgExtremum(isMaximum: isMaximum, axis: $1[0], dtype: .int32), $0)
    }
  }
}
