package import Numerics

/// One element of a known dtype on the host: the value of a Swift literal, or an element read from a tensor.
public struct ScalarLiteral: Sendable, Hashable {
  public let dtype: DType
  /// Whether the dtype gives way to the one it meets.
  public let isWeak: Bool
  /// The element's bytes, little-endian, in the low bytes; of a weak number the 64-bit one that was written, for it may
  /// meet a dtype of 64 bits.
  private let stored: UInt64

  /// The element's bytes, little-endian, in the low bytes.
  package var bits: UInt64 {
    guard isWide else { return stored }
    return dtype == .float32
      ? UInt64(Float(Double(bitPattern: stored)).bitPattern) : stored & ScalarLiteral.mask(dtype)
  }

  /// Whether more digits are stored than the dtype has.
  private var isWide: Bool { isWeak && (dtype == .float32 || dtype == .int32) }

  private init(dtype: DType, isWeak: Bool, stored: UInt64) {
    self.dtype = dtype
    self.isWeak = isWeak
    self.stored = stored
  }

  package init(dtype: DType, isWeak: Bool = false, bits: UInt64) {
    let element = ScalarLiteral(dtype: dtype, isWeak: false, stored: bits)
    switch dtype {
    case .float32 where isWeak: self.init(element.double, dtype, isWeak: true)
    case .int32 where isWeak: self.init(element.integer(Int.self), dtype, isWeak: true)
    default: self.init(dtype: dtype, isWeak: isWeak, stored: bits)
    }
  }

  /// The value rounded to `dtype`.
  package init(_ value: Double, _ dtype: DType, isWeak: Bool = false) {
    let isWide = isWeak && dtype == .float32
    self.init(
      dtype: dtype, isWeak: isWeak, stored: isWide ? value.bitPattern : ScalarLiteral.bits(of: value, dtype))
  }

  /// An integer, wrapped to the width of `dtype` where it is an integer type, rounded otherwise.
  package init(_ value: Int, _ dtype: DType, isWeak: Bool = false) {
    if dtype.isInteger {
      let bits = UInt64(truncatingIfNeeded: value)
      let isWide = isWeak && dtype == .int32
      self.init(
        dtype: dtype, isWeak: isWeak, stored: isWide ? bits : bits & ScalarLiteral.mask(dtype))
    } else {
      self.init(Double(value), dtype, isWeak: isWeak)
    }
  }

  /// A number that was given without a dtype: of an integer dtype wrapped to its width, as a literal is.
  package init(number: Double, _ dtype: DType) {
    let whole = dtype.isInteger ? Int(exactly: number.rounded(.towardZero)) : nil
    self = whole.map { ScalarLiteral($0, dtype) } ?? ScalarLiteral(number, dtype)
  }

  package var type: TensorType { TensorType([], dtype, isWeak: isWeak) }

  package static func mask(_ dtype: DType) -> UInt64 {
    dtype.bitWidth == 64 ? .max : (1 << UInt64(dtype.bitWidth)) - 1
  }

