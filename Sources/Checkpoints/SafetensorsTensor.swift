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

  /// How many bytes its elements take, or nil where there is no such number: a negative dimension, more
  /// bytes than an `Int` counts, or elements smaller than a byte that do not fill the last one.
  public var byteCount: Int? {
    if shape.contains(where: { $0 < 0 }) { return nil }
    if shape.contains(0) { return 0 }
    var bits = dtype.bitWidth
    for dimension in shape {
      let (product, overflow) = bits.multipliedReportingOverflow(by: dimension)
      if overflow { return nil }
      bits = product
    }
    return bits.isMultiple(of: 8) ? bits / 8 : nil
  }
}
