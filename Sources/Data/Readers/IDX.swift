public import Foundation
public import Tensors

/// Files of MNIST and its kin: IDX, compressed by gzip or not.
public enum IDX {
  /// The tensor in a file.
  ///
  /// - Throws: `DataError` if the file cannot be read, is none, or is damaged.
  public static func read(_ url: URL) throws -> Tensor {
    let name = url.lastPathComponent
    let bytes = try Gzip.contents(of: url)
    var reader = ByteReader(bytes[...], name)
    let (zeros, code, ndim) = (try reader.bigEndian(2), try reader.bigEndian(1), try reader.bigEndian(1))
    let dtypes: [Int: DType] = [
      0x08: .uint8, 0x09: .int8, 0x0B: .int16, 0x0C: .int32, 0x0D: .float32, 0x0E: .float64,
    ]
    guard zeros == 0, let dtype = dtypes[code] else {
      throw DataError(name, problem: "it does not begin as IDX files do", expected: "a file of MNIST's kind")
    }
    let shape = Shape(try (0..<ndim).map { _ in try reader.bigEndian(4) })
    let (count, isTooLarge) = shape.size.multipliedReportingOverflow(by: dtype.byteWidth)
    guard !isTooLarge else {
      throw DataError(
        name, problem: "it says to have the shape \(shape)", expected: "a file that was copied as a whole")
    }
    let elements = try reader.take(count)
    guard reader.rest.isEmpty else {
      throw DataError(
        name, problem: "\(reader.rest.count) bytes follow the tensor of shape \(shape)",
        expected: "nothing after the last element")
    }
    return Tensor(bytes: reversed(elements, dtype.byteWidth), shape: shape, dtype: dtype)
  }

  /// Elements with their lowest byte first.
  private static func reversed(_ bytes: ArraySlice<UInt8>, _ width: Int) -> [UInt8] {
    if width == 1 { return Array(bytes) }
    return stride(from: bytes.startIndex, to: bytes.endIndex, by: width).flatMap { start in
      bytes[start..<start + width].reversed()
    }
  }
}
