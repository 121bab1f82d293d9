public import Tensors

/// What an optimizer remembers between updates: step counts, averages beside each parameter, named values.
public struct OptimizerState: TensorTree, Sendable {
  /// The number of updates done, where the transformation counts them.
  private var counts: [Tensor]
  /// Averages, of which each has a tensor for every parameter: first moments, second moments.
  public internal(set) var averages: [[Tensor]]
  /// Other values by name: a learning rate, a loss scale, a random key.
  public internal(set) var values: [String: Tensor]
  /// The states of the transformations that it is made of.
  var parts: [OptimizerState]
  /// The names of the parts, where they have any.
  private(set) var partNames: [String]
  /// Which parameters the state belongs to, where not to all.
  private(set) var subset: [Int]?

  /// The state of a transformation of your own.
  ///
  /// - Parameters:
  ///   - count: the number of updates done, where it matters.
  ///   - averages: what is remembered of every parameter, in lists with a tensor for each.
  ///   - values: what else is remembered, by name.
  public init(count: Tensor? = nil, averages: [[Tensor]] = [], values: [String: Tensor] = [:]) {
    self.init(count: count, averages: averages, values: values, parts: [])
  }

  init(
    count: Tensor? = nil, averages: [[Tensor]] = [], values: [String: Tensor] = [:], parts: [OptimizerState],
    partNames: [String] = [], subset: [Int]? = nil
  ) {
    counts = count.map { [$0] } ?? []
    self.averages = averages
    self.values = values
    self.parts = parts
    self.partNames = partNames
    self.subset = subset
  }

  /// The number of updates done; the error of a state that does not belong to the transformation, if it has none.
  public var count: Tensor { counts.first ?? Tensor.failed(OptimizerState.foreign) }

  /// One average, with a tensor for every gradient, as in `optax.TraceState`; the error of a foreign state, if there is none.
  public func average(_ index: Int, _ gradients: [Tensor]) -> [Tensor] {
    guard averages.indices.contains(index), averages[index].count == gradients.count else {
      return gradients.map { _ in Tensor.failed(OptimizerState.foreign) }
    }
    return averages[index]
  }

  /// A value by its name; the error of a foreign state, if there is none.
  public func value(_ name: String) -> Tensor { values[name] ?? Tensor.failed(OptimizerState.foreign) }

  /// The state of a part of `namedChain` or `partition` by its name; nil if there is none.
  public func part(_ name: String) -> OptimizerState? {
    zip(partNames, parts).first { $0.0 == name }?.1
  }

  /// The state of a part by its number; one without tensors if there is none, which every transformation rejects.
  func part(_ index: Int) -> OptimizerState {
    parts.indices.contains(index) ? parts[index] : OptimizerState()
  }

  /// A named value of this state or of the first of its parts that has it, such as `learningRate` of
  /// `injectHyperparams` (`optax.tree.get`); nil if there is none.
  public func get(_ name: String) -> Tensor? {
    values[name] ?? parts.lazy.compactMap { $0.get(name) }.first
  }

  /// Replaces a named value wherever the state and its parts have it (`optax.tree.set`), in the dtype that it had.
  ///
  /// - Throws: `TensorError` if there is no value of that name, or it has another shape; the error that the value
  ///   carries.
  public mutating func set(_ name: String, _ value: Tensor) throws(TensorError) {
    if let error = value.error { throw error }
    guard let old = get(name) else {
      throw TensorError(
        operation: "OptimizerState.set", problem: "the state has no value '\(name)'",
        expected: "one of \(names.sorted().joined(separator: ", "))", module: nil)
    }
    guard old.type.shape == value.type.shape else {
      throw TensorError(
        operation: "OptimizerState.set", problem: "the value for '\(name)' has the shape \(value.type.shape)",
        expected: "the shape \(old.type.shape), like the value that it replaces", module: nil)
    }
    replace(name, value)
  }

  private mutating func replace(_ name: String, _ value: Tensor) {
    if let old = values[name] { values[name] = value.astype(old.dtype) }
    for index in parts.indices { parts[index].replace(name, value) }
  }

  /// The names of all values, of this state and its parts.
  private var names: Set<String> { parts.reduce(into: Set(values.keys)) { $0.formUnion($1.names) } }

  public mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    counts.forEachLeaf(body)
    averages.forEachLeaf(body)
    values.forEachLeaf(body)
    parts.forEachLeaf(body)
  }

  public func hasSameStructure(as other: OptimizerState) -> Bool {
    counts.count == other.counts.count && averages.hasSameStructure(as: other.averages)
      && values.hasSameStructure(as: other.values) && subset == other.subset && partNames == other.partNames
      && parts.hasSameStructure(as: other.parts)
  }

  /// The error of a state that another transformation made, or for other parameters.
  static let foreign = TensorError(
    operation: "GradientTransformation.update",
    problem: "the state is not one of this transformation for these parameters",
    expected: "what optimizer.initialState(params) gave, or the last update", module: nil)

  /// One state or the other, by a condition that is known only when the program runs.
  static func selected(_ condition: Tensor, _ new: OptimizerState, _ old: OptimizerState) -> OptimizerState {
    guard new.hasSameStructure(as: old) else { return map(new) { _ in Tensor.failed(foreign) } }
    return map(new, old) { select(condition, $0, $1) }
  }

  /// The sharding of every tensor: averages lie as the parameters do, counts and values are whole on every device.
  ///
  /// - Parameters:
  ///   - params: the types of the parameters.
  ///   - shardings: how each of them lies.
  ///   - whole: how what belongs to no parameter lies.
  func shardings(
    _ params: [TensorType], _ shardings: [NamedSharding?], whole: NamedSharding?
  ) -> [NamedSharding?] {
    let indices = (subset ?? Array(params.indices)).filter {
      params.indices.contains($0) && shardings.indices.contains($0)
    }
    let (params, shardings) = (indices.map { params[$0] }, indices.map { shardings[$0] })
    let beside = averages.flatMap { average in
      zip(average, zip(params, shardings)).map { tensor, param in
        OptimizerState.sharding(of: tensor.type.shape, beside: param.0.shape, param.1, whole: whole)
      }
    }
    return counts.map { _ in whole } + beside + values.map { _ in whole }
      + parts.flatMap { $0.shardings(params, shardings, whole: whole) }
  }

  /// How a tensor of the state lies beside its parameter: likewise, if it is one or several of the parameter's shape.
  private static func sharding(
    of shape: Shape, beside param: Shape, _ sharding: NamedSharding?, whole: NamedSharding?
  ) -> NamedSharding? {
    if shape == param { return sharding }
    guard let sharding, shape.count == param.count + 1, Array(shape.dropFirst()) == param.dimensions else {
      return whole
    }
    return NamedSharding(sharding.mesh, sharding.spec.inserting(nil, at: 0))
  }
}
