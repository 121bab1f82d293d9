/// Exponential moving averages of trainable parameters, kept in the params as parameters that are not trainable.
///
///     let average = try ParameterAverage(graph.child("average"), decay: 0.999)
///     params = average.update(params).locked()        // begins with the parameters as they are
///     params = average.update(trainStep(params, …))   // after each step
///     let (outputs, _) = model(average.averaged(params), inputs)
///
/// Each update makes an average `decay · average + (1 - decay) · parameter`. It is a plain function of params, for use
/// inside `jit` as well; averages go into checkpoints with the rest. (`optax.ema` of parameters.)
public final class ParameterAverage: Module, @unchecked Sendable {
  // @unchecked: all that it stores is constant.
  /// How much of an average stays at each update.
  public let decay: Double

  /// - Throws: `ModelError` unless the decay is from 0 to 1, or as `Module.init`.
  public init(_ graph: Graph, decay: Double = 0.999) throws {
    try require(
      decay >= 0 && decay <= 1, "ParameterAverage", "the decay is \(decay)", expected: "a number from 0 to 1")
    self.decay = decay
    try super.init(graph)
  }

  /// Moves the averages towards the trainable parameters; params that are not locked get those that are missing.
  ///
  /// A missing average of locked params is put into them as a tensor that carries the error.
  public func update(_ params: Params) -> Params {
    var updated = params
    for (path, param) in params.items where param.trainable {
      let name = ParameterAverage.name(path)
      let isNew = params.layout.index(of: paramPath(name)) == nil
      let old: Tensor
      (old, updated) = getParam(
        updated, name, shape: param.value.shape, initializer: ParameterAverage.copy(param.value),
        dtype: param.value.dtype.accumulation, trainable: false)
      if isNew && old.error == nil { continue }
      // Of 16 bits, a small step towards the parameter would be rounded away.
      let moved = Tensor(decay) * old + Tensor(1 - decay) * stopGradient(param.value.accumulating)
      updated = setParam(updated, name, moved.astype(old.dtype))
    }
    return updated
  }

  /// The params with the averages in the place of the trainable parameters; those without an average stay.
  public func averaged(_ params: Params) -> Params {
    var result = params
    for (index, slot) in params.layout.slots.enumerated() where slot.trainable {
      guard let position = params.layout.index(of: paramPath(ParameterAverage.name(slot.path))) else {
        continue
      }
      let average = params.values[position].astype(params.values[index].dtype)
      result.update(index, value: average, trainable: nil, metadata: nil)
    }
    return result
  }

  /// Gives a value in memory of its own, so that params with it can be donated.
  private static func copy(_ value: Tensor) -> Initializer {
    Initializer("copy") { _, _, dtype in (value + 0).astype(dtype) }
  }

  /// A parameter's path as one name.
  private static func name(_ path: [String]) -> String { path.joined(separator: "/") }
}
