import Tensors

/// What the header of a PNG file says of its pixels.
struct PNGHeader {
  let width: Int
  let height: Int
  private let depth: Int
  private let kind: Int
  private let isInterlaced: Bool

  /// Every eighth pixel, or one of the pictures that an interlaced one is made of.
  struct Pass {
    let left, top, columnStep, rowStep: Int
    let width, height, rowBytes: Int
  }

  init(_ body: ArraySlice<UInt8>, _ name: String) throws {
    var reader = ByteReader(body, name)
    (width, height) = (try reader.bigEndian(4), try reader.bigEndian(4))
    (depth, kind) = (try reader.bigEndian(1), try reader.bigEndian(1))
    let methods = (try reader.bigEndian(2), try reader.bigEndian(1))
    isInterlaced = methods.1 == 1
    let depths: [Int: [Int]] = [
      0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16],
    ]
    guard depths[kind]?.contains(depth) == true, methods.0 == 0, methods.1 <= 1, width > 0, height > 0,
      width < 1 << 31, height < 1 << 31, width * height < 1 << 29
    else {
      throw DataError(
        name, problem: "its header says \(width) × \(height) pixels of kind \(kind) and \(depth) bits",
        expected: "a PNG file of less than 4 GiB")
    }
  }

  /// The samples of a pixel in the file: a palette's number is one.
  private var channels: Int { [0: 1, 2: 3, 3: 1, 4: 2][kind] ?? 4 }
  /// The bytes of a pixel once samples of fewer than 8 bits have one each.
  var bytesPerPixel: Int { channels * max(depth / 8, 1) }
  /// How far back in a line the byte is that a filter looks at.
  var filterDistance: Int { max(channels * depth / 8, 1) }

  var passes: [Pass] {
    let steps =
      isInterlaced
      ? [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
      : [(0, 0, 1, 1)]
    return steps.map { left, top, columnStep, rowStep in
      let passWidth = (width - left + columnStep - 1) / columnStep
      let passHeight = (height - top + rowStep - 1) / rowStep
      return Pass(
        left: left, top: top, columnStep: columnStep, rowStep: rowStep, width: max(passWidth, 0),
        height: max(passHeight, 0), rowBytes: (max(passWidth, 0) * channels * depth + 7) / 8)
    }
  }

  /// How many bytes the lines of all passes are, each with one for its filter.
  var streamSize: Int { passes.reduce(0) { $0 + ($1.rowBytes > 0 ? $1.height * ($1.rowBytes + 1) : 0) } }

  func copyPixel(_ column: Int, of line: [UInt8], to target: Int, of samples: inout [UInt8]) {
    if depth >= 8 {
      let size = bytesPerPixel
      for byte in 0..<size { samples[target * size + byte] = line[column * size + byte] }
    } else {
      let bit = column * depth
      let sample = line[bit / 8] >> UInt8(8 - depth - bit % 8) & UInt8(1 << depth - 1)
      samples[target] = sample
    }
  }

  func tensor(_ samples: [UInt8], _ palette: [UInt8], _ name: String) throws -> Tensor {
    if kind == 3 {
      guard let most = samples.max(), palette.count >= 3 * (Int(most) + 1) else {
        throw DataError(
          name, problem: "the palette has \(palette.count / 3) colours, too few",
          expected: "one for each number")
      }
      let colours = samples.flatMap { palette[3 * Int($0)..<3 * Int($0) + 3] }
      return Tensor(bytes: colours, shape: [height, width, 3], dtype: .uint8)
    }
    if depth == 16 {
      let swapped = stride(from: 0, to: samples.count, by: 2).flatMap { [samples[$0 + 1], samples[$0]] }
      return Tensor(bytes: swapped, shape: [height, width, channels], dtype: .uint16)
    }
    let factor = UInt8(255 / (1 << depth - 1))
    let spread = depth < 8 ? samples.map { $0 * factor } : samples
    return Tensor(bytes: spread, shape: [height, width, channels], dtype: .uint8)
  }
}
