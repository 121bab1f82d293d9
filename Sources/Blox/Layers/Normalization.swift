/// What the norms with a scale and a bias are: outputs of mean 0 and variance 1, each feature scaled and shifted then.
public class Normalization: Module, @unchecked Sendable {
  // @unchecked: all that it stores is constant.
  /// Added to the variance before the square root.
  public let epsilon: Double
  public let useScale: Bool
  public let useBias: Bool
  public let scaleInit: Initializer
  public let biasInit: Initializer
  /// The axis of an enclosing `vmap` or `shardMap` that statistics are averaged over, too.
  public let axisName: String?
  /// Lanes of that axis that average among themselves; all when nil.
  public let axisIndexGroups: [[Int]]?
  public let rng: Rng?
  /// The dtype of the outputs; that of inputs and parameters when nil. Statistics are in float32 at least.
  public let dtype: DType?
  /// The dtype of new parameters.
  public let paramDtype: DType

  init(
    _ graph: Graph, _ epsilon: Double, scale: (isUsed: Bool, initializer: Initializer),
    bias: (isUsed: Bool, initializer: Initializer), axis: (name: String, groups: [[Int]]?)? = nil,
    _ rng: Rng?,
    dtypes: (computation: DType?, parameters: DType)
  ) throws {
    self.epsilon = epsilon
    (useScale, scaleInit) = scale
    (useBias, biasInit) = bias
    axisName = axis?.name
    axisIndexGroups = axis?.groups
    self.rng = rng
    (dtype, paramDtype) = dtypes
    try super.init(graph)
  }

  public override var defaultArguments: [String: Any] {
    [
      "epsilon": 1e-5, "useScale": true, "useBias": true, "scaleInit": Initializer.ones,
      "biasInit": Initializer.zeros, "paramDtype": DType.float32, "momentum": 0.9,
    ]
  }

  /// The mean and the variance over axes, and over the lanes of the named axis, if there is one.
  final func moments(_ inputs: Tensor, axis: any AxisList, keepdims: Bool = false) -> (
    mean: Tensor, variance: Tensor
  ) {
    moments(inputs, axis: axis, keepdims: keepdims) { meanAcrossLanes($0, axisName, axisIndexGroups) }
  }

  /// The inputs with a mean of 0 and a variance of 1, scaled and shifted.
  final func scaledAndShifted(
    _ params: Params, _ inputs: Tensor, mean: Tensor, variance: Tensor
  ) -> (Tensor, Params) {
    scaledAndShifted(params, standardized(inputs, mean: mean, variance: variance, epsilon))
  }

  /// What is normalized already, scaled and shifted.
  final func scaledAndShifted(_ params: Params, _ normalized: Tensor) -> (Tensor, Params) {
    scaled(
      normalized, params, scale: useScale ? scaleInit : nil, bias: useBias ? biasInit : nil, rng: rng,
      dtypes: (dtype, paramDtype))
  }
}

// MARK: What all norms share

extension Module {
  /// The mean and the variance over axes and whatever `averaged` goes over, in float32 at least.
  ///
  /// Deviations are from the mean of all: lanes that differ in their means would else count as if they agreed.
  func moments(
    _ inputs: Tensor, axis: any AxisList, keepdims: Bool, meanAcrossLanes: (Tensor) -> Tensor = { $0 }
  ) -> (mean: Tensor, variance: Tensor) {
    let wide = inputs.accumulating
    let mean = meanAcrossLanes(wide.mean(axis: axis, keepdims: keepdims))
    return (mean, meanAcrossLanes((wide - mean).squaredSize.mean(axis: axis, keepdims: keepdims)))
  }

  /// The inputs of a norm of each vector, which as a rule are the sum of all layers before.
  ///
  /// Without the barrier XLA computes that sum, and the sum of cotangents that comes back, in every operation that uses
  /// them: a sixth of a transformer's step (`transformer` in docs/Benchmarks.md).
  func joined(_ inputs: Tensor) -> Tensor { optimizationBarrier(inputs) }

  /// The inputs less their mean, over the root of their variance, in the inputs' dtype.
  func standardized(_ inputs: Tensor, mean: Tensor, variance: Tensor, _ epsilon: Double) -> Tensor {
    ((inputs.accumulating - mean) / sqrt(variance + Tensor(epsilon))).astype(inputs.inexactDType)
  }

  /// Outputs times the parameter `scale` plus the parameter `bias`, those of the two that have an initializer.
  func scaled(
    _ outputs: Tensor, _ params: Params, scale: Initializer?, bias: Initializer?, rng: Rng?,
    dtypes: (computation: DType?, parameters: DType)
  ) -> (Tensor, Params) {
    if outputs.error != nil {
      return refused(
        outputs, params, [(scale, "scale"), (bias, "bias")].compactMap { $0.0 == nil ? nil : $0.1 })
    }
    var (outputs, params) = (outputs, params)
    let features: Shape = [outputs.shape[-1]]
    func parameter(_ name: String, _ initializer: Initializer) -> Tensor {
      let value: Tensor
      (value, params) = getParam(
        params, name, shape: features, initializer: initializer, dtype: dtypes.parameters, rng: rng)
      return value
    }
    if let scale { outputs = outputs * parameter("scale", scale) }
    if let bias { outputs = outputs + parameter("bias", bias) }
    return (outputs.computed(in: dtypes.computation), params)
  }

  /// The mean over the lanes of a named axis, if one is given.
  func meanAcrossLanes(_ statistic: Tensor, _ axisName: String?, _ axisIndexGroups: [[Int]]?) -> Tensor {
    axisName.map { withModulePath(pmean(statistic, $0, axisIndexGroups: axisIndexGroups)) } ?? statistic
  }

  /// The failed tensor for an input that has failed or has no axis of features.
  func scalarFailure(_ inputs: Tensor) -> Tensor? {
    if inputs.error != nil { return inputs }
    return inputs.ndim > 0
      ? nil : failedTensor("the input is a scalar", expected: "an input of shape […, features]")
  }
}
