/// A number for each spatial axis, such as the size of a window: `3` or `[3, 5]`.
public protocol SpatialExtents: Sendable {
  /// The numbers for `spatialRank` axes.
  func extents(_ spatialRank: Int) -> [Int]
  /// How many spatial axes are meant where this alone tells of them.
  var spatialRank: Int { get }
}

/// The same number for every spatial axis; where it tells of the axes, there is one.
extension Int: SpatialExtents {
  public func extents(_ spatialRank: Int) -> [Int] {
    // Beyond any rank there is; what takes the numbers compares how many there are.
    [Int](repeating: self, count: Swift.min(Swift.max(0, spatialRank), 1 << 16))
  }
  public var spatialRank: Int { 1 }
}

extension Array: SpatialExtents where Element == Int {
  public func extents(_ spatialRank: Int) -> [Int] { self }
  public var spatialRank: Int { count }
}

/// A tensor `[…batch, …spatial, channels]` with all batch axes as one, and the way back.
struct SpatialBatch {
  /// `[batch, …spatial, channels]`.
  let flat: Tensor
  private let batch: [Int]

  /// Nil if there are too few axes; any number of batch axes will do, none too.
  init?(_ inputs: Tensor, spatialRank: Int) {
    guard inputs.ndim > spatialRank else { return nil }
    let shape = inputs.shape.dimensions
    batch = Array(shape.dropLast(spatialRank + 1))
    flat = inputs.reshape(Shape([batch.saturatingProduct] + shape.suffix(spatialRank + 1)))
  }

  /// `[batch, …, channels]` with the batch axes as they were.
  func unflattened(_ outputs: Tensor) -> Tensor {
    outputs.error != nil ? outputs : outputs.reshape(Shape(batch + outputs.shape.dimensions.dropFirst()))
  }

  /// What the rank should be.
  static func expectation(_ spatialRank: Int) -> String {
    "rank \(spatialRank + 1) or more: any number of batch axes, \(spatialRank) spatial "
      + (spatialRank == 1 ? "axis" : "axes") + " and 1 of channels"
  }
}
