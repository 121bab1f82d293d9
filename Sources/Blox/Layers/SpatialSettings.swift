/// Checks the settings of a convolution or a pool against its number of spatial axes.
struct SpatialSettings {
  private let operation: String
  private let spatialRank: Int

  /// - Parameter kernelSize: the size of the kernel or window, which tells how many axes there are.
  init(_ operation: String, _ kernelSize: any SpatialExtents) {
    self.operation = operation
    spatialRank = kernelSize.spatialRank
  }

  /// One positive number for each axis.
  func positive(_ name: String, _ value: any SpatialExtents) throws(ModelError) -> [Int] {
    let extents = value.extents(spatialRank)
    try require(
      spatialRank > 0 && extents.count == spatialRank && extents.allSatisfy { $0 > 0 }, operation,
      "\(name) is \(extents)",
      expected: spatialRank > 0 ? "a positive number for each of \(axes)" : "at least one spatial axis")
    return extents
  }

  /// One positive number.
  func positive(_ name: String, _ value: Int) throws(ModelError) -> Int {
    try require(value > 0, operation, "\(name) is \(value)", expected: "a positive number")
    return value
  }

  /// Padding with places for each axis, if it has places.
  func fitting(_ padding: Padding) throws(ModelError) -> Padding {
    if case .edges(let low, let high) = padding {
      try require(
        low.count == spatialRank && high.count == spatialRank, operation,
        "the padding has places for \(low.count) \(low.count == 1 ? "axis" : "axes")",
        expected: "places before and after each of \(axes)")
    }
    return padding
  }

  private var axes: String { "\(spatialRank) spatial \(spatialRank == 1 ? "axis" : "axes")" }
}
