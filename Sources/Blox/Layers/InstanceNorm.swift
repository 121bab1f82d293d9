/// Normalizes each feature of each example over its places, then scales and shifts it.
///
/// Inputs `[batch, …spatial, features]` give outputs of the same shape. Parameters, both `[features]`: `scale` and `bias`.
/// (`torch.nn.InstanceNorm2d` and its kin with `affine`, with features last; the original blox has none.)
public final class InstanceNorm: Normalization, Layer, @unchecked Sendable {
  // @unchecked: all that it stores is constant.
  /// - Parameters:
  ///   - graph: the node that it is bound to, a child: `graph.child("name")`.
  ///   - epsilon: added before the square root.
  ///   - useScale: whether there is a `scale`.
  ///   - useBias: whether there is a `bias`.
  ///   - scaleInit: how `scale` is created.
  ///   - biasInit: how `bias` is created.
  ///   - rng: where the initializers' random numbers come from; needed unless they use none.
  ///   - dtype: the dtype of the outputs, as in Flax; that of inputs and parameters when nil.
  ///   - paramDtype: the dtype of new parameters.
  /// - Throws: as `Module.init`.
  public init(
    _ graph: Graph, epsilon: Double = 1e-5, useScale: Bool = true, useBias: Bool = true,
    scaleInit: Initializer = .ones, biasInit: Initializer = .zeros, rng: Rng? = nil,
    dtype: DType? = nil, paramDtype: DType = .float32
  ) throws {
    try super.init(
      graph, epsilon, scale: (useScale, scaleInit), bias: (useBias, biasInit), rng,
      dtypes: (dtype, paramDtype))
  }

  public func callAsFunction(_ params: Params, _ inputs: Tensor) -> (Tensor, Params) {
    guard inputs.error != nil || inputs.ndim >= 3 else {
      let failure = failedTensor(
        "the input is \(inputs.type)", expected: "[batch, …spatial, features] with at least one spatial axis")
      return scaledAndShifted(params, failure)
    }
    let normalized = normalizedInGroups(inputs, inputs.shape[-1], epsilon)
    return scaledAndShifted(params, normalized)
  }
}
