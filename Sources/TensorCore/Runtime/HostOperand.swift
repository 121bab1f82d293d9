import PJRT

/// A tensor whose elements are in the memory of the process, as an operand of what is computed there.
package struct HostOperand: Sendable {
  package enum Elements: Sendable {
    /// The bits of the one element.
    case scalar(UInt64)
    /// All elements, row-major and little-endian.
    case array([UInt8])
  }

  package let type: TensorType
  package let elements: Elements

  /// Nil for a tensor that has its elements elsewhere, or none. A few that a program has computed are read, unless it still
  /// runs.
  package init?(_ tensor: Tensor) {
    switch tensor.storage {
    case .scalar(let scalar): (type, elements) = (scalar.type, .scalar(scalar.bits))
    case .host(let array, let type):
      guard let bytes = array.bytes else { return nil }
      (self.type, elements) = (type, .array(bytes))
    case .array(let buffer, let type):
      guard type.shape.size <= HostArray.byteLimit / type.dtype.byteWidth,
        let bytes = try? buffer.bytesIfReady()
      else { return nil }
      (self.type, elements) = (type, .array(bytes))
    case .sharded, .tracer, .abstract, .failed: return nil
    }
  }

  /// Calls a function with the elements. They lie as memory that was made for them does, so an element of any dtype may be
  /// read where it is.
  package func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    switch elements {
    case .scalar(let bits): Swift.withUnsafeBytes(of: bits.littleEndian, body)
    case .array(let bytes): bytes.withUnsafeBytes(body)
    }
  }
}
