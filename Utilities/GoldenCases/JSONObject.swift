/// The members of a JSON object, in their order.
public struct JSONObject: Sendable, Hashable {
  /// A name and its value.
  public struct Member: Sendable, Hashable {
    public var key: String
    public var value: JSONValue

    public init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// The members, as they were written.
  public var members: [Member]

  /// An object of these members.
  public init(_ members: [Member] = []) { self.members = members }

  /// How many members there are.
  public var count: Int { members.count }
  /// Their names, in their order.
  public var keys: [String] { members.map(\.key) }

  /// The value of the last member of this name. A search: manifests have few members.
  public subscript(key: String) -> JSONValue? { members.last { $0.key == key }?.value }
}
