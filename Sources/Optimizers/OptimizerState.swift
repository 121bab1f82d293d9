public import Tensors

/// What an optimizer remembers between updates: step counts, and averages beside each parameter.
public struct OptimizerState: TensorTree, Sendable {
  /// The number of updates done, where the transformation counts them.
  private var counts: [Tensor]
  /// Averages, of which each has a tensor for every parameter: first moments, second moments.
  public internal(set) var averages: [[Tensor]]
  /// The states of the transformations that it chains.
  var parts: [OptimizerState]

  /// The state of a transformation of your own.
  ///
  /// - Parameters:
  ///   - count: the number of updates done, where it matters.
  ///   - averages: what is remembered of every parameter, in lists with a tensor for each.
  public init(count: Tensor? = nil, averages: [[Tensor]] = []) {
    self.init(count: count, averages: averages, parts: [])
  }

  init(count: Tensor? = nil, averages: [[Tensor]] = [], parts: [OptimizerState]) {
    counts = count.map { [$0] } ?? []
    self.averages = averages
    self.parts = parts
  }

  /// The number of updates done; the error of a state that does not belong to the transformation, if it has none.
  public var count: Tensor { counts.first ?? Tensor.failed(OptimizerState.foreign) }

  /// One average, with a tensor for every gradient, as in `optax.TraceState`; the error of a foreign state, if there is none.
  public func average(_ index: Int, _ gradients: [Tensor]) -> [Tensor] {
    guard averages.indices.contains(index), averages[index].count == gradients.count else {
      return gradients.map { _ in Tensor.failed(OptimizerState.foreign) }
    }
    return averages[index]
  }

  public mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    counts.forEachLeaf(body)
    averages.forEachLeaf(body)
    parts.forEachLeaf(body)
  }

  public func hasSameStructure(as other: OptimizerState) -> Bool {
    counts.count == other.counts.count && averages.hasSameStructure(as: other.averages)
      && parts.hasSameStructure(as: other.parts)
  }

  /// The error of a state that another transformation made, or for other parameters.
  static let foreign = TensorError(
    operation: "GradientTransformation.update",
    problem: "the state is not one of this transformation for these parameters",
    expected: "what optimizer.initialState(params) gave, or the last update", module: nil)

  /// The sharding of every tensor: averages lie as the parameters do, counts are whole on every device.
  ///
  /// - Parameters:
  ///   - params: the types of the parameters.
  ///   - shardings: how each of them lies.
  ///   - whole: how what belongs to no parameter lies.
  func shardings(
    _ params: [TensorType], _ shardings: [NamedSharding?], whole: NamedSharding?
  ) -> [NamedSharding?] {
    let own = averages.flatMap { average in
      zip(average, zip(params, shardings)).map { tensor, param in
        tensor.type.shape == param.0.shape ? param.1 : whole
      }
    }
    return counts.map { _ in whole } + own
      + parts.flatMap { $0.shardings(params, shardings, whole: whole) }
  }
}
