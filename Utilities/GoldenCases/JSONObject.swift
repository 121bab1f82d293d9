/// The members of a JSON object, in their order.
public struct JSONObject: Sendable, Hashable {
  public struct Member: Sendable, Hashable {
    public var key: String
    public var value: JSONValue

    public init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  public var members: [Member]

  public init(_ members: [Member] = []) { self.members = members }

  public var count: Int { members.count }
  public var keys: [String] { members.map(\.key) }

  /// The value of the last member of this name. A search: manifests have few members.
  public subscript(key: String) -> JSONValue? { members.last { $0.key == key }?.value }
}
