public import Tensors

/// The share of examples whose class is the one with the greatest logit, or among the `k` greatest
/// (`nnx.metrics.Accuracy`).
public struct Accuracy: Metric {
  /// Among how many of the greatest logits the class must be.
  public let k: Int
  /// How many examples are right.
  public private(set) var correct: Tensor
  /// How many there are.
  public private(set) var count: Tensor
  /// How many labels are no class; there must be none.
  public private(set) var invalidCount: Tensor

  /// The accuracy of nothing.
  public init(k: Int = 1) {
    self.k = k
    correct = Tensor(Int32(0))
    count = Tensor(Int32(0))
    invalidCount = Tensor(Int32(0))
  }

  public mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    body(&correct)
    body(&count)
    body(&invalidCount)
  }

  public func hasSameStructure(as other: Accuracy) -> Bool { k == other.k }
  public func hashStructure(into hasher: inout Hasher) { hasher.combine(k) }

  /// The accuracy with examples added.
  ///
  /// - Parameters:
  ///   - logits: `[…, classes]`. Of equal ones the first counts as greater; where one is NaN, the example is wrong.
  ///   - labels: integer classes `[…]`. One that is no class makes the value NaN; `checkingLabels` says so.
  ///   - mask: which examples count; all if left out.
  public func adding(_ logits: Tensor, _ labels: Tensor, where mask: Tensor? = nil) -> Accuracy {
    guard labels.dtype.isInteger, Shape(Array(logits.shape.dimensions.dropLast())) == labels.shape,
      logits.ndim > 0, k > 0
    else { return failing(logits, labels) }
    // A narrow dtype may not hold the number of classes.
    let (classes, labels) = (logits.shape[-1], labels.positions)
    let isCounted = weights(mask, labels.shape, dtype: .bool)
    let isClass = (labels .>= 0) .& (labels .< Tensor(classes))
    let isLabel = expandDims(labels, axis: -1) .== Tensor.arange(classes)
    let wide = logits.astype(.float32)
    let chosen = select(isLabel, wide, 0).sum(axis: -1, keepdims: true)
    let isBefore = Tensor.arange(classes) .< expandDims(labels, axis: -1)
    let isGreater = (wide .> chosen) .| ((wide .== chosen) .& isBefore)
    let rank = isGreater.astype(.int32).sum(axis: -1)
    let isRight = (rank .< Tensor(k)) .& isClass .& .!isnan(wide).any(axis: -1)
    var result = self
    result.correct = correct + (isRight .& isCounted).astype(.int32).sum()
    result.count = count + isCounted.astype(.int32).sum()
    result.invalidCount = invalidCount + (.!isClass .& isCounted).astype(.int32).sum()
    return result
  }

  private func failing(_ logits: Tensor, _ labels: Tensor) -> Accuracy {
    let failure =
      [logits, labels].first { $0.error != nil }
      ?? Tensor(
        failure: TensorError(
          operation: "Accuracy.adding",
          problem: "logits \(logits.shape), labels \(labels.shape) of dtype \(labels.dtype), k \(k)",
          expected: "logits […, classes], integer classes […], a positive k", module: nil))
    return map(self) { _ in failure }
  }

  public var value: Tensor {
    let share = correct.astype(.float32) / count.astype(.float32)
    return select(invalidCount .== 0, share, Tensor(Double.nan))
  }

  /// The metric itself.
  ///
  /// - Throws: `TensorError` if labels were out of range, which a compiled program cannot say.
  public func checkingLabels() throws -> Accuracy {
    try requireLabels(invalidCount, "Accuracy", "0 to the number of logits")
    return self
  }
}

/// Throws if there were labels that are no class.
func requireLabels(_ invalidCount: Tensor, _ metric: String, _ range: String) throws {
  let count = try invalidCount.item(Int.self)
  guard count == 0 else {
    throw TensorError(
      operation: metric, problem: "\(count) labels are out of range",
      expected: "integer classes from \(range)",
      module: nil)
  }
}
