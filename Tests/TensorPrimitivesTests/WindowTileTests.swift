import Tensors
import Testing

/// Windows that do not overlap, which are reduced over axes of their own, against plain loops.
@Suite struct WindowTileTests {
  /// A window over two axes of a tensor of 7 by 9, and what a plain walk through it finds.
  struct Windows: Sendable, CustomTestStringConvertible {
    var sizes: [Int]
    var strides: [Int]
    var padding = [(0, 0), (0, 0)]
    static let extents = [7, 9]
    var testDescription: String { "\(sizes), \(strides), \(padding)" }

    var counts: [Int] {
      (0..<2).map { axis in
        let room = Windows.extents[axis] + padding[axis].0 + padding[axis].1 - sizes[axis]
        return room / strides[axis] + 1
      }
    }

    /// The places of each window in row-major order; nil for padding.
    var places: [[Int?]] {
      (0..<counts[0]).flatMap { row in
        (0..<counts[1]).map { column in
          (0..<sizes[0] * sizes[1]).map { number in
            let i = row * strides[0] + number / sizes[1] - padding[0].0
            let j = column * strides[1] + number % sizes[1] - padding[1].0
            let isInside = (0..<7).contains(i) && (0..<9).contains(j)
            return isInside ? i * 9 + j : nil
          }
        }
      }
    }

    /// The place where each window's maximum is: kept unless a later one is greater; a NaN is not kept.
    func chosen(_ x: [Float]) -> [Int?] {
      places.map { places in
        places.dropFirst().reduce(places[0]) { best, next in
          func value(_ place: Int?) -> Float { place.map { x[$0] } ?? -.infinity }
          return value(best) >= value(next) ? best : next
        }
      }
    }
  }

  static let all = [
    Windows(sizes: [2, 2], strides: [2, 2]), Windows(sizes: [7, 9], strides: [7, 9]),
    Windows(sizes: [7, 1], strides: [1, 1]), Windows(sizes: [2, 3], strides: [3, 3]),
    Windows(sizes: [2, 2], strides: [2, 2], padding: [(0, 1), (1, 0)]),
    Windows(sizes: [3, 3], strides: [4, 3], padding: [(2, 1), (0, 3)]),
    Windows(sizes: [2, 2], strides: [2, 2], padding: [(-1, 0), (-2, -3)]),
    Windows(sizes: [1, 1], strides: [3, 2]),
    Windows(sizes: [5, 4], strides: [5, 4], padding: [(3, 0), (0, 3)]),
  ]

  /// Few values, so that many are equal, and some that are none.
  static let inputs: [[Float]] = [
    (0..<63).map { Float(($0 * 37 + 11) % 5) },
    (0..<63).map { $0 % 4 == 1 ? .nan : Float(($0 * 29) % 7) },
    (0..<63).map { $0 % 3 == 0 ? Float($0 % 2) : -.infinity },
    (0..<63).map { Float(($0 * 31) % 63) },
  ]

  private func pool(_ x: Tensor, _ operation: WindowOperation, _ windows: Windows) -> Tensor {
    reduceWindow(
      x, operation, windowDimensions: windows.sizes, windowStrides: windows.strides,
      padding: .explicit(windows.padding))
  }

  @Test(arguments: all, inputs) func valuesAndGradientsAreThoseOfThePlainWalk(
    windows: Windows, values: [Float]
  ) throws {
    let x = Tensor(values, shape: [7, 9])
    let places = windows.places
    let weights = (0..<places.count).map { Float($0 + 1) }
    let w = Tensor(weights, shape: Shape(windows.counts))
    let results = try jit { (x: Tensor, w: Tensor) in
      let numbers = Tensor.arange(1, 64, dtype: .float32).reshape([7, 9])
      let maximum = pool(x, .max, windows)
      let minimum = pool(x, .min, windows)
      return [
        maximum, minimum, pool(x, .add, windows),
        grad { (x: Tensor) in (pool(x, .max, windows) * w).sum() }(x),
        grad { (x: Tensor) in -(pool(-x, .min, windows) * w).sum() }(x),
        grad { (x: Tensor) in (pool(x, .add, windows) * w).sum() }(x),
        jvp({ (x: Tensor) in pool(x, .max, windows) }, primals: x, tangents: numbers).1,
      ]
    }(x, w).map { try $0.scalars(Float.self) }
    var (maxima, minima, sums): ([Float], [Float], [Float]) = ([], [], [])
    var (scattered, spread) = ([Float](repeating: 0, count: 63), [Float](repeating: 0, count: 63))
    var gathered: [Float] = []
    for (window, place) in zip(places, windows.chosen(values)).enumerated() {
      let elements = place.0.compactMap { $0 }.map { values[$0] }
      let hasNaN = elements.contains(where: \.isNaN)
      maxima.append(hasNaN ? .nan : elements.max() ?? -.infinity)
      minima.append(hasNaN ? .nan : elements.min() ?? .infinity)
      sums.append(elements.reduce(0, +))
      if let chosen = place.1 { scattered[chosen] += weights[window] }
      for index in place.0.compactMap({ $0 }) { spread[index] += weights[window] }
      // Nothing is found in a window of nothing but minus infinity.
      gathered.append(place.1.flatMap { values[$0] == -.infinity ? nil : Float($0 + 1) } ?? 0)
    }
    func isSame(_ a: [Float], _ b: [Float]) -> Bool {
      a.count == b.count && zip(a, b).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN }
    }
    #expect(isSame(results[0], maxima))
    // Padding does not count: a window of padding alone is the operation's identity.
    #expect(isSame(results[1], minima))
    #expect(isSame(results[2], sums))
    #expect(isSame(results[3], scattered))
    #expect(isSame(results[4], scattered))
    #expect(isSame(results[5], spread))
    #expect(isSame(results[6], gathered))
  }

  /// Lanes, and derivatives of derivatives, of both ways of writing the choice.
  @Test(arguments: [[2, 2], [4, 5]]) func lanesAndSecondDerivatives(window: [Int]) throws {
    let x = Tensor((0..<160).map { Float(($0 * 53) % 160) / 16 }, shape: [2, 8, 10])
    func cubes(_ x: Tensor) -> Tensor {
      let pooled = reduceWindow(x, .max, windowDimensions: window, windowStrides: window)
      return (pooled * pooled * pooled).sum()
    }
    let (one, lanes, second) = try jit { (x: Tensor) in
      let lane = grad(cubes)(x[1])
      let lanes = vmap(grad(cubes))(x)
      let second = vmap { (x: Tensor) in jvp(grad(cubes), primals: x, tangents: Tensor.onesLike(x)).1 }(x)
      return (lane, lanes, second)
    }(x)
    #expect(try lanes[1].scalars(Float.self) == one.scalars(Float.self))
    let chosen = try lanes.scalars(Float.self)
    let expected = try zip(x.scalars(Float.self), chosen).map { $1 == 0 ? 0 : 6 * $0 }
    #expect(try second.scalars(Float.self) == expected)
    #expect(chosen.count { $0 != 0 } >= 2 * 80 / (window[0] * window[1]) - 1)
  }
}
