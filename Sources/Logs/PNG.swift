/// Pictures as PNG files, whose pixels are stored without compression.
enum PNG {
  /// How many bytes each pixel has.
  ///
  /// - Throws: `LogError` unless there are 1, 3 or 4 for each.
  static func channels(_ pixels: [UInt8], _ height: Int, _ width: Int, _ operation: String) throws -> Int {
    let (area, isTooLarge) = height.multipliedReportingOverflow(by: width)
    guard height > 0, width > 0, !isTooLarge, pixels.count % area == 0,
      [1, 3, 4].contains(pixels.count / area)
    else {
      throw LogError(
        operation, problem: "\(pixels.count) bytes for \(height) rows of \(width)",
        expected: "1, 3 or 4 bytes for each pixel")
    }
    return pixels.count / area
  }

  static func bytes(_ pixels: [UInt8], height: Int, width: Int, channels: Int) -> [UInt8] {
    let kind: UInt8 = channels == 1 ? 0 : channels == 3 ? 2 : 6
    let row = width * channels
    let filtered = (0..<height).flatMap { [0] + pixels[$0 * row..<($0 + 1) * row] }
    var stream: [UInt8] = [0x78, 0x01]
    for start in stride(from: 0, to: filtered.count, by: 65535) {
      let block = filtered[start..<min(start + 65535, filtered.count)]
      let length = UInt16(block.count)
      stream.append(start + block.count == filtered.count ? 1 : 0)
      stream += [UInt8(length & 0xFF), UInt8(length >> 8), UInt8(~length & 0xFF), UInt8(~length >> 8)]
      stream += block
    }
    stream += number(Checksums.adler32(filtered))
    let header = number(UInt32(truncatingIfNeeded: width)) + number(UInt32(truncatingIfNeeded: height))
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", header + [8, kind, 0, 0, 0])
      + chunk("IDAT", stream) + chunk("IEND", [])
  }

  private static func chunk(_ name: String, _ contents: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + contents
    return number(UInt32(truncatingIfNeeded: contents.count)) + body + number(Checksums.crc32(body))
  }

  private static func number(_ value: UInt32) -> [UInt8] {
    (0..<4).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
  }
}
