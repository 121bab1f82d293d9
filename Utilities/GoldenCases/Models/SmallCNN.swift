import Blox

/// The small convolutional network that cases describe by its Python source.
final class SmallCNN: Module, TrainableLayer, @unchecked Sendable {
  let c1, c2: Conv
  let bn: BatchNorm
  let head: Linear

  init(_ graph: Graph, c1: Int, c2: Int, out: Int, rng: Rng) throws {
    self.c1 = try Conv(graph.child("c1"), kernelSize: [3, 3], outputChannels: c1, rng: rng)
    bn = try BatchNorm(graph.child("bn"), rng: rng)
    self.c2 = try Conv(graph.child("c2"), kernelSize: [3, 3], outputChannels: c2, rng: rng, strides: 2)
    head = try Linear(graph.child("head"), outputSize: out, rng: rng)
    try super.init(graph)
  }

  func callAsFunction(_ params: Params, _ x: Tensor) -> (Tensor, Params) { self(params, x, isTraining: true) }

  func callAsFunction(_ params: Params, _ x: Tensor, isTraining: Bool) -> (Tensor, Params) {
    var (x, params) = c1(params, x)
    (x, params) = bn(params, x, isTraining: isTraining)
    x = maxPool(relu(x), windowShape: [2, 2])
    (x, params) = c2(params, x)
    x = avgPool(relu(x), windowShape: [2, 2], padding: .same)
    return head(params, x.reshape([x.shape[0], -1]))
  }
}
