public import Tensors

/// Mean squared and absolute errors, and which share of the targets' variance predictions explain (R²).
public struct RegressionErrors: Metric {
  private var squared = Average()
  private var absolute = Average()
  private var targets = Welford()

  /// The errors of nothing.
  public init() {}

  public mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    squared.forEachLeaf(body)
    absolute.forEachLeaf(body)
    targets.forEachLeaf(body)
  }

  /// The errors with predictions and their targets added, both of one shape; `mask` says which count, all if left out.
  public func adding(_ predictions: Tensor, _ targets: Tensor, where mask: Tensor? = nil) -> RegressionErrors
  {
    guard predictions.shape == targets.shape else {
      let failure =
        [predictions, targets].first { $0.error != nil }
        ?? Tensor(
          failure: TensorError(
            operation: "RegressionErrors.adding",
            problem: "predictions \(predictions.shape) and targets \(targets.shape)",
            expected: "both of one shape", module: nil))
      return map(self) { _ in failure }
    }
    let errors = predictions.astype(.float32) - targets.astype(.float32)
    var result = self
    result.squared = squared.adding(square(errors), where: mask)
    result.absolute = absolute.adding(abs(errors), where: mask)
    result.targets = self.targets.adding(targets, where: mask)
    return result
  }

  public func merging(_ other: RegressionErrors) -> RegressionErrors {
    var result = self
    result.squared = squared.merging(other.squared)
    result.absolute = absolute.merging(other.absolute)
    result.targets = targets.merging(other.targets)
    return result
  }

  public func merged(over axis: any AxisNameList) -> RegressionErrors {
    var result = self
    result.squared = squared.merged(over: axis)
    result.absolute = absolute.merged(over: axis)
    result.targets = targets.merged(over: axis)
    return result
  }

  /// The mean squared error.
  public var value: Tensor { squared.value }
  /// The root of the mean squared error.
  public var rootMeanSquaredError: Tensor { sqrt(squared.value) }
  /// The mean absolute error.
  public var meanAbsoluteError: Tensor { absolute.value }
  /// 1 less the squared errors over the targets' squared differences from their mean.
  public var r2: Tensor { 1 - squared.total / targets.squares }
}
