/// A tensor on the devices of several processes, of which each has its own part
/// (`jax.make_array_from_process_local_data`).
///
///     // Each process reads its part of the batch, [batch / processes, features].
///     let inputs = try makeArrayFromProcessLocalData(NamedSharding(mesh, ["data"]), images)
///
/// Along an axis that is divided among the processes, `localData` holds the parts of this process's devices, one after
/// the other in the order of the whole. Processes whose devices hold the same part have to give the same values for it.
///
/// - Parameters:
///   - sharding: how the whole is divided.
///   - localData: the values that this process has.
///   - globalShape: the shape of the whole. Along an axis where it is that of `localData`, `localData` is taken to hold
///     the whole axis; along others it has to be what follows from `sharding` and `localData`, which is the default.
/// - Throws: `TensorError` if the sharding does not fit, or `globalShape` not the data; the error that `localData` carries.
public func makeArrayFromProcessLocalData(
  _ sharding: NamedSharding, _ localData: Tensor, _ globalShape: Shape? = nil
) throws -> Tensor {
  let bytes = try localData.bytes()
  try sharding.expectLocalDevices("makeArrayFromProcessLocalData")
  let held = sharding.localParts(rank: localData.ndim)
  let whole = try sharding.wholeShape(of: localData.shape, held.map(\.count), globalShape)
  let local = localData.shape.dimensions
  let extents = sharding.localShape(whole).dimensions
  return try makeArrayFromCallback(whole, sharding, dtype: localData.dtype) { ranges in
    let indices = ranges.enumerated().map { axis, range -> Range<Int> in
      if local[axis] == whole[axis] { return range }
      let start = (held[axis].firstIndex(of: range.lowerBound / extents[axis]) ?? 0) * extents[axis]
      return start..<start + extents[axis]
    }
    return bytes.withUnsafeBytes {
      ShardBlock(shape: local, ranges: indices, width: localData.dtype.byteWidth).cut($0)
    }
  }
}

extension NamedSharding {
  /// For each axis, the numbers of the parts that devices of this process hold, in ascending order.
  fileprivate func localParts(rank: Int) -> [[Int]] {
    let parts = parts(rank: rank, at: mesh.localPositions)
    return (0..<rank).map { axis in Set(parts.map { $0[axis] }).sorted() }
  }

  /// The shape of a tensor of which this process has `counts` parts of the axes, in data of the shape `local`.
  fileprivate func wholeShape(of local: Shape, _ counts: [Int], _ given: Shape?) throws -> Shape {
    let described =
      "data \(local), of which the sharding \(spec) on \(mesh) gives this process \(counts) parts"
    for axis in 0..<local.count
    where local[axis] % counts[axis] != 0 && given.map({ $0.count > axis && $0[axis] == local[axis] }) != true
    {
      throw TensorError(
        "makeArrayFromProcessLocalData",
        problem: "axis \(axis) of \(described), does not divide into its parts",
        expected: "an extent that is a multiple of \(counts[axis])")
    }
    let inferred = Shape((0..<local.count).map { local[$0] / counts[$0] * partCount($0) })
    guard let given else { return inferred }
    let fits =
      given.count == local.count
      && (0..<local.count).allSatisfy { given[$0] == local[$0] || given[$0] == inferred[$0] }
    guard fits else {
      throw TensorError(
        "makeArrayFromProcessLocalData", problem: "the shape \(given) does not fit \(described)",
        expected: "\(inferred), or the extent of the data along the axes that it holds whole")
    }
    return given
  }
}
