/// The extent of each axis of a tensor: `[batch, time, features]`.
///
/// Negative indices count from the end, as in Python: `shape[-1]` is the last extent.
public struct Shape: Sendable, Hashable, ExpressibleByArrayLiteral, CustomStringConvertible {
  /// The extents, outermost axis first.
  public let dimensions: [Int]

  public init(_ dimensions: [Int]) { self.dimensions = dimensions }

  public init(arrayLiteral elements: Int...) { dimensions = elements }

  /// What no extent, padding, stride or dilation is greater than: arithmetic on a few of them stays below 2^63.
  package static let greatestExtent = 1 << 48

  /// What reading an axis that does not exist gives: an extent that no operation accepts, so that the mistake
  /// surfaces as an error of the operation that uses it instead of ending the process.
  static let missingAxis = -1

  /// The extent of an axis; negative ones count from the end.
  ///
  /// An axis that does not exist has an extent that every operation rejects with an error.
  public subscript(_ axis: Int) -> Int {
    let index = axis.counted(in: dimensions.count)
    return dimensions.indices.contains(index) ? dimensions[index] : Shape.missingAxis
  }

  /// The number of axes, also called rank.
  public var count: Int { dimensions.count }
  /// The number of axes.
  public var ndim: Int { dimensions.count }
  /// The number of elements: the product of all extents; 1 for a scalar, `Int.max` for more.
  public var size: Int { dimensions.saturatingProduct }

  public var description: String { "[" + dimensions.map(String.init).joined(separator: ", ") + "]" }

  public static func + (a: Shape, b: Shape) -> Shape { Shape(a.dimensions + b.dimensions) }
}

extension Shape: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { dimensions.count }
}
