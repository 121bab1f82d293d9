public import Tensors

/// Labels with some probability moved from the right class to all: `(1 - alpha) · labels + alpha / classes`
/// (`optax.smooth_labels`).
///
/// - Parameters:
///   - labels: distributions over classes along the axis.
///   - alpha: the probability.
///   - axis: the axis of classes.
///   - mask: which classes there are; all if left out.
public func smoothLabels(_ labels: Tensor, _ alpha: Double, axis: Int = -1, where mask: Tensor? = nil)
  -> Tensor
{
  guard (0..<labels.ndim).contains(axis < 0 ? axis +| labels.ndim : axis) else {
    return labels.sum(axis: axis)
  }
  let count =
    mask.map { $0.astype(.float32).sum(axis: axis, keepdims: true) } ?? Tensor(Double(labels.shape[axis]))
  let smoothed = Tensor(1 - alpha) * labels.accumulating + Tensor(alpha) / count
  return smoothed.astype(labels.inexactDType)
}

/// The cross-entropy of logits against distributions over some of the classes (`optax.softmax_cross_entropy`).
///
/// - Parameters:
///   - logits: `[…, classes]`.
///   - labels: distributions over classes, of the same shape.
///   - axis: the axis of classes.
///   - mask: which classes count, of the logits' shape, or without the axis for all or none of them.
public func softmaxCrossEntropy(_ logits: Tensor, _ labels: Tensor, axis: Int = -1, where mask: Tensor)
  -> Tensor
{
  let mask = aligned(mask, logits, axis)
  let logarithms = logSoftmax(logits.accumulating, axis: axis, where: mask)
  let products = select(mask .& (labels .!= 0), labels.accumulating * logarithms, 0)
  return (-products.sum(axis: axis)).astype(logits.inexactDType)
}

/// The cross-entropy of logits against integer classes, among some of the classes
/// (`optax.softmax_cross_entropy_with_integer_labels`); 0 where there are none.
///
/// - Parameters:
///   - logits: `[…, classes]`.
///   - labels: integer classes, of the logits' shape without the axis.
///   - axis: the axis of classes.
///   - mask: which classes count, of the logits' shape, or without the axis for all or none of them.
public func softmaxCrossEntropyWithIntegerLabels(
  _ logits: Tensor, _ labels: Tensor, axis: Int = -1, where mask: Tensor
) -> Tensor {
  let wide = logits.accumulating
  let mask = aligned(mask, logits, axis)
  // Without a mask: log of the sum less the class's logit; so the logit is the log of the sum less that.
  let chosen = logsumexp(wide, axis: axis) - softmaxCrossEntropyWithIntegerLabels(wide, labels, axis: axis)
  let isAny = mask.any(axis: axis)
  let least = select(isAny, logsumexp(wide, axis: axis, where: mask), 0)
  return select(isAny, least - chosen, 0).astype(logits.inexactDType)
}

/// The same with a weight for each class, by which each loss is multiplied; divide by the sum of weights of the labels for
/// a weighted mean.
///
/// - Parameters:
///   - logits: `[…, classes]`.
///   - labels: integer classes, of the logits' shape without the axis.
///   - axis: the axis of classes.
///   - classWeights: `[classes]`.
public func softmaxCrossEntropyWithIntegerLabels(
  _ logits: Tensor, _ labels: Tensor, axis: Int = -1, classWeights: Tensor
) -> Tensor {
  let losses = softmaxCrossEntropyWithIntegerLabels(logits, labels, axis: axis)
  let weights = classWeights.take(labels, axis: 0).astype(logits.inexactDType)
  // A class that does not count may be impossible.
  return weights * select((weights .== 0) .& (losses .== Tensor(Double.infinity)), 0, losses)
}

/// A mask with the axis of classes, which it may leave out.
func aligned(_ mask: Tensor, _ logits: Tensor, _ axis: Int) -> Tensor {
  let full = mask.ndim == logits.ndim ? mask : expandDims(mask, axis: axis)
  return broadcastTo(full.astype(.bool), logits.shape)
}

/// The cross-entropy of logits against distributions, where classes of no probability may have any logit
/// (`optax.safe_softmax_cross_entropy`), as it is of `softmaxCrossEntropy` too.
public func safeSoftmaxCrossEntropy(_ logits: Tensor, _ labels: Tensor) -> Tensor {
  softmaxCrossEntropy(logits, labels)
}

/// Cross-entropy and a share of the probability of wrong classes (`optax.poly_loss_cross_entropy`; Leng et al., 2022).
///
/// - Parameters:
///   - logits: `[…, classes]`.
///   - labels: distributions over classes, of the same shape.
///   - epsilon: how much that probability counts.
///   - axis: the axis of classes.
///   - mask: which classes count; all if left out.
public func polyLossCrossEntropy(
  _ logits: Tensor, _ labels: Tensor, epsilon: Double = 2, axis: Int = -1, where mask: Tensor? = nil
) -> Tensor {
  let full = mask.map { aligned($0, logits, axis) }
  let probabilities = softmax(logits.accumulating, axis: axis, where: full)
  let wrong = labels.accumulating * (1 - probabilities)
  let counted = (full.map { select($0, wrong, 0) } ?? wrong).sum(axis: axis)
  let entropy =
    full.map { softmaxCrossEntropy(logits.accumulating, labels, axis: axis, where: $0) }
    ?? softmaxCrossEntropy(logits.accumulating, labels, axis: axis)
  return (entropy + Tensor(epsilon) * counted).astype(logits.inexactDType)
}

