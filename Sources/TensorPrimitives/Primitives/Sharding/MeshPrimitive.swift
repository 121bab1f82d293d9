package import TensorCore

/// An operation that is bound to the devices of a mesh.
package protocol MeshPrimitive: Primitive {
  var mesh: Mesh { get }
}

extension MeshPrimitive {
  package var boundMesh: Mesh? { mesh }

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
