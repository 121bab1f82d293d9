/// Which mesh axis each axis of a tensor is divided along (`jax.sharding.PartitionSpec`).
///
/// Written as a list with nil for axes that are not divided: `[nil, "model"]`. Axes beyond the list are not divided.
public struct PartitionSpec: Sendable, Hashable, ExpressibleByArrayLiteral, CustomStringConvertible {
  /// The mesh axis for each axis of the tensor.
  public let axes: [String?]

  public init(_ axes: [String?]) { self.axes = axes }

  public init(arrayLiteral elements: String?...) { axes = elements }

  /// Whether the spec says nothing of any axis.
  public var isEmpty: Bool { axes.isEmpty }

  public var description: String {
    "[" + axes.map { $0.map { "\"\($0)\"" } ?? "nil" }.joined(separator: ", ") + "]"
  }
}
