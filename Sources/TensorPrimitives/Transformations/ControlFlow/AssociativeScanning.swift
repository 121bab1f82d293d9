package import TensorCore

/// All partial results of an associative operation, computed in a logarithmic number of steps: `associativeScan`.
package struct AssociativeScanning<Elements: TensorTree, E: Error> {
  package let isReversed: Bool
  package let axis: Int

  package init(isReversed: Bool, axis: Int) {
    self.isReversed = isReversed
    self.axis = axis
  }

  package typealias Operation = (Elements, Elements) throws(E) -> Elements

  /// The operation applied to all elements up to each one.
  package func callAsFunction(_ elements: Elements, _ operation: Operation) throws(E) -> Elements {
    let leaves = elements.leaves
    let axes = leaves.map { axis.counted(in: $0.ndim) }
    if let error = error(leaves, axes) {
      let failure = Tensor.failed(error)
      return map(elements) { _ in failure }
    }
    let traced = try Subprogram("associativeScan", inputs: leaves.map { SubprogramInput($0) }) {
      (inputs) throws(E) in
      let ordered = isReversed ? zip(inputs, axes).map { bind(Reverse(axes: [$1]), $0) } : inputs
      let results = try scan(ordered, axes, elements, operation)
      let final = isReversed ? zip(results, axes).map { bind(Reverse(axes: [$1]), $0) } : results
      return elements.unflatten(final)
    }
    switch traced.program {
    case .failure(let error): return traced.failed(error)
    case .success(let program): return traced.results(bind(Call(program: program), traced.captured + leaves))
    }
  }

  /// Combines neighbours, scans the pairs, and combines their results with the elements in between.
  private func scan(
    _ leaves: [Tensor], _ axes: [Int], _ tree: Elements, _ operation: Operation
  ) throws(E) -> [Tensor] {
    func part(_ tensors: [Tensor], from start: Int, to limit: Int, by step: Int) -> [Tensor] {
      zip(tensors, axes).map { $0.strided(axis: $1, from: start, to: limit, by: step) }
    }
    func combine(_ a: [Tensor], _ b: [Tensor]) throws(E) -> [Tensor] {
      try operation(tree.unflatten(a), tree.unflatten(b)).leaves
    }
    guard let first = leaves.first else { return leaves }
    if let failed = leaves.first(where: \.isFailed) { return leaves.map { _ in failed } }
    let count = first.type.shape[axes[0]]
    if count < 2 { return leaves }
    let pairs = try combine(
      part(leaves, from: 0, to: count - 1, by: 2), part(leaves, from: 1, to: count, by: 2))
    let odd = try scan(pairs, axes, tree, operation)
    guard odd.count == leaves.count, !odd.contains(where: \.isFailed) else {
      return leaves.map { _ in odd.first { $0.isFailed } ?? structureFailure(leaves.count, odd.count) }
    }
    let before = (count - 1) / 2
    let rest = try combine(part(odd, from: 0, to: before, by: 1), part(leaves, from: 2, to: count, by: 2))
    guard rest.count == leaves.count else {
      return leaves.map { _ in structureFailure(leaves.count, rest.count) }
    }
    return zip(zip(leaves, axes), zip(odd, rest)).map { element, parts in
      let start = element.0.strided(axis: element.1, from: 0, to: 1, by: 1)
      let even = concatenate([start, parts.1], axis: element.1)
      return even.interleaved(with: parts.0, axis: element.1)
    }
  }

  private func structureFailure(_ given: Int, _ returned: Int) -> Tensor {
    Tensor.failed(
      TensorError(
        "associativeScan", problem: "the operation takes \(given) tensors and returns \(returned)",
        expected: "a result of the structure of the elements"))
  }

  private func error(_ leaves: [Tensor], _ axes: [Int]) -> TensorError? {
    for (leaf, axis) in zip(leaves, axes) {
      if let error = leaf.error { return error }
      guard (0..<leaf.ndim).contains(axis) else { return leaf.axisError("associativeScan", self.axis) }
    }
    let extents = Set(zip(leaves, axes).map { $0.type.shape[$1] })
    guard extents.count > 1 else { return nil }
    return TensorError(
      "associativeScan", operands: leaves, problem: "axis \(axis) has different extents: \(extents.sorted())",
      expected: "the same number of elements in every tensor")
  }
}

extension Tensor {
  /// Elements of this and the other tensor in turn; this one has as many or one more.
  fileprivate func interleaved(with other: Tensor, axis: Int) -> Tensor {
    if isFailed || other.isFailed { return isFailed ? self : other }
    let count = other.type.shape[axis]
    var shape = other.type.shape.dimensions
    shape[axis] = 2 * count
    let paired = stack([strided(axis: axis, from: 0, to: count, by: 1), other], axis: axis + 1)
      .reshape(Shape(shape))
    if type.shape[axis] == count { return paired }
    return concatenate([paired, strided(axis: axis, from: count, to: count + 1, by: 1)], axis: axis)
  }
}
