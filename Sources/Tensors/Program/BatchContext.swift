/// What a batching rule may need to know of the `vmap` it is under.
struct BatchContext {
  /// The extent of the batch axis.
  var size: Int
  /// The name of the axis, where `vmap` was given one.
  let axisName: String?
  /// The mesh axes that the batch axis is divided along in shardings and `shardMap`.
  var spmdAxes: [String] = []
}
