/// One parameter: its value, whether it is trained, and its metadata.
public struct Param: Sendable, CustomStringConvertible {
  public var value: Tensor
  /// Whether gradients are taken with respect to it; what a forward pass updates by itself is not trainable.
  public var trainable: Bool
  public var metadata: Metadata

  public init(_ value: Tensor, trainable: Bool = true, metadata: Metadata = Metadata()) {
    self.value = value
    self.trainable = trainable
    self.metadata = metadata
  }

  /// How the value is divided over a mesh of devices, by its metadata.
  public var sharding: PartitionSpec { metadata.sharding }

  /// The same parameter with what is given replaced.
  public func replace(value: Tensor? = nil, trainable: Bool? = nil, metadata: Metadata? = nil) -> Param {
    Param(
      value ?? self.value, trainable: trainable ?? self.trainable, metadata: metadata ?? self.metadata)
  }

  /// `Param[T](f32[3,4])`, with N for parameters that are not trainable.
  public var description: String {
    "Param[\(trainable ? "T" : "N")](" + Param.summary(value, metadata) + ")"
  }

  /// The type or the error of a value, and the metadata if there are any.
  static func summary(_ value: Tensor, _ metadata: Metadata) -> String {
    let type = value.error.map { "failed: \($0.problem)" } ?? value.type.description
    return metadata.isEmpty ? type : "\(type), \(metadata)"
  }
}
