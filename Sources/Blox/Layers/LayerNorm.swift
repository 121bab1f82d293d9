/// Normalizes each vector of the last axis to mean 0 and variance 1, then scales and shifts it.
///
/// Inputs `[…, features]` give outputs of the same shape. Parameters, both `[features]`: `scale` and `bias`.
public final class LayerNorm: Normalization, Layer, @unchecked Sendable {
  // @unchecked: all that it stores is constant.
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
  ///   - dtype: the dtype of the outputs, as in Flax; that of inputs and parameters when nil.
  ///   - paramDtype: the dtype of new parameters.
  /// - Throws: as `Module.init`.
  public init(
    _ graph: Graph, epsilon: Double = 1e-5, useScale: Bool = true, useBias: Bool = true,
    scaleInit: Initializer = .ones, biasInit: Initializer = .zeros, axisName: String? = nil,
    axisIndexGroups: [[Int]]? = nil, rng: Rng? = nil,
    dtype: DType? = nil, paramDtype: DType = .float32
  ) throws {
    try super.init(
      graph, epsilon, scale: (useScale, scaleInit), bias: (useBias, biasInit),
      axis: axisName.map { ($0, axisIndexGroups) }, rng, dtypes: (dtype, paramDtype))
  }

  public func callAsFunction(_ params: Params, _ inputs: Tensor) -> (Tensor, Params) {
    if let failure = scalarFailure(inputs) { return scaledAndShifted(params, failure) }
    let inputs = joined(inputs)
    let (mean, variance) = moments(inputs, axis: -1, keepdims: true)
    return scaledAndShifted(params, inputs, mean: mean, variance: variance)
  }
}
