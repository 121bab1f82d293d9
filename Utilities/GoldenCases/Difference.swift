import Checkpoints

/// How an array misses what was recorded.
public enum Difference: Sendable, Hashable {
  case type(got: String, want: String)
  /// `count` of `total` elements miss; the worst one of them, at `index`. Where exactly one of the two is NaN
  /// or infinite the difference is infinite.
  case values(count: Int, total: Int, index: [Int], got: Double, want: Double, allowed: Double)

  /// The largest difference of the elements, or nil if there are none to compare.
  public var largest: Double? {
    guard case .values(_, _, _, let got, let want, _) = self else { return nil }
    return Self.distance(got, want)
  }

  static func distance(_ got: Double, _ want: Double) -> Double {
    if got == want || (got.isNaN && want.isNaN) { return 0 }
    let distance = (got - want).magnitude
    return distance.isNaN ? .infinity : distance
  }
}

extension Difference: CustomStringConvertible {
  public var description: String {
    switch self {
    case .type(let got, let want): "is \(got), should be \(want)"
    case .values(let count, let total, let index, let got, let want, let allowed):
      "\(count) of \(total) elements differ; largest difference \(Self.distance(got, want)) at \(index): "
        + "got \(got), should be \(want)" + (allowed > 0 ? " within \(allowed)" : " exactly")
    }
  }
}
