/// Reads numbers of bytes one after the other, and says where they end too early.
struct ByteReader {
  let bytes: ArraySlice<UInt8>
  private(set) var position: Int
  let what: String

  init(_ bytes: ArraySlice<UInt8>, _ what: String) {
    self.bytes = bytes
    self.what = what
    position = bytes.startIndex
  }

  var rest: ArraySlice<UInt8> { bytes[position...] }

  mutating func take(_ count: Int) throws -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.endIndex - position else {
      throw DataError(
        what, problem: "it ends after \(bytes.count) bytes, in the middle of \(count) bytes at \(position)",
        expected: "a file that was copied as a whole")
    }
    defer { position += count }
    return bytes[position..<position + count]
  }

  /// A number of some bytes, the lowest first.
  mutating func littleEndian(_ count: Int) throws -> Int {
    try take(count).reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// A number of some bytes, the highest first.
  mutating func bigEndian(_ count: Int) throws -> Int { try take(count).reduce(0) { $0 << 8 | Int($1) } }
}
