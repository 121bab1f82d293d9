/// Knows axes of a mesh by name, and hands everything on.
struct MeshInterpreter: Interpreter {
  let mesh: Mesh
  let axes: [String]

  func manualMesh(_ trace: Trace) -> ManualMesh? {
    ManualMesh(mesh: mesh, axes: Set(axes).union(trace.parent?.manualMesh?.axes ?? []))
  }

  func axisSize(_ name: String, _ trace: Trace) -> Int? {
    axes.contains(name) ? mesh.size(of: name) : trace.parent?.axisSize(name)
  }
}
