import PJRT

/// How a tensor lies on a mesh of devices: which axes are divided along which mesh axes
/// (`jax.sharding.NamedSharding`).
///
/// Mesh axes that the spec does not name hold copies.
public struct NamedSharding: Sendable, Hashable, CustomStringConvertible {
  /// The devices.
  public let mesh: Mesh
  /// The mesh axes of each axis of the tensor.
  public let spec: PartitionSpec

  /// A sharding. Whether it fits a tensor is checked where it meets one.
  public init(_ mesh: Mesh, _ spec: PartitionSpec) {
    self.mesh = mesh
    self.spec = spec
  }

  /// Whether every device holds the whole tensor.
  public var isFullyReplicated: Bool { mesh.deviceCount(along: spec.axisNames) == 1 }

  /// The shape of one device's part of a tensor (`jax.sharding.NamedSharding.shard_shape`).
  ///
  /// - Throws: `TensorError` if the sharding does not fit the shape.
  public func shardShape(_ shape: Shape) throws -> Shape {
    if let error = problem(with: shape, "NamedSharding") { throw error }
    return localShape(shape)
  }

  /// The part of each axis that every device holds, in the order of the mesh's devices
  /// (`jax.sharding.NamedSharding.devices_indices_map`).
  ///
  /// - Throws: `TensorError` if the sharding does not fit the shape.
  public func devicesIndicesMap(_ shape: Shape) throws -> [[Range<Int>]] {
    if let error = problem(with: shape, "NamedSharding") { throw error }
    return ranges(shape)
  }

  /// Throws if the sharding does not fit a tensor of this shape; `name` is what the error calls it.
  package func check(_ shape: Shape, name: String) throws {
    if let error = problem(with: shape, "NamedSharding", name: name) { throw error }
  }

  public var description: String { "NamedSharding(\(mesh), \(spec))" }
}

extension NamedSharding {
  /// The number of parts along an axis of the tensor.
  package func partCount(_ axis: Int) -> Int { mesh.deviceCount(along: spec.entry(axis).axes) }

  package func localShape(_ shape: Shape) -> Shape {
    Shape(shape.dimensions.enumerated().map { $0.element / partCount($0.offset) })
  }

  /// For each device, the number of its part along each axis.
  package func parts(rank: Int) -> [[Int]] { parts(rank: rank, at: mesh.devices.indices) }

  /// The same for the devices at some positions of the mesh.
  package func parts(rank: Int, at positions: some Sequence<Int>) -> [[Int]] {
    positions.map { position in
      let coordinates = mesh.coordinates(position)
      return (0..<rank).map { axis in
        spec.entry(axis).axes.reduce(0) { part, name in
          guard let index = mesh.axisNames.firstIndex(of: name) else { return part }
          return part * mesh.axisSizes[index] + coordinates[index]
        }
      }
    }
  }

  /// The part of each axis that every device holds.
  func ranges(_ shape: Shape) -> [[Range<Int>]] { ranges(shape, at: mesh.devices.indices) }

  /// The part of each axis that every device of this process holds.
  func localRanges(_ shape: Shape) -> [[Range<Int>]] { ranges(shape, at: mesh.localPositions) }

  private func ranges(_ shape: Shape, at positions: some Sequence<Int>) -> [[Range<Int>]] {
    let local = localShape(shape).dimensions
    return parts(rank: shape.count, at: positions).map { part in
      zip(part, local).map { $0 * $1..<($0 + 1) * $1 }
    }
  }

  /// Which copy of its part each device of this process holds: 0 for the first in the order of the mesh.
  func localReplicaIndices() -> [Int] {
    let named = spec.axisNames
    let copies = mesh.axisNames.indices.filter { !named.contains(mesh.axisNames[$0]) }
    return mesh.localPositions.map { position in
      let coordinates = mesh.coordinates(position)
      return copies.reduce(0) { $0 * mesh.axisSizes[$1] + coordinates[$1] }
    }
  }

  /// Throws if no device is this process's, so that it has no part in what is done on them.
  func expectLocalDevices(_ operation: String) throws(TensorError) {
    if !mesh.localPositions.isEmpty { return }
    let others = Set(mesh.devices.map(\.processIndex)).sorted()
    throw TensorError(
      operation, problem: "all devices of \(mesh) belong to other processes: \(others)",
      expected: "a mesh with devices of every process that computes on it")
  }

  /// Whether both put the same part of a tensor on the same device.
  func isEquivalent(to other: NamedSharding, rank: Int) -> Bool {
    if self == other { return true }
    return mesh.hasSameDevices(as: other.mesh)
      && (0..<rank).allSatisfy { partCount($0) == other.partCount($0) }
      && parts(rank: rank) == other.parts(rank: rank)
  }

  /// What is wrong with the sharding for a tensor of this shape.
  ///
  /// - Parameter name: what the tensor is called, such as `argument 0, net/linear/kernel,`.
  package func problem(
    with shape: Shape, _ operation: String, name: String = "the tensor", allowsUnconstrained: Bool = false
  ) -> TensorError? {
    func error(_ problem: String, _ expected: String) -> TensorError {
      TensorError(operation, problem: problem, expected: expected)
    }
    var seen: Set<String> = []
    for axis in spec.axisNames {
      guard mesh.shape[axis] != nil else {
        return error(
          "the sharding \(spec) of \(name) names the axis \"\(axis)\", which \(mesh) does not have",
          mesh.axisNames.isEmpty
            ? "no axes" : "axes of the mesh: \(mesh.axisNames.joined(separator: ", "))")
      }
      guard seen.insert(axis).inserted else {
        return error(
          "the sharding \(spec) of \(name) names the axis \"\(axis)\" twice", "each mesh axis at most once")
      }
    }
    guard spec.entries.count <= shape.count else {
      return error(
        "the sharding \(spec) has \(spec.entries.count) entries, but \(name) has shape \(shape)",
        "at most \(shape.count) entries, one for each axis")
    }
    if !allowsUnconstrained, spec.entries.contains(where: \.isUnconstrained) {
      return error(
        "the sharding \(spec) of \(name) leaves an axis open",
        "unconstrained axes in withShardingConstraint alone")
    }
    if let negative = shape.first(where: { $0 < 0 }) {
      return error("the shape \(shape) of \(name) has the extent \(negative)", "extents of at least 0")
    }
    for axis in 0..<shape.count where shape[axis] % partCount(axis) != 0 {
      return error(
        "axis \(axis) of \(name), of extent \(shape[axis]), does not divide into the \(partCount(axis)) parts of "
          + "\(spec.entry(axis)) in \(mesh)",
        "an extent that is a multiple of \(partCount(axis)), or another sharding")
    }
    return nil
  }
}
