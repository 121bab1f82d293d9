/// Words of bits for symbols, given by the words' lengths (RFC 1951, 3.2.2).
struct HuffmanCode {
  /// How many words have each length.
  let counts: [Int]
  /// The symbols in the order of their words.
  let symbols: [Int]

  /// - Throws: the error, if there are more words than there can be.
  init(_ lengths: [UInt8], _ failure: DataError) throws {
    var counts = [Int](repeating: 0, count: 16)
    for length in lengths { counts[Int(length)] += 1 }
    counts[0] = 0
    var free = 1
    for count in counts.dropFirst() {
      free = free * 2 - count
      guard free >= 0 else { throw failure }
    }
    self.counts = counts
    symbols = lengths.indices.filter { lengths[$0] > 0 }.sorted { (lengths[$0], $0) < (lengths[$1], $1) }
  }

  private init(unchecked lengths: [UInt8]) {
    counts = (0..<16).map { length in length == 0 ? 0 : lengths.count { Int($0) == length } }
    symbols = lengths.indices.filter { lengths[$0] > 0 }.sorted { (lengths[$0], $0) < (lengths[$1], $1) }
  }

  /// The code of literals and lengths in blocks without one of their own.
  static let fixedLengths = HuffmanCode(
    unchecked: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
  /// The code of distances in such blocks.
  static let fixedDistances = HuffmanCode(unchecked: Array(repeating: 5, count: 30))
}
