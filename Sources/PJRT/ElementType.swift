/// The type of a buffer's elements, numbered as PJRT numbers them.
public enum ElementType: UInt32, Sendable, Hashable, CaseIterable {
  case bool = 1
  case int8 = 2
  case int16 = 3
  case int32 = 4
  case int64 = 5
  case uint8 = 6
  case uint16 = 7
  case uint32 = 8
  case uint64 = 9
  case float16 = 10
  case float32 = 11
  case float64 = 12
  case bfloat16 = 13
  case complex64 = 14
  case complex128 = 15
  case float8E5M2 = 16
  case float8E4M3FN = 17
  case float8E4M3B11FNUZ = 18
  case float8E5M2FNUZ = 19
  case float8E4M3FNUZ = 20
  case int4 = 21
  case uint4 = 22
  case int2 = 24
  case uint2 = 25
  case float8E4M3 = 26
  case float8E3M4 = 27
  case float8E8M0FNU = 28
  case float4E2M1FN = 29

  /// The number of bytes of one element in host memory, where types of less than a byte take a whole one.
  public var byteWidth: Int {
    switch self {
    case .int16, .uint16, .float16, .bfloat16: 2
    case .int32, .uint32, .float32: 4
    case .int64, .uint64, .float64, .complex64: 8
    case .complex128: 16
    default: 1
    }
  }

  /// Whether several elements share a byte in a device's memory, though not in a copy in host memory.
  public var isPacked: Bool {
    switch self {
    case .int2, .uint2, .int4, .uint4, .float4E2M1FN: true
    default: false
    }
  }

  /// The type in StableHLO's spelling, such as `f32`.
  public var name: String {
    switch self {
    case .bool: "i1"
    case .int2: "i2"
    case .int4: "i4"
    case .int8: "i8"
    case .int16: "i16"
    case .int32: "i32"
    case .int64: "i64"
    case .uint2: "ui2"
    case .uint4: "ui4"
    case .uint8: "ui8"
    case .uint16: "ui16"
    case .uint32: "ui32"
    case .uint64: "ui64"
    case .float16: "f16"
    case .float32: "f32"
    case .float64: "f64"
    case .bfloat16: "bf16"
    case .complex64: "complex<f32>"
    case .complex128: "complex<f64>"
    case .float8E5M2: "f8E5M2"
    case .float8E4M3FN: "f8E4M3FN"
    case .float8E4M3B11FNUZ: "f8E4M3B11FNUZ"
    case .float8E5M2FNUZ: "f8E5M2FNUZ"
    case .float8E4M3FNUZ: "f8E4M3FNUZ"
    case .float8E4M3: "f8E4M3"
    case .float8E3M4: "f8E3M4"
    case .float8E8M0FNU: "f8E8M0FNU"
    case .float4E2M1FN: "f4E2M1FN"
    }
  }
}

extension ElementType {
  /// The type with number `hloType` in XLA's own protocol buffers, which count differently from PJRT.
  ///
  /// A foreign function's buffers carry that number too.
  public init?(hloType: UInt32) {
    switch hloType {
    case 1...12: self.init(rawValue: hloType)
    case 15: self = .complex64
    case 16: self = .bfloat16
    case 18: self = .complex128
    case 19: self = .float8E5M2
    case 20: self = .float8E4M3FN
    case 21: self = .int4
    case 22: self = .uint4
    case 23: self = .float8E4M3B11FNUZ
    case 24: self = .float8E5M2FNUZ
    case 25: self = .float8E4M3FNUZ
    case 26: self = .int2
    case 27: self = .uint2
    case 28: self = .float8E4M3
    case 29: self = .float8E3M4
    case 32: self = .float4E2M1FN
    case 33: self = .float8E8M0FNU
    default: return nil
    }
  }
}
