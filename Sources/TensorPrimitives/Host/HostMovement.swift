package import TensorCore

/// Elements elsewhere: a step in the operand for each axis of the result.
extension HostElements {
  /// The operand's elements, from an offset on by a step for each axis of the result; nil for many.
  static func strided(
    _ operand: HostOperand, _ result: TensorType, from offset: Int, steps: [Int]
  ) -> [UInt8]? {
    guard result.shape.size <= HostArray.byteLimit / result.dtype.byteWidth else { return nil }
    if result.shape.size == 0 { return [] }
    // Along an axis of one element nobody goes, and its step may be any number.
    let steps = zip(steps, result.shape.dimensions).map { $1 > 1 ? $0 : 0 }
    return switch result.dtype.byteWidth {
    case 1: strided(operand, result, offset, steps, UInt8.self)
    case 2: strided(operand, result, offset, steps, UInt16.self)
    case 4: strided(operand, result, offset, steps, UInt32.self)
    case 8: strided(operand, result, offset, steps, UInt64.self)
    default: nil
    }
  }

  private static func strided<T: BitwiseCopyable>(
    _ operand: HostOperand, _ result: TensorType, _ offset: Int, _ steps: [Int], _: T.Type
  ) -> [UInt8] {
    let extents = result.shape.dimensions
    return operand.withUnsafeBytes { bytes in
      let elements = bytes.bindMemory(to: T.self)
      return made(result, of: T.self) { results in
        var position = [Int](repeating: 0, count: extents.count)
        var location = offset
        for index in 0..<result.shape.size {
          results[index] = elements[location]
          var axis = extents.count - 1
          while axis >= 0 {
            position[axis] += 1
            location += steps[axis]
            if position[axis] < extents[axis] { break }
            location -= steps[axis] * extents[axis]
            position[axis] = 0
            axis -= 1
          }
        }
      }
    }
  }

  /// How far the next element of each axis is.
  static func steps(_ shape: Shape) -> [Int] {
    var (steps, step) = ([Int](repeating: 1, count: shape.count), 1)
    for axis in shape.dimensions.indices.reversed() {
      steps[axis] = step
      // Of an empty shape the other extents may be any numbers.
      step &*= shape[axis]
    }
    return steps
  }

  /// The operand with its axes at some of the result's, repeated along the others.
  static func repeated(_ operand: HostOperand, _ dimensions: [Int], _ result: TensorType) -> [UInt8]? {
    let own = steps(operand.type.shape)
    var all = [Int](repeating: 0, count: result.ndim)
    for (axis, location) in dimensions.enumerated() where operand.type.shape[axis] != 1 {
      all[location] = own[axis]
    }
    return strided(operand, result, from: 0, steps: all)
  }
}

extension Reshape: HostEvaluated {
  package func evaluateOnHost(_ operands: [HostOperand], _ result: TensorType) -> [UInt8]? {
    guard let operand = operands.first else { return nil }
    return switch operand.elements {
    case .array(let bytes): bytes
    case .scalar(let bits):
      (0..<result.dtype.byteWidth).map { UInt8(truncatingIfNeeded: bits >> UInt64(8 * $0)) }
    }
  }
}

extension Transpose: HostEvaluated {
  package func evaluateOnHost(_ operands: [HostOperand], _ result: TensorType) -> [UInt8]? {
    guard let operand = operands.first else { return nil }
    let steps = HostElements.steps(operand.type.shape)
    return HostElements.strided(operand, result, from: 0, steps: permutation.map { steps[$0] })
  }
}

extension Slice: HostEvaluated {
  package func evaluateOnHost(_ operands: [HostOperand], _ result: TensorType) -> [UInt8]? {
    guard let operand = operands.first else { return nil }
    let steps = HostElements.steps(operand.type.shape)
    let offset = zip(start, steps).reduce(0) { $0 &+ $1.0 &* $1.1 }
    return HostElements.strided(operand, result, from: offset, steps: zip(steps, stride).map { $0 &* $1 })
  }
}

extension Reverse: HostEvaluated {
  package func evaluateOnHost(_ operands: [HostOperand], _ result: TensorType) -> [UInt8]? {
    guard let operand = operands.first else { return nil }
    var steps = HostElements.steps(operand.type.shape)
    var offset = 0
    for axis in axes {
      offset &+= steps[axis] &* (operand.type.shape[axis] - 1)
      steps[axis] = 0 &- steps[axis]
    }
    return HostElements.strided(operand, result, from: offset, steps: steps)
  }
}

extension Concatenate: HostEvaluated {
  package func evaluateOnHost(_ operands: [HostOperand], _ result: TensorType) -> [UInt8]? {
    let width = result.dtype.byteWidth
    guard result.shape.size <= HostArray.byteLimit / width else { return nil }
    if result.shape.size == 0 { return [] }
    let outer = result.shape.dimensions[..<axis].reduce(1, *)
    let inner = result.shape.dimensions[(axis + 1)...].reduce(1, *) * width
    var bytes: [UInt8] = []
    bytes.reserveCapacity(result.shape.size * width)
    for part in 0..<outer {
      for operand in operands {
        let count = operand.type.shape[axis] * inner
        operand.withUnsafeBytes { bytes.append(contentsOf: $0[(part * count)..<((part + 1) * count)]) }
      }
    }
    return bytes
  }
}
