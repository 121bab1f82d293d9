/// A correction of small rank to a linear layer: `inputs · a · b · alpha / rank` (LoRA).
///
/// Parameters: `a` `[features, rank]`, random, and `b` `[rank, outputSize]`, zeros, so that the layer begins as it was.
/// `addLowRankAdapters` gives one to each linear layer of a trained model.
public final class LowRankAdapter: Module, Layer, @unchecked Sendable {
  // @unchecked: all that it stores is constant.
  public let outputSize: Int
  public let rank: Int
  public let alpha: Double
  public let rng: Rng?

  /// - Throws: `ModelError` if the rank is not positive, or as `Module.init`.
  public init(_ graph: Graph, outputSize: Int, rank: Int, alpha: Double, rng: Rng?) throws {
    try require(rank > 0, "LowRankAdapter", "the rank is \(rank)", expected: "a positive number")
    self.outputSize = outputSize
    self.rank = rank
    self.alpha = alpha
    self.rng = rng
    try super.init(graph)
  }

  public func callAsFunction(_ params: Params, _ inputs: Tensor) -> (Tensor, Params) {
    if let failure = scalarFailure(inputs) { return refused(failure, params, ["a", "b"]) }
    let (factors, params) = factors(params, inputs.shape[-1])
    return (matmul(matmul(inputs, factors.a), factors.b) * Tensor(alpha / Double(rank)), params)
  }

  private func factors(_ params: Params, _ features: Int) -> ((a: Tensor, b: Tensor), Params) {
    let (a, middle) = getParam(
      params, "a", shape: [features, rank], initializer: .lecunNormal(), rng: rng)
    let (b, updated) = getParam(middle, "b", shape: [rank, outputSize], initializer: .zeros, rng: rng)
    return ((a, b), updated)
  }
}

extension Graph {
  /// Gives linear layers below this node a correction of small rank, which is trained instead of them.
  ///
  ///     try graph.addLowRankAdapters(rank: 8, rng: rng)
  ///     var params = trained.unlocked().freezing()
  ///     (_, params) = model(params, inputs)        // creates the corrections
  ///     params = params.locked()                   // split() now gives them alone
  ///
  /// The layers change: functions that were compiled before do not notice.
  ///
  /// - Parameters:
  ///   - rank: how many columns `a` has, and rows `b`.
  ///   - alpha: the corrections are scaled by alpha / rank; the rank when nil.
  ///   - rng: where the initializers' random numbers come from; needed unless they use none.
  ///   - isIncluded: which layers, by path and layer; all when not given.
  /// - Returns: the corrections, each at the node `adapter` below its layer.
  /// - Throws: `ModelError` if the rank is not positive or a layer has a child `adapter` already.
  @discardableResult public func addLowRankAdapters(
    rank: Int, alpha: Double? = nil, rng: Rng?,
    where isIncluded: (_ path: [String], _ layer: Linear) -> Bool = { _, _ in true }
  ) throws -> [LowRankAdapter] {
    var adapters: [LowRankAdapter] = []
    for (path, module) in walk() {
      guard let layer = module as? Linear, isIncluded(path, layer) else { continue }
      let adapter = try LowRankAdapter(
        layer.graph.child("adapter"), outputSize: layer.outputSize, rank: rank,
        alpha: alpha ?? Double(rank), rng: rng)
      layer.adapter = adapter
      adapters.append(adapter)
    }
    return adapters
  }
}

extension Params {
  /// The params with none of the parameters trainable.
  public func freezing() -> Params { freezing { _, _ in true } }

  /// The params with the parameters for which `isFrozen` is true no longer trainable.
  public func freezing(where isFrozen: (_ path: [String], _ param: Param) throws -> Bool) rethrows -> Params {
    var copy = self
    for (index, (path, param)) in items.enumerated() where try isFrozen(path, param) {
      copy.update(index, value: nil, trainable: false, metadata: nil)
    }
    return copy
  }
}
