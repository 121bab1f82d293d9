import SeededRandom
import Tensors

/// The windows of pooling and convolution along each axis.
struct RandomWindow: Sendable, CustomStringConvertible {
  let sizes, strides, low, high, baseDilation, windowDilation: [Int]
  var description: String {
    "\(sizes), strides: \(strides), padding: \(Array(zip(low, high))), base dilation: \(baseDilation), "
      + "window dilation: \(windowDilation)"
  }

  init(_ extents: [Int], _ g: inout SplitMix64) {
    sizes = extents.map { _ in g.int(1...3) }
    strides = g.ints(extents.count, 1...2)
    // Less than nothing, and more than a window reaches.
    low = g.ints(extents.count, -2...3)
    high = g.ints(extents.count, -2...3)
    baseDilation = extents.map { _ in g.chance(1, of: 3) ? g.int(2...3) : 1 }
    windowDilation = extents.map { _ in g.chance(1, of: 3) ? 2 : 1 }
  }

  /// How many places the window has along each axis; nil if it has none somewhere.
  func counts(_ extents: [Int]) -> [Int]? {
    let counts = extents.indices.map { axis -> Int in
      let base = extents[axis] == 0 ? 0 : (extents[axis] - 1) * baseDilation[axis] + 1
      let room = base + low[axis] + high[axis] - (sizes[axis] - 1) * windowDilation[axis] - 1
      return room < 0 ? 0 : room / strides[axis] + 1
    }
    return counts.contains(0) ? nil : counts
  }

  /// The elements under a window, nil for what lies outside or between elements.
  func source(_ place: [Int], _ offset: [Int], _ extents: [Int]) -> [Int]? {
    var source: [Int] = []
    for axis in extents.indices {
      let position = place[axis] * strides[axis] + offset[axis] * windowDilation[axis] - low[axis]
      guard position >= 0, position % baseDilation[axis] == 0, position / baseDilation[axis] < extents[axis]
      else { return nil }
      source.append(position / baseDilation[axis])
    }
    return source
  }
}

struct PoolOperation: RandomOperation {
  let window: RandomWindow
  let isMaximum: Bool
  let shape: [Int]
  var isLinear: Bool { !isMaximum }
  var description: String { "reduceWindow(\(isMaximum ? "max" : "add"), \(window))" }

  init?(_ x: HostArray, _ g: inout SplitMix64) {
    guard x.ndim > 0, !x.shape.contains(0) else { return nil }
    window = RandomWindow(x.shape, &g)
    guard let shape = window.counts(x.shape) else { return nil }
    self.shape = shape
    isMaximum = g.chance(1, of: 3)
    // A window of padding alone has the lowest number there is: that would be the end of small integers.
    if isMaximum, reference([x]).elements.contains(-.infinity) { return nil }
  }

  func apply(_ operands: [Tensor], positions: [Tensor]) -> Tensor {
    reduceWindow(
      operands[0], isMaximum ? .max : .add, windowDimensions: window.sizes, windowStrides: window.strides,
      padding: .edges(low: window.low, high: window.high), baseDilation: window.baseDilation,
      windowDilation: window.windowDilation)
  }

  func reference(_ operands: [HostArray]) -> HostArray {
    let x = operands[0]
    let offsets = HostArray.positions(window.sizes)
    return HostArray(shape) { place in
      offsets.reduce(isMaximum ? -.infinity : 0) { total, offset in
        guard let source = window.source(place, offset, x.shape) else { return total }
        return isMaximum ? max(total, x.element(source)) : total + x.element(source)
      }
    }
  }
}

/// A convolution of the last axes, over an input `[batch, features, spatial…]`, with a kernel of its own or with a
/// value of the program.
struct ConvolutionOperation: RandomOperation {
  let window: RandomWindow
  let kernel: HostArray?
  let counts: [Int]
  var isLinear: Bool { kernel != nil }
  var description: String {
    "convGeneralDilated(kernel: \(kernel.map { "\($0.shape) \($0.elements)" } ?? "a value"), \(window))"
  }

  init?(_ x: HostArray, _ g: inout SplitMix64) {
    guard x.ndim > 2, !x.shape.contains(0) else { return nil }
    window = RandomWindow(Array(x.shape.dropFirst(2)), &g)
    guard let counts = window.counts(Array(x.shape.dropFirst(2))) else { return nil }
    self.counts = counts
    kernel = g.array([g.int(1...3), x.shape[1]] + window.sizes).map { ($0 / 3).rounded(.towardZero) }
  }

  init?(_ x: HostArray, kernel: HostArray, _ g: inout SplitMix64) {
    guard x.ndim > 2, x.ndim == kernel.ndim, x.shape[1] == kernel.shape[1],
      !x.shape.contains(0), !kernel.shape.contains(0)
    else { return nil }
    let window = RandomWindow(Array(x.shape.dropFirst(2)), Array(kernel.shape.dropFirst(2)), &g)
    guard let counts = window.counts(Array(x.shape.dropFirst(2))) else { return nil }
    self.window = window
    self.counts = counts
    self.kernel = nil
  }

  func apply(_ operands: [Tensor], positions: [Tensor]) -> Tensor {
    let weights =
      kernel.map { Tensor($0.elements.map { Float($0) }, shape: Shape($0.shape)).astype(operands[0].dtype) }
      ?? operands[1]
    return convGeneralDilated(
      operands[0], weights, windowStrides: window.strides,
      padding: .edges(low: window.low, high: window.high), lhsDilation: window.baseDilation,
      rhsDilation: window.windowDilation)
  }

  func reference(_ operands: [HostArray]) -> HostArray {
    let x = operands[0]
    let weights = kernel ?? operands[1]
    let offsets = HostArray.positions(window.sizes)
    let extents = Array(x.shape.dropFirst(2))
    return HostArray([x.shape[0], weights.shape[0]] + counts) { place in
      offsets.reduce(0) { total, offset in
        guard let source = window.source(Array(place.dropFirst(2)), offset, extents) else { return total }
        return (0..<x.shape[1]).reduce(total) { total, feature in
          total + x.element([place[0], feature] + source) * weights.element([place[1], feature] + offset)
        }
      }
    }
  }
}

extension RandomWindow {
  /// A window of given sizes.
  init(_ extents: [Int], _ sizes: [Int], _ g: inout SplitMix64) {
    let other = RandomWindow(extents, &g)
    self.init(
      sizes: sizes, strides: other.strides, low: other.low, high: other.high,
      baseDilation: other.baseDilation, windowDilation: other.windowDilation)
  }

  private init(
    sizes: [Int], strides: [Int], low: [Int], high: [Int], baseDilation: [Int], windowDilation: [Int]
  ) {
    self.sizes = sizes
    self.strides = strides
    self.low = low
    self.high = high
    self.baseDilation = baseDilation
    self.windowDilation = windowDilation
  }
}
