/// What a safetensors file says of one tensor: its name, element type and shape.
public struct SafetensorsTensor: Sendable, Hashable {
  /// Any text, usually a path such as `net/linear/kernel`.
  public var name: String
  /// The type of its elements.
  public var dtype: SafetensorsDType
  /// The size of each axis; none for a scalar.
  public var shape: [Int]

  /// Describes a tensor.
  public init(name: String, dtype: SafetensorsDType, shape: [Int]) {
    self.name = name
    self.dtype = dtype
    self.shape = shape
  }

  /// More than any library can make.
  static let mostAxes = 255

  /// How many bytes its elements take, or nil where there is no such number: a negative dimension, more than 255 axes,
  /// more bits than an `Int` counts, or elements smaller than a byte that do not fill the last one.
  ///
  /// A dimension of 0 does not make others possible that are not possible without it: `[1 << 62, 4, 0]` has no size.
  public var byteCount: Int? {
    guard shape.count <= SafetensorsTensor.mostAxes, shape.allSatisfy({ $0 >= 0 }) else { return nil }
    var bits = dtype.bitWidth
    for dimension in shape where dimension > 0 {
      let (product, overflow) = bits.multipliedReportingOverflow(by: dimension)
      if overflow { return nil }
      bits = product
    }
    if shape.contains(0) { return 0 }
    return bits.isMultiple(of: 8) ? bits / 8 : nil
  }
}
