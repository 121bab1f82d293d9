import DurableFiles
public import Foundation

/// The contents of a safetensors file: named arrays of plain bytes, and text about them.
///
///     let file = try SafetensorsFile(contentsOf: url)
///     for tensor in file.tensors { print(tensor.name, tensor.dtype, tensor.shape) }
///     let bytes = try file.bytes(of: "net/linear/kernel")  // row-major, little-endian
///
/// Everything that the header says is checked when the file is opened, as the format's own library does it:
/// every tensor lies inside the data, has the size of its elements and a name of its own, and the tensors fill the data
/// without gap or overlap. A damaged file is an error, never a trap.
public struct SafetensorsFile: Sendable {
  /// The tensors, in the order in which they lie in the file.
  public var tensors: [SafetensorsTensor] { contents.tensors }
  /// What the header says under `__metadata__`.
  public var metadata: [String: String] { contents.metadata }
  /// The file's path, or nil for bytes in memory.
  public let path: String?

  private let source: SafetensorsSource
  private let contents: SafetensorsContents
  private let dataStart: Int

  /// Opens a file and reads its header. The elements of a tensor are read when they are asked for.
  ///
  /// A file that is replaced meanwhile, as `write` does it, can still be read; one that is overwritten in place or
  /// shortened gives an error.
  ///
  /// - Parameters:
  ///   - url: the file, which has to be a regular one.
  ///   - mapped: Whether the file is mapped into memory instead, so that only the parts that are looked at are read, and
  ///     the system may forget them again. Then nobody may overwrite it in place while it is in use: the elements would
  ///     change, and if it becomes shorter, the system ends the process (SIGBUS).
  /// - Throws: `SafetensorsError` if the file cannot be read or is damaged.
  public init(contentsOf url: URL, mapped: Bool = false) throws(SafetensorsError) {
    let path = url.path
    let source = try Self.reading(path) { () throws(FileError) in try SafetensorsSource(path, mapped: mapped)
    }
    try self.init(source, path: path)
  }

  /// Reads the bytes of a file.
  public init(_ contents: Data) throws(SafetensorsError) {
    try self.init(.memory(contents), path: nil)
  }

  private init(_ source: SafetensorsSource, path: String?) throws(SafetensorsError) {
    do throws(SafetensorsError) {
      let (json, dataStart) = try Self.header(of: source)
      contents = try SafetensorsContents(json, dataSize: source.size - dataStart)
      self.dataStart = dataStart
      self.source = source
      self.path = path
    } catch {
      throw SafetensorsError(error.problem, path: path)
    }
  }

  /// What the file says of the tensor of this name, or nil if it has none.
  public subscript(name: String) -> SafetensorsTensor? { contents[name] }

  /// The elements of a tensor, row-major and little-endian.
  ///
  /// - Throws: `SafetensorsError` if there is no such tensor, or the file cannot be read or was overwritten.
  public func bytes(of name: String) throws(SafetensorsError) -> Data {
    try bytes(of: name, within: nil)
  }

  /// The elements of a tensor, or a range of their bytes.
  func bytes(of name: String, within range: Range<Int>?) throws(SafetensorsError) -> Data {
    guard let offsets = contents.dataOffsets(of: name) else {
      throw SafetensorsError(.noSuchTensor(name: name, available: tensors.map(\.name)), path: path)
    }
    let wanted = (range ?? 0..<offsets.count).clamped(to: 0..<offsets.count)
    let start = dataStart + offsets.lowerBound
    return try Self.reading(path) { () throws(FileError) in
      try source.bytes(start + wanted.lowerBound..<start + wanted.upperBound)
    }
  }

  private static func reading<Result>(
    _ path: String?, _ step: () throws(FileError) -> Result
  ) throws(SafetensorsError) -> Result {
    do { return try step() } catch { throw SafetensorsError(.unreadable(error.description), path: path) }
  }

  private static func header(
    of source: SafetensorsSource
  ) throws(SafetensorsError) -> (json: [UInt8], dataStart: Int) {
    guard source.size >= 8 else { throw SafetensorsError(.truncated(size: source.size)) }
    func bytes(_ range: Range<Int>) throws(SafetensorsError) -> [UInt8] {
      try reading(nil) { () throws(FileError) in [UInt8](try source.bytes(range)) }
    }
    let length = try bytes(0..<8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    if length > UInt64(source.size - 8) {
      throw SafetensorsError(.headerBeyondEnd(length: length, size: source.size))
    }
    if length > UInt64(SafetensorsHeader.longest) { throw SafetensorsError(.headerTooLong(length: length)) }
    let end = 8 + Int(length)
    return (try bytes(8..<end), end)
  }
}
