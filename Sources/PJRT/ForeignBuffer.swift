import CPJRT

/// An operand or a result of a foreign function, in the device's memory.
public struct ForeignBuffer {
  /// The element type; nil if it is one that is not known here.
  public let elementType: ElementType?
  /// The size of each axis.
  public let dimensions: [Int]
  /// The elements in row-major order; empty if the type is not known.
  public let bytes: UnsafeMutableRawBufferPointer

  init(_ buffer: XLA_FFI_Buffer) {
    let rank = buffer.dims == nil ? 0 : Int(buffer.rank)
    let dimensions = UnsafeBufferPointer(start: buffer.dims, count: rank).map(Int.init)
    self.dimensions = dimensions
    elementType = ElementType(hloType: buffer.dtype)
    let count = elementType.map { BufferType($0, dimensions).byteCount } ?? 0
    bytes = UnsafeMutableRawBufferPointer(start: buffer.data, count: buffer.data == nil ? 0 : count)
  }
}
