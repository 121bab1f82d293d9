/// The element type and dimensions of a buffer.
public struct BufferType: Sendable, Hashable, CustomStringConvertible {
  /// The type of each element.
  public var elementType: ElementType
  /// The size of each axis, in order; empty for a scalar.
  public var dimensions: [Int]

  /// A type of `dimensions` elements of `elementType`.
  public init(_ elementType: ElementType, _ dimensions: [Int]) {
    self.elementType = elementType
    self.dimensions = dimensions
  }

  /// The number of bytes that the elements take in host memory.
  ///
  /// Saturates where the product does not fit an integer, so that no memory can be large enough for it.
  public var byteCount: Int {
    var count = elementType.byteWidth
    for dimension in dimensions {
      let (product, overflow) = count.multipliedReportingOverflow(by: max(dimension, 0))
      count = overflow ? .max : product
    }
    return count
  }

  /// The type as NumPy and JAX write it, such as `f32[2,3]`.
  public var description: String {
    "\(elementType.name)[\(dimensions.map(String.init).joined(separator: ","))]"
  }
}
