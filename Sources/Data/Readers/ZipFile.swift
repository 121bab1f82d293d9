/// Zip files, as far as numpy writes them: without encryption, of less than 4 GiB.
enum ZipFile {
  struct Entry {
    let name: String
    let contents: [UInt8]
  }

  /// The files in a zip file, in its directory's order.
  ///
  /// - Throws: `DataError` if it is damaged or of a kind that numpy does not write.
  static func entries(of bytes: [UInt8], _ name: String) throws -> [Entry] {
    // The directory's own entry is at the end, before a comment of up to 64 KiB.
    let start = Swift.max(0, bytes.count - 65_557)
    guard
      let end = (start..<Swift.max(start, bytes.count - 21)).last(where: {
        bytes[$0..<$0 + 4].elementsEqual([0x50, 0x4B, 5, 6])
      })
    else {
      throw DataError(name, problem: "it has no directory of a zip file", expected: "a file of numpy.savez")
    }
    var trailer = ByteReader(bytes[end...], name)
    _ = try trailer.take(10)
    let (count, _, offset) = (
      try trailer.littleEndian(2), try trailer.littleEndian(4), try trailer.littleEndian(4)
    )
    guard offset <= end else {
      throw DataError(name, problem: "its directory is beyond its end", expected: "a whole file")
    }
    var directory = ByteReader(bytes[offset..<end], name)
    return try (0..<count).map { _ in try entry(&directory, bytes, name) }
  }

  private static func entry(_ directory: inout ByteReader, _ bytes: [UInt8], _ file: String) throws -> Entry {
    guard try directory.littleEndian(4) == 0x0201_4B50 else {
      throw DataError(
        file, problem: "its directory is damaged", expected: "a file that was copied as a whole")
    }
    _ = try directory.take(6)
    let method = try directory.littleEndian(2)
    _ = try directory.take(4)
    let (sum, packed, size) = (
      try directory.littleEndian(4), try directory.littleEndian(4), try directory.littleEndian(4)
    )
    let lengths = (
      try directory.littleEndian(2), try directory.littleEndian(2), try directory.littleEndian(2)
    )
    _ = try directory.take(8)
    let offset = try directory.littleEndian(4)
    let name = String(decoding: try directory.take(lengths.0), as: UTF8.self)
    _ = try directory.take(lengths.1 + lengths.2)
    guard offset <= bytes.count else {
      throw DataError(file, problem: "\(name) is beyond its end", expected: "a file of less than 4 GiB")
    }
    var reader = ByteReader(bytes[offset...], file)
    _ = try reader.take(26)
    let skipped = (try reader.littleEndian(2), try reader.littleEndian(2))
    _ = try reader.take(skipped.0 + skipped.1)
    let data = try reader.take(packed)
    let contents =
      switch method {
      case 0: Array(data)
      case 8: try Inflate.bytes(of: data, "\(file), \(name)", limit: size).output
      default:
        throw DataError(
          file, problem: "\(name) is compressed by method \(method)", expected: "stored or deflated")
      }
    guard contents.count == size, Int(CRC32.of(contents)) == sum else {
      throw DataError(
        file, problem: "\(name) has another checksum than what it holds",
        expected: "a file that was copied as a whole")
    }
    return Entry(name: name, contents: contents)
  }

  /// A zip file of files as they are, not compressed.
  ///
  /// - Throws: `DataError` if they are more than 4 GiB.
  static func bytes(_ entries: [Entry]) throws -> [UInt8] {
    var (file, directory): ([UInt8], [UInt8]) = ([], [])
    for entry in entries {
      let name = Array(entry.name.utf8)
      let common =
        number(20, 2) + number(0x800, 2) + number(0, 2) + number(0, 2) + number(0x21, 2)
        + number(Int(CRC32.of(entry.contents)), 4) + number(entry.contents.count, 4)
        + number(entry.contents.count, 4) + number(name.count, 2) + number(0, 2)
      directory +=
        number(0x0201_4B50, 4) + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2)
      directory += number(0, 4) + number(file.count, 4) + name
      file += number(0x0403_4B50, 4) + common + name + entry.contents
    }
    guard file.count + directory.count < 1 << 32, entries.count < 1 << 16 else {
      throw DataError(
        "NumPy.savez", problem: "the arrays are \(file.count) bytes",
        expected: "less than 4 GiB; safetensors for more")
    }
    return file + directory + number(0x0605_4B50, 4) + number(0, 4) + number(entries.count, 2)
      + number(entries.count, 2) + number(directory.count, 4) + number(file.count, 4) + number(0, 2)
  }

  private static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(value >> (8 * $0) & 0xFF) }
  }
}
