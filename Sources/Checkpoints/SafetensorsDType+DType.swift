public import Tensors

extension SafetensorsDType {
  /// The name that the format gives a tensor's dtype.
  public init(_ dtype: DType) {
    switch dtype {
    case .bool: self = .bool
    case .int8: self = .i8
    case .int16: self = .i16
    case .int32: self = .i32
    case .int64: self = .i64
    case .uint8: self = .u8
    case .uint16: self = .u16
    case .uint32: self = .u32
    case .uint64: self = .u64
    case .float16: self = .f16
    case .bfloat16: self = .bf16
    case .float32: self = .f32
    case .float64: self = .f64
    case .complex64: self = .c64
    }
  }

  /// The dtype of tensors with such elements; nil for types that tensors cannot have.
  public var dtype: DType? { DType.allCases.first { SafetensorsDType($0) == self } }
}
