import TensorCore

/// A function of two numbers, for all dtypes that have it.
package protocol HostArithmetic {
  static func of<T: BinaryFloatingPoint & BitwiseCopyable>(_ x: T, _ y: T) -> T
  static func of<T: FixedWidthInteger & BitwiseCopyable>(_ x: T, _ y: T) -> T
}

extension HostArithmetic {
  /// The results for two operands of one dtype; nil for dtypes that are left to compiled programs.
  static func evaluate(_ operands: [HostOperand], _ result: TensorType) -> [UInt8]? {
    guard operands.count == 2 else { return nil }
    switch result.dtype {
    case .float32: return floats(operands, result, Float.self)
    case .float64: return floats(operands, result, Double.self)
    case .int8: return integers(operands, result, Int8.self)
    case .int16: return integers(operands, result, Int16.self)
    case .int32: return integers(operands, result, Int32.self)
    case .int64: return integers(operands, result, Int64.self)
    case .uint8: return integers(operands, result, UInt8.self)
    case .uint16: return integers(operands, result, UInt16.self)
    case .uint32: return integers(operands, result, UInt32.self)
    case .uint64: return integers(operands, result, UInt64.self)
    case .bool, .float16, .bfloat16, .complex64: return nil
    }
  }

  private static func floats<T: BinaryFloatingPoint & BitwiseCopyable>(
    _ operands: [HostOperand], _ result: TensorType, _: T.Type
  ) -> [UInt8] {
    HostElements.map(operands, result) { (x: T, y: T) in of(x, y) }
  }

  private static func integers<T: FixedWidthInteger & BitwiseCopyable>(
    _ operands: [HostOperand], _ result: TensorType, _: T.Type
  ) -> [UInt8] {
    HostElements.map(operands, result) { (x: T, y: T) in of(x, y) }
  }
}

package enum Sum: HostArithmetic {
  package static func of<T: BinaryFloatingPoint & BitwiseCopyable>(_ x: T, _ y: T) -> T { x + y }
  package static func of<T: FixedWidthInteger & BitwiseCopyable>(_ x: T, _ y: T) -> T { x &+ y }
}

package enum Difference: HostArithmetic {
  package static func of<T: BinaryFloatingPoint & BitwiseCopyable>(_ x: T, _ y: T) -> T { x - y }
  package static func of<T: FixedWidthInteger & BitwiseCopyable>(_ x: T, _ y: T) -> T { x &- y }
}

package enum Product: HostArithmetic {
  package static func of<T: BinaryFloatingPoint & BitwiseCopyable>(_ x: T, _ y: T) -> T { x * y }
  package static func of<T: FixedWidthInteger & BitwiseCopyable>(_ x: T, _ y: T) -> T { x &* y }
}

/// An integer over 0 has all bits, and the least one over -1 is itself, as XLA has them.
package enum Quotient: HostArithmetic {
  package static func of<T: BinaryFloatingPoint & BitwiseCopyable>(_ x: T, _ y: T) -> T { x / y }
  package static func of<T: FixedWidthInteger & BitwiseCopyable>(_ x: T, _ y: T) -> T {
    y == 0 ? ~0 : x.dividedReportingOverflow(by: y).partialValue
  }
}

extension BinaryFloatingPoint {
  /// The number; a zero of its sign for one below the normal ones, which choosing alone would keep.
  fileprivate var flushed: Self {
    magnitude < Self.leastNormalMagnitude ? Self(signOf: self, magnitudeOf: 0) : self
  }
}

/// NaN where one is; 0 is greater than -0.
package enum Greater: HostArithmetic {
  package static func of<T: BinaryFloatingPoint & BitwiseCopyable>(_ x: T, _ y: T) -> T {
    (x > y || x.isNaN || (x == y && y.sign == .minus) ? x : y).flushed
  }
  package static func of<T: FixedWidthInteger & BitwiseCopyable>(_ x: T, _ y: T) -> T { x > y ? x : y }
}

/// NaN where one is; -0 is less than 0.
package enum Lesser: HostArithmetic {
  package static func of<T: BinaryFloatingPoint & BitwiseCopyable>(_ x: T, _ y: T) -> T {
    (x < y || x.isNaN || (x == y && x.sign == .minus) ? x : y).flushed
  }
  package static func of<T: FixedWidthInteger & BitwiseCopyable>(_ x: T, _ y: T) -> T { x < y ? x : y }
}
