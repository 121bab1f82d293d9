package import StableHLO
import TensorCore

/// Arithmetic of windows that convolutions and window reductions share.
package enum WindowRule {
  /// The extents with `dilations - 1` places between elements.
  package static func dilated(_ extents: [Int], _ dilations: [Int]) -> [Int] {
    zip(extents, dilations).map { $0 == 0 ? 0 : ($0 -| 1) *| $1 +| 1 }
  }

  /// How many places the windows have on each axis.
  static func resultExtents(_ extents: [Int], _ window: HLOFunction.Window) throws(TypeRuleError) -> [Int] {
    let lists = [
      ("sizes", window.sizes), ("strides", window.strides), ("low paddings", window.low),
      ("high paddings", window.high), ("base dilations", window.baseDilations),
      ("window dilations", window.windowDilations),
    ]
    for (what, list) in lists where list.count != extents.count {
      throw TypeRuleError(
        "\(list.count) window \(what) for \(extents.count) axes", expected: "one for each axis")
    }
    for (what, list) in lists { try ShapeRule.checkRange(list, "window \(what)") }
    for (what, list) in [lists[1], lists[4], lists[5]] {
      if let wrong = list.first(where: { $0 < 1 }) {
        throw TypeRuleError("the window \(what) hold \(wrong)", expected: "\(what) of at least 1")
      }
    }
    if let wrong = window.sizes.first(where: { $0 < 0 }) {
      throw TypeRuleError("the window has the extent \(wrong)", expected: "extents of at least 0")
    }
    let base = dilated(extents, window.baseDilations)
    let reach = dilated(window.sizes, window.windowDilations)
    try ShapeRule.checkRange(base, "extents with their base dilations")
    try ShapeRule.checkRange(reach, "window sizes with their dilations")
    return extents.indices.map { axis in
      let room = base[axis] +| window.low[axis] +| window.high[axis] -| reach[axis]
      return room < 0 ? 0 : room / window.strides[axis] +| 1
    }
  }
}

extension HLOFunction.Window {
  package func with(sizes: [Int]) -> Self {
    var copy = self
    copy.sizes = sizes
    return copy
  }

  /// The window of a tensor with one more axis in front, which it does not cover.
  var withLeadingAxis: Self {
    Self(
      sizes: [1] + sizes, strides: [1] + strides, low: [0] + low, high: [0] + high,
      baseDilations: [1] + baseDilations, windowDilations: [1] + windowDilations)
  }

  package var text: String {
    "window: \(sizes), strides: \(strides), low: \(low), high: \(high)"
      + (baseDilations.allSatisfy { $0 == 1 } ? "" : ", baseDilations: \(baseDilations)")
      + (windowDilations.allSatisfy { $0 == 1 } ? "" : ", windowDilations: \(windowDilations)")
  }
}
