import Blox

/// The linear layer that the README writes out.
final class ReadmeLinear: Module, Layer, @unchecked Sendable {
  let outputSize: Int
  let rng: Rng

  init(_ graph: Graph, outputSize: Int, rng: Rng) throws {
    self.outputSize = outputSize
    self.rng = rng
    try super.init(graph)
  }

  func callAsFunction(_ params: Params, _ x: Tensor) -> (Tensor, Params) {
    var (kernel, params) = getParam(
      params, "kernel", shape: [x.shape[-1], outputSize], initializer: .normal(), rng: rng)
    let bias: Tensor
    (bias, params) = getParam(params, "bias", shape: [outputSize], initializer: .zeros, rng: rng)
    return (matmul(x, kernel) + bias, params)
  }
}

/// The MLP of the README.
final class ReadmeMLP: Module, Layer, @unchecked Sendable {
  let hidden, output: ReadmeLinear

  init(_ graph: Graph, hiddenSize: Int, outputSize: Int, rng: Rng) throws {
    hidden = try ReadmeLinear(graph.child("hidden"), outputSize: hiddenSize, rng: rng)
    output = try ReadmeLinear(graph.child("output"), outputSize: outputSize, rng: rng)
    try super.init(graph)
  }

  func callAsFunction(_ params: Params, _ x: Tensor) -> (Tensor, Params) {
    let (x, params) = hidden(params, x)
    return output(params, relu(x))
  }
}

/// The README's MLP with batch norm and dropout after the hidden layer.
final class MLPDropoutBatchNorm: Module, TrainableLayer, @unchecked Sendable {
  let hidden, output: ReadmeLinear
  let norm: BatchNorm
  let dropout: Dropout

  init(_ graph: Graph, hiddenSize: Int, outputSize: Int, rate: Double, rng: Rng) throws {
    hidden = try ReadmeLinear(graph.child("hidden"), outputSize: hiddenSize, rng: rng)
    norm = try BatchNorm(graph.child("norm"))
    dropout = try Dropout(graph.child("dropout"), rate: rate, rng: rng)
    output = try ReadmeLinear(graph.child("output"), outputSize: outputSize, rng: rng)
    try super.init(graph)
  }

  func callAsFunction(_ params: Params, _ x: Tensor) -> (Tensor, Params) { self(params, x, isTraining: true) }

  func callAsFunction(_ params: Params, _ x: Tensor, isTraining: Bool) -> (Tensor, Params) {
    var (x, params) = hidden(params, x)
    (x, params) = norm(params, x, isTraining: isTraining)
    (x, params) = dropout(params, relu(x), isTraining: isTraining)
    return output(params, x)
  }
}
