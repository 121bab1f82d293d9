public import Tensors

/// The mean of values, weighted if there are weights (`nnx.metrics.Average`).
public struct Average: Metric {
  /// The sum of values times weights.
  public private(set) var total: Tensor
  /// The sum of weights.
  public private(set) var count: Tensor

  /// The mean of nothing.
  public init() {
    total = Tensor(Float(0))
    count = Tensor(Float(0))
  }

  public mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    body(&total)
    body(&count)
  }

  /// The mean with values added, of any shape.
  ///
  /// - Parameters:
  ///   - values: losses of examples, say.
  ///   - mask: which of them count, or how much; all once if left out. What does not count may be NaN.
  public func adding(_ values: Tensor, where mask: Tensor? = nil) -> Average {
    let wide = values.astype(.float32)
    let shares = weights(mask, wide.shape)
    var result = self
    result.total = total + select(shares .== 0, 0, wide * shares).sum()
    result.count = count + shares.sum()
    return result
  }

  public var value: Tensor { total / count }
}
