/// Normalizes over all axes but the last with statistics of the batch, and keeps running ones for evaluation.
///
/// Inputs `[batch, …, features]` give outputs of the same shape. Parameters, all `[features]`: `running_mean` and
/// `running_var`, not trainable, updated in training; `scale` and `bias`.
public final class BatchNorm: Normalization, Layer, @unchecked Sendable {
  // @unchecked: all that it stores is constant.
  /// How much of a running statistic stays at each update.
  public let momentum: Double

  /// - Parameters:
  ///   - graph: the node that it is bound to, a child: `graph.child("name")`.
  ///   - momentum: how much of a running statistic stays at each update.
  ///   - epsilon: added before the square root.
  ///   - useScale: whether there is a `scale`.
  ///   - useBias: whether there is a `bias`.
  ///   - scaleInit: how `scale` is created.
  ///   - biasInit: how `bias` is created.
  ///   - axisName: a named axis that statistics are averaged over, too.
  ///   - axisIndexGroups: lanes of that axis to average among themselves, such as `[[0, 1], [2, 3]]`.
  ///   - rng: where the initializers' random numbers come from; needed unless they use none.
  ///   - dtype: the dtype of the outputs, as in Flax; that of inputs and parameters when nil.
  ///   - paramDtype: the dtype of new parameters.
  /// - Throws: as `Module.init`.
  public init(
    _ graph: Graph, momentum: Double = 0.9, epsilon: Double = 1e-5, useScale: Bool = true,
    useBias: Bool = true, scaleInit: Initializer = .ones, biasInit: Initializer = .zeros,
    axisName: String? = nil, axisIndexGroups: [[Int]]? = nil, rng: Rng? = nil,
    dtype: DType? = nil, paramDtype: DType = .float32
  ) throws {
    self.momentum = momentum
    try super.init(
      graph, epsilon, scale: (useScale, scaleInit), bias: (useBias, biasInit),
      axis: axisName.map { ($0, axisIndexGroups) }, rng, dtypes: (dtype, paramDtype))
  }

  /// Normalizes as in training.
  public func callAsFunction(_ params: Params, _ inputs: Tensor) -> (Tensor, Params) {
    self(params, inputs, isTraining: true)
  }

  /// Normalizes with the statistics of the batch and updates the running ones, or with the running ones alone.
  public func callAsFunction(_ params: Params, _ inputs: Tensor, isTraining: Bool) -> (Tensor, Params) {
    if let failure = scalarFailure(inputs) {
      return scaledAndShifted(refused(failure, params, ["running_mean", "running_var"]).1, failure)
    }
    var (mean, params) = running("running_mean", .zeros, params, inputs)
    var variance: Tensor
    (variance, params) = running("running_var", .ones, params, inputs)
    if isTraining {
      let stored = (mean, variance)
      (mean, variance) = moments(inputs, axis: Array(0..<inputs.ndim - 1))
      params = setParam(params, "running_mean", moved(stored.0, mean))
      params = setParam(params, "running_var", moved(stored.1, variance))
    }
    return scaledAndShifted(params, inputs, mean: mean, variance: variance)
  }

  private func running(
    _ name: String, _ initializer: Initializer, _ params: Params, _ inputs: Tensor
  ) -> (Tensor, Params) {
    getParam(
      params, name, shape: [inputs.shape[-1]], initializer: initializer, trainable: false, rng: rng)
  }

  /// A running statistic moved towards that of the batch, which no derivative goes through.
  private func moved(_ running: Tensor, _ batch: Tensor) -> Tensor {
    (Tensor(momentum) * running + Tensor(1 - momentum) * stopGradient(batch)).astype(running.dtype)
  }
}
