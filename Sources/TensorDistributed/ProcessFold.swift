package import CMPI
package import TensorCore
import TensorPrimitives
import TensorTransformations

/// Combines rows of equal elements into one, in the order of the rows.
package struct ProcessFold {
  let rows: [UnsafeRawBufferPointer]
  let result: UnsafeMutableRawBufferPointer

  package func run(_ dtype: DType, _ combination: BloxMPIOperation) {
    switch dtype {
    case .bool, .uint8: combine(UInt8.self, combination, &+)
    case .int8: combine(Int8.self, combination, &+)
    case .int16: combine(Int16.self, combination, &+)
    case .int32: combine(Int32.self, combination, &+)
    case .int64: combine(Int64.self, combination, &+)
    case .uint16: combine(UInt16.self, combination, &+)
    case .uint32: combine(UInt32.self, combination, &+)
    case .uint64: combine(UInt64.self, combination, &+)
    // The parts of complex numbers one by one; 16-bit numbers come as float32.
    case .float32, .complex64, .float16, .bfloat16: combine(Float.self, combination, +)
    case .float64: combine(Double.self, combination, +)
    }
  }

  private func combine<T: Comparable>(_ type: T.Type, _ combination: BloxMPIOperation, _ sum: (T, T) -> T) {
    switch combination {
    case .sum: fold(sum)
    case .max: fold { (a: T, b: T) in a != a ? a : b != b ? b : a > b ? a : b }
    case .min: fold { (a: T, b: T) in a != a ? a : b != b ? b : a < b ? a : b }
    }
  }

  private func fold<T>(_ combined: (T, T) -> T) {
    guard let first = rows.first else { return }
    result.copyMemory(from: first)
    let total = result.assumingMemoryBound(to: T.self)
    for row in rows.dropFirst() {
      let values = row.assumingMemoryBound(to: T.self)
      for index in 0..<min(total.count, values.count) { total[index] = combined(total[index], values[index]) }
    }
  }
}

extension DType {
  /// The type that MPI reduces.
  var mpiElement: BloxMPIElement {
    switch self {
    case .bool, .uint8: .uInt8
    case .int8: .int8
    case .int16: .int16
    case .int32: .int32
    case .int64: .int64
    case .uint16: .uInt16
    case .uint32: .uInt32
    case .uint64: .uInt64
    case .float32, .float16, .bfloat16: .float
    case .float64: .double
    case .complex64: .complexFloat
    }
  }

  /// A type of the same width, for elements that are moved only.
  var mpiMovement: BloxMPIElement {
    switch byteWidth {
    case 1: .uInt8
    case 2: .uInt16
    case 4: .uInt32
    default: .uInt64
    }
  }
}
