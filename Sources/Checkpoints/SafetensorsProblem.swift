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
  /// The header is no JSON object of the form that the format asks for.
  case badHeader(String)
  /// A dtype that is not in `SafetensorsDType`.
  case unknownDType(tensor: String, dtype: String)
  /// A negative dimension, or more elements than memory could hold.
  case badShape(tensor: String, shape: [Int])
  /// The tensor's place is not inside the data.
  case badOffsets(tensor: String, begin: Int, end: Int, dataSize: Int)
  /// The tensor's place, or the bytes to be written, do not have the size of its elements.
  case wrongSize(tensor: String, dtype: SafetensorsDType, shape: [Int], expected: Int, got: Int)
  /// The places of two tensors overlap.
  case overlap(tensor: String, other: String)
  /// Bytes of the data belong to no tensor.
  case unusedBytes(begin: Int, end: Int)
  /// A tensor was asked for that the file does not have.
  case noSuchTensor(name: String, available: [String])
  /// Two tensors of one name were to be written.
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
    case .badHeader(let reason): "has a bad header: \(reason)"
    case .unknownDType(let tensor, let dtype):
      "has tensor '\(tensor)' of unknown dtype '\(dtype)'; known: "
        + SafetensorsDType.allCases.map(\.rawValue).joined(separator: ", ")
    case .badShape(let tensor, let shape): "has tensor '\(tensor)' of impossible shape \(shape)"
    case .badOffsets(let tensor, let begin, let end, let dataSize):
      "has tensor '\(tensor)' at bytes \(begin)..<\(end), but the data has \(dataSize) bytes"
    case .wrongSize(let tensor, let dtype, let shape, let expected, let got):
      "has tensor '\(tensor)' (\(dtype.rawValue) \(shape)) with \(got) bytes instead of \(expected)"
    case .overlap(let tensor, let other): "has tensors '\(tensor)' and '\(other)' in overlapping places"
    case .unusedBytes(let begin, let end):
      "has bytes \(begin)..<\(end) of its data that belong to no tensor"
    case .noSuchTensor(let name, let available):
      "has no tensor '\(name)'; it has \(Self.listed(available))"
    case .duplicateName(let name): "would have two tensors named '\(name)'"
    case .reservedName: "cannot have a tensor named '__metadata__': the format reserves the name"
    }
  }

  private static func listed(_ names: [String]) -> String {
    let shown = names.prefix(8).map { "'\($0)'" }.joined(separator: ", ")
    if names.isEmpty { return "none" }
    return names.count > 8 ? shown + " and \(names.count - 8) more" : shown
  }
}
