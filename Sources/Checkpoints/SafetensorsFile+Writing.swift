import DurableFiles
public import Foundation

extension SafetensorsFile {
  /// Writes a file, tensor by tensor, so that only one tensor's bytes need be in memory at a time.
  ///
  /// The file appears whole or not at all: it is written under another name in the same folder and, when the disk has
  /// it, renamed. A file that was there is replaced, and keeps its mode; one that may not be written to is not replaced.
  /// A symbolic link is followed. What ended processes left of such files in the folder is removed.
  ///
  /// The same tensors give the same bytes, in whatever order they are given: they lie in the file by descending element
  /// size (so that each is aligned), then by name.
  ///
  /// - Parameters:
  ///   - tensors: the tensors by name.
  ///   - metadata: texts that are kept in the header.
  ///   - url: where the file is written.
  ///   - bytes: Gives the elements of a tensor, row-major and little-endian. An error that it throws is passed on,
  ///     and no file is left behind.
  public static func write(
    _ tensors: [SafetensorsTensor], metadata: [String: String] = [:], to url: URL,
    bytes: (SafetensorsTensor) throws -> Data
  ) throws {
    let path = url.path
    let (ordered, header) = try layout(tensors, metadata: metadata, path: path)
    do {
      try AtomicFile.write(to: path) { file in
        try file.write(header)
        for tensor in ordered { try file.write(try checkedSize(try bytes(tensor), of: tensor, path: path)) }
      }
    } catch let error as FileError {
      throw SafetensorsError(.unwritable(error.description), path: path)
    }
  }

  /// The bytes that `write` would put into a file.
  public static func encode(
    _ tensors: [SafetensorsTensor], metadata: [String: String] = [:],
    bytes: (SafetensorsTensor) throws -> Data
  ) throws -> Data {
    let (ordered, header) = try layout(tensors, metadata: metadata, path: nil)
    return try ordered.reduce(into: header) { contents, tensor in
      contents += try checkedSize(try bytes(tensor), of: tensor, path: nil)
    }
  }

  /// The tensors in the order of the file, and all that comes before their data.
  private static func layout(
    _ tensors: [SafetensorsTensor], metadata: [String: String], path: String?
  ) throws -> ([SafetensorsTensor], Data) {
    let ordered = tensors.sorted {
      ($1.dtype.bitWidth, $0.name) < ($0.dtype.bitWidth, $1.name)
    }
    var described: [String: SafetensorsHeader.TensorInfo] = [:]
    var end = 0
    for tensor in ordered {
      if tensor.name == SafetensorsHeader.metadataName { throw SafetensorsError(.reservedName, path: path) }
      if described[tensor.name] != nil { throw SafetensorsError(.duplicateName(tensor.name), path: path) }
      guard let size = tensor.byteCount, !end.addingReportingOverflow(size).overflow else {
        throw SafetensorsError(.badShape(tensor: tensor.name, shape: tensor.shape), path: path)
      }
      described[tensor.name] = .init(
        dtype: tensor.dtype.rawValue, shape: tensor.shape, offsets: [end, end + size])
      end += size
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var json = try encoder.encode(SafetensorsHeader(metadata: metadata, tensors: described))
    json.append(contentsOf: repeatElement(UInt8(ascii: " "), count: (8 - json.count % 8) % 8))
    let length = UInt64(json.count)
    if json.count > SafetensorsHeader.longest {
      throw SafetensorsError(.headerTooLong(length: length), path: path)
    }
    return (ordered, Data((0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }) + json)
  }

  private static func checkedSize(
    _ elements: Data, of tensor: SafetensorsTensor, path: String?
  ) throws(SafetensorsError) -> Data {
    let expected = tensor.byteCount ?? 0
    guard elements.count == expected else {
      throw SafetensorsError(
        .wrongSize(
          tensor: tensor.name, dtype: tensor.dtype, shape: tensor.shape, expected: expected,
          got: elements.count), path: path)
    }
    return elements
  }
}
