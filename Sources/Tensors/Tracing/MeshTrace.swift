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
    axes.contains(name) ? mesh.shape[name] : parent?.axisSize(name)
  }
}

extension MeshPrimitive {
  /// Throws where the operation says something of axes along which an enclosing `shardMap` sees each device by itself,
  /// or of another mesh than that.
  func expectAutomatic(_ axes: [String]) throws(TypeRuleError) {
    guard let manual = Trace.current.manualMesh else { return }
    guard manual.mesh == mesh else {
      throw TypeRuleError(
        "\(name) is over \(mesh), inside of a shardMap over \(manual.mesh)", expected: "the same mesh in both"
      )
    }
    guard let axis = axes.first(where: manual.axes.contains) else { return }
    let rest = mesh.axisNames.filter { !manual.axes.contains($0) }
    throw TypeRuleError(
      "\(name) names the axis \"\(axis)\" inside of a shardMap over it, where each device has its own part",
      expected: (rest.isEmpty
        ? "" : "axes that shardMap leaves to the compiler: \(rest.joined(separator: ", ")); ")
        + "collectives such as psum and allGather along \"\(axis)\"")
  }
}
