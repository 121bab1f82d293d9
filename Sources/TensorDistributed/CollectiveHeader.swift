import CMPI
import TensorCore
import TensorPrimitives
import TensorTransformations

/// What processes tell each other before a collective: which one it is, so that different ones do not hang or mix up
/// memory, and the values themselves where they are few.
package struct CollectiveHeader: Equatable {
  static let length = 64
  /// The most bytes of values that travel in the header itself.
  static let inlineCapacity = 32

  /// The number of the collective among those of its communicator.
  let number: UInt64
  let kind: UInt8
  package let combination: UInt8
  let element: UInt8
  /// The bytes of the operand.
  let size: UInt64
  /// The groups or pairs of processes, as a hash.
  let arrangement: UInt64

  func write(to bytes: UnsafeMutableRawBufferPointer) {
    bytes.storeBytes(of: number, as: UInt64.self)
    bytes.storeBytes(of: size, toByteOffset: 8, as: UInt64.self)
    bytes.storeBytes(of: arrangement, toByteOffset: 16, as: UInt64.self)
    bytes.storeBytes(of: kind, toByteOffset: 24, as: UInt8.self)
    bytes.storeBytes(of: combination, toByteOffset: 25, as: UInt8.self)
    bytes.storeBytes(of: element, toByteOffset: 26, as: UInt8.self)
  }

  init(number: UInt64, kind: UInt8, combination: UInt8, element: UInt8, size: UInt64, arrangement: UInt64) {
    self.number = number
    self.kind = kind
    self.combination = combination
    self.element = element
    self.size = size
    self.arrangement = arrangement
  }

  init(_ bytes: UnsafeRawBufferPointer) {
    self.init(
      number: bytes.loadUnaligned(as: UInt64.self), kind: bytes[24], combination: bytes[25],
      element: bytes[26], size: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self),
      arrangement: bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
  }

  /// The collective as an error tells it: `psum of 100 f32`.
  var description: String {
    let kinds = ["psum", "allGather", "psumScatter", "allToAll", "ppermute"]
    let names = kind == 0 ? ["psum", "pmax", "pmin"] : kinds
    let index = Int(kind == 0 ? combination : kind)
    let name = names.indices.contains(index) ? names[index] : "a collective"
    let dtype = DType.allCases.indices.contains(Int(element)) ? DType.allCases[Int(element)] : .uint8
    return "\(name) of \(Int(size) / dtype.byteWidth) \(dtype.shortName)"
  }
}
