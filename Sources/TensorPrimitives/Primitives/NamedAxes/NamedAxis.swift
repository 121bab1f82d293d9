package import TensorCore

/// A named axis of an enclosing `vmap` as a collective operation sees it: its lanes, perhaps in groups.
package struct NamedAxis {
  package let size: Int
  private let given: [[Int]]?

  /// The lanes of each group, which all have as many; one group of all lanes if none were given.
  package var groups: [[Int]] { given ?? [Array(0..<size)] }
  /// Whether groups were given.
  var isGrouped: Bool { given != nil }

  package var groupSize: Int { given?.first?.count ?? size }

  /// The axis of this name around the current trace.
  ///
  /// - Throws: if there is none, or if the groups do not hold every lane once.
  package init(_ name: String, groups: [[Int]]? = nil) throws(TypeRuleError) {
    guard let size = Trace.current.axisSize(name) else {
      throw TypeRuleError(
        "no axis is named \"\(name)\" here",
        expected: "a call inside `vmap(axisName: \"\(name)\")` or a `shardMap` over that axis, or after "
          + "`MPI.initialize(axisName: \"\(name)\")`")
    }
    try self.init(size: size, groups: groups)
  }

  package init(size: Int, groups: [[Int]]?) throws(TypeRuleError) {
    self.size = size
    given = groups
    guard let groups else { return }
    guard groups.flatMap({ $0 }).sorted().elementsEqual(0..<size) else {
      throw TypeRuleError(
        "the axisIndexGroups \(groups) do not divide \(size) lanes",
        expected: "groups that hold each lane from 0 to \(size - 1) once")
    }
    guard Set(groups.map(\.count)).count == 1 else {
      throw TypeRuleError(
        "the axisIndexGroups \(groups) have different sizes", expected: "groups of the same size")
    }
  }

  /// For each lane, its group and its place in it.
  package var positions: [(group: Int, index: Int)] {
    var result = [(group: Int, index: Int)](repeating: (0, 0), count: size)
    for (group, lanes) in groups.enumerated() {
      for (index, lane) in lanes.enumerated() { result[lane] = (group, index) }
    }
    return result
  }
}

extension Tensor {
  /// Rows of the leading axis in another order; zeros where the row is nil.
  ///
  /// Rows that follow each other are moved together.
  package func rows(_ order: [Int?]) -> Tensor {
    if isFailed || order == Array(0..<type.shape[0]) { return self }
    var pieces: [Tensor] = []
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, follows(order[end - 1], order[end]) { end += 1 }
      if let first = order[start] {
        pieces.append(sliced(axis: 0, from: first, to: first + end - start))
      } else {
        let shape = Shape([end - start]) + Shape(Array(type.shape.dimensions.dropFirst()))
        pieces.append(Tensor.full(shape, 0, dtype: dtype))
      }
      start = end
    }
    return pieces.count == 1 ? pieces[0] : bind(Concatenate(axis: 0), pieces)[0]
  }

  private func follows(_ a: Int?, _ b: Int?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return b == a + 1
  }

  /// Lanes along the leading axis as `[groups, lanes, …]`.
  package func grouped(_ axis: NamedAxis) -> Tensor {
    let rest = Shape(Array(type.shape.dimensions.dropFirst()))
    return rows(axis.groups.flatMap { $0 }).reshape([axis.groups.count, axis.groupSize] + rest)
  }

  /// One value for each group along the leading axis as one for each lane.
  package func spread(_ axis: NamedAxis) -> Tensor { rows(axis.positions.map(\.group)) }
}
