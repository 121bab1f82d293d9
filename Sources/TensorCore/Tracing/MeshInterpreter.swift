/// Knows axes of a mesh by name, and hands everything on.
package struct MeshInterpreter: Interpreter {
  package let mesh: Mesh
  package let axes: [String]

  package init(mesh: Mesh, axes: [String]) {
    self.mesh = mesh
    self.axes = axes
  }

  package func manualMesh(_ trace: Trace) -> ManualMesh? {
    ManualMesh(mesh: mesh, axes: Set(axes).union(trace.parent?.manualMesh?.axes ?? []))
  }

  package func axisSize(_ name: String, _ trace: Trace) -> Int? {
    axes.contains(name) ? mesh.shape[name] : trace.parent?.axisSize(name)
  }
}
