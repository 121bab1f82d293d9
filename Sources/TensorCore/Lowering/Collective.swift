/// What an operation across a named axis does, whoever has the values along it: devices of a mesh, processes.
package enum Collective: Sendable {
  /// How a reduction combines two values.
  package enum Combination: Sendable {
    case sum, max, min

    /// The operation in StableHLO.
    package var hloName: String {
      switch self {
      case .sum: "stablehlo.add"
      case .max: "stablehlo.maximum"
      case .min: "stablehlo.minimum"
      }
    }
  }

  /// All values combined; everyone gets the result.
  case reduce(Combination, groups: [[Int]]?)
  /// The sum, of which each gets its part along `axis`.
  case scatterSum(axis: Int, groups: [[Int]]?)
  /// All values along a new axis; everyone gets them.
  case gather(axis: Int, groups: [[Int]]?)
  /// Each value divided along `split` among all; what one gets is joined along `concat`.
  case exchange(split: Int, concat: Int, groups: [[Int]]?)
  /// Values sent from sources to targets; whom nothing is sent to gets zeros.
  case permute(sources: [Int], targets: [Int])
  /// The position along the axis.
  case index
}
