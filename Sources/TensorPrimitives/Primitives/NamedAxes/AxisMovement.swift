import StableHLO
package import TensorCore

/// The values of all lanes of a named axis along a new axis; every lane gets them all.
package struct AxisGather: NamedAxisPrimitive, LinearInFirst {
  package let name = "allGather"
  package let axisName: String
  /// The place of the new axis in the result.
  package let axis: Int
  package var groups: [[Int]]?

  package init(axisName: String, axis: Int, groups: [[Int]]? = nil) {
    self.axisName = axisName
    self.axis = axis
    self.groups = groups
  }
  package var parameters: String { "\(axisName), axis: \(axis)" + (groups.map { ", groups: \($0)" } ?? "") }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    let lanes = try NamedAxis(axisName, groups: groups)
    try ShapeRule.checkAxes([axis], rank: operands[0].ndim + 1)
    var shape = operands[0].shape.dimensions
    shape.insert(lanes.groupSize, at: axis)
    return [operands[0].with(shape: Shape(shape))]
  }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    guard let cotangent = cotangents[0] else { return [nil] }
    // Each lane's value is one element of what every lane of its group got.
    let sum: Tensor = bind(AxisSum(axisName: axisName, groups: groups), cotangent)
    var position = bind(AxisIndex(axisName: axisName), [])[0]
    do throws(TypeRuleError) {
      let lanes = try NamedAxis(axisName, groups: groups)
      if lanes.isGrouped {
        // The place in the group, looked up by the lane's number.
        let lane = position
        position = lanes.positions.enumerated().reduce(Tensor(ScalarLiteral(0, .int32))) { found, entry in
          let isLane: Tensor = bind(Compare(.equal), lane, Tensor(ScalarLiteral(entry.offset, .int32)))
          return bind(Select(), isLane, Tensor(ScalarLiteral(entry.element.index, .int32)), found)
        }
      }
    } catch {
      return failedResults([cotangent], error)
    }
    var sizes = cotangent.type.shape.dimensions
    sizes[axis] = 1
    let zero = Tensor(ScalarLiteral(0, .int32))
    let starts = sizes.indices.map { $0 == axis ? position : zero }
    return [bind(DynamicSlice(sizes: sizes), [sum] + starts)[0].reshape(operands[0].type.shape)]
  }

  package func batchOverOwnAxis(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    do throws(TypeRuleError) {
      let lanes = try NamedAxis(size: context.size, groups: groups)
      guard let batch = axes[0] else {
        return ([operands[0].batchBroadcast(lanes.groupSize, at: axis)], [nil])
      }
      guard lanes.isGrouped else { return ([operands[0].movingAxis(batch, to: axis)], [nil]) }
      let spread = operands[0].movingAxis(batch, to: 0).grouped(lanes).spread(lanes)
      return ([spread.movingAxis(1, to: axis + 1)], [0])
    } catch {
      return (failedResults(operands, error), [nil])
    }
  }

  package func batchOverOtherAxis(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    var batched = AxisGather(axisName: axisName, axis: axis + 1)
    batched.groups = groups
    return (bind(batched, [operands[0].batchedFirst(axes[0], context)]), [0])
  }

  package func variation(_ operands: [Set<String>]) -> [Set<String>] {
    groups == nil ? [operands[0].subtracting([axisName])] : operands.map { $0.union([axisName]) }
  }

  package var collective: Collective { .gather(axis: axis, groups: groups) }
}

/// Sends values from lane to lane of a named axis; lanes that nothing is sent to get zeros.
package struct AxisPermute: NamedAxisPrimitive, LinearInFirst {
  package let name = "ppermute"
  package let axisName: String
  /// The lanes that send, and where each sends to.
  package let sources: [Int]
  package let targets: [Int]

  package init(axisName: String, sources: [Int], targets: [Int]) {
    self.axisName = axisName
    self.sources = sources
    self.targets = targets
  }
  package var parameters: String {
    "\(axisName), \(zip(sources, targets).map { "\($0)→\($1)" }.joined(separator: " "))"
  }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    let size = try NamedAxis(axisName).size
    for lanes in [sources, targets] {
      guard Set(lanes).count == lanes.count, lanes.allSatisfy({ (0..<size).contains($0) }) else {
        throw TypeRuleError(
          "\(zip(sources, targets).map { "(\($0), \($1))" }) is no permutation of \(size) lanes",
          expected: "lanes from 0 to \(size - 1), each at most once as source and once as target")
      }
    }
    return operands
  }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    [cotangents[0].map { bind(AxisPermute(axisName: axisName, sources: targets, targets: sources), $0) }]
  }

  package func batchOverOwnAxis(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    let lanes = operands[0].batchedFirst(axes[0], context)
    if lanes.isFailed { return ([lanes], [nil]) }
    var order = [Int?](repeating: nil, count: context.size)
    for (source, target) in zip(sources, targets) { order[target] = source }
    return ([lanes.rows(order)], [0])
  }

  package func batchOverOtherAxis(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) { (bind(self, operands), axes) }

  package var collective: Collective { .permute(sources: sources, targets: targets) }
}
