/// A mesh whose devices are seen one by one along some of its axes: inside of `shardMap`.
package struct ManualMesh {
  package let mesh: Mesh
  /// The names of the axes along which that is so, those of enclosing `shardMap`s included.
  package let axes: Set<String>
}
