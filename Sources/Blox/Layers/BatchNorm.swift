/// Normalizes over all axes but the last with statistics of the batch, and keeps running ones for evaluation.
///
/// Inputs `[batch, …, features]` give outputs of the same shape. Parameters, all `[features]`: `running_mean` and
/// `running_var`, not trainable, updated in training; `scale` and `bias`.
public final class BatchNorm: Module, Layer {
  /// How much of a running statistic stays at each update.
  public let momentum: Double
  /// Added to the variance before the square root.
  public let epsilon: Double
  public let useScale: Bool
  public let useBias: Bool
  public let scaleInit: Initializer
  public let biasInit: Initializer
  public let rng: Rng?

  /// - Parameter rng: where the initializers' random numbers come from; needed unless they use none.
  /// - Throws: as `Module.init`.
  public init(
    _ graph: Graph, momentum: Double = 0.9, epsilon: Double = 1e-5, useScale: Bool = true,
    useBias: Bool = true, scaleInit: Initializer = .ones, biasInit: Initializer = .zeros, rng: Rng? = nil
  ) throws {
    self.momentum = momentum
    self.epsilon = epsilon
    self.useScale = useScale
    self.useBias = useBias
    self.scaleInit = scaleInit
    self.biasInit = biasInit
    self.rng = rng
    try super.init(graph)
  }

  /// Normalizes as in training.
  public func callAsFunction(_ params: Params, _ inputs: Tensor) -> (Tensor, Params) {
    self(params, inputs, isTraining: true)
  }

  /// Normalizes with the statistics of the batch and updates the running ones, or with the running ones alone.
  public func callAsFunction(_ params: Params, _ inputs: Tensor, isTraining: Bool) -> (Tensor, Params) {
    if inputs.error != nil { return (inputs, params) }
    guard inputs.rank > 0 else {
      return (rejected("the input is a scalar", expected: "an input of shape [batch, …, features]"), params)
    }
    var params = params
    let features: Shape = [inputs.shape[-1]]
    func parameter(_ name: String, _ initializer: Initializer, trainable: Bool = true) -> Tensor {
      let value: Tensor
      (value, params) = getParam(
        params, name, shape: features, initializer: initializer, trainable: trainable, rng: rng)
      return value
    }
    var mean = parameter("running_mean", .zeros, trainable: false)
    var variance = parameter("running_var", .ones, trainable: false)
    if isTraining {
      let running = (mean, variance)
      let axes = Array(0..<inputs.rank - 1)
      (mean, variance) = (inputs.mean(axis: axes), inputs.variance(axis: axes))
      params = setParam(params, "running_mean", average(running.0, mean))
      params = setParam(params, "running_var", average(running.1, variance))
    }
    var outputs = (inputs - mean) / sqrt(variance + Tensor(epsilon))
    if useScale { outputs = outputs * parameter("scale", scaleInit) }
    if useBias { outputs = outputs + parameter("bias", biasInit) }
    return (outputs, params)
  }

  /// A running statistic moved towards that of the batch, which no derivative goes through.
  private func average(_ running: Tensor, _ batch: Tensor) -> Tensor {
    Tensor(momentum) * running + Tensor(1 - momentum) * stopGradient(batch)
  }
}
