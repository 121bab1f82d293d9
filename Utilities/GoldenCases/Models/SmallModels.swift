import Blox

// The models that cases describe by their Python source, under the names they have there.

/// Two linear layers with batch norm and dropout between them.
final class MLPDropoutBN: Module, TrainableLayer, @unchecked Sendable {
  let l1, l2: Linear
  let bn: BatchNorm
  let drop: Dropout

  init(_ graph: Graph, hidden: Int, out: Int, rate: Double, rng: Rng) throws {
    l1 = try Linear(graph.child("l1"), outputSize: hidden, rng: rng)
    bn = try BatchNorm(graph.child("bn"), rng: rng)
    drop = try Dropout(graph.child("drop"), rate: rate, rng: rng)
    l2 = try Linear(graph.child("l2"), outputSize: out, rng: rng)
    try super.init(graph)
  }

  func callAsFunction(_ params: Params, _ x: Tensor) -> (Tensor, Params) { self(params, x, isTraining: true) }

  func callAsFunction(_ params: Params, _ x: Tensor, isTraining: Bool) -> (Tensor, Params) {
    var (x, params) = l1(params, x)
    (x, params) = bn(params, x, isTraining: isTraining)
    (x, params) = drop(params, relu(x), isTraining: isTraining)
    return l2(params, x)
  }
}

/// Keeps a moving average of the mean of its inputs.
final class Ema: Module, Layer, @unchecked Sendable {
  let decay: Double

  init(_ graph: Graph, decay: Double) throws {
    self.decay = decay
    try super.init(graph)
  }

  func callAsFunction(_ params: Params, _ x: Tensor) -> (Tensor, Params) {
    var (ema, params) = getParam(
      params, "ema", shape: [x.shape[-1]], initializer: .zeros, trainable: false)
    let scale: Tensor
    (scale, params) = getParam(params, "scale", shape: [x.shape[-1]], initializer: .constant(1.5))
    ema = Tensor(decay) * ema + Tensor(1 - decay) * stopGradient(x.mean(axis: 0))
    params = setParam(params, "ema", ema)
    return ((x - ema) * scale, params)
  }
}

/// One linear layer from outside, used twice.
final class TiedTwice: Module, Layer, @unchecked Sendable {
  let shared: Linear

  init(_ graph: Graph, shared: Linear) throws {
    self.shared = shared
    try super.init(graph)
  }

  func callAsFunction(_ params: Params, _ x: Tensor) -> (Tensor, Params) {
    let (x, params) = shared(params, x)
    return shared(params, tanh(x))
  }
}
