import Checkpoints

/// Decides whether an array is the recorded one.
public enum Comparison {
  /// Nil if `got` is what `mode` asks `want` to be reproduced as. Shape and dtype must always agree.
  public static func difference(_ got: HostArray, _ want: HostArray, _ mode: Check.Mode) -> Difference? {
    guard got.dtype == want.dtype, got.shape == want.shape else {
      return .type(got: "\(got.dtype.rawValue) \(got.shape)", want: "\(want.dtype.rawValue) \(want.shape)")
    }
    if got.bytes == want.bytes { return nil }
    switch mode {
    case .exact:
      let width = want.dtype.bitWidth / 8 / parts(of: want)
      return worst(got, want, allowed: { _ in 0 }) { index, gotten, wanted in
        let place = index * width..<(index + 1) * width
        return got.bytes[place] == want.bytes[place] || (gotten.isNaN && wanted.isNaN)
      }
    case .close(let rtol, let atol):
      return worst(got, want, allowed: { atol + rtol * $0.magnitude }) { _, got, want in
        if got.isNaN || want.isNaN { return got.isNaN && want.isNaN }
        if got.isInfinite || want.isInfinite { return got == want }
        return (got - want).magnitude <= atol + rtol * want.magnitude
      }
    }
  }

  /// The element that misses most among those that are not `equal`.
  private static func worst(
    _ got: HostArray, _ want: HostArray, allowed: (Double) -> Double,
    equal: (Int, _ got: Double, _ want: Double) -> Bool
  ) -> Difference? {
    let (gotten, wanted) = (got.doubles, want.doubles)
    var count = 0
    var worst = (index: 0, distance: -1.0)
    for index in wanted.indices where !equal(index, gotten[index], wanted[index]) {
      count += 1
      let distance = Difference.distance(gotten[index], wanted[index])
      if distance > worst.distance { worst = (index, distance) }
    }
    if count == 0 { return nil }
    return .values(
      count: count, total: wanted.count, index: position(worst.index / parts(of: want), in: want.shape),
      got: gotten[worst.index], want: wanted[worst.index], allowed: allowed(wanted[worst.index]))
  }

  /// How many numbers an element is.
  private static func parts(of array: HostArray) -> Int { array.dtype == .c64 ? 2 : 1 }

  /// The index on every axis of the element at a place in row-major order.
  private static func position(_ place: Int, in shape: [Int]) -> [Int] {
    var rest = place
    var result: [Int] = []
    for size in shape.reversed() {
      result.append(rest % size)
      rest /= size
    }
    return result.reversed()
  }
}
