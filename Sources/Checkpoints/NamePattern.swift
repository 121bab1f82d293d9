/// A name with stars, each of which stands for any text.
struct NamePattern {
  private let pieces: [Substring]

  init(_ text: String) { pieces = text.split(separator: "*", omittingEmptySubsequences: false) }

  /// How exact it is: of several patterns that match, the one with the most characters of its own is meant.
  var exactness: Int { pieces.reduce(0) { $0 + $1.count } * 64 - pieces.count }

  /// What the stars stand for in a name, as short as can be; nil if it does not match.
  func texts(in name: String) -> [String]? {
    guard let first = pieces.first, name.hasPrefix(first) else { return nil }
    var rest = name.dropFirst(first.count)
    var texts: [String] = []
    for (index, piece) in pieces.enumerated().dropFirst() {
      if index == pieces.count - 1 {
        guard rest.hasSuffix(piece), !rest.dropLast(piece.count).isEmpty else { return nil }
        return texts + [String(rest.dropLast(piece.count))]
      }
      guard !rest.isEmpty, let found = rest.dropFirst().firstRange(of: piece) else { return nil }
      texts.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    return rest.isEmpty ? texts : nil
  }
}
