import StableHLO

/// The sum over the lanes of a named axis, of which each lane gets its part along `axis`.
struct AxisScatterSum: NamedAxisPrimitive, LinearInFirst {
  let name = "psumScatter"
  let axisName: String
  /// The axis that is divided among the lanes.
  let axis: Int
  var groups: [[Int]]?
  var parameters: String { "\(axisName), axis: \(axis)" + (groups.map { ", groups: \($0)" } ?? "") }

  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try Domain.numeric.check(operands)
    let lanes = try NamedAxis(axisName, groups: groups)
    return [try lanes.divide(operands[0], axis: axis)]
  }

  func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    guard let cotangent = cotangents[0] else { return [nil] }
    let rows: Tensor = bind(AxisGather(axisName: axisName, axis: axis, groups: groups), cotangent)
    return [rows.isFailed ? rows : rows.reshape(operands[0].type.shape)]
  }

  func batchOverOwnAxis(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    do throws(TypeRuleError) {
      let lanes = try NamedAxis(size: context.size, groups: groups)
      let grouped = operands[0].batchedFirst(axes[0], context).grouped(lanes)
      let sums: Tensor = bind(ReduceSum(axes: [1]), grouped)
      return ([sums.dividedAmong(lanes, axis: axis + 1).movingAxis(axis + 1, to: 1).ungrouped(lanes)], [0])
    } catch {
      return (failedResults(operands, error), [nil])
    }
  }

  func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    let batched = AxisScatterSum(axisName: axisName, axis: axis + 1, groups: groups)
    return (bind(batched, [operands[0].batchedFirst(axes[0], context)]), [0])
  }

  func lower(_ operands: [HLOValue], _ context: LoweringContext, along lanes: MeshLanes) -> [HLOValue] {
    [
      context.function.reduceScatter(
        operands[0], operation: AxisSum.operation, dimension: axis, groups: lanes.deviceGroups(groups))
    ]
  }
}

/// Each lane's value divided along one axis into a part for each lane; what a lane gets is joined along another.
struct AxisExchange: NamedAxisPrimitive, LinearInFirst {
  let name = "allToAll"
  let axisName: String
  /// The axis that is divided among the lanes.
  let split: Int
  /// The axis along which the parts that arrive are joined.
  let concat: Int
  var groups: [[Int]]?
  var parameters: String {
    "\(axisName), split: \(split), concat: \(concat)" + (groups.map { ", groups: \($0)" } ?? "")
  }

  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    let lanes = try NamedAxis(axisName, groups: groups)
    try ShapeRule.checkAxes([concat], rank: operands[0].ndim)
    var shape = try lanes.divide(operands[0], axis: split).shape.dimensions
    shape[concat] = shape[concat] *| lanes.groupSize
    return [operands[0].with(shape: Shape(shape))]
  }

  func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    let back = AxisExchange(axisName: axisName, split: concat, concat: split, groups: groups)
    return [cotangents[0].map { bind(back, $0) }]
  }

  func batchOverOwnAxis(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    do throws(TypeRuleError) {
      let lanes = try NamedAxis(size: context.size, groups: groups)
      let grouped = operands[0].batchedFirst(axes[0], context).grouped(lanes)
      // [groups, senders, …] to [groups, receivers, senders, …], and the senders to the axis that joins them.
      let sent = grouped.dividedAmong(lanes, axis: split + 2).movingAxis(split + 2, to: 1)
      let arrived = sent.movingAxis(2, to: concat + 2)
      var shape = arrived.type.shape.dimensions
      shape[concat + 2] *= shape.remove(at: concat + 3)
      return ([arrived.reshape(Shape(shape)).ungrouped(lanes)], [0])
    } catch {
      return (failedResults(operands, error), [nil])
    }
  }

  func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    let batched = AxisExchange(axisName: axisName, split: split + 1, concat: concat + 1, groups: groups)
    return (bind(batched, [operands[0].batchedFirst(axes[0], context)]), [0])
  }

  func lower(_ operands: [HLOValue], _ context: LoweringContext, along lanes: MeshLanes) -> [HLOValue] {
    [
      context.function.allToAll(
        operands[0], split: split, concat: concat, groups: lanes.deviceGroups(groups))
    ]
  }
}

extension NamedAxis {
  /// The type of one lane's part of a tensor that is divided along an axis.
  fileprivate func divide(_ type: TensorType, axis: Int) throws(TypeRuleError) -> TensorType {
    try ShapeRule.checkAxes([axis], rank: type.ndim)
    var shape = type.shape.dimensions
    guard shape[axis] % groupSize == 0 else {
      throw TypeRuleError(
        "axis \(axis) of extent \(shape[axis]) does not divide among \(groupSize) lanes",
        expected: "an extent that is a multiple of \(groupSize)")
    }
    shape[axis] /= groupSize
    return type.with(shape: Shape(shape))
  }
}

extension Tensor {
  /// An axis as `[lanes, part]`.
  fileprivate func dividedAmong(_ lanes: NamedAxis, axis: Int) -> Tensor {
    if isFailed { return self }
    var shape = type.shape.dimensions
    shape[axis] /= lanes.groupSize
    shape.insert(lanes.groupSize, at: axis)
    return reshape(Shape(shape))
  }

  /// Lanes `[groups, lanes, …]` along one leading axis in their order.
  fileprivate func ungrouped(_ lanes: NamedAxis) -> Tensor {
    if isFailed { return self }
    let rest = Shape(Array(type.shape.dimensions.dropFirst(2)))
    return reshape([lanes.size] + rest).rows(lanes.places.map { $0.group * lanes.groupSize + $0.place })
  }
}