  /// The value as a `Double`; the real part of a complex one.
  public var double: Double {
    switch dtype {
    case .bool, .uint8, .uint16, .uint32, .uint64: Double(bits)
    case .int8: Double(Int8(truncatingIfNeeded: bits))
    case .int16: Double(Int16(truncatingIfNeeded: bits))
    case .int32: Double(Int32(truncatingIfNeeded: bits))
    case .int64: Double(Int64(bitPattern: bits))
    case .float16: Double(HalfPrecision.float(fromFloat16: UInt16(truncatingIfNeeded: bits)))
    case .bfloat16: Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits) << 16))
    case .float32, .complex64: Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
    case .float64: Double(bitPattern: bits)
    }
  }

  package var complex: Complex<Float> {
    if dtype == .complex64 {
      return Complex(
        Float(bitPattern: UInt32(truncatingIfNeeded: bits)),
        Float(bitPattern: UInt32(truncatingIfNeeded: bits >> 32)))
    }
    return Complex(Float(double), 0)
  }

  /// The value as an integer: exact for integer dtypes, truncated and limited to the range otherwise.
  package func integer<I: FixedWidthInteger>(_: I.Type) -> I {
    switch dtype {
    case .bool, .uint8, .uint16, .uint32, .uint64: return I(truncatingIfNeeded: bits)
    case .int8: return I(truncatingIfNeeded: Int8(truncatingIfNeeded: bits))
    case .int16: return I(truncatingIfNeeded: Int16(truncatingIfNeeded: bits))
    case .int32: return I(truncatingIfNeeded: Int32(truncatingIfNeeded: bits))
    case .int64: return I(truncatingIfNeeded: Int64(bitPattern: bits))
    default:
      let value = double
      if value.isNaN { return 0 }
      if value >= Double(I.max) { return I.max }
      if value <= Double(I.min) { return I.min }
      return I(value)
    }
  }

  /// The same value in another dtype, as XLA's convert gives it.
  package func converted(to target: DType, isWeak: Bool? = nil) -> ScalarLiteral {
    let weak = isWeak ?? self.isWeak
    if target == dtype {
      return weak == self.isWeak ? self : ScalarLiteral(dtype: dtype, isWeak: weak, bits: bits)
    }
    if target == .bool { return ScalarLiteral(dtype: .bool, isWeak: weak, bits: double == 0 ? 0 : 1) }
    let written = isWide ? widened : self
    if target.isInteger && dtype.kind <= .integer {
      return ScalarLiteral(written.integer(Int.self), target, isWeak: weak)
    }
    return ScalarLiteral(written.double, target, isWeak: weak)
  }

  /// A weak number in 64 bits, with all digits that it was written with; others as they are.
  package var widened: ScalarLiteral {
    isWide
      ? ScalarLiteral(dtype: dtype == .float32 ? .float64 : .int64, isWeak: true, stored: stored) : self
  }

  private static func bits(of value: Double, _ dtype: DType) -> UInt64 {
    switch dtype {
    case .bool: return value == 0 ? 0 : 1
    case .int8: return UInt64(UInt8(bitPattern: clamped(value)))
    case .int16: return UInt64(UInt16(bitPattern: clamped(value)))
    case .int32: return UInt64(UInt32(bitPattern: clamped(value)))
    case .int64: return UInt64(bitPattern: clamped(value) as Int64)
    case .uint8: return UInt64(clamped(value) as UInt8)
    case .uint16: return UInt64(clamped(value) as UInt16)
    case .uint32: return UInt64(clamped(value) as UInt32)
    case .uint64: return clamped(value)
    case .float16: return UInt64(HalfPrecision.float16(fromDouble: value))
    case .bfloat16: return UInt64(HalfPrecision.bfloat16(from: Float(value)))
    case .float32, .complex64: return UInt64(Float(value).bitPattern)
    case .float64: return value.bitPattern
    }
  }

  private static func clamped<I: FixedWidthInteger>(_ value: Double) -> I {
    if value.isNaN { return 0 }
    if value >= Double(I.max) { return I.max }
    if value <= Double(I.min) { return I.min }
    return I(value)
  }

  /// The MLIR literal of the value, exact to the bit.
  package var hloLiteral: String {
    switch dtype {
    case .bool: return bits == 0 ? "false" : "true"
    case .uint8, .uint16, .uint32, .uint64: return String(bits)
    case .int8, .int16, .int32, .int64: return String(integer(Int64.self))
    case .float16, .bfloat16, .float32, .float64: return ScalarLiteral.hexadecimal(bits, dtype.byteWidth)
    case .complex64:
      return
        "(\(ScalarLiteral.hexadecimal(bits & 0xFFFF_FFFF, 4)), \(ScalarLiteral.hexadecimal(bits >> 32, 4)))"
    }
  }

  private static func hexadecimal(_ bits: UInt64, _ bytes: Int) -> String {
    let digits = String(bits, radix: 16, uppercase: true)
    return "0x" + String(repeating: "0", count: max(0, bytes * 2 - digits.count)) + digits
  }
}
