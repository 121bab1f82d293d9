/// What a batching rule may need to know of the `vmap` it is under.
package struct BatchContext {
  /// The extent of the batch axis.
  package var size: Int
  /// The name of the axis, where `vmap` was given one.
  package let axisName: String?
  /// The mesh axes that the batch axis is divided along in shardings and `shardMap`.
  package var spmdAxes: [String] = []

  package init(size: Int, axisName: String?, spmdAxes: [String] = []) {
    self.size = size
    self.axisName = axisName
    self.spmdAxes = spmdAxes
  }
}
