import StableHLO
import TensorCore

/// Windows that do not overlap: an axis that they divide becomes two, the window's number and the place in it.
///
/// XLA walks through windows one element after the other, and finds where a maximum was with the help of an array of
/// positions for each axis. Over axes of their own, windows are reduced as anything else is: a small convolutional network's
/// step takes less than half as long (`cnn` in docs/Benchmarks.md).
struct WindowTiles {
  /// The tensor's padding before and after; what no window reaches is cut off by a negative one.
  private let low, high: [Int]
  /// For each axis: how many windows there are, how far they are apart, and how many elements each takes.
  private let counts, strides, sizes: [Int]

  /// The tiles of a tensor with these extents; nil where windows overlap, have holes, have no elements, or lie in
  /// padding mostly.
  init?(_ window: HLOFunction.Window, extents: [Int]) {
    guard (window.windowDilations + window.baseDilations).allSatisfy({ $0 == 1 }), !extents.contains(0),
      !window.sizes.contains(0), let counts = try? WindowRule.resultExtents(extents, window),
      !counts.contains(0)
    else { return nil }
    let axes = extents.indices
    // A single window may be as far from the next one as we like.
    let strides = axes.map { counts[$0] == 1 ? window.sizes[$0] : window.strides[$0] }
    let high = axes.map { counts[$0] *| strides[$0] -| extents[$0] -| window.low[$0] }
    let isCovered = axes.allSatisfy { axis in
      let cropped = max(0, 0 -| window.low[axis]) +| max(0, 0 -| high[axis])
      return strides[axis] >= window.sizes[axis] && cropped < extents[axis]
    }
    // The padding is written out: it must not be much.
    let size = axes.reduce(1) { $0 *| (counts[$1] *| strides[$1]) }
    guard isCovered, strides.contains(where: { $0 > 1 }), size <= 4 *| extents.reduce(1, *|) else {
      return nil
    }
    (low, self.high) = (window.low, high)
    (self.counts, self.strides, sizes) = (counts, strides, window.sizes)
  }

  private var isDivided: [Bool] { strides.map { $0 > 1 } }

  /// The axes of the tiles that are the places in windows.
  var placeAxes: [Int] { divided { offset, isDivided in isDivided ? offset + 1 : nil } }
  /// The axes of the tiles that are those of the result.
  var windowAxes: [Int] { divided { offset, _ in offset } }
  /// The extents of the tiles.
  var extents: [Int] { extents(with: sizes) }
  /// How many elements a window has.
  var windowSize: Int { sizes.reduce(1, *) }

  private func divided(_ axis: (_ offset: Int, _ isDivided: Bool) -> Int?) -> [Int] {
    var offset = 0
    return isDivided.compactMap { isDivided in
      defer { offset += isDivided ? 2 : 1 }
      return axis(offset, isDivided)
    }
  }

  private func extents(with positions: [Int]) -> [Int] {
    counts.indices.flatMap { isDivided[$0] ? [counts[$0], positions[$0]] : [counts[$0]] }
  }

  private var padded: [Int] { zip(counts, strides).map { $0 * $1 } }
  private var none: [Int] { counts.map { _ in 0 } }
  private var hasEdges: Bool { (low + high).contains { $0 != 0 } }

  // MARK: StableHLO

  /// A tensor as tiles, with `padding` where it has no elements.
  func divide(_ x: HLOValue, padding: HLOValue, _ f: HLOFunction) -> HLOValue {
    let whole =
      hasEdges
      ? f.pad(x, padding, low: low, high: high, interior: none, to: HLOType(x.type.element, padded)) : x
    let tiles = f.reshape(whole, to: extents(with: strides))
    if sizes == strides { return tiles }
    return f.slice(
      tiles, start: tiles.type.dimensions.map { _ in 0 }, limit: extents,
      stride: extents.map { _ in 1 }, to: HLOType(x.type.element, extents))
  }

  /// The tensor that has these tiles, `padding` where they have no elements.
  func join(_ tiles: HLOValue, padding: HLOValue, to type: HLOType, _ f: HLOFunction) -> HLOValue {
    let all = extents(with: strides)
    let none = all.map { _ in 0 }
    let filled =
      sizes == strides
      ? tiles
      : f.pad(
        tiles, padding, low: none, high: zip(all, extents).map { $0 - $1 }, interior: none,
        to: HLOType(type.element, all))
    let whole = f.reshape(filled, to: padded)
    if !hasEdges { return whole }
    return f.pad(
      whole, padding, low: low.map { -$0 }, high: high.map { -$0 }, interior: self.none, to: type)
  }

  /// The elements at each place of the windows in turn, as tensors of the result's extents.
  func positions(_ tiles: HLOValue, _ f: HLOFunction) -> [HLOValue] {
    let (axes, extents) = (placeAxes, extents)
    return (0..<windowSize).map { number in
      var (start, limit, rest) = (extents.map { _ in 0 }, extents, number)
      for axis in axes.reversed() {
        start[axis] = rest % extents[axis]
        limit[axis] = start[axis] + 1
        rest /= extents[axis]
      }
      let cut = HLOType(tiles.type.element, zip(start, limit).map { $1 - $0 })
      let part = f.slice(tiles, start: start, limit: limit, stride: extents.map { _ in 1 }, to: cut)
      return f.reshape(part, to: counts)
    }
  }

  /// For each element of the tiles the number of its place in the window.
  func numbers(_ f: HLOFunction) -> HLOValue {
    let type = HLOType(.i32, extents)
    var numbers = f.constant("0", type)
    for axis in placeAxes {
      let size = f.constant(String(extents[axis]), type)
      let position = f.iota(dimension: axis, type)
      numbers = f.binary("stablehlo.add", f.binary("stablehlo.multiply", numbers, size), position)
    }
    return numbers
  }

  // MARK: Tensors

  /// The tensor with a cotangent's elements at all places of their windows, the transpose of a sum.
  func spread(_ cotangent: Tensor) -> Tensor {
    let zero = Tensor(ScalarLiteral(0, cotangent.dtype))
    var tiles = cotangent.broadcastInDim(Shape(extents), dimensions: windowAxes)
    if sizes != strides {
      let edges = zip(extents(with: strides), extents).map { $0 - $1 }
      let none = edges.map { _ in 0 }
      tiles = bind(Pad(low: none, high: edges, interior: none), tiles, zero)
    }
    let whole = tiles.reshape(Shape(padded))
    if !hasEdges { return whole }
    return bind(Pad(low: low.map { -$0 }, high: high.map { -$0 }, interior: none), whole, zero)
  }
}
