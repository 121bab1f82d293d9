package import TensorCore

extension Compare: HostEvaluated {
  package func evaluateOnHost(_ operands: [HostOperand], _ result: TensorType) -> [UInt8]? {
    guard operands.count == 2 else { return nil }
    switch operands[0].type.dtype {
    case .float32: return compared(operands, result, Float.self)
    case .float64: return compared(operands, result, Double.self)
    case .int8: return compared(operands, result, Int8.self)
    case .int16: return compared(operands, result, Int16.self)
    case .int32: return compared(operands, result, Int32.self)
    case .int64: return compared(operands, result, Int64.self)
    case .bool, .uint8: return compared(operands, result, UInt8.self)
    case .uint16: return compared(operands, result, UInt16.self)
    case .uint32: return compared(operands, result, UInt32.self)
    case .uint64: return compared(operands, result, UInt64.self)
    case .float16, .bfloat16, .complex64: return nil
    }
  }

  private func compared<T: Comparable & BitwiseCopyable>(
    _ operands: [HostOperand], _ result: TensorType, _: T.Type
  ) -> [UInt8] {
    switch direction {
    case .equal: HostElements.map(operands, result) { (x: T, y: T) in x == y }
    case .notEqual: HostElements.map(operands, result) { (x: T, y: T) in x != y }
    case .less: HostElements.map(operands, result) { (x: T, y: T) in x < y }
    case .lessOrEqual: HostElements.map(operands, result) { (x: T, y: T) in x <= y }
    case .greater: HostElements.map(operands, result) { (x: T, y: T) in x > y }
    case .greaterOrEqual: HostElements.map(operands, result) { (x: T, y: T) in x >= y }
    }
  }
}

extension Select: HostEvaluated {
  package func evaluateOnHost(_ operands: [HostOperand], _ result: TensorType) -> [UInt8]? {
    guard operands.count == 3 else { return nil }
    return switch result.dtype.byteWidth {
    case 1: HostElements.selected(operands, result, UInt8.self)
    case 2: HostElements.selected(operands, result, UInt16.self)
    case 4: HostElements.selected(operands, result, UInt32.self)
    case 8: HostElements.selected(operands, result, UInt64.self)
    default: nil
    }
  }
}

/// A function of the bits of integers and booleans.
private func bits(
  _ operands: [HostOperand], _ result: TensorType, _ function: (UInt64, UInt64) -> UInt64
) -> [UInt8]? {
  guard operands.count == 2 else { return nil }
  return switch result.dtype.byteWidth {
  case 1:
    HostElements.map(operands, result) { (x: UInt8, y: UInt8) in
      UInt8(truncatingIfNeeded: function(UInt64(x), UInt64(y)))
    }
  case 2:
    HostElements.map(operands, result) { (x: UInt16, y: UInt16) in
      UInt16(truncatingIfNeeded: function(UInt64(x), UInt64(y)))
    }
  case 4:
    HostElements.map(operands, result) { (x: UInt32, y: UInt32) in
      UInt32(truncatingIfNeeded: function(UInt64(x), UInt64(y)))
    }
  case 8: HostElements.map(operands, result) { (x: UInt64, y: UInt64) in function(x, y) }
  default: nil
  }
}

extension And: HostEvaluated {
  package func evaluateOnHost(_ operands: [HostOperand], _ result: TensorType) -> [UInt8]? {
    bits(operands, result, &)
  }
}
extension Or: HostEvaluated {
  package func evaluateOnHost(_ operands: [HostOperand], _ result: TensorType) -> [UInt8]? {
    bits(operands, result, |)
  }
}
extension Xor: HostEvaluated {
  package func evaluateOnHost(_ operands: [HostOperand], _ result: TensorType) -> [UInt8]? {
    bits(operands, result, ^)
  }
}
