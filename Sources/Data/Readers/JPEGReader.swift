public import Foundation
public import Tensors

/// Pictures in JPEG files, by libjpeg-turbo, which is opened when the first one is read.
public enum JPEGReader {
  /// The picture in a file: uint8 `[height, width, channels]`.
  ///
  /// Channels are 1 for gray, 3 for colours, 4 for cyan, magenta, yellow and black, of which as in Pillow 255 is full. The
  /// picture lies as it is stored, whatever the camera noted.
  ///
  /// - Throws: `DataError` if the file cannot be read, is none, is damaged, or would be more than 2 GiB; or if there is no
  ///   libjpeg-turbo.
  public static func read(_ url: URL) throws -> Tensor {
    try decode(try readFile(url), url.lastPathComponent, try TurboJPEG.current())
  }

  static func decode(_ bytes: [UInt8], _ name: String, _ library: TurboJPEG) throws -> Tensor {
    guard bytes.starts(with: [0xFF, 0xD8, 0xFF]) else {
      throw DataError(name, problem: "it does not begin as JPEG files do", expected: "a JPEG file")
    }
    guard let decoder = library.makeDecoder() else {
      throw DataError(name, problem: "libjpeg-turbo has no memory", expected: "memory for a decoder")
    }
    defer { _ = library.destroy(decoder) }
    func requireSuccess(_ status: Int32) throws {
      if status == 0 { return }
      let message = library.message(decoder).map { String(cString: $0) } ?? "it cannot be decoded"
      throw DataError(
        name, problem: "libjpeg-turbo says: \(message)", expected: "a JPEG file that was copied as a whole")
    }
    let size = UInt(bytes.count)
    var (width, height, subsampling, colours): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    try requireSuccess(library.readHeader(decoder, bytes, size, &width, &height, &subsampling, &colours))
    let (format, channels) = TurboJPEG.pixels(colours)
    guard width > 0, height > 0, Int(width) * Int(height) < 1 << 29 else {
      throw DataError(
        name, problem: "its header says \(width) × \(height) pixels",
        expected: "a JPEG file of less than 2 GiB")
    }
    var pixels = [UInt8](repeating: 0, count: Int(height) * Int(width) * channels)
    try requireSuccess(
      library.decompress(decoder, bytes, size, &pixels, width, 0, height, format, TurboJPEG.flags))
    // Programs for print store how much ink is not there.
    if channels == 4 { for index in pixels.indices { pixels[index] = 255 - pixels[index] } }
    return Tensor(bytes: pixels, shape: [Int(height), Int(width), channels], dtype: .uint8)
  }
}
