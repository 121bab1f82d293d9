public import Tensors

/// The exponential of the mean of losses: how many words a language model wavers between.
public struct Perplexity: Metric {
  private var losses = Average()

  /// The perplexity of nothing.
  public init() {}

  public mutating func forEachLeaf(_ body: (inout Tensor) -> Void) { losses.forEachLeaf(body) }

  /// The perplexity with the cross-entropies of words added.
  ///
  /// - Parameters:
  ///   - losses: cross-entropies, in natural units.
  ///   - mask: which words count; all if left out.
  public func adding(_ losses: Tensor, where mask: Tensor? = nil) -> Perplexity {
    var result = self
    result.losses = self.losses.adding(losses, where: mask)
    return result
  }

  public var value: Tensor { exp(losses.value) }
}
