public import Tensors

/// By how much anchors are not `margin` nearer to positives than to negatives, `[…]` (`optax.triplet_margin_loss`; Schroff
/// et al., 2015).
///
/// - Parameters:
///   - anchors: `[…, features]`.
///   - positives: examples of the same kind.
///   - negatives: examples of another.
///   - axis: the axis of features.
///   - degree: the degree of the norm.
///   - margin: how much nearer.
///   - epsilon: what is added to sums before the root is taken.
public func tripletMarginLoss(
  _ anchors: Tensor, _ positives: Tensor, _ negatives: Tensor, axis: Int = -1, normDegree degree: Double = 2,
  margin: Double = 1, eps epsilon: Double = 1e-6
) -> Tensor {
  func distance(_ others: Tensor) -> Tensor {
    let difference = anchors.accumulating - others.accumulating
    let powers = degree == 2 ? square(difference) : power(difference, Tensor(degree))
    return power(powers.sum(axis: axis) + Tensor(epsilon), Tensor(1 / degree))
  }
  let loss = maximum(distance(positives) - distance(negatives) + Tensor(margin), 0)
  return loss.astype(anchors.inexactDType)
}

/// The normalized temperature-scaled cross-entropy of embeddings, a scalar (`optax.ntxent`; Chen et al., 2020): each is to
/// be nearest to those of the same label.
///
/// - Parameters:
///   - embeddings: `[batch, features]`.
///   - labels: `[batch]`.
///   - temperature: what similarities are divided by.
public func ntxent(_ embeddings: Tensor, _ labels: Tensor, temperature: Double = 0.07) -> Tensor {
  guard embeddings.ndim == 2, labels.shape == [embeddings.shape[0]] else {
    return embeddings.isFailed
      ? embeddings
      : Tensor(
        failure: TensorError(
          operation: "ntxent", problem: "embeddings \(embeddings.shape) and labels \(labels.shape)",
          expected: "embeddings [batch, features] and labels [batch]", module: nil))
  }
  let wide = embeddings.accumulating
  let cosines = cosineSimilarity(
    expandDims(wide, axis: 0), expandDims(wide, axis: 1), epsilon: Double(Float.ulpOfOne))
  let similarities = cosines / Tensor(temperature)
  let isSame = expandDims(labels, axis: 1) .== expandDims(labels, axis: 0)
  let isMatch = isSame .& .!Tensor.eye(labels.shape[0]).astype(.bool)
  let lowest = Tensor(-Double.infinity)
  let isCounted = isMatch .| .!isSame
  let greatest = stopGradient(select(isCounted, similarities, lowest).max(axis: 1, keepdims: true))
  let shifted = select(isCounted, similarities - greatest, 0)
  let powers = exp(shifted)
  let others = select(isSame, 0, powers).sum(axis: 1, keepdims: true)
  let logarithms = shifted - log(others + select(isMatch, powers, 1))
  let loss = -select(isMatch, logarithms, 0).sum() / isMatch.astype(.float32).sum()
  return loss.astype(embeddings.inexactDType)
}
