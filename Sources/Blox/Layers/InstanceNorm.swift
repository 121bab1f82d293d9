/// Normalizes each feature of each example over its places, then scales and shifts it.
///
/// Inputs `[batch, …spatial, features]` give outputs of the same shape. Parameters, both `[features]`: `scale` and `bias`.
/// (`torch.nn.InstanceNorm2d` and its kin with `affine`, with features last; the original blox has none.)
public final class InstanceNorm: Normalization, Layer {
  /// - Parameters:
  ///   - graph: the node that it is bound to, a child: `graph.child("name")`.
  ///   - epsilon: added before the square root.
  ///   - useScale: whether there is a `scale`.
  ///   - useBias: whether there is a `bias`.
  ///   - scaleInit: how `scale` is created.
  ///   - biasInit: how `bias` is created.
  ///   - rng: where the initializers' random numbers come from; needed unless they use none.
  /// - Throws: as `Module.init`.
  public init(
    _ graph: Graph, epsilon: Double = 1e-5, useScale: Bool = true, useBias: Bool = true,
    scaleInit: Initializer = .ones, biasInit: Initializer = .zeros, rng: Rng? = nil
  ) throws {
    try super.init(
      graph, epsilon, scale: (useScale, scaleInit), bias: (useBias, biasInit), rng)
  }

  public func callAsFunction(_ params: Params, _ inputs: Tensor) -> (Tensor, Params) {
    if inputs.error != nil { return (inputs, params) }
    guard inputs.ndim >= 3 else {
      let failure = rejected(
        "the input is \(inputs.type)", expected: "[batch, …spatial, features] with at least one spatial axis")
      return (failure, params)
    }
    let normalized = normalizedInGroups(inputs, inputs.shape[-1], epsilon)
    return finished(params, normalized)
  }
}
