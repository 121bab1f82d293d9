import Foundation

/// Reads files that gzip may have compressed.
enum Gzip {
  /// The contents of a file, decompressed if it begins as gzip's do.
  ///
  /// - Throws: what reading throws; `DataError` if the file is damaged.
  static func contents(of url: URL, limit: Int = 1 << 34) throws -> [UInt8] {
    let bytes = try readFile(url)
    guard bytes.starts(with: [0x1F, 0x8B]) else { return bytes }
    var input = bytes[...]
    var output: [UInt8] = []
    // A file may be several, one after the other.
    while !input.isEmpty {
      var reader = ByteReader(input, url.lastPathComponent)
      try skipHeader(&reader)
      let (part, rest) = try Inflate.bytes(
        of: reader.rest, url.lastPathComponent, limit: limit - output.count)
      var trailer = ByteReader(rest, url.lastPathComponent)
      let (sum, size) = (try trailer.littleEndian(4), try trailer.littleEndian(4))
      guard sum == Int(CRC32.of(part)), size == part.count & 0xFFFF_FFFF else {
        throw DataError(
          url.lastPathComponent, problem: "its checksum is another than that of what it holds",
          expected: "a file that was copied as a whole")
      }
      output += part
      input = trailer.rest
    }
    return output
  }

  private static func skipHeader(_ reader: inout ByteReader) throws {
    let header = Array(try reader.take(10))
    guard header[0] == 0x1F, header[1] == 0x8B, header[2] == 8 else {
      throw DataError(reader.what, problem: "a part of it is not gzip's", expected: "a file of gzip")
    }
    let flags = header[3]
    if flags & 4 != 0 { _ = try reader.take(try reader.littleEndian(2)) }
    for flag in [8, 16] as [UInt8] where flags & flag != 0 {
      while try reader.littleEndian(1) != 0 {}
    }
    if flags & 2 != 0 { _ = try reader.take(2) }
  }
}

/// The bytes of a file.
///
/// - Throws: `DataError` that names it if it cannot be read.
func readFile(_ url: URL) throws -> [UInt8] {
  do { return try [UInt8](Foundation.Data(contentsOf: url)) } catch {
    throw DataError(
      url.path, problem: "it cannot be read: \(error.localizedDescription)", expected: "a file that is there")
  }
}
