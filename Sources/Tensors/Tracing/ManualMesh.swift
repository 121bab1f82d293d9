/// A mesh whose devices are seen one by one along some of its axes: inside of `shardMap`.
struct ManualMesh {
  let mesh: Mesh
  /// The names of the axes along which that is so, those of enclosing `shardMap`s included.
  let axes: Set<String>
}