/// `max(0, 1 - output · target)` for targets -1 and 1, element by element (`optax.hinge_loss`).
public func hingeLoss(_ outputs: Tensor, _ targets: Tensor) -> Tensor { maximum(0, 1 - outputs * targets) }

/// `max(0, -output · target)` for targets -1 and 1, element by element (`optax.perceptron_loss`; Rosenblatt, 1958).
public func perceptronLoss(_ outputs: Tensor, _ targets: Tensor) -> Tensor { maximum(0, -outputs * targets) }

/// The sparsemax loss of logits against labels 0 and 1, element by element (`optax.sparsemax_loss`; Martins and Astudillo,
/// 2016).
public func sparsemaxLoss(_ logits: Tensor, _ labels: Tensor) -> Tensor {
  let x = select(labels.astype(.bool), -logits, logits)
  // Within the bounds alone: the square of an infinity that is not chosen has no derivative.
  return select(x .<= -1, 0, select(x .>= 1, x, square(clip(x, -1, 1) + 1) / 4))
}

/// The right classes' scores `[…, 1]`, 0 for labels that are no class; others may be infinite.
private func rightScores(_ scores: Tensor, _ labels: Tensor) -> Tensor {
  select(oneHot(labels, scores.shape[-1], dtype: .bool), scores, 0).sum(axis: -1, keepdims: true)
}

/// By how much the right class's score is not 1 above all others, `[…]` (`optax.multiclass_hinge_loss`; Crammer and
/// Singer, 2001), of scores `[…, classes]` and integer classes `[…]`.
public func multiclassHingeLoss(_ scores: Tensor, _ labels: Tensor) -> Tensor {
  let isRight = oneHot(labels, scores.shape[-1], dtype: scores.dtype)
  return (scores + 1 - isRight).max(axis: -1) - rightScores(scores, labels).squeeze(axis: -1)
}

/// By how much the right class's score is not the greatest, `[…]` (`optax.multiclass_perceptron_loss`; Michael Collins,
/// 2002), of scores `[…, classes]` and integer classes `[…]`.
public func multiclassPerceptronLoss(_ scores: Tensor, _ labels: Tensor) -> Tensor {
  scores.max(axis: -1) - rightScores(scores, labels).squeeze(axis: -1)
}

/// The sparsemax loss of scores `[batch, classes]` against integer classes `[batch]`
/// (`optax.multiclass_sparsemax_loss`; Martins and Astudillo, 2016).
public func multiclassSparsemaxLoss(_ scores: Tensor, _ labels: Tensor) -> Tensor {
  let probabilities = projectionSimplex(scores)
  let right = rightScores(scores, labels)
  let gaps = select(probabilities .> 0, scores - right, 0)
  let size = (probabilities * probabilities).sum(axis: -1)
  return (probabilities * gaps).sum(axis: -1) + 0.5 * (1 - size)
}

/// The nearest distribution to the numbers along the last axis (`optax.projections.projection_simplex`; Duchi et al.,
/// 2008), times `scale`.
public func projectionSimplex(_ x: Tensor, scale: Double = 1) -> Tensor {
  let sorted = x.sort(descending: true)
  let sums = sorted.cumsum(axis: -1)
  let counts = Tensor.arange(1, x.shape[-1] + 1).astype(x.dtype)
  let isPositive = sorted - (sums - Tensor(scale)) / counts .> 0
  let count = isPositive.astype(.int32).sum(axis: -1, keepdims: true)
  let total = select(isPositive, sorted, 0).sum(axis: -1, keepdims: true)
  return maximum(x - (total - Tensor(scale)) / count, 0)
}

/// The cross-entropy of logits against the probabilities of yes, less where the model is sure already, element by element
/// (`optax.sigmoid_focal_loss`; Lin et al., 2017).
///
/// - Parameters:
///   - logits: the logits.
///   - labels: the probabilities of yes, 0 or 1.
///   - alpha: the weight of yes, that of no being `1 - alpha`; none if left out.
///   - gamma: how much less.
public func sigmoidFocalLoss(
  _ logits: Tensor, _ labels: Tensor, alpha: Double? = nil, gamma: Double = 2
) -> Tensor {
  let wide = logits.accumulating
  let labels = labels.astype(wide.dtype)
  // The probability of what is wrong: of no for labels 1, of yes for labels 0.
  let wrong = labels * sigmoid(-wide) + (1 - labels) * sigmoid(wide)
  let entropy = sigmoidBinaryCrossEntropy(wide, labels)
  let loss = entropy * power(wrong, Tensor(gamma))
  guard let alpha else { return loss.astype(logits.inexactDType) }
  let weight = Tensor(alpha) * labels + Tensor(1 - alpha) * (1 - labels)
  return (weight * loss).astype(logits.inexactDType)
}
