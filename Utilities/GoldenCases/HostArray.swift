public import Checkpoints

/// An array in ordinary memory, row-major and little-endian: what cases hold, and what runners hand back.
public struct HostArray: Sendable, Hashable {
  /// The type of the elements.
  public let dtype: SafetensorsDType
  /// The size of each axis; none for a scalar.
  public let shape: [Int]
  /// The elements, one after the other.
  public let bytes: [UInt8]

  /// An array of these bytes; an error if their number is not that of the elements, or if no case has elements
  /// of the sort (floats of 8 bits or less).
  public init(dtype: SafetensorsDType, shape: [Int], bytes: some Sequence<UInt8>) throws(GoldenError) {
    guard Self.dtypes.contains(dtype) else {
      throw GoldenError("arrays of \(dtype.rawValue) are not supported")
    }
    let bytes = Array(bytes)
    let size = SafetensorsTensor(name: "", dtype: dtype, shape: shape).byteCount
    guard bytes.count == size else {
      throw GoldenError("\(bytes.count) bytes are no \(dtype.rawValue) \(shape)")
    }
    self.dtype = dtype
    self.shape = shape
    self.bytes = bytes
  }

  private static let dtypes: Set<SafetensorsDType> = [
    .bool, .u8, .i8, .u16, .i16, .u32, .i32, .u64, .i64, .f16, .bf16, .f32, .f64, .c64,
  ]

  /// An array of Swift values; the shape defaults to one axis.
  public init<Element: HostElement>(_ elements: [Element], shape: [Int]? = nil) throws(GoldenError) {
    try self.init(
      dtype: Element.safetensorsDType, shape: shape ?? [elements.count],
      bytes: elements.withUnsafeBytes { Array($0) })
  }

  /// The number of elements.
  public var count: Int { shape.reduce(1, *) }

  /// The elements as Swift values of exactly this type; an error if the array's are others.
  public func elements<Element: HostElement>(as type: Element.Type) throws(GoldenError) -> [Element] {
    guard Element.safetensorsDType == dtype else {
      throw GoldenError("an array of \(dtype.rawValue) was read as \(Element.safetensorsDType.rawValue)")
    }
    return load(type)
  }

  /// The elements as numbers: true is 1, small floats are exact. 64-bit integers beyond 2^53 are not. A complex element
  /// is two, its real and its imaginary part.
  public var doubles: [Double] {
    switch dtype {
    case .bool: load(UInt8.self).map { $0 == 0 ? 0 : 1 }
    case .u8: load(UInt8.self).map(Double.init)
    case .i8: load(Int8.self).map(Double.init)
    case .u16: load(UInt16.self).map(Double.init)
    case .i16: load(Int16.self).map(Double.init)
    case .u32: load(UInt32.self).map(Double.init)
    case .i32: load(Int32.self).map(Double.init)
    case .u64: load(UInt64.self).map(Double.init)
    case .i64: load(Int64.self).map(Double.init)
    case .f32, .c64: load(Float.self).map(Double.init)
    case .f64: load(Double.self)
    case .bf16: load(UInt16.self).map { Double(SmallFloats.float(bf16: $0)) }
    case .f16: load(UInt16.self).map { Double(SmallFloats.float(f16: $0)) }
    case .f4, .f6E2M3, .f6E3M2, .f8E5M2, .f8E4M3, .f8E8M0: []  // refused by init
    }
  }

  /// Floats rounded to an array of F32, F16 or BF16; an error for another dtype.
  public init(rounding values: [Float], to dtype: SafetensorsDType, shape: [Int]? = nil) throws(GoldenError) {
    let shape = shape ?? [values.count]
    switch dtype {
    case .f32: try self.init(values, shape: shape)
    case .bf16:
      try self.init(
        dtype: dtype, shape: shape, bytes: values.map(SmallFloats.bf16).withUnsafeBytes { Array($0) })
    case .f16:
      try self.init(
        dtype: dtype, shape: shape, bytes: values.map(SmallFloats.f16).withUnsafeBytes { Array($0) })
    default: throw GoldenError("floats are not rounded to \(dtype.rawValue)")
    }
  }

  private func load<Element: BitwiseCopyable>(_ type: Element.Type) -> [Element] {
    let width = MemoryLayout<Element>.size
    return bytes.withUnsafeBytes { buffer in
      (0..<buffer.count / width).map { buffer.loadUnaligned(fromByteOffset: $0 * width, as: type) }
    }
  }
}
