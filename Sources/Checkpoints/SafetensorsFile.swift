import Foundation

/// The contents of a safetensors file: named arrays of plain bytes, and text about them.
///
///     let file = try SafetensorsFile(contentsOf: url)
///     for tensor in file.tensors { print(tensor.name, tensor.dtype, tensor.shape) }
///     let bytes = try file.bytes(of: "net/linear/kernel")  // row-major, little-endian
///
/// Everything that the header says is checked when the file is opened, as the format's own library does it:
/// every tensor lies inside the data, has the size of its elements, and the tensors fill the data without
/// gap or overlap. A damaged file is an error, never a trap.
public struct SafetensorsFile: Sendable {
  /// The tensors, in the order in which they lie in the file.
  public let tensors: [SafetensorsTensor]
  /// What the header says under `__metadata__`.
  public let metadata: [String: String]
  /// The file's path, or nil for bytes in memory.
  public let path: String?

  private let contents: Data
  private let places: [Range<Data.Index>]
  private let indices: [String: Int]

  /// Opens a file. It is mapped into memory, so that only the tensors asked for are read from disk; a file
  /// that others may overwrite in place while it is open should be read whole, with `mapped: false`.
  public init(contentsOf url: URL, mapped: Bool = true) throws(SafetensorsError) {
    let contents: Data
    do {
      contents = try Data(contentsOf: url, options: mapped ? .alwaysMapped : [])
    } catch {
      throw SafetensorsError(.unreadable(Self.reason(error)), path: url.path)
    }
    try self.init(contents, path: url.path)
  }

  /// Reads the bytes of a file.
  public init(_ contents: Data) throws(SafetensorsError) {
    try self.init(contents, path: nil)
  }

  private init(_ contents: Data, path: String?) throws(SafetensorsError) {
    do throws(SafetensorsError) {
      let (header, dataStart) = try Self.header(of: contents)
      let placed = try Self.placed(header, dataSize: contents.endIndex - dataStart)
      var indices: [String: Int] = [:]
      for (index, (tensor, _)) in placed.enumerated() { indices[tensor.name] = index }
      self.tensors = placed.map(\.0)
      self.metadata = header.metadata
      self.path = path
      self.contents = contents
      self.places = placed.map { dataStart + $1.lowerBound..<dataStart + $1.upperBound }
      self.indices = indices
    } catch {
      throw SafetensorsError(error.problem, path: path)
    }
  }

  /// What the file says of the tensor of this name, or nil if it has none.
  public subscript(name: String) -> SafetensorsTensor? { indices[name].map { tensors[$0] } }

  /// The elements of a tensor, row-major and little-endian. A view of the file: nothing is copied.
  public func bytes(of name: String) throws(SafetensorsError) -> Data {
    guard let index = indices[name] else {
      throw SafetensorsError(.noSuchTensor(name: name, available: tensors.map(\.name)), path: path)
    }
    return contents[places[index]]
  }

  // MARK: Reading the header

  private static func header(
    of contents: Data
  ) throws(SafetensorsError) -> (SafetensorsHeader, dataStart: Data.Index) {
    guard contents.count >= 8 else { throw SafetensorsError(.truncated(size: contents.count)) }
    var length: UInt64 = 0
    for (index, byte) in contents.prefix(8).enumerated() { length |= UInt64(byte) << (8 * UInt64(index)) }
    guard length <= UInt64(contents.count - 8) else {
      throw SafetensorsError(.headerBeyondEnd(length: length, size: contents.count))
    }
    let start = contents.startIndex + 8
    let end = start + Int(length)
    let header = try SafetensorsHeader.decode(contents[start..<end])
    return (header, end)
  }

  /// The tensors with their places in the data, in the order of these, after all checks.
  private static func placed(
    _ header: SafetensorsHeader, dataSize: Int
  ) throws(SafetensorsError) -> [(SafetensorsTensor, Range<Int>)] {
    var placed: [(SafetensorsTensor, Range<Int>)] = []
    for (name, place) in header.places.sorted(by: { $0.key < $1.key }) {
      placed.append(try checked(name, place, dataSize: dataSize))
    }
    placed.sort {
      ($0.1.lowerBound, $0.1.upperBound, $0.0.name) < ($1.1.lowerBound, $1.1.upperBound, $1.0.name)
    }
    var end = 0
    var last = ""
    for (tensor, place) in placed {
      if place.lowerBound < end { throw SafetensorsError(.overlap(tensor: tensor.name, other: last)) }
      if place.lowerBound > end { throw SafetensorsError(.unusedBytes(begin: end, end: place.lowerBound)) }
      end = place.upperBound
      last = tensor.name
    }
    if end < dataSize { throw SafetensorsError(.unusedBytes(begin: end, end: dataSize)) }
    return placed
  }

  private static func checked(
    _ name: String, _ place: SafetensorsHeader.Place, dataSize: Int
  ) throws(SafetensorsError) -> (SafetensorsTensor, Range<Int>) {
    guard let dtype = SafetensorsDType(rawValue: place.dtype) else {
      throw SafetensorsError(.unknownDType(tensor: name, dtype: place.dtype))
    }
    let tensor = SafetensorsTensor(name: name, dtype: dtype, shape: place.shape)
    guard let size = tensor.byteCount else {
      throw SafetensorsError(.badShape(tensor: name, shape: place.shape))
    }
    guard place.offsets.count == 2 else {
      throw SafetensorsError(.badHeader("at \(name) > data_offsets: \(place.offsets) should be two numbers"))
    }
    let (begin, end) = (place.offsets[0], place.offsets[1])
    guard 0 <= begin, begin <= end, end <= dataSize else {
      throw SafetensorsError(.badOffsets(tensor: name, begin: begin, end: end, dataSize: dataSize))
    }
    guard end - begin == size else {
      throw SafetensorsError(
        .wrongSize(tensor: name, dtype: dtype, shape: place.shape, expected: size, got: end - begin))
    }
    return (tensor, begin..<end)
  }

  /// The system's words for an error, without Foundation's wrapping.
  static func reason(_ error: any Error) -> String {
    let cause = (error as? CocoaError)?.underlying ?? error
    if let cause = cause as? POSIXError { return String(cString: strerror(cause.code.rawValue)) }
    return error.localizedDescription
  }
}
