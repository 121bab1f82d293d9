public import TensorCore
public import TensorPrimitives
import TensorTransformations

// `where` masks the elements that take part, and broadcasts to the tensor.

private struct AlongAxesBody: FunctionValue {
  let body: @Sendable (_ x: Tensor, _ axes: [Int], _ mask: Tensor?) -> Tensor
}

/// Runs a function, which captures nothing, of the elements along axes as one program.
private func alongAxes(
  _ name: String, _ x: Tensor, _ axis: (any AxisList)?, _ mask: Tensor?,
  _ body: @escaping @Sendable (_ x: Tensor, _ axes: [Int], _ mask: Tensor?) -> Tensor
) -> Tensor {
  if let failed = [x, mask].compactMap({ $0 }).first(where: \.isFailed) { return failed }
  switch x.normalized(axis, name) {
  case .failure(let error): return Tensor.failed(error)
  case .success(let axes):
    let operands = [x] + (mask.map { [$0] } ?? [])
    return fused(name, operands, AlongAxesBody(body: body), axes) { operands, function, axes in
      [operands[0].inexact.accumulated { function.body($0, axes, operands.dropFirst().first) }]
    }[0]
  }
}

/// The logarithm of the sum of exponentials along axes, without overflow (`jax.nn.logsumexp`).
///
/// The result has the tensor's shape without the axes, or with extents of 1 if `keepdims`. Fails if an axis is out of
/// range or given twice, the mask does not broadcast, and for complex numbers.
public func logsumexp(
  _ x: Tensor, axis: (any AxisList)? = nil, keepdims: Bool = false, where mask: Tensor? = nil
) -> Tensor {
  if keepdims { return alongAxes("logsumexp", x, axis, mask, logSumExp) }
  return alongAxes("logsumexp", x, axis, mask) { x, axes, mask in
    logSumExp(x, axes, mask).squeeze(axis: axes)
  }
}

@Sendable private func logSumExp(_ x: Tensor, _ axes: [Int], _ mask: Tensor?) -> Tensor {
  let kept = mask.map { select($0, x, Tensor(-Double.infinity)) } ?? x
  let peak = kept.max(axis: axes, keepdims: true, initial: -.infinity)
  // An infinite peak would give infinity - infinity.
  let shift = stopGradient(select(isfinite(peak), peak, 0))
  return log(exp(kept - shift).sum(axis: axes, keepdims: true)) + shift
}

/// Exponentials divided by their sum along an axis (`jax.nn.softmax`); 0 where masked.
///
/// The result has the shape of `x`. Fails if an axis is out of range or given twice, the mask does not broadcast, and
/// for complex numbers.
public func softmax(_ x: Tensor, axis: (any AxisList)? = -1, where mask: Tensor? = nil) -> Tensor {
  alongAxes("softmax", x, axis, mask) { x, axes, mask in
    guard let mask else { return bind(SoftmaxWeights(axes: axes), x) }
    let unnormalized = select(mask, exp(shifted(x, axes, mask)), 0)
    let total = unnormalized.sum(axis: axes, keepdims: true)
    // Without an element that counts there is nothing to divide, nor to differentiate.
    return unnormalized / select(mask.truth.any(axis: axes, keepdims: true), total, 1)
  }
}

/// The elements that count less the greatest of them; minus infinity elsewhere.
private func shifted(_ x: Tensor, _ axes: [Int], _ mask: Tensor) -> Tensor {
  let kept = select(mask, x, Tensor(-Double.infinity))
  let peak = stopGradient(kept.max(axis: axes, keepdims: true, initial: -.infinity))
  return kept - select(mask.truth.any(axis: axes, keepdims: true), peak, 0)
}

/// The logarithm of `softmax`, without underflow (`jax.nn.log_softmax`); minus infinity where masked.
///
/// The result has the shape of `x`. Fails if an axis is out of range or given twice, the mask does not broadcast, and
/// for complex numbers.
public func logSoftmax(_ x: Tensor, axis: (any AxisList)? = -1, where mask: Tensor? = nil) -> Tensor {
  alongAxes("logSoftmax", x, axis, mask) { x, axes, mask in
    guard let mask else {
      let shifted = x - stopGradient(x.max(axis: axes, keepdims: true, initial: -.infinity))
      return shifted - log(exp(shifted).sum(axis: axes, keepdims: true))
    }
    let shifted = shifted(x, axes, mask)
    let total = exp(shifted).sum(axis: axes, keepdims: true, where: mask)
    let result = shifted - log(select(mask.truth.any(axis: axes, keepdims: true), total, 1))
    return select(mask, result, Tensor(-Double.infinity))
  }
}

/// The elements along an axis shifted and scaled to mean 0 and variance 1 (`jax.nn.standardize`).
///
/// The result has the shape of `x`. Fails if an axis is out of range or given twice, or the mask does not broadcast.
public func standardize(
  _ x: Tensor, axis: (any AxisList)? = -1, epsilon: Double = 1e-5, where mask: Tensor? = nil
) -> Tensor {
  if let failed = [x, mask].compactMap({ $0 }).first(where: \.isFailed) { return failed }
  switch x.normalized(axis, "standardize") {
  case .failure(let error): return Tensor.failed(error)
  case .success(let axes):
    return fused("standardize", [x] + (mask.map { [$0] } ?? []), axes, epsilon) { operands, axes, epsilon in
      let mask = operands.dropFirst().first
      return [
        operands[0].inexact.accumulated { x in
          let mean = x.mean(axis: axes, keepdims: true, where: mask)
          // One pass, as JAX does: less exact than the mean of squared deviations, and never below 0.
          let square = x.squaredSize.mean(axis: axes, keepdims: true, where: mask)
          return (x - mean) * rsqrt(maximum(square - mean.squaredSize, 0) + Tensor(epsilon))
        }
      ]
    }[0]
  }
}

/// One-hot vectors along a new axis: 1 at the class, 0 elsewhere and for classes out of range (`jax.nn.one_hot`).
///
/// Classes `[…]` give `[…, count]`, or have the new axis at another place.
/// Fails if the axis is out of range of the result, or `count` is negative.
public func oneHot(_ classes: Tensor, _ count: Int, dtype: DType = .float32, axis: Int = -1) -> Tensor {
  if classes.isFailed { return classes }
  let dimension = axis.counted(in: classes.ndim + 1)
  guard (0...classes.ndim).contains(dimension) else { return classes.failedAxis("oneHot", axis) }
  return fused("oneHot", classes, count, dimension, dtype) { classes, count, dimension, dtype in
    var shape = classes.type.shape.dimensions
    shape.insert(count, at: dimension)
    // Counted in a dtype that holds all the numbers, which a narrow one may not.
    let classes = classes.dtype.kind <= .integer ? classes.positions : classes.accumulating
    let numbers = bind(Iota(shape: Shape(shape), dtype: classes.dtype, axis: dimension), [])[0]
    let others = (0..<shape.count).filter { $0 != dimension }
    return (classes.broadcastInDim(Shape(shape), dimensions: others) .== numbers).astype(dtype)
  }
}
