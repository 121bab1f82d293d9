/// A function without parameters as a part of a `Sequential`: `Activation { maxPool($0, windowShape: 2) }`.
public struct Activation: UnaryLayer, CustomStringConvertible {
  private let function: @Sendable (Tensor) -> Tensor

  public init(_ function: @escaping @Sendable (Tensor) -> Tensor) { self.function = function }

  public func callAsFunction(_ params: Params, _ inputs: Tensor) -> (Tensor, Params) {
    (function(inputs), params)
  }

  public var description: String { "function" }
}

/// Layers and functions applied one after the other.
///
///     let mlp = try Sequential(graph.child("mlp")) {
///       try Linear(graph.child("l1"), outputSize: 32, rng: rng)
///       relu
///       Activation { $0.reshape([$0.shape[0], -1]) }
///       try Linear(graph.child("l2"), outputSize: 10, rng: rng)
///     }
///
/// Functions such as `relu` stand for themselves; closures are written as an `Activation { … }`.
public final class Sequential: Module, Layer, @unchecked Sendable {
  // @unchecked: all that it stores is constant.
  public let layers: [any UnaryLayer]

  /// - Throws: as `Module.init`.
  public init(_ graph: Graph, _ layers: [any UnaryLayer]) throws {
    self.layers = layers
    try super.init(graph)
  }

  /// The layers as a list of statements; functions such as `relu` stand for themselves.
  ///
  /// - Throws: what making the layers throws, or as `Module.init`.
  public convenience init(
    _ graph: Graph, @SequentialBuilder _ layers: () throws -> [any UnaryLayer]
  ) throws {
    try self.init(graph, layers())
  }

  public func callAsFunction(_ params: Params, _ inputs: Tensor) -> (Tensor, Params) {
    layers.reduce((inputs, params)) { state, layer in layer(state.1, state.0) }
  }
}

/// Makes the list of a `Sequential` from statements.
@resultBuilder public enum SequentialBuilder {
  public static func buildExpression(_ layer: any UnaryLayer) -> [any UnaryLayer] { [layer] }
  public static func buildExpression(_ function: @escaping @Sendable (Tensor) -> Tensor) -> [any UnaryLayer] {
    [Activation(function)]
  }
  public static func buildExpression(_ layers: [any UnaryLayer]) -> [any UnaryLayer] { layers }
  public static func buildBlock(_ parts: [any UnaryLayer]...) -> [any UnaryLayer] { parts.flatMap { $0 } }
  public static func buildOptional(_ part: [any UnaryLayer]?) -> [any UnaryLayer] { part ?? [] }
  public static func buildEither(first part: [any UnaryLayer]) -> [any UnaryLayer] { part }
  public static func buildEither(second part: [any UnaryLayer]) -> [any UnaryLayer] { part }
  public static func buildArray(_ parts: [[any UnaryLayer]]) -> [any UnaryLayer] { parts.flatMap { $0 } }
}
