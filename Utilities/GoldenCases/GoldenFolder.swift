public import Foundation

/// A folder of recorded cases: `index.json` and a folder for each family.
public struct GoldenFolder: Sendable {
  /// What the index says of a case.
  public struct Entry: Sendable, Hashable {
    /// `FAMILY/NAME`.
    public var id: String
    /// The kind that its manifest names, too.
    public var kind: String
    /// How many checks it counts for.
    public var checks: Int

    /// The id up to the slash.
    public var family: String { String(id.prefix { $0 != "/" }) }
  }

  /// The folder.
  public let url: URL
  /// The cases, in the order of the index.
  public let entries: [Entry]

  /// Reads the index of a folder.
  public init(_ url: URL) throws(GoldenError) {
    let index = url.appendingPathComponent("index.json")
    guard let contents = try? Data(contentsOf: index) else {
      throw GoldenError("'\(index.path)' cannot be read: is this a folder of recorded cases?")
    }
    var entries: [Entry] = []
    for json in try JSONParser.parse(contents).array("cases") {
      entries.append(
        Entry(id: try json.string("id"), kind: try json.string("kind"), checks: try json.int("checks")))
    }
    self.url = url
    self.entries = entries
  }

  /// The families, in the order of the index.
  public var families: [String] {
    var seen: Set<String> = []
    return entries.map(\.family).filter { seen.insert($0).inserted }
  }

  /// Reads a case.
  public func load(_ entry: Entry) throws(GoldenError) -> GoldenCase {
    try GoldenCase(id: entry.id, folder: url)
  }
}
