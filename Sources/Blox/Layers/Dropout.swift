/// Sets elements to zero at random during training, and scales the others so that the mean stays.
///
/// Inputs of any shape give outputs of the same. In evaluation, and at rate 0, the inputs are returned as they are.
public final class Dropout: Module, Layer, @unchecked Sendable {
  // @unchecked: all that it stores is constant.
  /// The probability of an element being dropped.
  public let rate: Double
  public let rng: Rng

  /// - Throws: `ModelError` unless the rate is from 0 to 1, exclusive; or as `Module.init`.
  public init(_ graph: Graph, rate: Double, rng: Rng) throws {
    try require(
      rate >= 0 && rate < 1, "Dropout", "the rate is \(rate)",
      expected: "the probability of dropping an element, from 0.0 to 1.0, exclusive")
    self.rate = rate
    self.rng = rng
    try super.init(graph)
  }

  /// Applies dropout as in training.
  public func callAsFunction(_ params: Params, _ inputs: Tensor) -> (Tensor, Params) {
    self(params, inputs, isTraining: true)
  }

  public func callAsFunction(_ params: Params, _ inputs: Tensor, isTraining: Bool) -> (Tensor, Params) {
    if !isTraining || rate == 0 || inputs.error != nil { return (inputs, params) }
    let (key, params) = rng(params)
    if key.error != nil { return (key, params) }
    let keepRate = Tensor(1 - rate)
    let mask = Random.bernoulli(key, keepRate, shape: inputs.shape)
    return (inputs * mask / keepRate, params)
  }
}
