import Blox
import Checkpoints

extension HostArray {
  /// The values of a tensor; waits for them, and throws the error that the tensor carries.
  public init(_ tensor: Tensor) throws {
    let bytes = try tensor.bytes()
    try self.init(
      dtype: SafetensorsDType(tensor.dtype), shape: tensor.shape.dimensions, bytes: bytes)
  }
}

extension Tensor {
  /// A tensor of these values.
  public init(_ array: HostArray) throws(GoldenError) {
    guard let dtype = DType.allCases.first(where: { SafetensorsDType($0) == array.dtype }) else {
      throw GoldenError("there are no tensors of \(array.dtype.rawValue)")
    }
    self.init(bytes: array.bytes, shape: Shape(array.shape), dtype: dtype)
  }
}

extension SafetensorsDType {
  /// The name that the file format gives a dtype.
  public init(_ dtype: DType) {
    self =
      switch dtype {
      case .bool: .bool
      case .int8: .i8
      case .int16: .i16
      case .int32: .i32
      case .int64: .i64
      case .uint8: .u8
      case .uint16: .u16
      case .uint32: .u32
      case .uint64: .u64
      case .float16: .f16
      case .bfloat16: .bf16
      case .float32: .f32
      case .float64: .f64
      case .complex64: .c64
      }
  }
}

extension JSONValue {
  /// The dtype that a manifest names.
  public func dtype(_ keys: String...) throws(GoldenError) -> DType {
    let name = try keys.reduce(self) { $0[$1] }.string()
    guard let dtype = DType(rawValue: name) else { throw GoldenError("the dtype \(name) is not known") }
    return dtype
  }

  /// The shape at the keys.
  public func shape(_ keys: String...) throws(GoldenError) -> Shape {
    Shape(try keys.reduce(self) { $0[$1] }.ints())
  }
}
