package import TensorCore

extension Convert: HostEvaluated {
  package func evaluateOnHost(_ operands: [HostOperand], _ result: TensorType) -> [UInt8]? {
    guard let operand = operands.first else { return nil }
    switch operand.type.dtype {
    case .float32: return converted(operand, result, floats: Float.self)
    case .float64: return converted(operand, result, floats: Double.self)
    case .int8: return converted(operand, result, integers: Int8.self)
    case .int16: return converted(operand, result, integers: Int16.self)
    case .int32: return converted(operand, result, integers: Int32.self)
    case .int64: return converted(operand, result, integers: Int64.self)
    case .bool, .uint8: return converted(operand, result, integers: UInt8.self)
    case .uint16: return converted(operand, result, integers: UInt16.self)
    case .uint32: return converted(operand, result, integers: UInt32.self)
    case .uint64: return converted(operand, result, integers: UInt64.self)
    case .float16, .bfloat16, .complex64: return nil
    }
  }

  /// Integers wrap, and are rounded to the nearest float.
  private func converted<T: FixedWidthInteger & BitwiseCopyable>(
    _ operand: HostOperand, _ result: TensorType, integers: T.Type
  ) -> [UInt8]? {
    func wrapped<R: FixedWidthInteger & BitwiseCopyable>(_: R.Type) -> [UInt8] {
      HostElements.map(operand, result) { (x: T) in R(truncatingIfNeeded: x) }
    }
    return switch dtype {
    case .bool: HostElements.map(operand, result) { (x: T) in x != 0 }
    case .int8: wrapped(Int8.self)
    case .int16: wrapped(Int16.self)
    case .int32: wrapped(Int32.self)
    case .int64: wrapped(Int64.self)
    case .uint8: wrapped(UInt8.self)
    case .uint16: wrapped(UInt16.self)
    case .uint32: wrapped(UInt32.self)
    case .uint64: wrapped(UInt64.self)
    case .float32: HostElements.map(operand, result) { (x: T) in Float(x) }
    case .float64: HostElements.map(operand, result) { (x: T) in Double(x) }
    case .float16, .bfloat16, .complex64: nil
    }
  }

  /// Floats lose their fractions and stay within the range of integers; NaN is 0.
  private func converted<T: BinaryFloatingPoint & BitwiseCopyable>(
    _ operand: HostOperand, _ result: TensorType, floats: T.Type
  ) -> [UInt8]? {
    func truncated<R: FixedWidthInteger & BitwiseCopyable>(_: R.Type) -> [UInt8] {
      HostElements.map(operand, result) { (x: T) in
        if x.isNaN { return R.zero }
        return x >= T(R.max) ? R.max : x <= T(R.min) ? R.min : R(x)
      }
    }
    return switch dtype {
    case .bool: HostElements.map(operand, result) { (x: T) in x != 0 }
    case .int8: truncated(Int8.self)
    case .int16: truncated(Int16.self)
    case .int32: truncated(Int32.self)
    case .int64: truncated(Int64.self)
    case .uint8: truncated(UInt8.self)
    case .uint16: truncated(UInt16.self)
    case .uint32: truncated(UInt32.self)
    case .uint64: truncated(UInt64.self)
    case .float32: HostElements.map(operand, result) { (x: T) in Float(x) }
    case .float64: HostElements.map(operand, result) { (x: T) in Double(x) }
    case .float16, .bfloat16, .complex64: nil
    }
  }
}

extension Neg: HostEvaluated {
  package func evaluateOnHost(_ operands: [HostOperand], _ result: TensorType) -> [UInt8]? {
    guard let operand = operands.first else { return nil }
    return switch result.dtype {
    case .float32: HostElements.map(operand, result) { (x: Float) in -x }
    case .float64: HostElements.map(operand, result) { (x: Double) in -x }
    case .int8, .uint8: HostElements.map(operand, result) { (x: UInt8) in 0 &- x }
    case .int16, .uint16: HostElements.map(operand, result) { (x: UInt16) in 0 &- x }
    case .int32, .uint32: HostElements.map(operand, result) { (x: UInt32) in 0 &- x }
    case .int64, .uint64: HostElements.map(operand, result) { (x: UInt64) in 0 &- x }
    case .bool, .float16, .bfloat16, .complex64: nil
    }
  }
}

extension Abs: HostEvaluated {
  package func evaluateOnHost(_ operands: [HostOperand], _ result: TensorType) -> [UInt8]? {
    guard let operand = operands.first else { return nil }
    return switch operand.type.dtype {
    case .float32: HostElements.map(operand, result) { (x: Float) in x.magnitude }
    case .float64: HostElements.map(operand, result) { (x: Double) in x.magnitude }
    case .int8: HostElements.map(operand, result) { (x: Int8) in x.magnitude }
    case .int16: HostElements.map(operand, result) { (x: Int16) in x.magnitude }
    case .int32: HostElements.map(operand, result) { (x: Int32) in x.magnitude }
    case .int64: HostElements.map(operand, result) { (x: Int64) in x.magnitude }
    case .bool, .uint8, .uint16, .uint32, .uint64, .float16, .bfloat16, .complex64: nil
    }
  }
}

extension Not: HostEvaluated {
  package func evaluateOnHost(_ operands: [HostOperand], _ result: TensorType) -> [UInt8]? {
    guard let operand = operands.first else { return nil }
    return switch result.dtype {
    case .bool: HostElements.map(operand, result) { (x: UInt8) in x ^ 1 }
    case .int8, .uint8: HostElements.map(operand, result) { (x: UInt8) in ~x }
    case .int16, .uint16: HostElements.map(operand, result) { (x: UInt16) in ~x }
    case .int32, .uint32: HostElements.map(operand, result) { (x: UInt32) in ~x }
    case .int64, .uint64: HostElements.map(operand, result) { (x: UInt64) in ~x }
    case .float16, .bfloat16, .float32, .float64, .complex64: nil
    }
  }
}
