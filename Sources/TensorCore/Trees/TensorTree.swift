/// A value made of tensors: a tensor, an array or dictionary of trees, `Params`, or a struct of your own.
///
/// Conforming takes one method that visits the tensors, always in the same order:
///
///     struct LSTMState: TensorTree {
///       var hidden, cell: Tensor
///       mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
///         body(&hidden)
///         body(&cell)
///       }
///     }
///
/// Everything else in the value is static: transformations hand it on as it was when the function was traced.
/// A type whose static parts differ between calls implements `hasSameStructure(as:)` too, so that `jit` traces
/// again when they change. This is JAX's pytree.
public protocol TensorTree {
  /// Visits every tensor, in an order that never changes, and stores what `body` leaves in it.
  mutating func forEachLeaf(_ body: (inout Tensor) -> Void)
  /// Whether the two values differ in their tensors alone. By default they have equally many tensors.
  func hasSameStructure(as other: Self) -> Bool
  /// Hashes what `hasSameStructure` compares, so that `jit` finds the program among those of many structures. By default
  /// nothing, which is right and slower where values of very many structures are called with.
  func hashStructure(into hasher: inout Hasher)
  /// Appends every tensor, in the order of `forEachLeaf`.
  func appendLeaves(to leaves: inout [Tensor])
  /// Stores the reader's next tensors, in the order of `forEachLeaf`.
  mutating func readLeaves(_ reader: inout LeafReader)
  /// What errors call the tensor of this number: a parameter's path. By default nothing.
  func leafName(_ index: Int) -> String?
}

extension TensorTree {
  public func hasSameStructure(as other: Self) -> Bool { leaves.count == other.leaves.count }

  public func hashStructure(into hasher: inout Hasher) {}

  public mutating func readLeaves(_ reader: inout LeafReader) {
    forEachLeaf { leaf in if let next = reader.next() { leaf = next } }
  }

  public func leafName(_ index: Int) -> String? { nil }

  public func appendLeaves(to leaves: inout [Tensor]) {
    var copy = self
    copy.forEachLeaf { leaves.append($0) }
  }

  /// The tensors of the tree in order (`jax.tree.leaves`).
  public var leaves: [Tensor] {
    var result: [Tensor] = []
    appendLeaves(to: &result)
    return result
  }

  /// The same structure with other tensors, taken in order (`jax.tree.unflatten`).
  ///
  /// With too few tensors, those left over keep their value.
  public func unflatten(_ leaves: [Tensor]) -> Self {
    var copy = self
    var reader = LeafReader(leaves)
    copy.readLeaves(&reader)
    return copy
  }

  /// The first error that a tensor of the tree carries.
  public var firstError: TensorError? {
    for leaf in leaves { if let error = leaf.error { return error } }
    return nil
  }

  /// Throws the first error that a tensor of the tree carries; returns the tree otherwise.
  @discardableResult
  public func checked() throws(TensorError) -> Self {
    if let error = firstError { throw error }
    return self
  }
}

extension Tensor: TensorTree {
  public mutating func forEachLeaf(_ body: (inout Tensor) -> Void) { body(&self) }
  public func hasSameStructure(as other: Tensor) -> Bool { true }
  public func appendLeaves(to leaves: inout [Tensor]) { leaves.append(self) }
  public mutating func readLeaves(_ reader: inout LeafReader) {
    if let next = reader.next() { self = next }
  }
}

extension Array: TensorTree where Element: TensorTree {
  public mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    for index in indices { self[index].forEachLeaf(body) }
  }
  public func hasSameStructure(as other: [Element]) -> Bool {
    count == other.count && zip(self, other).allSatisfy { $0.hasSameStructure(as: $1) }
  }
  public func hashStructure(into hasher: inout Hasher) {
    hasher.combine(count)
    for element in self { element.hashStructure(into: &hasher) }
  }
  public func appendLeaves(to leaves: inout [Tensor]) {
    for element in self { element.appendLeaves(to: &leaves) }
  }
}

extension Optional: TensorTree where Wrapped: TensorTree {
  public mutating func forEachLeaf(_ body: (inout Tensor) -> Void) { self?.forEachLeaf(body) }
  public func hasSameStructure(as other: Wrapped?) -> Bool {
    switch (self, other) {
    case (nil, nil): true
    case (let a?, let b?): a.hasSameStructure(as: b)
    default: false
    }
  }
  public func hashStructure(into hasher: inout Hasher) {
    hasher.combine(self == nil)
    self?.hashStructure(into: &hasher)
  }
  public func appendLeaves(to leaves: inout [Tensor]) { self?.appendLeaves(to: &leaves) }
}

/// A dictionary's leaves come in the order of its sorted keys, as in JAX.
extension Dictionary: TensorTree where Key: Comparable, Value: TensorTree {
  public mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    for key in keys.sorted() { self[key]?.forEachLeaf(body) }
  }
  public func hasSameStructure(as other: [Key: Value]) -> Bool {
    count == other.count
      && allSatisfy { key, value in other[key].map { value.hasSameStructure(as: $0) } ?? false }
  }
  public func hashStructure(into hasher: inout Hasher) {
    for key in keys.sorted() {
      hasher.combine(key)
      self[key]?.hashStructure(into: &hasher)
    }
  }
  public func appendLeaves(to leaves: inout [Tensor]) {
    for key in keys.sorted() { self[key]?.appendLeaves(to: &leaves) }
  }
}
