public import Tensors

/// The areas under the curves of true against false positives (ROC) and of precision against recall, of scores that are
/// counted in bins.
///
/// Scores that share a bin count as equal; with `rocAucScore` and `averagePrecisionScore` there are no bins, for scores
/// that are all there at once.
public struct AreaUnderCurve: Metric {
  /// Counts of scores of positives in each bin, int32 `[bins]`.
  public private(set) var positives: Tensor
  /// The same of negatives.
  public private(set) var negatives: Tensor

  /// The areas of nothing.
  ///
  /// - Parameter bins: into how many bins the range from 0 to 1 is divided.
  public init(bins: Int = 1024) {
    positives = .zeros([bins], dtype: .int32)
    negatives = .zeros([bins], dtype: .int32)
  }

  public mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    body(&positives)
    body(&negatives)
  }

  /// The areas with examples added.
  ///
  /// - Parameters:
  ///   - scores: probabilities of yes, from 0 to 1; those beyond count as 0 or 1.
  ///   - labels: whether the answer is yes, of the same shape.
  ///   - mask: which examples count; all if left out.
  public func adding(_ scores: Tensor, _ labels: Tensor, where mask: Tensor? = nil) -> AreaUnderCurve {
    guard scores.shape == labels.shape else { return map(self) { _ in mismatch(scores, labels) } }
    let bins = positives.shape[0]
    let position = floor(scores.astype(.float32).ravel() * Tensor(Double(bins)))
    let bin = clip(position, 0, Tensor(Double(bins - 1))).astype(.int32)
    let isYes = labels.astype(.bool).ravel()
    let isCounted = weights(mask, labels.shape, dtype: .bool).ravel()
    var result = self
    result.positives = positives.at[bin].add((isYes .& isCounted).astype(.int32))
    result.negatives = negatives.at[bin].add((.!isYes .& isCounted).astype(.int32))
    return result
  }

  private var descending: (positives: Tensor, negatives: Tensor) {
    (flip(positives.astype(.float32), axis: 0), flip(negatives.astype(.float32), axis: 0))
  }

  /// The area under the ROC curve, as scikit-learn's `roc_auc_score`.
  public var value: Tensor {
    let (yes, no) = descending
    let above = yes.cumsum(axis: 0) - yes / 2
    return (no * above).sum() / (yes.sum() * no.sum())
  }

  /// The area under the curve of precision against recall, as scikit-learn's `average_precision_score`.
  public var averagePrecision: Tensor {
    let (yes, no) = descending
    let found = yes.cumsum(axis: 0)
    return (yes * quotient(found, found + no.cumsum(axis: 0))).sum() / yes.sum()
  }
}

private func mismatch(_ scores: Tensor, _ labels: Tensor) -> Tensor {
  [scores, labels].first { $0.error != nil }
    ?? Tensor(
      failure: TensorError(
        operation: "AreaUnderCurve", problem: "scores \(scores.shape) and labels \(labels.shape)",
        expected: "both of one shape", module: nil))
}

/// The area under the ROC curve of all scores at once, a scalar (scikit-learn's `roc_auc_score`).
///
/// Scores and labels, which say whether the answer is yes, are of one shape. NaN if all answers are the same.
public func rocAucScore(_ scores: Tensor, _ labels: Tensor) -> Tensor {
  guard scores.shape == labels.shape else { return mismatch(scores, labels) }
  let values = scores.astype(.float32).ravel()
  let isYes = labels.astype(.bool).ravel().astype(.float32)
  let sorted = values.sort()
  // How many are below, equal ones by half: of few numbers sums are exact.
  let below = sorted.searchsorted(values, side: .left).astype(.float32)
  let upTo = sorted.searchsorted(values, side: .right).astype(.float32)
  let (yes, all) = (isYes.sum(), Tensor(Double(values.size)))
  let ranks = (isYes * ((below + upTo) / 2)).sum()
  return (ranks - yes * yes / 2) / (yes * (all - yes))
}

/// The area under the curve of precision against recall of all scores at once, a scalar (scikit-learn's
/// `average_precision_score`).
///
/// Scores and labels, which say whether the answer is yes, are of one shape. NaN if no answer is yes.
public func averagePrecisionScore(_ scores: Tensor, _ labels: Tensor) -> Tensor {
  guard scores.shape == labels.shape else { return mismatch(scores, labels) }
  let values = scores.astype(.float32).ravel()
  let isYes = labels.astype(.bool).ravel().astype(.float32)
  let order = values.argsort()
  let sorted = values.take(order, axis: 0)
  let first = sorted.searchsorted(values, side: .left)
  let sums = concatenate([Tensor.zeros([1]), isYes.take(order, axis: 0).cumsum(axis: 0)])
  let found = isYes.sum() - sums.take(first, axis: 0)
  let chosen = Tensor(Double(values.size)) - first.astype(.float32)
  return (isYes * found / chosen).sum() / isYes.sum()
}
