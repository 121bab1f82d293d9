public import Numerics

/// A Swift type whose values can be elements of a tensor.
public protocol TensorScalar: Sendable, NestedElements {
  /// The dtype of tensors made from arrays of this type.
  static var dtype: DType { get }
  /// Whether a single value gives way to the dtype it meets, as Python's `int` and `float` do in JAX.
  static var isWeak: Bool { get }
  /// The value as one element of `dtype`, in the low bytes.
  var elementBits: UInt64 { get }
  /// The value of an element of any dtype, converted.
  init(_ scalar: ScalarLiteral)
}

extension TensorScalar {
  public static var isWeak: Bool { false }
}

extension Bool: TensorScalar {
  public static var dtype: DType { .bool }
  public static var isWeak: Bool { true }
  public var elementBits: UInt64 { self ? 1 : 0 }
  public init(_ scalar: ScalarLiteral) { self = scalar.double != 0 }
}

extension TensorScalar where Self: FixedWidthInteger {
  public var elementBits: UInt64 { UInt64(truncatingIfNeeded: self) & ScalarLiteral.mask(Self.dtype) }
  public init(_ scalar: ScalarLiteral) { self = scalar.integer(Self.self) }
}

extension Int8: TensorScalar { public static var dtype: DType { .int8 } }
extension Int16: TensorScalar { public static var dtype: DType { .int16 } }
extension Int32: TensorScalar { public static var dtype: DType { .int32 } }
extension Int64: TensorScalar { public static var dtype: DType { .int64 } }
extension UInt8: TensorScalar { public static var dtype: DType { .uint8 } }
extension UInt16: TensorScalar { public static var dtype: DType { .uint16 } }
extension UInt32: TensorScalar { public static var dtype: DType { .uint32 } }
extension UInt64: TensorScalar { public static var dtype: DType { .uint64 } }

extension Int: TensorScalar {
  /// `int32`: Swift's `Int` is Python's `int`, which JAX stores in 32 bits by default.
  public static var dtype: DType { .int32 }
  public static var isWeak: Bool { true }
  public var unrepresentable: Int? { Int32(exactly: self) == nil ? self : nil }
}

extension Float: TensorScalar {
  public static var dtype: DType { .float32 }
  public var elementBits: UInt64 { UInt64(bitPattern) }
  public init(_ scalar: ScalarLiteral) { self = Float(scalar.double) }
}

extension Double: TensorScalar {
  /// `float32`: Swift's `Double` is Python's `float`, which JAX stores in 32 bits by default.
  public static var dtype: DType { .float32 }
  public static var isWeak: Bool { true }
  public var elementBits: UInt64 { UInt64(Float(self).bitPattern) }
  public init(_ scalar: ScalarLiteral) { self = scalar.double }
}

#if !(os(macOS) && arch(x86_64))
  extension Float16: TensorScalar {
    public static var dtype: DType { .float16 }
    public var elementBits: UInt64 { UInt64(bitPattern) }
    public init(_ scalar: ScalarLiteral) { self = Float16(scalar.double) }
  }
#endif

extension Complex: TensorScalar, NestedElements where RealType == Float {
  public static var dtype: DType { .complex64 }
  public var elementBits: UInt64 { UInt64(real.bitPattern) | UInt64(imaginary.bitPattern) << 32 }
  public init(_ scalar: ScalarLiteral) { self = scalar.complex }
}
