import StableHLO

/// The values of all lanes of a named axis along a new axis; every lane gets them all.
struct AxisGather: NamedAxisPrimitive, LinearInFirst {
  let name = "allGather"
  let axisName: String
  /// The place of the new axis in the result.
  let axis: Int
  var groups: [[Int]]?
  var parameters: String { "\(axisName), axis: \(axis)" + (groups.map { ", groups: \($0)" } ?? "") }

  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    let lanes = try NamedAxis(axisName, groups: groups)
    try ShapeRule.checkAxes([axis], rank: operands[0].ndim + 1)
    var shape = operands[0].shape.dimensions
    shape.insert(lanes.groupSize, at: axis)
    return [operands[0].with(shape: Shape(shape))]
  }

  func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    guard let cotangent = cotangents[0] else { return [nil] }
    // Each lane's value is one element of what every lane of its group got.
    let sum: Tensor = bind(AxisSum(axisName: axisName, groups: groups), cotangent)
    var place = bind(AxisIndex(axisName: axisName), [])[0]
    do throws(TypeRuleError) {
      let lanes = try NamedAxis(axisName, groups: groups)
      if lanes.isGrouped {
        // The place in the group, looked up by the lane's number.
        let lane = place
        place = lanes.places.enumerated().reduce(Tensor(ScalarLiteral(0, .int32))) { found, entry in
          let isLane: Tensor = bind(Compare(.equal), lane, Tensor(ScalarLiteral(entry.offset, .int32)))
          return bind(Select(), isLane, Tensor(ScalarLiteral(entry.element.place, .int32)), found)
        }
      }
    } catch {
      return failedResults([cotangent], error)
    }
    var sizes = cotangent.type.shape.dimensions
    sizes[axis] = 1
    let zero = Tensor(ScalarLiteral(0, .int32))
    let starts = sizes.indices.map { $0 == axis ? place : zero }
    return [bind(DynamicSlice(sizes: sizes), [sum] + starts)[0].reshape(operands[0].type.shape)]
  }

  func batchOverOwnAxis(
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

  func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    var batched = AxisGather(axisName: axisName, axis: axis + 1)
    batched.groups = groups
    return (bind(batched, [operands[0].batchedFirst(axes[0], context)]), [0])
  }

  func variation(_ operands: [Set<String>]) -> [Set<String>] {
    groups == nil ? [operands[0].subtracting([axisName])] : operands.map { $0.union([axisName]) }
  }

  func lower(_ operands: [HLOValue], _ context: LoweringContext, along lanes: MeshLanes) -> [HLOValue] {
    var shape = operands[0].type.dimensions
    shape.insert(1, at: axis)
    let row = context.function.reshape(operands[0], to: shape)
    return [context.function.allGather(row, dimension: axis, groups: lanes.deviceGroups(groups))]
  }
}

/// Sends values from lane to lane of a named axis; lanes that nothing is sent to get zeros.
struct AxisPermute: NamedAxisPrimitive, LinearInFirst {
  let name = "ppermute"
  let axisName: String
  /// The lanes that send, and where each sends to.
  let sources: [Int]
  let targets: [Int]
  var parameters: String {
    "\(axisName), \(zip(sources, targets).map { "\($0)→\($1)" }.joined(separator: " "))"
  }

  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
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

  func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    [cotangents[0].map { bind(AxisPermute(axisName: axisName, sources: targets, targets: sources), $0) }]
  }

  func batchOverOwnAxis(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    let lanes = operands[0].batchedFirst(axes[0], context)
    if lanes.isFailed { return ([lanes], [nil]) }
    var order = [Int?](repeating: nil, count: context.size)
    for (source, target) in zip(sources, targets) { order[target] = source }
    return ([lanes.rows(order)], [0])
  }

  func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) { (bind(self, operands), axes) }

  func lower(_ operands: [HLOValue], _ context: LoweringContext, along lanes: MeshLanes) -> [HLOValue] {
    [context.function.collectivePermute(operands[0], pairs: lanes.devicePairs(sources, targets))]
  }
}
