/// Divides each vector of the last axis by its root mean square, then scales it.
///
/// Inputs `[…, features]` give outputs of the same shape. Parameter: `scale` `[features]`.
public final class RMSNorm: Module, Layer, @unchecked Sendable {
  // @unchecked: all that it stores is constant.
  /// Added to the mean square before the square root.
  public let epsilon: Double
  public let useScale: Bool
  public let scaleInit: Initializer
  /// The axis of an enclosing `vmap` or `shardMap` that statistics are averaged over, too.
  public let axisName: String?
  public let axisIndexGroups: [[Int]]?
  public let rng: Rng?
  /// The dtype of the outputs; that of inputs and parameters when nil. Statistics are in float32 at least.
  public let dtype: DType?
  /// The dtype of a new parameter.
  public let paramDtype: DType

  /// - Parameters:
  ///   - graph: the node that it is bound to, a child: `graph.child("name")`.
  ///   - epsilon: added before the square root.
  ///   - useScale: whether there is a `scale`.
  ///   - scaleInit: how `scale` is created.
  ///   - axisName: a named axis that statistics are averaged over, too.
  ///   - axisIndexGroups: lanes of that axis to average among themselves, such as `[[0, 1], [2, 3]]`.
  ///   - rng: where the initializer's random numbers come from; needed unless it uses none.
  ///   - dtype: the dtype of the outputs, as in Flax; that of inputs and parameters when nil.
  ///   - paramDtype: the dtype of new parameters.
  /// - Throws: as `Module.init`.
  public init(
    _ graph: Graph, epsilon: Double = 1e-5, useScale: Bool = true, scaleInit: Initializer = .ones,
    axisName: String? = nil, axisIndexGroups: [[Int]]? = nil, rng: Rng? = nil,
    dtype: DType? = nil, paramDtype: DType = .float32
  ) throws {
    self.epsilon = epsilon
    self.useScale = useScale
    self.scaleInit = scaleInit
    self.axisName = axisName
    self.axisIndexGroups = axisIndexGroups
    self.rng = rng
    self.dtype = dtype
    self.paramDtype = paramDtype
    try super.init(graph)
  }

  public override var defaultArguments: [String: Any] {
    [
      "epsilon": 1e-5, "useScale": true, "scaleInit": Initializer.ones, "paramDtype": DType.float32,
    ]
  }

  public func callAsFunction(_ params: Params, _ inputs: Tensor) -> (Tensor, Params) {
    func scaledAndShifted(_ outputs: Tensor) -> (Tensor, Params) {
      scaled(
        outputs, params, scale: useScale ? scaleInit : nil, bias: nil, rng: rng, dtypes: (dtype, paramDtype))
    }
    if let failure = scalarFailure(inputs) { return scaledAndShifted(failure) }
    let wide = joined(inputs).accumulating
    let meanSquare = meanAcrossLanes(
      wide.squaredSize.mean(axis: -1, keepdims: true), axisName, axisIndexGroups)
    return scaledAndShifted((wide / sqrt(meanSquare + Tensor(epsilon))).astype(inputs.inexactDType))
  }
}
