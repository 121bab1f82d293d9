/// A mesh whose devices are seen one by one along some of its axes: inside of `shardMap`.
struct ManualMesh {
  let mesh: Mesh
  /// The names of the axes along which that is so, those of enclosing `shardMap`s included.
  let axes: Set<String>
}

/// Knows axes of a mesh by name, and hands everything on.
final class MeshTrace: Trace, @unchecked Sendable {
  // Unchecked as Trace is.
  private let mesh: Mesh
  private let axes: [String]

  init(parent: Trace?, mesh: Mesh, axes: [String]) {
    self.mesh = mesh
    self.axes = axes
    super.init(parent: parent, label: "shardMap")
  }

  override var manualMesh: ManualMesh? {
    ManualMesh(mesh: mesh, axes: Set(axes).union(parent?.manualMesh?.axes ?? []))
  }

  override func axisSize(_ name: String) -> Int? {
    axes.contains(name) ? mesh.size(of: name) : parent?.axisSize(name)
  }
}
