package import TensorCore

/// A function of two numbers, for all dtypes that have it.
protocol HostArithmetic {
  static func of<T: BinaryFloatingPoint & BitwiseCopyable>(_ x: T, _ y: T) -> T
  static func of<T: FixedWidthInteger & BitwiseCopyable>(_ x: T, _ y: T) -> T
}

extension HostArithmetic {
  /// The results for two operands of one dtype; nil for dtypes that are left to compiled programs.
  static func evaluate(
    _ operands: [HostOperand], _ result: TensorType, takesIntegers: Bool = true
  ) -> [UInt8]? {
    guard operands.count == 2 else { return nil }
    switch result.dtype {
    case .float32: return floats(operands, result, Float.self)
    case .float64: return floats(operands, result, Double.self)
    case _ where !takesIntegers: return nil
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

private enum Sum: HostArithmetic {
  static func of<T: BinaryFloatingPoint & BitwiseCopyable>(_ x: T, _ y: T) -> T { x + y }
  static func of<T: FixedWidthInteger & BitwiseCopyable>(_ x: T, _ y: T) -> T { x &+ y }
}

private enum Difference: HostArithmetic {
  static func of<T: BinaryFloatingPoint & BitwiseCopyable>(_ x: T, _ y: T) -> T { x - y }
  static func of<T: FixedWidthInteger & BitwiseCopyable>(_ x: T, _ y: T) -> T { x &- y }
}

private enum Product: HostArithmetic {
  static func of<T: BinaryFloatingPoint & BitwiseCopyable>(_ x: T, _ y: T) -> T { x * y }
  static func of<T: FixedWidthInteger & BitwiseCopyable>(_ x: T, _ y: T) -> T { x &* y }
}

/// Of floats only.
private enum Quotient: HostArithmetic {
  static func of<T: BinaryFloatingPoint & BitwiseCopyable>(_ x: T, _ y: T) -> T { x / y }
  static func of<T: FixedWidthInteger & BitwiseCopyable>(_ x: T, _ y: T) -> T {
    y == 0 ? 0 : x.dividedReportingOverflow(by: y).partialValue
  }
}

extension BinaryFloatingPoint {
  /// The number; a zero of its sign for one below the normal ones, which choosing alone would keep.
  fileprivate var flushed: Self {
    magnitude < Self.leastNormalMagnitude ? Self(signOf: self, magnitudeOf: 0) : self
  }
}

/// NaN where one is; 0 is greater than -0.
private enum Greater: HostArithmetic {
  static func of<T: BinaryFloatingPoint & BitwiseCopyable>(_ x: T, _ y: T) -> T {
    (x > y || x.isNaN || (x == y && y.sign == .minus) ? x : y).flushed
  }
  static func of<T: FixedWidthInteger & BitwiseCopyable>(_ x: T, _ y: T) -> T { x > y ? x : y }
}

/// NaN where one is; -0 is less than 0.
private enum Lesser: HostArithmetic {
  static func of<T: BinaryFloatingPoint & BitwiseCopyable>(_ x: T, _ y: T) -> T {
    (x < y || x.isNaN || (x == y && x.sign == .minus) ? x : y).flushed
  }
  static func of<T: FixedWidthInteger & BitwiseCopyable>(_ x: T, _ y: T) -> T { x < y ? x : y }
}

extension Add {
  package var isEvaluatedOnHost: Bool { true }
  package func evaluateOnHost(_ operands: [HostOperand], _ result: TensorType) -> [UInt8]? {
    Sum.evaluate(operands, result)
  }
}
extension Sub {
  package var isEvaluatedOnHost: Bool { true }
  package func evaluateOnHost(_ operands: [HostOperand], _ result: TensorType) -> [UInt8]? {
    Difference.evaluate(operands, result)
  }
}
extension Mul {
  package var isEvaluatedOnHost: Bool { true }
  package func evaluateOnHost(_ operands: [HostOperand], _ result: TensorType) -> [UInt8]? {
    Product.evaluate(operands, result)
  }
}
extension Div {
  package var isEvaluatedOnHost: Bool { true }
  package func evaluateOnHost(_ operands: [HostOperand], _ result: TensorType) -> [UInt8]? {
    Quotient.evaluate(operands, result, takesIntegers: false)
  }
}
extension Max {
  package var isEvaluatedOnHost: Bool { true }
  package func evaluateOnHost(_ operands: [HostOperand], _ result: TensorType) -> [UInt8]? {
    Greater.evaluate(operands, result)
  }
}
extension Min {
  package var isEvaluatedOnHost: Bool { true }
  package func evaluateOnHost(_ operands: [HostOperand], _ result: TensorType) -> [UInt8]? {
    Lesser.evaluate(operands, result)
  }
}
