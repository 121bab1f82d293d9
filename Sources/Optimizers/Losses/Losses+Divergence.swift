public import Tensors

/// A sum over an axis, of some of the elements if there is a mask.
private func total(_ x: Tensor, _ axis: Int, _ mask: Tensor?) -> Tensor {
  (mask.map { select(aligned($0, x, axis), x, 0) } ?? x).sum(axis: axis)
}

/// The Kullback-Leibler divergence of distributions from predicted ones, `[…]` (`optax.kl_divergence`).
///
/// - Parameters:
///   - logPredictions: logarithms of predicted probabilities, `[…, classes]`.
///   - targets: probabilities.
///   - axis: the axis of classes.
///   - mask: which classes count; all if left out.
public func klDivergence(
  _ logPredictions: Tensor, _ targets: Tensor, axis: Int = -1, where mask: Tensor? = nil
) -> Tensor {
  let wide = targets.accumulating
  let isZero = wide .== 0
  let logarithms = select(isZero, 0, log(select(isZero, 1, wide)))
  let losses = wide * (logarithms - countedLogarithms(logPredictions.accumulating, wide))
  return total(losses, axis, mask).astype(logPredictions.inexactDType)
}

/// The same of logarithms of probabilities (`optax.kl_divergence_with_log_targets`).
public func klDivergenceWithLogTargets(
  _ logPredictions: Tensor, _ logTargets: Tensor, axis: Int = -1, where mask: Tensor? = nil
) -> Tensor {
  let wide = logTargets.accumulating
  let shares = exp(wide)
  let difference = countedLogarithms(wide, shares) - countedLogarithms(logPredictions.accumulating, shares)
  let losses = shares * difference
  return total(losses, axis, mask).astype(logPredictions.inexactDType)
}

/// The divergence of measures that need not sum to 1, `[…]` (`optax.losses.generalized_kl_divergence`), convex in both.
/// The arguments are those of `klDivergence`.
public func generalizedKlDivergence(
  _ logPredictions: Tensor, _ targets: Tensor, axis: Int = -1, where mask: Tensor? = nil
) -> Tensor {
  let difference = exp(logPredictions.accumulating) - targets.accumulating
  return klDivergence(logPredictions, targets, axis: axis, where: mask)
    + total(difference, axis, mask).astype(logPredictions.inexactDType)
}

/// The same under its older name (`optax.convex_kl_divergence`).
public func convexKlDivergence(
  _ logPredictions: Tensor, _ targets: Tensor, axis: Int = -1, where mask: Tensor? = nil
) -> Tensor { generalizedKlDivergence(logPredictions, targets, axis: axis, where: mask) }

/// The cross-entropy of a ranking, `[…]` (`optax.losses.ranking_softmax_loss`; Cao et al., 2007); take the mean of it.
///
/// - Parameters:
///   - logits: the scores of items, `[…, items]`.
///   - labels: how relevant they are.
///   - mask: which items there are; all if left out.
///   - weights: weights of items; 1 if left out.
public func rankingSoftmaxLoss(
  _ logits: Tensor, _ labels: Tensor, where mask: Tensor? = nil, weights: Tensor? = nil
) -> Tensor {
  let labels = labels.astype(logits.inexactDType).accumulating * (weights?.accumulating ?? 1)
  guard let mask else { return softmaxCrossEntropy(logits, labels).astype(logits.inexactDType) }
  return softmaxCrossEntropy(logits, labels, where: mask)
}
