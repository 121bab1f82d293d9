/// What can be wrong with a safetensors file, or with what is to be written into one.
public enum SafetensorsProblem: Sendable, Hashable {
  /// The file could not be opened or read; the system's reason.
  case unreadable(String)
  /// The file could not be written; the system's reason.
  case unwritable(String)
  /// Shorter than the eight bytes that hold the header's length.
  case truncated(size: Int)
  /// The header would end after the file.
  case headerBeyondEnd(length: UInt64, size: Int)
  /// The header is longer than the format allows.
  case headerTooLong(length: UInt64)
  /// The header is no JSON object of the form that the format asks for.
  case badHeader(String)
  /// A dtype that is not in `SafetensorsDType`.
  case unknownDType(tensor: String, dtype: String)
  /// A negative dimension, more than 255 axes, or more elements than can be counted, whether one of the dimensions is 0
  /// or not.
  case badShape(tensor: String, shape: [Int])
  /// The tensor's bytes are not inside the data.
  case badOffsets(tensor: String, begin: Int, end: Int, dataSize: Int)
  /// The tensor's bytes in the file, or those to be written, do not have the size of its elements.
  case wrongSize(tensor: String, dtype: SafetensorsDType, shape: [Int], expected: Int, got: Int)
  /// The bytes of two tensors overlap.
  case overlap(tensor: String, other: String)
  /// Bytes of the data belong to no tensor.
  case unusedBytes(begin: Int, end: Int)
  /// A tensor was asked for that the file does not have.
  case noSuchTensor(name: String, available: [String])
  /// Two tensors have one name, or the metadata are there twice.
  case duplicateName(String)
  /// `__metadata__` cannot be the name of a tensor.
  case reservedName
}

extension SafetensorsProblem: CustomStringConvertible {
  /// The problem as the end of a sentence that begins with the file.
  public var description: String {
    switch self {
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .unwritable(let reason): "cannot be written: \(reason)"
    case .truncated(let size):
      "is truncated: \(size) bytes, and the header's length alone takes 8"
    case .headerBeyondEnd(let length, let size):
      "is truncated or no safetensors file: its first 8 bytes announce a header of \(length) bytes, "
        + "but the file has \(size)"
    case .headerTooLong(let length):
      "has a header of \(length) bytes; the format allows \(SafetensorsHeader.longest)"
    case .badHeader(let reason): "has a bad header: \(reason)"
    case .unknownDType(let tensor, let dtype):
      "has tensor '\(Self.clipped(tensor))' of unknown dtype '\(Self.clipped(dtype))'; known: "
        + SafetensorsDType.allCases.map(\.rawValue).joined(separator: ", ")
    case .badShape(let tensor, let shape):
      "has tensor '\(Self.clipped(tensor))' of impossible shape \(Self.clipped("\(shape)"))"
    case .badOffsets(let tensor, let begin, let end, let dataSize):
      "has tensor '\(Self.clipped(tensor))' at bytes \(begin)..<\(end), but the data has \(dataSize) bytes"
    case .wrongSize(let tensor, let dtype, let shape, let expected, let got):
      "has tensor '\(Self.clipped(tensor))' (\(dtype.rawValue) \(Self.clipped("\(shape)"))) with \(got) bytes instead of \(expected)"
    case .overlap(let tensor, let other):
      "has tensors '\(Self.clipped(tensor))' and '\(Self.clipped(other))' in overlapping bytes"
    case .unusedBytes(let begin, let end):
      "has bytes \(begin)..<\(end) of its data that belong to no tensor"
    case .noSuchTensor(let name, let available):
      "has no tensor '\(Self.clipped(name))'; it has \(Self.listed(available))"
    case .duplicateName(let name): "names '\(Self.clipped(name))' twice"
    case .reservedName: "cannot have a tensor named '__metadata__': the format reserves the name"
    }
  }

  private static func listed(_ names: [String]) -> String {
    let shown = names.prefix(8).map { "'\(clipped($0))'" }.joined(separator: ", ")
    if names.isEmpty { return "none" }
    return names.count > 8 ? shown + " and \(names.count - 8) more" : shown
  }

  /// A text of a file, or its beginning: a damaged file may have very long ones.
  static func clipped(_ text: String) -> String {
    text.utf8.count <= 200 ? text : text.prefix(200) + "…"
  }
}
