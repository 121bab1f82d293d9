public import TensorCore
import TensorPrimitives
import TensorTransformations

extension Random {
  /// Vectors of a normal distribution with this mean and covariance (`jax.random.multivariate_normal`),
  /// `[…shape, n]`.
  ///
  /// Fails if the key is not uint32 `[2]`, or mean and covariance are not floats of shapes that go together so.
  ///
  /// - Parameters:
  ///   - key: a key, uint32 `[2]`.
  ///   - mean: `[…, n]`.
  ///   - covariance: symmetric matrices without negative eigenvalues, `[…, n, n]`, of any rank; results are NaN for
  ///     others.
  ///   - shape: how many vectors are drawn, to which the leading axes of `mean` and `covariance` broadcast; these
  ///     themselves when nil.
  public static func multivariateNormal(
    _ key: Tensor, _ mean: Tensor, _ covariance: Tensor, _ shape: Shape? = nil
  ) -> Tensor {
    let operation = "Random.multivariateNormal"
    if let error = problem(operation, key, shape ?? []) { return error }
    if let failed = [mean, covariance].first(where: \.isFailed) { return failed }
    let (means, matrices) = (mean.type.shape.dimensions, covariance.type.shape.dimensions)
    guard mean.dtype.isFloating, covariance.dtype.isFloating, let size = means.last,
      Array(matrices.suffix(2)) == [size, size]
    else {
      return Tensor.failed(
        TensorError(
          operation, operands: [mean, covariance],
          problem: "the shapes are \(mean.type) and \(covariance.type)",
          expected: "floats: a mean […, n] and a covariance […, n, n] with the same n"))
    }
    let leading = [Shape(Array(means.dropLast())), Shape(Array(matrices.dropLast(2)))]
    let drawn = shape ?? Promotion.broadcastShape(leading)
    guard let drawn, Promotion.broadcastShape(leading + [drawn]) == drawn else {
      return Tensor.failed(
        TensorError(
          operation, operands: [mean, covariance],
          problem: "the leading axes \(leading[0]) and \(leading[1]) do not broadcast to \(drawn ?? [])",
          expected: "a shape that ends in the leading axes of the mean and the covariance"))
    }
    return fused(operation, [key, mean, covariance], drawn, size) { operands, drawn, size in
      let dtype = Promotion.promotedInexact([operands[1], operands[2]])[0].dtype
      let numbers = normal(operands[0], drawn + [size], dtype: dtype)
      return [operands[1] + einsum("...ij,...j->...i", factor(operands[2]), numbers)]
    }[0]
  }

  /// Matrices whose products with their transposes are the covariances: Cholesky's, which gives JAX's numbers; where it
  /// has none, those made of eigenvectors.
  private static func factor(_ covariance: Tensor) -> Tensor {
    let factor = Linalg.cholesky(covariance)
    return cond(isfinite(factor).all()) {
      factor
    } else: {
      let (values, vectors) = Linalg.eigh(covariance)
      // Rounding may leave an eigenvalue of 0 below it; one that is less than that is none of a covariance.
      let dtype = covariance.dtype.accumulation
      let least = abs(values).max(axis: -1, keepdims: true) * Tensor(-10 * dtype.epsilon)
      let roots = sqrt(maximum(values, 0)) + select(values .< least, Tensor(Double.nan), 0)
      let singular = vectors * roots[Ellipsis(), NewAxis(), FullRange()]
      return select(isfinite(factor).all(axis: [-2, -1], keepdims: true), factor, singular)
    }
  }
}
