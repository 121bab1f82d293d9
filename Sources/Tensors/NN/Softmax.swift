// `where` masks the elements that take part, and broadcasts to the tensor.

private struct SoftmaxKey: Hashable, Sendable {
  let axes: [Int]
  var keepDims = false
  let hasMask: Bool
}

/// Runs a function of the elements along axes as one program.
private func alongAxes(
  _ name: String, _ x: Tensor, _ axis: (any AxisList)?, _ mask: Tensor?, keepDims: Bool = false,
  _ body: (_ x: Tensor, _ axes: [Int], _ mask: Tensor?) -> Tensor
) -> Tensor {
  if let failed = [x, mask].compactMap({ $0 }).first(where: \.isFailed) { return failed }
  switch x.normalized(axis, name) {
  case .failure(let error): return Tensor(failure: error)
  case .success(let axes):
    let key = SoftmaxKey(axes: axes, keepDims: keepDims, hasMask: mask != nil)
    return fused(name, key, [x] + (mask.map { [$0] } ?? [])) { operands in
      [body(operands[0].inexact, axes, operands.dropFirst().first)]
    }[0]
  }
}

/// The logarithm of the sum of exponentials along axes, without overflow (`jax.nn.logsumexp`).
public func logSumExp(
  _ x: Tensor, axis: (any AxisList)? = nil, keepDims: Bool = false, where mask: Tensor? = nil
) -> Tensor {
  alongAxes("logSumExp", x, axis, mask, keepDims: keepDims) { x, axes, mask in
    let kept = mask.map { select($0, x, Tensor(-Double.infinity)) } ?? x
    let peak = kept.max(axis: axes, keepDims: true, initial: -.infinity)
    // An infinite peak would give infinity - infinity.
    let shift = stopGradient(select(isFinite(peak), peak, 0))
    let result = log(exp(kept - shift).sum(axis: axes, keepDims: true)) + shift
    return keepDims ? result : result.squeezed(axis: axes)
  }
}

/// Exponentials divided by their sum along an axis (`jax.nn.softmax`); 0 where masked.
public func softmax(_ x: Tensor, axis: (any AxisList)? = -1, where mask: Tensor? = nil) -> Tensor {
  alongAxes("softmax", x, axis, mask) { x, axes, mask in
    let kept = mask.map { select($0, x, Tensor(-Double.infinity)) } ?? x
    let unnormalized = exp(kept - stopGradient(kept.max(axis: axes, keepDims: true, initial: -.infinity)))
    let result = unnormalized / unnormalized.sum(axis: axes, keepDims: true, where: mask)
    return mask.map { select($0, result, 0) } ?? result
  }
}

/// The logarithm of `softmax`, without underflow (`jax.nn.log_softmax`); minus infinity where masked.
public func logSoftmax(_ x: Tensor, axis: (any AxisList)? = -1, where mask: Tensor? = nil) -> Tensor {
  alongAxes("logSoftmax", x, axis, mask) { x, axes, mask in
    let kept = mask.map { select($0, x, Tensor(-Double.infinity)) } ?? x
    let shifted = kept - stopGradient(kept.max(axis: axes, keepDims: true, initial: -.infinity))
    let result = shifted - log(exp(shifted).sum(axis: axes, keepDims: true, where: mask))
    return mask.map { select($0, result, Tensor(-Double.infinity)) } ?? result
  }
}

/// The elements along an axis shifted and scaled to mean 0 and variance 1 (`jax.nn.standardize`).
public func standardize(
  _ x: Tensor, axis: (any AxisList)? = -1, epsilon: Double = 1e-5, where mask: Tensor? = nil
) -> Tensor {
  alongAxes("standardize\(epsilon)", x, axis, mask) { x, axes, mask in
    let mean = x.mean(axis: axes, keepDims: true, where: mask)
    // One pass, as JAX does: less exact than the mean of squared deviations, and never below 0.
    let variance = maximum(square(x).mean(axis: axes, keepDims: true, where: mask) - square(mean), 0)
    return (x - mean) * rsqrt(variance + Tensor(epsilon))
  }
}

/// One-hot vectors along a new axis: 1 at the class, 0 elsewhere and for classes out of range (`jax.nn.one_hot`).
///
/// Classes `[…]` give `[…, count]`, or have the new axis at another place.
public func oneHot(_ classes: Tensor, _ count: Int, dtype: DType = .float32, axis: Int = -1) -> Tensor {
  if classes.isFailed { return classes }
  let place = axis.counted(in: classes.rank + 1)
  guard (0...classes.rank).contains(place) else { return classes.failedAxis("oneHot", axis) }
  return fused("oneHot", [AnySendableKey(dtype), AnySendableKey([count, place])], classes) { classes in
    var shape = classes.type.shape.dimensions
    shape.insert(count, at: place)
    let numbers = bind(Iota(shape: Shape(shape), dtype: classes.dtype, axis: place), [])[0]
    let others = (0..<shape.count).filter { $0 != place }
    return (classes.broadcastInDim(Shape(shape), dimensions: others) .== numbers).cast(to: dtype)
  }
}
