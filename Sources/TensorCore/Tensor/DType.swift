package import PJRT
package import StableHLO

/// The element type of a tensor, under JAX's names.
public enum DType: String, Sendable, Hashable, CaseIterable, CustomStringConvertible {
  case bool
  case int8, int16, int32, int64
  case uint8, uint16, uint32, uint64
  case float16, bfloat16, float32, float64
  case complex64

  /// What numbers a type holds; the order is that of promotion.
  package enum Kind: Int, Comparable {
    case boolean, integer, floating, complex
    package static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }
  }

  package var kind: Kind {
    switch self {
    case .bool: .boolean
    case .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64: .integer
    case .float16, .bfloat16, .float32, .float64: .floating
    case .complex64: .complex
    }
  }

  /// Whether the type is a real floating-point type.
  public var isFloating: Bool { kind == .floating }
  /// Whether the type is a signed or unsigned integer (not `bool`).
  public var isInteger: Bool { kind == .integer }
  /// Whether derivatives with respect to values of this type exist.
  public var isDifferentiable: Bool { kind >= .floating }
  /// Whether the type is an integer type without negative numbers.
  public var isUnsigned: Bool {
    switch self {
    case .uint8, .uint16, .uint32, .uint64: true
    default: false
    }
  }

  /// Bytes that one element takes in memory.
  public var byteWidth: Int {
    switch self {
    case .bool, .int8, .uint8: 1
    case .int16, .uint16, .float16, .bfloat16: 2
    case .int32, .uint32, .float32: 4
    case .int64, .uint64, .float64, .complex64: 8
    }
  }

  /// Bits that one element takes in memory.
  public var bitWidth: Int { byteWidth * 8 }

  /// Whether a number that is counted to is itself in this dtype. The narrow integers begin again, as in JAX.
  package func canCount(to number: Int) -> Bool {
    switch self {
    case .int32: Int32(exactly: number) != nil
    case .uint32: UInt32(exactly: number) != nil
    case .uint64: number >= 0
    default: true
    }
  }

  /// The short name that types are printed with: `f32`, `i32`, `u8`, `bool`.
  public var shortName: String {
    switch self {
    case .bool: "bool"
    case .int8: "i8"
    case .int16: "i16"
    case .int32: "i32"
    case .int64: "i64"
    case .uint8: "u8"
    case .uint16: "u16"
    case .uint32: "u32"
    case .uint64: "u64"
    case .float16: "f16"
    case .bfloat16: "bf16"
    case .float32: "f32"
    case .float64: "f64"
    case .complex64: "c64"
    }
  }

  public var description: String { rawValue }

  /// The type of the real and imaginary parts of a complex type; the type itself otherwise.
  public var realPart: DType { self == .complex64 ? .float32 : self }

  package var hlo: StableHLO.ElementType {
    switch self {
    case .bool: .i1
    case .int8: .i8
    case .int16: .i16
    case .int32: .i32
    case .int64: .i64
    case .uint8: .ui8
    case .uint16: .ui16
    case .uint32: .ui32
    case .uint64: .ui64
    case .float16: .f16
    case .bfloat16: .bf16
    case .float32: .f32
    case .float64: .f64
    case .complex64: .complexF32
    }
  }

  package var pjrt: PJRT.ElementType {
    switch self {
    case .bool: .bool
    case .int8: .int8
    case .int16: .int16
    case .int32: .int32
    case .int64: .int64
    case .uint8: .uint8
    case .uint16: .uint16
    case .uint32: .uint32
    case .uint64: .uint64
    case .float16: .float16
    case .bfloat16: .bfloat16
    case .float32: .float32
    case .float64: .float64
    case .complex64: .complex64
    }
  }
}
