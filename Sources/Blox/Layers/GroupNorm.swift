/// Normalizes the features of each example in groups, over all its places, then scales and shifts each feature.
///
/// Inputs `[batch, …, features]` give outputs of the same shape; nothing is shared between examples. One group is a layer
/// norm over all of an example. Parameters, both `[features]`: `scale` and `bias`. (`torch.nn.GroupNorm`, with features
/// last; the original blox has none.)
public final class GroupNorm: Normalization, Layer, @unchecked Sendable {
  // @unchecked: all that it stores is constant.
  /// How many groups the features make.
  public let groups: Int

  /// - Parameters:
  ///   - graph: the node that it is bound to, a child: `graph.child("name")`.
  ///   - groups: how many groups the features make.
  ///   - epsilon: added before the square root.
  ///   - useScale: whether there is a `scale`.
  ///   - useBias: whether there is a `bias`.
  ///   - scaleInit: how `scale` is created.
  ///   - biasInit: how `bias` is created.
  ///   - rng: where the initializers' random numbers come from; needed unless they use none.
  ///   - dtype: the dtype of the outputs, as in Flax; that of inputs and parameters when nil.
  ///   - paramDtype: the dtype of new parameters.
  /// - Throws: `ModelError` if the number of groups is not positive, or as `Module.init`.
  public init(
    _ graph: Graph, groups: Int = 32, epsilon: Double = 1e-5, useScale: Bool = true, useBias: Bool = true,
    scaleInit: Initializer = .ones, biasInit: Initializer = .zeros, rng: Rng? = nil,
    dtype: DType? = nil, paramDtype: DType = .float32
  ) throws {
    try require(groups > 0, "GroupNorm", "groups is \(groups)", expected: "a positive number")
    self.groups = groups
    try super.init(
      graph, epsilon, scale: (useScale, scaleInit), bias: (useBias, biasInit), rng,
      dtypes: (dtype, paramDtype))
  }

  public func callAsFunction(_ params: Params, _ inputs: Tensor) -> (Tensor, Params) {
    let normalized = normalizedInGroups(inputs, groups, epsilon)
    return scaledAndShifted(params, normalized)
  }
}

extension Module {
  /// Inputs `[batch, …, features]` with mean 0 and variance 1 over the places and features of each group.
  func normalizedInGroups(_ inputs: Tensor, _ groups: Int, _ epsilon: Double) -> Tensor {
    if inputs.error != nil { return inputs }
    let shape = inputs.shape.dimensions
    guard shape.count >= 2, let features = shape.last, groups > 0, features % groups == 0 else {
      return failedTensor(
        "the input is \(inputs.type), for \(groups) groups",
        expected: "[batch, …, features] with features divisible by \(groups)")
    }
    let grouped = inputs.reshape(Shape(shape.dropLast() + [groups, features / groups]))
    let axes = Array(1..<shape.count - 1) + [shape.count]
    let (mean, variance) = moments(grouped, axis: axes, keepdims: true)
    return standardized(grouped, mean: mean, variance: variance, epsilon).reshape(inputs.shape)
  }
}
