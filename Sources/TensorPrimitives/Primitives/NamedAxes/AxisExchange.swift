import StableHLO
package import TensorCore

/// The sum over the lanes of a named axis, of which each lane gets its part along `axis`.
package struct AxisScatterSum: NamedAxisPrimitive, LinearInFirst {
  package let name = "psumScatter"
  package let axisName: String
  /// The axis that is divided among the lanes.
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
    try Domain.numeric.check(operands)
    let lanes = try NamedAxis(axisName, groups: groups)
    return [try lanes.divide(operands[0], axis: axis)]
  }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    guard let cotangent = cotangents[0] else { return [nil] }
    let rows: Tensor = bind(AxisGather(axisName: axisName, axis: axis, groups: groups), cotangent)
    return [rows.isFailed ? rows : rows.reshape(operands[0].type.shape)]
  }

  package func batchOverOwnAxis(
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

  package func batchOverOtherAxis(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    let batched = AxisScatterSum(axisName: axisName, axis: axis + 1, groups: groups)
    return (bind(batched, [operands[0].batchedFirst(axes[0], context)]), [0])
  }

  package var collective: Collective { .scatterSum(axis: axis, groups: groups) }
}

/// Each lane's value divided along one axis into a part for each lane; what a lane gets is joined along another.
package struct AxisExchange: NamedAxisPrimitive, LinearInFirst {
  package let name = "allToAll"
  package let axisName: String
  /// The axis that is divided among the lanes.
  package let split: Int
  /// The axis along which the parts that arrive are joined.
  package let concat: Int
  package var groups: [[Int]]?

  package init(axisName: String, split: Int, concat: Int, groups: [[Int]]? = nil) {
    self.axisName = axisName
    self.split = split
    self.concat = concat
    self.groups = groups
  }
  package var parameters: String {
    "\(axisName), split: \(split), concat: \(concat)" + (groups.map { ", groups: \($0)" } ?? "")
  }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    let lanes = try NamedAxis(axisName, groups: groups)
    try ShapeRule.checkAxes([concat], rank: operands[0].ndim)
    var shape = try lanes.divide(operands[0], axis: split).shape.dimensions
    shape[concat] = shape[concat] *| lanes.groupSize
    return [operands[0].with(shape: Shape(shape))]
  }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    let back = AxisExchange(axisName: axisName, split: concat, concat: split, groups: groups)
    return [cotangents[0].map { bind(back, $0) }]
  }

  package func batchOverOwnAxis(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    do throws(TypeRuleError) {
      let lanes = try NamedAxis(size: context.size, groups: groups)
      let grouped = operands[0].batchedFirst(axes[0], context).grouped(lanes)
      // [groups, senders, …] to [groups, receivers, senders, …], and the senders to the axis that joins them.
      let divided = grouped.dividedAmong(lanes, axis: split + 2).movingAxis(split + 2, to: 1)
      let exchanged = divided.movingAxis(2, to: concat + 2)
      var shape = exchanged.type.shape.dimensions
      shape[concat + 2] *= shape.remove(at: concat + 3)
      return ([exchanged.reshape(Shape(shape)).ungrouped(lanes)], [0])
    } catch {
      return (failedResults(operands, error), [nil])
    }
  }

  package func batchOverOtherAxis(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    let batched = AxisExchange(axisName: axisName, split: split + 1, concat: concat + 1, groups: groups)
    return (bind(batched, [operands[0].batchedFirst(axes[0], context)]), [0])
  }

  package var collective: Collective { .exchange(split: split, concat: concat, groups: groups) }
}

extension NamedAxis {
  /// The type of one lane's part of a tensor that is divided along an axis.
  fileprivate func divide(_ type: TensorType, axis: Int) throws(TypeRuleError) -> TensorType {
    try ShapeRule.checkAxes([axis], rank: type.ndim)
    var shape = type.shape.dimensions
    guard groupSize > 0, shape[axis] % groupSize == 0 else {
      throw TypeRuleError(
        "axis \(axis) of extent \(shape[axis]) does not divide among \(groupSize) lanes",
        expected: groupSize > 0 ? "an extent that is a multiple of \(groupSize)" : "at least one lane")
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
    return reshape([lanes.size] + rest).rows(lanes.positions.map { $0.group * lanes.groupSize + $0.index })
  }
}
