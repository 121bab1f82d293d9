public import Tensors

/// 1 less the overlap of predicted and true regions (`optax.losses.dice_loss`; Milletari et al., 2016; Salehi et al., 2017).
///
/// - Parameters:
///   - predictions: logits, `[batch, …, classes]`; one class is a yes or no.
///   - targets: probabilities of the same shape.
///   - classWeights: weights of classes, `[classes]`; 1 if left out.
///   - smooth: what is added to both sides of the quotient.
///   - alpha: the weight of what is predicted and not there.
///   - beta: the weight of what is there and not predicted.
///   - applySoftmax: whether predictions are logits, and not probabilities.
///   - ignoreBackground: whether the first class does not count.
/// - Returns: the loss of each example and class, `[batch, classes]`; its mean along the last axis is optax's default.
public func diceLoss(
  _ predictions: Tensor, _ targets: Tensor, classWeights: Tensor? = nil, smooth: Double = 1,
  alpha: Double = 0.5,
  beta: Double = 0.5, applySoftmax: Bool = true, ignoreBackground: Bool = false
) -> Tensor {
  guard predictions.shape == targets.shape, predictions.ndim >= 2 else {
    if let failed = [predictions, targets].first(where: \.isFailed) { return failed }
    return Tensor(
      failure: TensorError(
        operation: "diceLoss", problem: "predictions \(predictions.shape) and targets \(targets.shape)",
        expected: "both [batch, …, classes]", module: nil))
  }
  let logits = predictions.accumulating
  let isBinary = logits.shape[-1] == 1
  let shares = !applySoftmax ? logits : isBinary ? sigmoid(logits) : softmax(logits)
  let axes = Array(1..<Swift.max(logits.ndim - 1, 1))
  func total(_ x: Tensor) -> Tensor { axes.isEmpty ? x : x.sum(axis: axes) }
  let truth = targets.accumulating
  let (both, predicted, true_) = (total(shares * truth), total(shares), total(truth))
  let wrong = Tensor(alpha) * (predicted - both) + Tensor(beta) * (true_ - both)
  let overlap = (both + Tensor(smooth)) / (both + wrong + Tensor(smooth))
  let losses = (1 - overlap) * (classWeights ?? 1)
  return ignoreBackground && !isBinary ? losses[0..., 1...] : losses
}

/// The Dice loss of yes or no, `[batch]` (`optax.losses.binary_dice_loss`), of predictions `[batch, …]`.
///
/// - Parameters:
///   - predictions: logits, or probabilities without `applySigmoid`.
///   - targets: 0 and 1.
///   - smooth: what is added to both sides of the quotient.
///   - applySigmoid: whether predictions are logits.
public func binaryDiceLoss(
  _ predictions: Tensor, _ targets: Tensor, smooth: Double = 1, applySigmoid: Bool = true
) -> Tensor {
  let isOpen = predictions.shape[-1] != 1
  let (logits, truth) =
    isOpen ? (expandDims(predictions, axis: -1), expandDims(targets, axis: -1)) : (predictions, targets)
  return diceLoss(logits, truth, smooth: smooth, applySoftmax: applySigmoid).mean(axis: -1)
}

/// The Dice loss with classes weighted by how rare they are, a scalar (`optax.losses.multiclass_generalized_dice_loss`;
/// Sudre et al., 2017). The arguments are those of `diceLoss`.
public func multiclassGeneralizedDiceLoss(
  _ predictions: Tensor, _ targets: Tensor, smooth: Double = 1, applySoftmax: Bool = true,
  ignoreBackground: Bool = false
) -> Tensor {
  let counts = targets.accumulating.sum(axis: Array(0..<Swift.max(targets.ndim - 1, 0)))
  let rarity = 1 / (square(counts) + 1e-7)
  let weights = rarity / rarity.sum() * Tensor(Double(targets.shape[-1]))
  return diceLoss(
    predictions, targets, classWeights: weights, smooth: smooth, applySoftmax: applySoftmax,
    ignoreBackground: ignoreBackground
  ).mean()
}
