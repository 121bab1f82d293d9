/// What is said of a parameter besides its value: how it is divided over devices, a tag, anything else by name.
///
///     Metadata(sharding: [nil, "model"])
///     let metadata: Metadata = ["tag": "frozen", "rank": 4]
public struct Metadata: Sendable, Hashable, ExpressibleByDictionaryLiteral, CustomStringConvertible {
  /// A value of an entry.
  public enum Value: Sendable, Hashable {
    case string(String)
    case integer(Int)
    case number(Double)
    case boolean(Bool)
    case sharding(PartitionSpec)
    case list([Value])
  }

  /// The entries by name.
  public private(set) var entries: [String: Value]

  /// Metadata with the well-known entries; those not given are left out.
  public init(sharding: PartitionSpec = [], tag: String? = nil) {
    entries = [:]
    if !sharding.isEmpty { entries["sharding"] = .sharding(sharding) }
    if let tag { entries["tag"] = .string(tag) }
  }

  /// No metadata.
  public init() { entries = [:] }

  /// Metadata with these entries.
  public init(_ entries: [String: Value]) { self.entries = entries }

  public init(dictionaryLiteral elements: (String, Value)...) {
    entries = Dictionary(elements) { _, last in last }
  }

  /// The entry of this name.
  public subscript(name: String) -> Value? {
    get { entries[name] }
    set { entries[name] = newValue }
  }

  /// Whether there are no entries.
  public var isEmpty: Bool { entries.isEmpty }

  /// How the parameter is divided over a mesh of devices; empty if nothing is said of it.
  public var sharding: PartitionSpec {
    if case .sharding(let spec)? = entries["sharding"] { spec } else { [] }
  }

  /// What the parameter is, such as `rng_seed`.
  public var tag: String? {
    if case .string(let tag)? = entries["tag"] { tag } else { nil }
  }

  /// These entries and the others; of two of one name the other's.
  public func merging(_ other: Metadata) -> Metadata {
    Metadata(entries.merging(other.entries) { _, new in new })
  }

  public var description: String {
    let parts = entries.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    return "{" + parts.joined(separator: ", ") + "}"
  }
}

extension Metadata.Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, CustomStringConvertible
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(floatLiteral value: Double) { self = .number(value) }
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  public init(arrayLiteral elements: Metadata.Value...) { self = .list(elements) }

  public var description: String {
    switch self {
    case .string(let value): value
    case .integer(let value): "\(value)"
    case .number(let value): "\(value)"
    case .boolean(let value): "\(value)"
    case .sharding(let spec): "\(spec)"
    case .list(let elements): "\(elements)"
    }
  }
}
