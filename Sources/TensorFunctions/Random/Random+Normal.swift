public import TensorCore
import TensorPrimitives
import TensorTransformations

extension Random {
  /// Numbers of the standard normal distribution (`jax.random.normal`).
  ///
  /// The result has the shape `shape`. Fails if the key is not uint32 `[2]`, an extent is negative, or the dtype is
  /// not a float.
  public static func normal(_ key: Tensor, _ shape: Shape = [], dtype: DType = .float32) -> Tensor {
    let operation = "Random.normal"
    if let error = problem(operation, key, shape, dtype) { return error }
    return fused(operation, key, shape, dtype) { key, shape, dtype in
      let u = uniform(key, shape, dtype: dtype, minval: Tensor(dtype.aboveMinusOne))
      return bind(Mul(), Tensor(ScalarLiteral(2.0.squareRoot(), dtype)), bind(ErfInv(), u))
    }
  }

  /// Numbers of the standard normal distribution between two bounds (`jax.random.truncated_normal`).
  ///
  /// Fails if the key is not uint32 `[2]`, an extent is negative, the dtype is not a float, or a bound does not
  /// broadcast to the shape.
  ///
  /// - Parameters:
  ///   - key: a key, uint32 `[2]`.
  ///   - lower: the lower bound, of a shape that broadcasts to that of the result; likewise `upper`.
  ///   - upper: the greatest value.
  ///   - shape: the shape of the result; that of the bounds when nil.
  ///   - dtype: the dtype of the result.
  public static func truncatedNormal(
    _ key: Tensor, _ lower: Tensor, _ upper: Tensor, _ shape: Shape? = nil, dtype: DType = .float32
  ) -> Tensor {
    let operation = "Random.truncatedNormal"
    let shape = shape ?? Promotion.broadcastShape([lower.type.shape, upper.type.shape]) ?? []
    if let error = problem(operation, key, shape, dtype)
      ?? parameterProblem(operation, [lower, upper], shape)
    {
      return error
    }
    let bounds = [lower, upper].map { $0.asParameter(dtype) }
    let start = TruncatedTail.start(dtype)
    // Of bounds that are numbers it is known whether they lie far out, as they hardly ever do.
    let mayBeTail =
      bounds[0].literal.map { $0.double >= start } ?? true
      || bounds[1].literal.map { $0.double <= -start } ?? true
    return fused(operation, [key] + bounds, shape, dtype, mayBeTail) { operands, shape, dtype, mayBeTail in
      let (lower, upper) = (operands[1].astype(dtype), operands[2].astype(dtype))
      let root = Tensor(ScalarLiteral(2.0.squareRoot(), dtype))
      let u = uniform(
        operands[0], shape, dtype: dtype, minval: erf(lower / root), maxval: erf(upper / root))
      // Rounding must not leave the open interval; if nothing is between the bounds, what is left are they.
      let (low, high) = (stopGradient(lower), stopGradient(upper))
      let least = next(low, toward: ScalarLiteral(Double.infinity, dtype))
      let greatest = next(high, toward: ScalarLiteral(-Double.infinity, dtype))
      func between(_ x: Tensor) -> Tensor { clip(x, minimum(least, high), maximum(greatest, low)) }
      guard mayBeTail else { return [between(root * erfinv(u))] }
      let start = TruncatedTail.start(dtype)
      let isTail = (low .>= Tensor(start)) .| (high .<= Tensor(-start))
      let part = uniform(operands[0], shape, dtype: dtype)
      // Others are not given to the formulas of the tails, nor these to those, whose derivatives are infinite there.
      let inner = select(isTail, 0, u)
      let tail: Tensor = bind(
        TruncatedTail(), broadcastTo(select(isTail, lower, Tensor(start)), shape),
        broadcastTo(select(isTail, upper, Tensor(start + 1)), shape), part)
      return [select(isTail, between(tail), between(root * erfinv(inner)))]
    }[0]
  }

  private static func next(_ x: Tensor, toward target: ScalarLiteral) -> Tensor {
    bind(NextAfter(), x, Tensor(target))
  }
}
