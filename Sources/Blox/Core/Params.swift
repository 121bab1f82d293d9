/// All state of a model in one immutable container: weights, RNG state, statistics, keyed by path.
///
///     var params = rng.seed(Params(), seed: 42)
///     (_, params) = model(params, .ones([1, 784]))     // creates the parameters
///     params = params.locked()
///     let (trainable, nonTrainable) = params.split()
///
/// Every operation returns new params and leaves these as they are. Params are a `TensorTree`: they go through
/// transformations like a tensor. Their leaves are ordered by path, and params that come out of a transformation are
/// iterated in that order, as in JAX; otherwise the order is that of creation.
public struct Params: Sendable {
  /// Paths, flags and the lock.
  private(set) var layout: ParamsLayout
  /// The values, in the layout's order.
  private(set) var values: [Tensor]

  init(_ layout: ParamsLayout, _ values: [Tensor]) {
    self.layout = layout
    self.values = values
  }

  /// No parameters, unlocked.
  public init() { self.init(.empty, []) }

  // MARK: Lock

  /// Whether new parameters are refused.
  public var isLocked: Bool { layout.isLocked }

  /// The same parameters, locked: a parameter that a model asks for and that is missing is then an error.
  ///
  /// What went wrong while they were made stays in them, and is thrown by `merge`, lookups, saving and jitted calls.
  public func locked() -> Params { Params(layout.with(isLocked: true), values) }

  /// The same parameters, open for new ones: to add adapters to a trained model, say.
  public func unlocked() -> Params { Params(layout.with(isLocked: false), values) }

  // MARK: Lookup

  /// The number of parameters.
  public var count: Int { values.count }
  /// Whether there are no parameters.
  public var isEmpty: Bool { values.isEmpty }
  /// The paths of all parameters.
  public var paths: [[String]] { layout.slots.map(\.path) }

  /// All parameters with their paths: `for (path, param) in params.items`.
  public var items: [(path: [String], param: Param)] {
    zip(layout.slots, values).map { slot, value in
      (slot.path, Param(value, trainable: slot.trainable, metadata: slot.metadata))
    }
  }

  /// Whether there is a parameter of this path.
  public func contains(_ path: [String]) -> Bool { layout.index(of: path) != nil }

  /// The first error that a parameter carries, in the order of their creation: why a model could not be initialized.
  public var firstError: TensorError? {
    for value in values { if let error = value.error { return error } }
    return nil
  }

  /// The parameter of a path: `try params[["net", "linear", "kernel"]]`.
  ///
  /// - Throws: `ModelError` if there is none; the error that it carries, or `firstError` if that is why there is none.
  public subscript(path: [String]) -> Param {
    get throws {
      guard let index = layout.index(of: path) else {
        if let cause = firstError { throw cause }
        throw missing("Params lookup", path)
      }
      if let error = values[index].error { throw error }
      let slot = layout.slot(index)
      return Param(values[index], trainable: slot.trainable, metadata: slot.metadata)
    }
  }

  /// The parameter of a path: `try params["net", "linear", "kernel"]`, or `try params["net/linear/kernel"]`.
  ///
  /// - Throws: `ModelError` if there is none; the error that it carries, or `firstError` if that is why there is none.
  public subscript(path: String...) -> Param {
    get throws { try self[spelledOut(path)] }
  }

  /// The path that one text with slashes stands for, unless there is a parameter of that name.
  private func spelledOut(_ path: [String]) -> [String] {
    guard path.count == 1, path[0].contains("/"), !contains(path) else { return path }
    return path[0].split(separator: "/", omittingEmptySubsequences: false).map(String.init)
  }

  // MARK: Split and merge

  /// The trainable parameters, and the others.
  public func split() -> (Params, Params) { split(layout.splitByTrainable) }

  /// The parameters for which `predicate` is true, and the others.
  public func split(_ predicate: (_ path: [String], _ param: Param) throws -> Bool) rethrows -> (
    Params, Params
  ) {
    let splitting = try layout.split { index, slot in
      try predicate(slot.path, Param(values[index], trainable: slot.trainable, metadata: slot.metadata))
    }
    return split(splitting)
  }

  private func split(_ splitting: ParamsLayout.Splitting) -> (Params, Params) {
    (
      Params(splitting.first, splitting.firstIndices.map { values[$0] }),
      Params(splitting.second, splitting.secondIndices.map { values[$0] })
    )
  }

  /// These parameters and the other's; where both have a path, the other's parameter is taken.
  ///
  /// - Throws: `ModelError` if one is locked and the other is not; the first error that a parameter carries.
  public func merge(_ other: Params) throws -> Params {
    if let cause = firstError ?? other.firstError { throw cause }
    guard isLocked == other.isLocked else {
      func state(_ params: Params) -> String { params.isLocked ? "locked" : "unlocked" }
      throw ModelError(
        "Params.merge", problem: "these params are \(state(self)), the others are \(state(other))",
        expected: "both locked or both unlocked; see locked() and unlocked()")
    }
    return merging(other)
  }

  /// The same with the lock of these, and with the errors that parameters carry.
  func merging(_ other: Params) -> Params {
    let (layout, plan) = layout.merged(with: other.layout)
    return Params(
      layout,
      plan.map { source in
        switch source {
        case .own(let index): values[index]
        case .other(let index): other.values[index]
        }
      })
  }

