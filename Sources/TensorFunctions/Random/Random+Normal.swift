import TensorCore
import TensorPrimitives
import TensorTransformations

extension Random {
  /// Numbers of the standard normal distribution (`jax.random.normal`).
  public static func normal(_ key: Tensor, shape: Shape = [], dtype: DType = .float32) -> Tensor {
    let operation = "Random.normal"
    if let error = problem(operation, key, shape, dtype) { return error }
    return fused(operation, TensorType(shape, dtype), key) { key in
      let u = uniform(key, shape: shape, dtype: dtype, minimum: Tensor(dtype.aboveMinusOne))
      return bind(Mul(), Tensor(ScalarLiteral(2.0.squareRoot(), dtype)), bind(ErfInv(), u))
    }
  }

  /// Numbers of the standard normal distribution between two bounds (`jax.random.truncated_normal`).
  ///
  /// - Parameters:
  ///   - key: a key, uint32 `[2]`.
  ///   - lower: the lower bound, of a shape that broadcasts to that of the result; likewise `upper`.
  ///   - upper: the greatest value.
  ///   - shape: the shape of the result; that of the bounds when nil.
  ///   - dtype: the dtype of the result.
  public static func truncatedNormal(
    _ key: Tensor, _ lower: Tensor, _ upper: Tensor, shape: Shape? = nil, dtype: DType = .float32
  ) -> Tensor {
    let operation = "Random.truncatedNormal"
    let shape = shape ?? Promotion.broadcastShape([lower.type.shape, upper.type.shape]) ?? []
    if let error = problem(operation, key, shape, dtype)
      ?? parameterProblem(operation, [lower, upper], shape)
    {
      return error
    }
    let bounds = [lower, upper].map { $0.asParameter(dtype) }
    return fused(operation, TensorType(shape, dtype), [key] + bounds) { operands in
      let (lower, upper) = (operands[1].cast(to: dtype), operands[2].cast(to: dtype))
      let root = Tensor(ScalarLiteral(2.0.squareRoot(), dtype))
      let u = uniform(
        operands[0], shape: shape, dtype: dtype, minimum: erf(lower / root), maximum: erf(upper / root))
      // Rounding must not leave the open interval; if nothing is between the bounds, what is left are they.
      let (low, high) = (stopGradient(lower), stopGradient(upper))
      let least = next(low, toward: ScalarLiteral(Double.infinity, dtype))
      let greatest = next(high, toward: ScalarLiteral(-Double.infinity, dtype))
      return [clip(root * erfInv(u), minimum(least, high), maximum(greatest, low))]
    }[0]
  }

  private static func next(_ x: Tensor, toward target: ScalarLiteral) -> Tensor {
    bind(NextAfter(), x, Tensor(target))
  }
}
