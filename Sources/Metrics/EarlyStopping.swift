public import Tensors

/// Whether a loss has not become better for a while (`flax.training.early_stopping.EarlyStopping`): a small tree, saved with
/// the rest of the state.
///
///     stopping = stopping.updated(validationLoss)
///     if try stopping.shouldStop.item(Bool.self) { break }
public struct EarlyStopping: TensorTree, Sendable {
  /// By how much a loss must be less to be better.
  public let minDelta: Double
  /// How many losses in a row may be no better.
  public let patience: Int
  /// The least loss.
  public private(set) var best: Tensor
  /// How many losses since then were no better.
  public private(set) var count: Tensor

  /// - Parameters:
  ///   - minDelta: by how much a loss must be less to be better.
  ///   - patience: how many losses in a row may be no better.
  public init(minDelta: Double = 0, patience: Int = 0) {
    self.minDelta = minDelta
    self.patience = patience
    best = Tensor(Float.infinity)
    count = Tensor(Int32(0))
  }

  public mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    body(&best)
    body(&count)
  }

  /// The state after a loss, a scalar; NaN is no better.
  public func updated(_ loss: Tensor) -> EarlyStopping {
    let loss = loss.astype(.float32)
    let isBetter = loss .< best - Tensor(minDelta)
    var next = self
    next.best = select(isBetter .| (isinf(best) .& .!isnan(loss)), loss, best)
    next.count = select(isBetter, 0, count + 1).astype(.int32)
    return next
  }

  /// Whether more losses in a row were no better than `patience`, a boolean scalar.
  public var shouldStop: Tensor { count .> Tensor(patience) }
}
