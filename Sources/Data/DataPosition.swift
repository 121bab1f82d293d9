public import Tensors

/// How many elements of a dataset have been taken: a small tree that is saved beside parameters and optimizer, and with
/// which one goes on with the very next element.
public struct DataPosition: TensorTree, Sendable {
  /// The number of the next element, in two halves of 31 bits.
  private var halves: Tensor

  /// The position before an element.
  public init(_ index: Int = 0) {
    let index = Swift.max(index, 0)
    halves = Tensor([Int32(truncatingIfNeeded: index >> 31), Int32(truncatingIfNeeded: index & 0x7FFF_FFFF)])
  }

  public mutating func forEachLeaf(_ body: (inout Tensor) -> Void) { body(&halves) }

  /// The number of the next element.
  ///
  /// - Throws: `DataError` if the tensor read from a file is none; the error that it carries.
  public var index: Int {
    get throws {
      let halves = try halves.scalars(Int32.self)
      guard halves.count == 2, halves.allSatisfy({ $0 >= 0 }) else {
        throw DataError(
          "DataPosition", problem: "the position is \(halves)", expected: "two numbers that are not negative")
      }
      return Int(halves[0]) << 31 | Int(halves[1])
    }
  }
}
