/// Normalizes each vector of the last axis to mean 0 and variance 1, then scales and shifts it.
///
/// Inputs `[…, features]` give outputs of the same shape. Parameters, both `[features]`: `scale` and `bias`.
public final class LayerNorm: Module, Layer {
  /// Added to the variance before the square root.
  public let epsilon: Double
  public let useScale: Bool
  public let useBias: Bool
  public let scaleInit: Initializer
  public let biasInit: Initializer
  /// The axis of an enclosing `vmap` or `shardMap` that statistics are averaged over, too.
  public let axisName: String?
  public let axisIndexGroups: [[Int]]?
  public let rng: Rng?

  /// - Parameters:
  ///   - graph: the node that it is bound to, a child: `graph.child("name")`.
  ///   - epsilon: added before the square root.
  ///   - useScale: whether there is a `scale`.
  ///   - useBias: whether there is a `bias`.
  ///   - scaleInit: how `scale` is created.
  ///   - biasInit: how `bias` is created.
  ///   - axisName: a named axis that statistics are averaged over, too.
  ///   - axisIndexGroups: lanes of that axis to average among themselves, such as `[[0, 1], [2, 3]]`.
  ///   - rng: where the initializers' random numbers come from; needed unless they use none.
  /// - Throws: as `Module.init`.
  public init(
    _ graph: Graph, epsilon: Double = 1e-5, useScale: Bool = true, useBias: Bool = true,
    scaleInit: Initializer = .ones, biasInit: Initializer = .zeros, axisName: String? = nil,
    axisIndexGroups: [[Int]]? = nil, rng: Rng? = nil
  ) throws {
    self.epsilon = epsilon
    self.useScale = useScale
    self.useBias = useBias
    self.scaleInit = scaleInit
    self.biasInit = biasInit
    self.axisName = axisName
    self.axisIndexGroups = axisIndexGroups
    self.rng = rng
    try super.init(graph)
  }

  public func callAsFunction(_ params: Params, _ inputs: Tensor) -> (Tensor, Params) {
    if let failure = rejectedScalar(inputs) { return (failure, params) }
    let mean = averaged(inputs.mean(axis: -1, keepDims: true), axisName, axisIndexGroups)
    let variance = averaged(inputs.variance(axis: -1, keepDims: true), axisName, axisIndexGroups)
    let outputs = (inputs - mean) / sqrt(variance + Tensor(epsilon))
    return scaled(
      outputs, params, scale: useScale ? scaleInit : nil, bias: useBias ? biasInit : nil, rng: rng)
  }
}

// MARK: What the norms share

extension Module {
  /// Outputs times the parameter `scale` plus the parameter `bias`, those of the two that have an initializer.
  func scaled(
    _ outputs: Tensor, _ params: Params, scale: Initializer?, bias: Initializer?, rng: Rng?
  ) -> (Tensor, Params) {
    if outputs.error != nil { return (outputs, params) }
    var (outputs, params) = (outputs, params)
    let features: Shape = [outputs.shape[-1]]
    if let scale {
      let value: Tensor
      (value, params) = getParam(params, "scale", shape: features, initializer: scale, rng: rng)
      outputs = outputs * value
    }
    if let bias {
      let value: Tensor
      (value, params) = getParam(params, "bias", shape: features, initializer: bias, rng: rng)
      outputs = outputs + value
    }
    return (outputs, params)
  }

  /// The mean over the lanes of a named axis, if one is given.
  func averaged(_ statistic: Tensor, _ axisName: String?, _ axisIndexGroups: [[Int]]?) -> Tensor {
    axisName.map { located(pmean(statistic, $0, axisIndexGroups: axisIndexGroups)) } ?? statistic
  }

  /// The failed tensor for an input that has failed or has no axis of features.
  func rejectedScalar(_ inputs: Tensor) -> Tensor? {
    if inputs.error != nil { return inputs }
    return inputs.rank > 0
      ? nil : rejected("the input is a scalar", expected: "an input of shape […, features]")
  }
}
