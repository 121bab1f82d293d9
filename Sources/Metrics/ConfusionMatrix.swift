public import Tensors

/// How often each class was taken for each: `counts[label, prediction]`. Precision, recall and F-score are made of it.
public struct ConfusionMatrix: Metric {
  /// The counts, int32 `[classes, classes]`: a row for each label, a column for each prediction.
  public private(set) var counts: Tensor
  /// How many labels or predictions are no class; there must be none.
  public private(set) var invalidCount: Tensor

  /// How figures of several classes become one.
  public enum Averaging: Sendable {
    /// Of all decisions together.
    case micro
    /// The mean over the classes that occur.
    case macro
    /// The same weighted by how often classes occur.
    case weighted
  }

  /// The matrix of nothing.
  public init(classes: Int) {
    counts = .zeros([classes, classes], dtype: .int32)
    invalidCount = Tensor(Int32(0))
  }

  public mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    body(&counts)
    body(&invalidCount)
  }

  /// The matrix with examples added.
  ///
  /// - Parameters:
  ///   - predictions: integer classes `[…]`, or logits `[…, classes]`.
  ///   - labels: integer classes `[…]`. One that is no class makes values NaN; `checkingLabels` says so.
  ///   - mask: which examples count; all if left out.
  public func adding(_ predictions: Tensor, _ labels: Tensor, where mask: Tensor? = nil) -> ConfusionMatrix {
    let chosen = predictions.ndim == labels.ndim + 1 ? predictions.argmax(axis: -1) : predictions
    guard chosen.dtype.isInteger, labels.dtype.isInteger, chosen.shape == labels.shape else {
      let failure =
        [predictions, labels].first { $0.error != nil }
        ?? Tensor(
          failure: TensorError(
            operation: "ConfusionMatrix.adding",
            problem: "predictions \(predictions.shape) and labels \(labels.shape) of dtype \(labels.dtype)",
            expected: "integer classes of one shape, or logits with an axis of classes more", module: nil))
      return map(self) { _ in failure }
    }
    // A narrow dtype may not hold the number of classes.
    let (classes, labels, predictions) = (counts.shape[0], labels.positions, chosen.positions)
    func isClass(_ x: Tensor) -> Tensor { (x .>= 0) .& (x .< Tensor(classes)) }
    let isCounted = weights(mask, labels.shape, dtype: .bool).ravel()
    let isValid = (isClass(labels) .& isClass(predictions)).ravel()
    let isKept = expandDims(isCounted .& isValid, axis: -1)
    let rows = select(isKept, oneHot(labels.ravel(), classes), 0)
    let columns = oneHot(predictions.ravel(), classes)
    var result = self
    result.counts = counts + matmul(rows.transpose(), columns, precision: .highest).astype(.int32)
    result.invalidCount = invalidCount + (isCounted .& .!isValid).astype(.int32).sum()
    return result
  }

  private var hits: Tensor { counts.diagonal() }
  private var labelCounts: Tensor { counts.sum(axis: 1) }
  private var predictionCounts: Tensor { counts.sum(axis: 0) }

  private func valid(_ x: Tensor) -> Tensor { select(invalidCount .== 0, x, Tensor(Double.nan)) }

  /// The share of examples that are right.
  public var value: Tensor { valid(hits.sum().astype(.float32) / counts.sum().astype(.float32)) }

  /// Of each class, which share of its predictions is right, `[classes]`; 0 if there are none.
  public var precision: Tensor { valid(quotient(hits, predictionCounts)) }

  /// Of each class, which share of its examples is found, `[classes]`; 0 if there are none.
  public var recall: Tensor { valid(quotient(hits, labelCounts)) }

  /// Of each class the F-score, `[classes]`, in which recall counts `beta` times as much as precision.
  public func fScore(beta: Double = 1) -> Tensor {
    let weight = beta * beta
    let both = Tensor(weight) * labelCounts.astype(.float32) + predictionCounts.astype(.float32)
    return valid(quotient(Tensor(1 + weight) * hits.astype(.float32), both))
  }

  /// The precision of all classes.
  public func precision(_ averaging: Averaging) -> Tensor { averaged(precision, averaging) }

  /// The recall of all classes.
  public func recall(_ averaging: Averaging) -> Tensor { averaged(recall, averaging) }

  /// The F-score of all classes.
  public func fScore(beta: Double = 1, _ averaging: Averaging) -> Tensor {
    averaged(fScore(beta: beta), averaging)
  }

  /// Of one label and one prediction for each example, precision, recall and F-score of all decisions are the accuracy.
  private func averaged(_ scores: Tensor, _ averaging: Averaging) -> Tensor {
    switch averaging {
    case .micro: return value
    case .macro:
      let occurs = (labelCounts + predictionCounts .> 0).astype(.float32)
      return (scores * occurs).sum() / occurs.sum()
    case .weighted:
      let shares = labelCounts.astype(.float32)
      return (scores * shares).sum() / shares.sum()
    }
  }

  /// The metric itself.
  ///
  /// - Throws: `TensorError` if labels or predictions were out of range, which a compiled program cannot say.
  public func checkingLabels() throws -> ConfusionMatrix {
    try requireLabels(invalidCount, "ConfusionMatrix", "0 to \(counts.shape[0] - 1)")
    return self
  }
}
