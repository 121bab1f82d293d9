public import Foundation
public import Tensors

/// Pictures in PNG files, without a library: all kinds of pixels, interlaced or not.
public enum PNGReader {
  /// The picture in a file: uint8 `[height, width, channels]`, uint16 where it has 16 bits.
  ///
  /// Channels are 1 for gray, 2 with opacity, 3 for colours, 4 with opacity. Palettes become colours; fewer than 8 bits of gray
  /// are spread to 8. Transparent colours of pictures without opacity stay as they are.
  ///
  /// - Throws: `DataError` if the file cannot be read, is none, is damaged, or would be more than 4 GiB.
  public static func read(_ url: URL) throws -> Tensor {
    try decode(try readFile(url), url.lastPathComponent)
  }

  static func decode(_ bytes: [UInt8], _ name: String) throws -> Tensor {
    var reader = ByteReader(bytes[...], name)
    guard Array(try reader.take(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] else {
      throw DataError(name, problem: "it does not begin as PNG files do", expected: "a PNG file")
    }
    var header: PNGHeader?
    var (palette, compressed): ([UInt8], [UInt8]) = ([], [])
    while true {
      let length = try reader.bigEndian(4)
      let chunk = try reader.take(length + 4)
      guard try reader.bigEndian(4) == Int(CRC32.of(chunk)) else {
        throw DataError(name, problem: "a checksum is wrong", expected: "a file that was copied as a whole")
      }
      let body = chunk.dropFirst(4)
      switch String(decoding: chunk.prefix(4), as: UTF8.self) {
      case "IHDR": header = try PNGHeader(body, name)
      case "PLTE": palette = Array(body)
      case "IDAT": compressed += body
      case "IEND":
        guard let header else { throw DataError(name, problem: "it has no header", expected: "a PNG file") }
        return try picture(header, palette, compressed, name)
      default: break
      }
    }
  }

  private static func picture(
    _ header: PNGHeader, _ palette: [UInt8], _ compressed: [UInt8], _ name: String
  ) throws -> Tensor {
    // Two bytes of zlib's before, four after.
    let stream = try Inflate.bytes(of: compressed.dropFirst(2), name, limit: header.streamSize).output
    guard stream.count == header.streamSize else {
      throw DataError(
        name, problem: "it has \(stream.count) bytes of pixels, not \(header.streamSize)",
        expected: "a file that was copied as a whole")
    }
    var samples = [UInt8](repeating: 0, count: header.height * header.width * header.bytesPerPixel)
    var position = 0
    for pass in header.passes {
      var previous = [UInt8](repeating: 0, count: pass.rowBytes)
      for row in 0..<pass.height where pass.rowBytes > 0 {
        let filter = stream[position]
        var line = Array(stream[position + 1..<position + 1 + pass.rowBytes])
        try unfilter(&line, previous, filter, header.filterDistance, name)
        position += 1 + pass.rowBytes
        for column in 0..<pass.width {
          let target = ((pass.top + row * pass.rowStep) * header.width + pass.left + column * pass.columnStep)
          header.copyPixel(column, of: line, to: target, of: &samples)
        }
        previous = line
      }
    }
    return try header.tensor(samples, palette, name)
  }

  /// Adds to bytes what their neighbours to the left and above foretold.
  private static func unfilter(
    _ line: inout [UInt8], _ above: [UInt8], _ filter: UInt8, _ distance: Int, _ name: String
  ) throws {
    guard filter <= 4 else { throw DataError(name, problem: "a filter is \(filter)", expected: "0 to 4") }
    if filter == 0 { return }
    for index in line.indices {
      let (a, b) = (index >= distance ? Int(line[index - distance]) : 0, Int(above[index]))
      let c = index >= distance ? Int(above[index - distance]) : 0
      let predicted =
        switch filter {
        case 1: a
        case 2: b
        case 3: (a + b) / 2
        default: paeth(a, b, c)
        }
      line[index] &+= UInt8(predicted)
    }
  }

  private static func paeth(_ a: Int, _ b: Int, _ c: Int) -> Int {
    let (toA, toB, toC) = (abs(b - c), abs(a - c), abs(a + b - 2 * c))
    return toA <= toB && toA <= toC ? a : toB <= toC ? b : c
  }
}
