import SeededRandom
import Tensors

struct SliceOperation: RandomOperation {
  let start, limit, strides: [Int]
  var description: String { "slice(start: \(start), limit: \(limit), strides: \(strides))" }

  init(_ x: HostArray, _ g: inout SplitMix64) {
    let bounds = x.shape.map { extent in (g.int(0...extent), g.int(0...extent)) }
    start = bounds.map { min($0, $1) }
    limit = zip(bounds, x.shape).map { pair, extent in
      let (low, high) = (min(pair.0, pair.1), max(pair.0, pair.1))
      // Seldom empty.
      return low == high && low < extent ? low + 1 : high
    }
    strides = g.chance(1, of: 3) ? g.ints(x.ndim, 1...3) : x.shape.map { _ in 1 }
  }

  func apply(_ operands: [Tensor], positions: [Tensor]) -> Tensor {
    slice(operands[0], start, limit, strides: strides)
  }

  func reference(_ operands: [HostArray]) -> HostArray {
    let extents = start.indices.map { (limit[$0] - start[$0] + strides[$0] - 1) / strides[$0] }
    return HostArray(extents) { position in
      operands[0].element(position.indices.map { start[$0] + position[$0] * strides[$0] })
    }
  }
}

struct PadOperation: RandomOperation {
  let low, high, interior: [Int]
  let value: Int
  var description: String { "pad(\(value), low: \(low), high: \(high), interior: \(interior))" }

  init(_ x: HostArray, _ g: inout SplitMix64) {
    interior = x.shape.map { _ in g.chance(1, of: 3) ? g.int(1...2) : 0 }
    let ends = zip(x.shape, interior).map { extent, inner in
      let whole = extent == 0 ? 0 : (extent - 1) * (inner + 1) + 1
      let low = g.int(-min(whole, 3)...2)
      return (low, max(g.int(-3...2), -whole - low))
    }
    low = ends.map(\.0)
    high = ends.map(\.1)
    value = g.chance(1, of: 2) ? 0 : g.int(-3...3)
  }

  func apply(_ operands: [Tensor], positions: [Tensor]) -> Tensor {
    pad(operands[0], Tensor(value), low.indices.map { (low[$0], high[$0], interior[$0]) })
  }

  func reference(_ operands: [HostArray]) -> HostArray {
    let x = operands[0]
    let extents = x.shape.indices.map {
      low[$0] + high[$0] + (x.shape[$0] == 0 ? 0 : (x.shape[$0] - 1) * (interior[$0] + 1) + 1)
    }
    return HostArray(extents) { position in
      let places = position.indices.map { position[$0] - low[$0] }
      guard places.indices.allSatisfy({ places[$0] >= 0 && places[$0] % (interior[$0] + 1) == 0 }) else {
        return Double(value)
      }
      return x.element(places.indices.map { places[$0] / (interior[$0] + 1) }, outside: Double(value))
    }
  }
}

struct ReverseOperation: RandomOperation {
  let axes: [Int]
  var description: String { "flipped(axis: \(axes))" }

  init(_ x: HostArray, _ g: inout SplitMix64) { axes = x.shape.indices.filter { _ in g.chance(1, of: 2) } }

  func apply(_ operands: [Tensor], positions: [Tensor]) -> Tensor {
    axes.isEmpty ? operands[0] : flip(operands[0], axis: axes)
  }

  func reference(_ operands: [HostArray]) -> HostArray {
    let shape = operands[0].shape
    return HostArray(shape) { position in
      operands[0].element(
        position.indices.map { axes.contains($0) ? shape[$0] - 1 - position[$0] : position[$0] })
    }
  }
}

struct ReshapeOperation: RandomOperation {
  let shape: [Int]
  var description: String { "reshape(\(shape))" }

  init(_ x: HostArray, _ g: inout SplitMix64) {
    // Factors of the count dealt out to a few axes, and axes of 1.
    var shape = [Int](repeating: 1, count: g.int(1...4))
    var rest = x.count
    for factor in [2, 3, 5, 7, 11, 13] {
      while rest > 0, rest % factor == 0 {
        shape[g.int(0...(shape.count - 1))] *= factor
        rest /= factor
      }
    }
    shape[0] *= rest
    self.shape = shape
  }

  func apply(_ operands: [Tensor], positions: [Tensor]) -> Tensor { operands[0].reshape(Shape(shape)) }

  func reference(_ operands: [HostArray]) -> HostArray { HostArray(shape, operands[0].elements) }
}

struct TransposeOperation: RandomOperation {
  let permutation: [Int]
  var description: String { "transposed(\(permutation))" }

  init(_ x: HostArray, _ g: inout SplitMix64) { permutation = x.shape.indices.shuffled(using: &g) }

  func apply(_ operands: [Tensor], positions: [Tensor]) -> Tensor { operands[0].transpose(permutation) }

  func reference(_ operands: [HostArray]) -> HostArray {
    HostArray(permutation.map { operands[0].shape[$0] }) { position in
      var source = position
      for (to, from) in permutation.enumerated() { source[from] = position[to] }
      return operands[0].element(source)
    }
  }
}

struct BroadcastOperation: RandomOperation {
  let count: Int
  let axis: Int
  let isRepeated: Bool
  var description: String {
    isRepeated ? "tiled by \(count) along \(axis)" : "stack of \(count) along \(axis)"
  }

  init(_ x: HostArray, _ g: inout SplitMix64) {
    count = g.int(1...3)
    isRepeated = x.ndim > 0 && g.chance(1, of: 2)
    axis = g.int(0...(isRepeated ? x.ndim - 1 : x.ndim))
  }

  func apply(_ operands: [Tensor], positions: [Tensor]) -> Tensor {
    let x = operands[0]
    if isRepeated {
      return tile(x, (0..<x.ndim).map { $0 == axis ? count : 1 })
    }
    return stack([Tensor](repeating: x, count: count), axis: axis)
  }

  func reference(_ operands: [HostArray]) -> HostArray {
    let x = operands[0]
    var shape = x.shape
    if isRepeated {
      shape[axis] *= count
      return HostArray(shape) { position in
        var source = position
        source[axis] %= x.shape[axis]
        return x.element(source)
      }
    }
    shape.insert(count, at: axis)
    return HostArray(shape) { position in
      var source = position
      source.remove(at: axis)
      return x.element(source)
    }
  }
}

struct ConcatenateOperation: RandomOperation {
  let axis: Int
  var description: String { "concatenate(axis: \(axis))" }

  /// Nil if the two do not fit.
  init?(_ x: HostArray, _ y: HostArray, _ g: inout SplitMix64) {
    let axes = x.shape.indices.filter { axis in
      x.ndim == y.ndim && x.shape.indices.allSatisfy { $0 == axis || x.shape[$0] == y.shape[$0] }
    }
    guard let axis = g.pick(axes) else { return nil }
    self.axis = axis
  }

  func apply(_ operands: [Tensor], positions: [Tensor]) -> Tensor { concatenate(operands, axis: axis) }

  func reference(_ operands: [HostArray]) -> HostArray {
    var shape = operands[0].shape
    shape[axis] += operands[1].shape[axis]
    return HostArray(shape) { position in
      var other = position
      other[axis] -= operands[0].shape[axis]
      return other[axis] < 0 ? operands[0].element(position) : operands[1].element(other)
    }
  }
}