  // MARK: Assignment

  /// The params with a parameter added, or replaced if the path is there.
  ///
  /// - Throws: `ModelError` if the params are locked.
  public func assigning(_ param: Param, to path: [String]) throws -> Params {
    guard !isLocked else {
      throw ModelError(
        "Params.assigning",
        problem: "the parameter '\(path.joined(separator: "/"))' cannot be set after locking",
        expected: "unlocked params: params.unlocked().assigning(…)")
    }
    var copy = self
    copy.put(param.value, path, trainable: param.trainable, metadata: param.metadata)
    return copy
  }

  /// The params with other values in the places of some, such as weights read from a file.
  ///
  /// Flags, metadata, order and lock stay as they are.
  ///
  /// - Throws: `ModelError` if a path is missing here, or a value has another shape or dtype than the one here; the
  ///   error that a new value carries.
  public func replacingValues(_ newValues: [[String]: Tensor]) throws -> Params {
    var copy = self
    for (path, value) in newValues.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      guard let index = layout.index(of: path) else { throw missing("Params.replacingValues", path) }
      if let error = value.error { throw error }
      let (old, new) = (values[index].type, value.type)
      guard values[index].error != nil || (old.shape, old.dtype) == (new.shape, new.dtype) else {
        throw ModelError(
          "Params.replacingValues",
          problem: "the value for '\(path.joined(separator: "/"))' is \(new)",
          expected: "\(old), like the value that it replaces")
      }
      copy.values[index] = value
    }
    return copy
  }

  private func missing(_ operation: String, _ path: [String]) -> ModelError {
    let similar = layout.slots.lazy.map(\.path).filter { $0.last == path.last }.prefix(3)
    let hint =
      similar.isEmpty
      ? "one of the \(count) paths in `paths`"
      : "a path that is there, such as " + similar.map { $0.joined(separator: "/") }.joined(separator: ", ")
    return ModelError(
      operation, problem: "there is no parameter '\(path.joined(separator: "/"))'", expected: hint)
  }
}

extension Params {
  /// The same parameters in the order of other params with the same structure; as they are if it is another.
  func ordered(as other: Params) -> Params {
    guard hasSameStructure(as: other), let order = other.layout.canonicalOrder else { return self }
    var values = other.values
    for (value, index) in zip(leaves, order) { values[index] = value }
    return Params(other.layout, values)
  }
}

// MARK: What modules do

extension Params {
  /// Adds a parameter, or replaces the one of this path.
  mutating func put(_ value: Tensor, _ path: [String], trainable: Bool, metadata: Metadata) {
    let slot = ParamSlot(path: path, trainable: trainable, metadata: metadata)
    guard let index = layout.index(of: path) else {
      layout = layout.adding(slot)
      values.append(value)
      return
    }
    values[index] = value
    update(index, slot)
  }

  /// Replaces what is given of the parameter at an index; metadata are merged.
  mutating func update(_ index: Int, value: Tensor?, trainable: Bool?, metadata: Metadata?) {
    if let value { values[index] = value }
    if trainable == nil && metadata == nil { return }
    let old = layout.slot(index)
    update(
      index,
      ParamSlot(
        path: old.path, trainable: trainable ?? old.trainable,
        metadata: metadata.map(old.metadata.merging) ?? old.metadata))
  }

  private mutating func update(_ index: Int, _ slot: ParamSlot) {
    if layout.slot(index) != slot { layout = layout.replacing(index, with: slot) }
  }
}

// MARK: TensorTree

extension Params: TensorTree {
  /// The same parameters in the order of their paths.
  private var sorted: Params {
    guard let order = layout.canonicalOrder else { return Params(layout.canonical, values) }
    return Params(layout.canonical, order.map { values[$0] })
  }

  /// Visits the values in the order of their paths, which becomes the order of the params.
  public mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    self = sorted
    for index in values.indices { body(&values[index]) }
  }

  /// Whether paths, flags, metadata and lock are the same.
  public func hasSameStructure(as other: Params) -> Bool {
    layout === other.layout || layout.canonical === other.layout.canonical
  }

  public func appendLeaves(to leaves: inout [Tensor]) {
    let start = leaves.count
    if let order = layout.canonicalOrder {
      for index in order { leaves.append(values[index]) }
    } else {
      leaves.append(contentsOf: values)
    }
    // A program cannot take a type without a value, and says which one it was.
    for (index, leaf) in (start..<leaves.count).enumerated() where leaves[leaf].isAbstract {
      leaves[leaf] = leaves[leaf].with(origin: layout.canonical.slot(index).origin)
    }
  }

  public mutating func readLeaves(_ reader: inout LeafReader) {
    guard let next = reader.next(count) else { return }
    self = Params(layout.canonical, Array(next))
  }

  /// The path of a parameter.
  public func leafName(_ index: Int) -> String? {
    guard values.indices.contains(index) else { return nil }
    return layout.canonical.slot(index).path.joined(separator: "/")
  }
}

extension Params: CustomStringConvertible {
  /// A line for each parameter, in the order of their paths.
  public var description: String {
    let lines = items.sorted { $0.path.lexicographicallyPrecedes($1.path) }.map { path, param in
      "  \(path.joined(separator: "/")): \(param)\n"
    }
    return "Params[\(isLocked ? "locked" : "unlocked")](\n" + lines.joined() + ")"
  }
}
