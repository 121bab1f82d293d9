public import TensorCore
import TensorPrimitives

/// One named axis or several: `"batch"`, `["data", "model"]`.
public protocol AxisNameList: Sendable {
  /// The names, outermost first.
  var axisNames: [String] { get }
}
extension String: AxisNameList { public var axisNames: [String] { [self] } }
extension Array: AxisNameList where Element == String { public var axisNames: [String] { self } }

/// The position along a named axis of an enclosing `vmap` or `shardMap`, an int32 scalar (`lax.axis_index`).
public func axisIndex(_ name: String) -> Tensor { bind(AxisIndex(axisName: name), [])[0] }

/// The sum over the lanes of a named axis, the same in every lane (`lax.psum`).
///
/// `psum(1, "batch")` is the number of lanes.
///
/// - Parameters:
///   - x: each lane's tensor.
///   - axis: the name of the axis, or several.
///   - axisIndexGroups: lanes to sum among themselves, such as `[[0, 1], [2, 3]]`; groups have the same size and
///     hold each lane once.
public func psum(_ x: Tensor, _ axis: any AxisNameList, axisIndexGroups: [[Int]]? = nil) -> Tensor {
  let numeric = x.dtype == .bool ? x.astype(.int32) : x
  if case .scalar = numeric.storage, !axis.axisNames.contains(where: { ProcessAxes.axis($0) != nil }),
    let count = laneCount(axis, axisIndexGroups)
  {
    // Known here to be the same in every lane; processes may each have a number of their own.
    return AxisSum(axisName: "", groups: nil).ofEqual(numeric, count: count)
  }
  return collective("psum", numeric, axis, axisIndexGroups) { bind(AxisSum(axisName: $1, groups: $2), $0) }
}

/// The sum of every tensor of a tree over the lanes of a named axis (`lax.psum`).
public func psum<T: TensorTree>(
  _ tree: T, _ axis: any AxisNameList, axisIndexGroups: [[Int]]? = nil
) -> T {
  map(tree) { psum($0, axis, axisIndexGroups: axisIndexGroups) }
}

/// The mean over the lanes of a named axis, the same in every lane (`lax.pmean`).
public func pmean<T: TensorTree>(
  _ tree: T, _ axis: any AxisNameList, axisIndexGroups: [[Int]]? = nil
) -> T {
  map(tree) { x in
    psum(x, axis, axisIndexGroups: axisIndexGroups) / Tensor(laneCount(axis, axisIndexGroups) ?? 1)
  }
}

/// The greatest value over the lanes of a named axis, the same in every lane (`lax.pmax`).
public func pmax<T: TensorTree>(
  _ tree: T, _ axis: any AxisNameList, axisIndexGroups: [[Int]]? = nil
) -> T {
  map(tree) { x in
    collective("pmax", x, axis, axisIndexGroups) { bind(AxisMax(axisName: $1, groups: $2), $0) }
  }
}

/// The least value over the lanes of a named axis, the same in every lane (`lax.pmin`).
public func pmin<T: TensorTree>(
  _ tree: T, _ axis: any AxisNameList, axisIndexGroups: [[Int]]? = nil
) -> T {
  map(tree) { x in
    collective("pmin", x, axis, axisIndexGroups) { bind(AxisMin(axisName: $1, groups: $2), $0) }
  }
}

/// The values of all lanes of a named axis, in every lane (`lax.all_gather`).
///
/// - Parameters:
///   - tree: each lane's tensors.
///   - name: the name of the axis.
///   - axis: the place in the result, `[…, lanes, …]`, of the lanes.
///   - tiled: whether the lanes are joined along `axis` instead of stacked along a new one.
///   - axisIndexGroups: lanes that work among themselves, such as `[[0, 1], [2, 3]]`; all when nil.
public func allGather<T: TensorTree>(
  _ tree: T, _ name: String, axis: Int = 0, tiled: Bool = false, axisIndexGroups: [[Int]]? = nil
) -> T {
  map(tree) { x in
    if x.isFailed { return x }
    let rank = tiled ? x.ndim : x.ndim + 1
    let dimension = axis.counted(in: rank)
    guard (0..<rank).contains(dimension) else { return x.failedAxis("allGather", axis) }
    let stacked = bind(AxisGather(axisName: name, axis: dimension, groups: axisIndexGroups), x)
    if !tiled || stacked.isFailed { return stacked }
    var shape = x.type.shape.dimensions
    shape[dimension] = shape[dimension] *| stacked.type.shape[dimension]
    return stacked.reshape(Shape(shape))
  }
}

/// Sends each lane's value to another lane (`lax.ppermute`).
///
/// - Parameters:
///   - tree: each lane's tensors.
///   - name: the name of the axis.
///   - permutation: pairs of the lane that sends and the one that receives; each lane sends and receives at most
///     once, and lanes that receive nothing get zeros.
public func ppermute<T: TensorTree>(_ tree: T, _ name: String, _ permutation: [(Int, Int)]) -> T {
  map(tree) {
    bind(AxisPermute(axisName: name, sources: permutation.map(\.0), targets: permutation.map(\.1)), $0)
  }
}

/// The number of lanes that work together; nil if an axis is unknown or its groups are wrong.
private func laneCount(_ axis: any AxisNameList, _ groups: [[Int]]?) -> Int? {
  let names = axis.axisNames
  guard groups == nil || names.count == 1 else { return nil }
  return try? names.reduce(1) { try $0 *| NamedAxis($1, groups: groups).groupSize }
}

/// Applies a collective over one axis after the other, the innermost first.
private func collective(
  _ operation: String, _ x: Tensor, _ axis: any AxisNameList, _ groups: [[Int]]?,
  _ body: (Tensor, String, [[Int]]?) -> Tensor
) -> Tensor {
  let names = axis.axisNames
  if groups != nil && names.count != 1 {
    return Tensor.failed(
      TensorError(
        operation, operands: [x], problem: "axisIndexGroups were given for the axes \(names)",
        expected: "one axis where its lanes are grouped"))
  }
  return names.reversed().reduce(x) { body($0, $1, groups) }
}
