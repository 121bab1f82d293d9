/// Which mesh axes each axis of a tensor is divided along (`jax.sharding.PartitionSpec`).
///
/// Written as a list with nil for axes that are not divided: `[nil, "model"]`. An axis divided along two mesh axes
/// lists them, the outer one first: `[["data", "model"], nil]`. Axes beyond the list are not divided.
public struct PartitionSpec: Sendable, Hashable, ExpressibleByArrayLiteral, CustomStringConvertible {
  /// What is said of one axis of a tensor.
  public struct Entry: Sendable, Hashable {
    /// The mesh axes that divide it, outermost first; none if it is whole on every device.
    public let axes: [String]
    /// Whether the compiler chooses. Only `withShardingConstraint` may leave that open.
    public let isUnconstrained: Bool

    /// An axis divided along these mesh axes.
    public init(_ axes: [String]) { self.init(axes, isUnconstrained: false) }

    private init(_ axes: [String], isUnconstrained: Bool) {
      self.axes = axes
      self.isUnconstrained = isUnconstrained
    }

    /// An axis that the compiler divides as it sees fit (`PartitionSpec.UNCONSTRAINED`).
    public static let unconstrained = Entry([], isUnconstrained: true)
  }

  /// One entry for each axis of the tensor.
  public let entries: [Entry]

  /// A spec of these entries.
  public init(entries: [Entry]) { self.entries = entries }

  /// A spec with at most one mesh axis for each axis of the tensor.
  public init(_ axes: [String?]) { entries = axes.map { Entry($0.map { [$0] } ?? []) } }

  public init(arrayLiteral elements: Entry...) { entries = elements }

  /// Whether the spec says nothing of any axis.
  public var isEmpty: Bool { entries.isEmpty }

  /// The mesh axes that the spec names.
  package var axisNames: [String] { entries.flatMap(\.axes) }

  /// What is said of an axis of the tensor.
  package func entry(_ axis: Int) -> Entry { entries.indices.contains(axis) ? entries[axis] : Entry([]) }

  /// The spec of the same tensor with another axis put in.
  package func inserting(_ entry: Entry, at axis: Int) -> PartitionSpec {
    var entries = entries
    while entries.count < axis { entries.append(Entry([])) }
    entries.insert(entry, at: axis)
    return PartitionSpec(entries: entries)
  }

  public var description: String { "[" + entries.map(\.description).joined(separator: ", ") + "]" }
}

extension PartitionSpec.Entry: ExpressibleByStringLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral,
  CustomStringConvertible
{
  public init(stringLiteral value: String) { self.init([value]) }
  public init(nilLiteral: ()) { self.init([]) }
  public init(arrayLiteral elements: String...) { self.init(elements) }

  public var description: String {
    if isUnconstrained { return "unconstrained" }
    if axes.count <= 1 { return axes.first.map { "\"\($0)\"" } ?? "nil" }
    return "[" + axes.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
  }
}
