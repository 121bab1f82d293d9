import Blox

/// Linear layers with relu between them.
final class Stack: Module, Layer, @unchecked Sendable {
  let layers: [Linear]
  let endsWithRelu: Bool

  init(_ graph: Graph, _ sizes: [Int], rng: Rng, endsWithRelu: Bool = false) throws {
    layers = try sizes.enumerated().map { index, size in
      try Linear(graph.child("linear_\(index)"), outputSize: size, rng: rng)
    }
    self.endsWithRelu = endsWithRelu
    try super.init(graph)
  }

  func callAsFunction(_ params: Params, _ inputs: Tensor) -> (Tensor, Params) {
    var (x, params) = (inputs, params)
    for (index, layer) in layers.enumerated() {
      (x, params) = layer(params, x)
      if endsWithRelu || index + 1 < layers.count { x = relu(x) }
    }
    return (x, params)
  }

  /// A stack at `net/model` and the generator at `net/rng`.
  static func build(_ sizes: [Int], endsWithRelu: Bool = false) throws -> (model: Stack, rng: Rng) {
    let graph = try Graph("net")
    let rng = try Rng(graph.child("rng"))
    return (try Stack(graph.child("model"), sizes, rng: rng, endsWithRelu: endsWithRelu), rng)
  }
}
