import Foundation

extension SafetensorsFile {
  /// Writes a file, tensor by tensor, so that only one tensor's bytes need be in memory at a time.
  ///
  /// The file appears whole or not at all: it is written under another name in the same folder and then
  /// renamed, replacing a file that was there. The same tensors give the same bytes, in whatever order they
  /// are given: they lie in the file by descending element size (so that each is aligned), then by name.
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
    let (ordered, header) = try layout(tensors, metadata: metadata, path: url.path)
    let name = ".\(url.lastPathComponent).incomplete-\(UUID().uuidString)"
    let temporary = url.deletingLastPathComponent().appendingPathComponent(name)
    do {
      try system(url) { try header.write(to: temporary) }
      let handle = try system(url) { try FileHandle(forWritingTo: temporary) }
      defer { try? handle.close() }
      _ = try system(url) { try handle.seekToEnd() }
      for tensor in ordered {
        let elements = try checkedSize(try bytes(tensor), of: tensor, path: url.path)
        try system(url) { try handle.write(contentsOf: elements) }
      }
      try system(url) { try handle.synchronize() }
      guard rename(temporary.path, url.path) == 0 else {
        throw SafetensorsError(.unwritable(String(cString: strerror(errno))), path: url.path)
      }
    } catch {
      try? FileManager.default.removeItem(at: temporary)
      throw error
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
    var places: [String: SafetensorsHeader.Place] = [:]
    var end = 0
    for tensor in ordered {
      if tensor.name == SafetensorsHeader.metadataName { throw SafetensorsError(.reservedName, path: path) }
      if places[tensor.name] != nil { throw SafetensorsError(.duplicateName(tensor.name), path: path) }
      guard let size = tensor.byteCount, !end.addingReportingOverflow(size).overflow else {
        throw SafetensorsError(.badShape(tensor: tensor.name, shape: tensor.shape), path: path)
      }
      places[tensor.name] = .init(
        dtype: tensor.dtype.rawValue, shape: tensor.shape, offsets: [end, end + size])
      end += size
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var json = try encoder.encode(SafetensorsHeader(metadata: metadata, places: places))
    json.append(contentsOf: repeatElement(UInt8(ascii: " "), count: (8 - json.count % 8) % 8))
    let length = UInt64(json.count)
    return (ordered, Data((0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }) + json)
  }

  /// Does a step of writing, and says which file it was for when it fails.
  private static func system<Result>(
    _ url: URL, _ step: () throws -> Result
  ) throws(SafetensorsError) -> Result {
    do { return try step() } catch { throw SafetensorsError(.unwritable(reason(error)), path: url.path) }
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
