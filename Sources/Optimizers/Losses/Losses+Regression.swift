public import Tensors

/// The squared difference, element by element (`optax.squared_error`); of the predictions alone without targets.
public func squaredError(_ predictions: Tensor, _ targets: Tensor? = nil) -> Tensor {
  2 * l2Loss(predictions, targets)
}

/// The logarithm of the hyperbolic cosine of the difference, element by element (`optax.log_cosh`), nearly its square
/// where it is small and its size where it is great.
public func logCosh(_ predictions: Tensor, _ targets: Tensor? = nil) -> Tensor {
  let errors = targets.map { predictions - $0 } ?? predictions
  let wide = errors.accumulating
  return (logaddexp(wide, -wide) - log(Tensor(2.0))).astype(errors.inexactDType)
}

/// The Poisson loss of predicted logarithms of rates, `exp(log rate) - target · log rate`, element by element; of rates
/// themselves without `logInput`, to which `eps` is added before their logarithm is taken.
public func poissonLoss(
  _ predictions: Tensor, _ targets: Tensor, logInput: Bool = true, eps epsilon: Double = 1e-8
) -> Tensor {
  let (wide, counts) = (predictions.accumulating, targets.accumulating)
  let losses =
    logInput
    ? exp(wide) - counts * countedLogarithms(wide, counts)
    : wide - counts * countedLogarithms(log(wide + Tensor(epsilon)), counts)
  return losses.astype(predictions.inexactDType)
}

/// The cosine of the angle between vectors, `[…]` (`optax.cosine_similarity`).
///
/// - Parameters:
///   - predictions: `[…, features]`.
///   - targets: of the same shape, or one that broadcasts.
///   - epsilon: the least squared norm that is divided by.
///   - axis: the axis of features.
///   - mask: which features count; all if left out.
public func cosineSimilarity(
  _ predictions: Tensor, _ targets: Tensor, epsilon: Double = 0, axis: Int = -1, where mask: Tensor? = nil
) -> Tensor {
  func masked(_ x: Tensor) -> Tensor { mask.map { select(aligned($0, x, axis), x, 0) } ?? x }
  func unit(_ x: Tensor) -> Tensor {
    x / sqrt(maximum(masked(square(x)).sum(axis: axis, keepdims: true), Tensor(epsilon)))
  }
  let product = unit(predictions.accumulating) * unit(targets.accumulating)
  return masked(product).sum(axis: axis).astype(predictions.inexactDType)
}

/// 1 less the cosine of the angle between vectors, `[…]` (`optax.cosine_distance`). The arguments are those of
/// `cosineSimilarity`.
public func cosineDistance(
  _ predictions: Tensor, _ targets: Tensor, epsilon: Double = 0, axis: Int = -1, where mask: Tensor? = nil
) -> Tensor { 1 - cosineSimilarity(predictions, targets, epsilon: epsilon, axis: axis, where: mask) }
