extension Metadata {
  /// That of a linear layer's kernel of which each device of a mesh's axis has some outputs, or some inputs.
  static func kernel(along axis: String?, dividesInputs: Bool) -> Metadata {
    guard let axis else { return Metadata() }
    return Metadata(sharding: PartitionSpec(dividesInputs ? [axis, nil] : [nil, axis]))
  }

  /// That of the same layer's bias, of which each device has its outputs' part, or all of it.
  static func bias(along axis: String?, dividesInputs: Bool) -> Metadata {
    guard let axis, !dividesInputs else { return Metadata() }
    return Metadata(sharding: PartitionSpec([axis]))
  }
}
