public import TensorCore
import TensorPrimitives

/// The sum over the lanes of a named axis, of which each lane gets its own part (`lax.psum_scatter`).
///
/// - Parameters:
///   - tree: each lane's tensors.
///   - name: the name of the axis.
///   - axis: the axis `[…, lanes, …]` that is divided among the lanes, and is gone from the result.
///   - tiled: whether the axis stays, with a part of `extent / lanes` in each lane.
///   - axisIndexGroups: lanes to work among themselves, such as `[[0, 1], [2, 3]]`.
public func psumScatter<T: TensorTree>(
  _ tree: T, _ name: String, scatterDimension axis: Int = 0, tiled: Bool = false,
  axisIndexGroups: [[Int]]? = nil
) -> T {
  map(tree) { x in
    if x.isFailed { return x }
    let index = axis.counted(in: x.ndim)
    guard (0..<x.ndim).contains(index) else { return x.failedAxis("psumScatter", axis) }
    let part: Tensor = bind(AxisScatterSum(axisName: name, axis: index, groups: axisIndexGroups), x)
    return tiled ? part : part.withoutLaneAxis(index, "psumScatter")
  }
}

/// Each lane's value divided into a part for each lane of a named axis, which sends it there (`lax.all_to_all`).
///
/// - Parameters:
///   - tree: each lane's tensors.
///   - name: the name of the axis.
///   - splitAxis: the axis `[…, lanes, …]` that is divided among the lanes.
///   - concatAxis: the place in the result of the axis that counts the lanes the parts come from.
///   - tiled: whether `splitAxis` stays, with a part of `extent / lanes`, and the parts that arrive are joined along
///     `concatAxis` instead of stacked.
///   - axisIndexGroups: lanes to work among themselves, such as `[[0, 1], [2, 3]]`.
public func allToAll<T: TensorTree>(
  _ tree: T, _ name: String, splitAxis: Int, concatAxis: Int, tiled: Bool = false,
  axisIndexGroups: [[Int]]? = nil
) -> T {
  map(tree) { x in
    if x.isFailed { return x }
    var split = splitAxis.counted(in: x.ndim)
    var concat = concatAxis.counted(in: x.ndim)
    guard (0..<x.ndim).contains(split) else { return x.failedAxis("allToAll", splitAxis) }
    guard (0..<x.ndim).contains(concat) else { return x.failedAxis("allToAll", concatAxis) }
    var operand = x
    if !tiled && split != concat {
      // The lanes' axis is a new one; its place counts without the axis that is divided away.
      if split < concat { concat += 1 } else { split += 1 }
      operand = expandDims(x, axis: concat)
    }
    let exchange = AxisExchange(axisName: name, split: split, concat: concat, groups: axisIndexGroups)
    let result: Tensor = bind(exchange, operand)
    return tiled || split == concat ? result : result.withoutLaneAxis(split, "allToAll")
  }
}

extension Tensor {
  /// The tensor without an axis that had one element for each lane.
  fileprivate func withoutLaneAxis(_ axis: Int, _ operation: String) -> Tensor {
    if isFailed { return self }
    var shape = type.shape.dimensions
    guard shape.remove(at: axis) == 1 else {
      return Tensor.failed(
        TensorError(
          operation, operands: [self],
          problem: "each lane's part of axis \(axis) has \(type.shape[axis]) elements",
          expected: "an extent equal to the number of lanes, or tiled: true"))
    }
    return reshape(Shape(shape))
  }
}
