/// The logarithm of the sum of exponentials along axes, without overflow (`jax.nn.logsumexp`).
public func logSumExp(_ x: Tensor, axis: (any AxisList)? = nil, keepDims: Bool = false) -> Tensor {
  switch x.normalized(axis, "logSumExp") {
  case .failure(let error): return x.isFailed ? x : Tensor(failure: error)
  case .success(let axes):
    return fused("logSumExp", [keepDims ? 1 : 0] + axes, x) { x in
      let x = x.inexact
      let peak = x.max(axis: axes, keepDims: true)
      // An infinite peak would give infinity - infinity.
      let shift = stopGradient(select(isFinite(peak), peak, Tensor(ScalarLiteral(0, x.dtype))))
      let sum = exp(x - shift).sum(axis: axes, keepDims: true)
      let result = log(sum) + shift
      return keepDims ? result : result.squeezed(axis: axes)
    }
  }
}

/// Exponentials divided by their sum along an axis (`jax.nn.softmax`).
public func softmax(_ x: Tensor, axis: (any AxisList)? = -1) -> Tensor {
  switch x.normalized(axis, "softmax") {
  case .failure(let error): return x.isFailed ? x : Tensor(failure: error)
  case .success(let axes):
    return fused("softmax", axes, x) { x in
      let x = x.inexact
      let unnormalized = exp(x - stopGradient(x.max(axis: axes, keepDims: true)))
      return unnormalized / unnormalized.sum(axis: axes, keepDims: true)
    }
  }
}

/// The logarithm of `softmax`, without underflow (`jax.nn.log_softmax`).
public func logSoftmax(_ x: Tensor, axis: (any AxisList)? = -1) -> Tensor {
  switch x.normalized(axis, "logSoftmax") {
  case .failure(let error): return x.isFailed ? x : Tensor(failure: error)
  case .success(let axes):
    return fused("logSoftmax", axes, x) { x in
      let x = x.inexact
      let shifted = x - stopGradient(x.max(axis: axes, keepDims: true))
      return shifted - log(exp(shifted).sum(axis: axes, keepDims: true))
    }
  }
}

/// One-hot vectors along a new last axis: 1 at the class, 0 elsewhere and for classes out of range (`jax.nn.one_hot`).
///
/// Classes `[…]` give `[…, count]`.
public func oneHot(_ classes: Tensor, _ count: Int, dtype: DType = .float32) -> Tensor {
  fused("oneHot", TensorType([count], dtype), classes) { classes in
    let shape = classes.type.shape + [count]
    let columns = bind(Iota(shape: shape, dtype: classes.dtype, axis: shape.count - 1), [])[0]
    let repeated = classes.broadcastInDim(shape, dimensions: Array(0..<classes.rank))
    return (repeated .== columns).cast(to: dtype)
  }
}
