import Blox
import PJRT

/// One transformer and its training step, on one device or as a strategy says.
struct Training {
  let model: Transformer
  let initialize: (Tensor) throws -> Params
  let step: (Params, Tensor, Tensor) throws -> (Tensor, Params)
  let lowered: (Params, Tensor, Tensor) throws -> Lowered
  let loweredInitialize: (Tensor) throws -> Lowered
  /// How the parameters lie on the devices; nil on one device.
  let shardings: ParamsSharding?
  /// The examples: tokens, and each token's successor.
  let inputs, targets: Tensor

  private static let vocabulary = 64
  private static let (batch, time) = (16, 16)

  init(_ strategy: Strategy?, deviceCount: Int = 8) throws {
    let graph = try Graph("net")
    let rng = try Rng(graph.child("rng"))
    let model = try Transformer(
      graph.child("transformer"), vocabulary: Training.vocabulary, time: Training.time, features: 64,
      heads: 4,
      hidden: 256, layers: 2, rng: rng)
    let initialize = { (tokens: Tensor) in
      model(rng.seed(Params(), seed: 42), tokens).1.locked()
    }
    let step = { (params: Params, inputs: Tensor, targets: Tensor) in
      let (trainable, nonTrainable) = params.split()
      let ((loss, newNonTrainable), gradients) = try valueAndGrad { (t: Params) in
        let (logits, newParams) = try model(t.merge(nonTrainable), inputs)
        let loss = softmaxCrossEntropyWithIntegerLabels(logits, targets).mean()
        return (loss, newParams.split().1)
      }(trainable)
      let newTrainable = map(trainable, gradients) { w, g in w - 0.1 * g }
      return (loss, try newTrainable.merge(newNonTrainable))
    }
    self.model = model
    let sequence = (0..<(Training.batch * Training.time + 1)).map {
      Int32(($0 * $0 + 3 * $0) % Training.vocabulary)
    }
    let shape: Shape = [Training.batch, Training.time]
    inputs = Tensor(Array(sequence.dropLast()), shape: shape)
    targets = Tensor(Array(sequence.dropFirst()), shape: shape)
    guard let strategy else {
      shardings = nil
      self.initialize = jit(name: "initialize", initialize)
      self.step = jit(donating: 0, name: "step", step)
      lowered = lower(donating: 0, name: "step", step)
      loweredInitialize = lower(name: "initialize", initialize)
      return
    }
    // Shapes alone say how the parameters will lie: no device ever has them all, nor the host.
    let mesh = try strategy.mesh(deviceCount)
    let abstractParams = try evalShape(initialize)(inputs)
    let params = try abstractParams.shardings(on: mesh, strategy.spec)
    let data = NamedSharding(mesh, strategy.data)
    shardings = params
    self.initialize = jit(outShardings: [params], name: "initialize", initialize)
    loweredInitialize = lower(outShardings: [params], name: "initialize", initialize)
    self.step = jit(
      donating: 0, inShardings: [params, data, data], outShardings: [NamedSharding(mesh, []), params],
      name: "step", step)
    lowered = lower(
      donating: 0, inShardings: [params, data, data], outShardings: [NamedSharding(mesh, []), params],
      name: "step", step)
  }

  /// The losses of the first steps.
  func losses(steps: Int) throws -> [Float] {
    var params = try initialize(inputs)
    return try (0..<steps).map { _ in
      let loss: Tensor
      (loss, params) = try step(params, inputs, targets)
      return try loss.item()
    }
  }

  /// The step as XLA compiled it.
  func compiled() throws -> Executable { try lowered(initialize(inputs), inputs, targets).compile() }
}
