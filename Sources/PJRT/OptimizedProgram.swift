/// A program as XLA compiled it.
public struct OptimizedProgram: Sendable, Hashable {
  /// The format of the bytes: `hlo_with_config` or `hlo` for XLA's protocol buffers, `mlir` for text.
  public var format: String
  /// The program.
  public var bytes: [UInt8]

  /// The types of the parameters on one device, or nil if the format does not tell.
  ///
  /// The numbers are those of the fields of XLA's `HloModuleProto` and of the messages in it.
  var parameterTypes: [BufferType]? {
    bytes.withUnsafeBytes { bytes in
      let module: UnsafeRawBufferPointer?
      switch format {
      case "hlo": module = bytes
      case "hlo_with_config": module = ProtocolBufferReader.message(1, in: bytes)
      default: module = nil
      }
      guard let module, let signature = ProtocolBufferReader.message(4, in: module) else { return nil }
      var types: [BufferType] = []
      for field in ProtocolBufferReader(signature) where field.number == 1 {
        guard case .bytes(let shape) = field.value, let type = Self.bufferType(shape) else { return nil }
        types.append(type)
      }
      return types
    }
  }

  private static func bufferType(_ shape: UnsafeRawBufferPointer) -> BufferType? {
    var elementType: ElementType?
    var dimensions: [Int] = []
    for field in ProtocolBufferReader(shape) {
      switch (field.number, field.value) {
      case (2, .integer(let number)): elementType = ElementType(hloType: UInt32(truncatingIfNeeded: number))
      case (3, .integer(let dimension)): dimensions.append(Int(truncatingIfNeeded: dimension))
      case (3, .bytes(let packed)): dimensions += ProtocolBufferReader.packed(packed)
      default: continue
      }
    }
    return elementType.map { BufferType($0, dimensions) }
  }
}
