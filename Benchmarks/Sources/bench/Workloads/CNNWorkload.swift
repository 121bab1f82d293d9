import Blox

/// A small convolutional classifier of 32x32x3 pictures, batch 64: one SGD step with donated parameters.
struct CNNWorkload: Workload {
  final class Model: Module, Layer, @unchecked Sendable {
    let conv1, conv2: Conv
    let hidden, logits: Linear

    init(_ graph: Graph, rng: Rng) throws {
      conv1 = try Conv(graph.child("conv1"), kernelSize: [3, 3], outputChannels: 32, rng: rng)
      conv2 = try Conv(graph.child("conv2"), kernelSize: [3, 3], outputChannels: 64, rng: rng)
      hidden = try Linear(graph.child("hidden"), outputSize: 128, rng: rng)
      logits = try Linear(graph.child("logits"), outputSize: 10, rng: rng)
      try super.init(graph)
    }

    func callAsFunction(_ params: Params, _ inputs: Tensor) -> (Tensor, Params) {
      var (x, params) = conv1(params, inputs)
      x = maxPool(relu(x), windowShape: [2, 2])
      (x, params) = conv2(params, x)
      x = maxPool(relu(x), windowShape: [2, 2])
      (x, params) = hidden(params, x.reshape([x.shape[0], -1]))
      return logits(params, x)
    }
  }

  func run(_ meter: Meter) throws {
    let graph = try Graph("net")
    let rng = try Rng(graph.child("rng"))
    let model = try Model(graph.child("model"), rng: rng)
    let images = numbers([64, 32, 32, 3])
    let labels = Tensor((0..<64).map { Int32($0 * 7 % 10) })
    try TrainingMeasures(lastStep: 10, block: 10).take(
      meter, model, rng, images, labels, loss: MLPWorkload.crossEntropy)
  }
}
