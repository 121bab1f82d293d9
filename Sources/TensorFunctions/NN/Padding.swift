import TensorCore
import TensorPrimitives
import TensorTransformations

/// What surrounds a tensor before a window slides over it.
public enum Padding: Sendable, Hashable {
  /// Nothing: windows lie inside.
  case valid
  /// So much that there is a window for every stride; an odd place goes to the end.
  case same
  /// As `same`; an odd place goes to the start.
  case sameLower
  /// Places before and after each axis; negative ones cut off.
  case edges(low: [Int], high: [Int])

  /// Places before and after each axis: `.explicit([(1, 1), (0, 2)])`.
  ///
  /// Never fails; what takes the padding fails unless it has a pair for each axis.
  public static func explicit(_ pairs: [(Int, Int)]) -> Padding {
    .edges(low: pairs.map(\.0), high: pairs.map(\.1))
  }

  /// The places for windows (dilated already) over a tensor of these extents.
  func edges(extents: [Int], window: [Int], strides: [Int]) throws(TypeRuleError) -> (low: [Int], high: [Int])
  {
    let none = extents.map { _ in 0 }
    if case .edges(let low, let high) = self { return (low, high) }
    if self == .valid { return (none, none) }
    guard window.count == extents.count, strides.count == extents.count, strides.allSatisfy({ $0 > 0 }) else {
      throw TypeRuleError(
        "a window \(window) with strides \(strides) for \(extents.count) axes",
        expected: "an extent and a positive stride for each axis")
    }
    let total = extents.indices.map { axis in
      let count = Int.steps(from: 0, to: extents[axis], by: strides[axis])
      return Swift.max(0, (count - 1) *| strides[axis] +| window[axis] -| extents[axis])
    }
    let half = total.map { $0 / 2 }
    let rest = zip(total, half).map { $0 - $1 }
    return self == .same ? (half, rest) : (rest, half)
  }
}
