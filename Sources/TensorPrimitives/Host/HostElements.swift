import CKernels
import TensorCore

/// What is computed of a few elements in the memory of the process: the same bits as a compiled program gives.
enum HostElements {
  /// Whether elements of this dtype are computed here. Those of 16 bits and complex ones are left to compiled programs.
  static func holds(_ dtype: DType) -> Bool {
    switch dtype {
    case .bool, .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64, .float32, .float64: true
    case .float16, .bfloat16, .complex64: false
    }
  }

  /// The bytes of a result whose elements a function writes. Numbers below the normal ones are zeros meanwhile, as in XLA's
  /// programs.
  @inline(__always)
  static func made<R: BitwiseCopyable>(
    _ result: TensorType, of: R.Type, _ write: (UnsafeMutableBufferPointer<R>) -> Void
  ) -> [UInt8] {
    let size = result.shape.size * MemoryLayout<R>.stride
    return [UInt8](unsafeUninitializedCapacity: size) { bytes, count in
      let mode = blox_flush_denormals()
      write(UnsafeMutableRawBufferPointer(bytes).bindMemory(to: R.self))
      blox_restore_floating_point(mode)
      count = size
    }
  }

  /// A function of each element.
  @inline(__always)
  static func map<T: BitwiseCopyable, R: BitwiseCopyable>(
    _ operand: HostOperand, _ result: TensorType, _ function: (T) -> R
  ) -> [UInt8] {
    operand.withUnsafeBytes { bytes in
      let xs = bytes.bindMemory(to: T.self)
      return made(result, of: R.self) { results in
        for index in 0..<result.shape.size { results[index] = function(xs[index]) }
      }
    }
  }

  /// A function of the elements of two operands; a scalar goes with all elements of the other.
  @inline(__always)
  static func map<T: BitwiseCopyable, R: BitwiseCopyable>(
    _ operands: [HostOperand], _ result: TensorType, _ function: (T, T) -> R
  ) -> [UInt8] {
    let count = result.shape.size
    let (xIsScalar, yIsScalar) = (operands[0].isScalar, operands[1].isScalar)
    return operands[0].withUnsafeBytes { first in
      operands[1].withUnsafeBytes { second in
        let (xs, ys) = (first.bindMemory(to: T.self), second.bindMemory(to: T.self))
        return made(result, of: R.self) { results in
          if count == 0 { return }
          if yIsScalar {
            let y = ys[0]
            for index in 0..<count { results[index] = function(xs[xIsScalar ? 0 : index], y) }
          } else if xIsScalar {
            let x = xs[0]
            for index in 0..<count { results[index] = function(x, ys[index]) }
          } else {
            for index in 0..<count { results[index] = function(xs[index], ys[index]) }
          }
        }
      }
    }
  }

  /// The elements of one or two operands, by a condition.
  static func selected<T: BitwiseCopyable>(_ operands: [HostOperand], _ result: TensorType, _: T.Type)
    -> [UInt8]
  {
    operands[0].withUnsafeBytes { conditions in
      operands[1].withUnsafeBytes { first in
        operands[2].withUnsafeBytes { second in
          let (xs, ys) = (first.bindMemory(to: T.self), second.bindMemory(to: T.self))
          let isScalar = operands.map(\.isScalar)
          return made(result, of: T.self) { results in
            for index in 0..<result.shape.size {
              let isFirst = conditions[isScalar[0] ? 0 : index] != 0
              results[index] = isFirst ? xs[isScalar[1] ? 0 : index] : ys[isScalar[2] ? 0 : index]
            }
          }
        }
      }
    }
  }
}

extension HostOperand {
  /// Whether it is the one element that goes with all of the others'.
  var isScalar: Bool { type.ndim == 0 }
}
