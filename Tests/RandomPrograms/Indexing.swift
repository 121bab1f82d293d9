import SeededRandom
import Tensors

/// Where a part of fixed sizes starts: negative positions count from the end, and a part that would leave is moved in.
private func movedIn(_ start: Int, _ size: Int, _ extent: Int) -> Int {
  max(0, min(start < 0 ? start + extent : start, extent - size))
}

struct DynamicSliceOperation: RandomOperation {
  let starts, sizes: [Int]
  let isStatic: Bool
  var positions: [Int] { isStatic ? [] : starts }
  var description: String { "dynamicSlice(\(isStatic ? "static " : "")\(starts), sizes: \(sizes))" }

  init(_ x: HostArray, _ g: inout SplitMix64) {
    sizes = x.shape.map { g.int(min(1, $0)...$0) }
    starts = x.shape.map { g.int(-$0...($0 + 2)) }
    isStatic = g.chance(1, of: 3)
  }

  func apply(_ operands: [Tensor], positions: [Tensor]) -> Tensor {
    dynamicSlice(operands[0], isStatic ? starts.map { Tensor($0) } : positions, sizes)
  }

  func reference(_ operands: [HostArray]) -> HostArray {
    let x = operands[0]
    let first = starts.indices.map { movedIn(starts[$0], sizes[$0], x.shape[$0]) }
    return HostArray(sizes) { position in x.element(zip(position, first).map(+)) }
  }
}

struct DynamicUpdateOperation: RandomOperation {
  let starts: [Int]
  let isStatic: Bool
  var positions: [Int] { isStatic ? [] : starts }
  var description: String { "dynamicUpdateSlice(\(isStatic ? "static " : "")\(starts))" }

  init?(_ x: HostArray, _ update: HostArray, _ g: inout SplitMix64) {
    guard x.ndim == update.ndim, zip(x.shape, update.shape).allSatisfy({ $0 >= $1 }) else { return nil }
    starts = x.shape.map { g.int(-$0...($0 + 2)) }
    isStatic = g.chance(1, of: 2)
  }

  func apply(_ operands: [Tensor], positions: [Tensor]) -> Tensor {
    dynamicUpdateSlice(operands[0], operands[1], isStatic ? starts.map { Tensor($0) } : positions)
  }

  func reference(_ operands: [HostArray]) -> HostArray {
    let (x, update) = (operands[0], operands[1])
    let first = starts.indices.map { movedIn(starts[$0], update.shape[$0], x.shape[$0]) }
    return x.writing(update, at: { zip($0, first).map(+) }, { $1 })
  }
}

enum Combination: String, CaseIterable {
  case set, add, multiply, max

  var isLinear: Bool { self == .set || self == .add }

  func combine(_ a: Double, _ b: Double) -> Double {
    switch self {
    case .set: b
    case .add: a + b
    case .multiply: a * b
    case .max: Swift.max(a, b)
    }
  }

  func write(_ values: Tensor, to part: IndexedTensor) -> Tensor {
    switch self {
    case .set: part.set(values)
    case .add: part.add(values)
    case .multiply: part.multiply(values)
    case .max: part.max(values)
    }
  }
}

/// `x.at[range, …]` of each axis, with steps.
struct RangeUpdateOperation: RandomOperation {
  let combination: Combination
  let start, count, step: [Int]
  var isLinear: Bool { combination.isLinear }
  var description: String {
    let ranges = start.indices.map { "\(start[$0]) + \(step[$0]) · 0..<\(count[$0])" }
    return "at[\(ranges.joined(separator: ", "))].\(combination.rawValue)"
  }

  init?(_ x: HostArray, _ update: HostArray, _ g: inout SplitMix64) {
    guard x.ndim == update.ndim, x.ndim > 0, !update.shape.contains(0) else { return nil }
    var (start, step): ([Int], [Int]) = ([], [])
    for (extent, part) in zip(x.shape, update.shape) {
      let choices = (1...3).filter { (part - 1) * $0 < extent }
      guard let stride = g.pick(choices) else { return nil }
      start.append(g.int(0...(extent - (part - 1) * stride - 1)))
      step.append(stride)
    }
    self.start = start
    self.step = step
    count = update.shape
    combination = g.pick(Combination.allCases) ?? .set
  }

  func apply(_ operands: [Tensor], positions: [Tensor]) -> Tensor {
    let ranges: [any TensorIndex] = start.indices.map {
      StridedRange(start: start[$0], end: start[$0] + (count[$0] - 1) * step[$0] + 1, step: step[$0])
    }
    return combination.write(operands[1], to: operands[0].at(ranges))
  }

  func reference(_ operands: [HostArray]) -> HostArray {
    operands[0].writing(
      operands[1], at: { position in position.indices.map { start[$0] + step[$0] * position[$0] } },
      combination.combine)
  }
}

/// Rows by an index tensor, read or written; positions may repeat.
struct RowsOperation: RandomOperation {
  let rows: [Int]
  /// Nil where rows are read.
  let combination: Combination?
  let isStatic: Bool
  var positions: [Int] { isStatic ? [] : rows }
  var isLinear: Bool { combination?.isLinear ?? true }
  var description: String {
    let index = "\(isStatic ? "static " : "")\(rows)"
    return combination.map { "at[\(index)].\($0.rawValue)" } ?? "take(\(index), axis: 0)"
  }

  init?(reading x: HostArray, _ g: inout SplitMix64) {
    guard x.ndim > 0, x.shape[0] > 0 else { return nil }
    rows = g.ints(g.int(1...4), -x.shape[0]...(x.shape[0] - 1))
    combination = nil
    isStatic = g.chance(1, of: 2)
  }

  init?(writing update: HostArray, to x: HostArray, _ g: inout SplitMix64) {
    guard x.ndim == update.ndim, x.ndim > 0, x.shape[0] > 0, update.shape[0] > 0,
      x.shape.dropFirst() == update.shape.dropFirst(), let combination = g.pick(Combination.allCases)
    else { return nil }
    if combination == .set {
      // Which of several stays is not said.
      guard update.shape[0] <= x.shape[0] else { return nil }
      rows = Array((0..<x.shape[0]).shuffled(using: &g).prefix(update.shape[0]))
    } else {
      rows = g.ints(update.shape[0], -x.shape[0]...(x.shape[0] + 1))
    }
    self.combination = combination
    isStatic = g.chance(1, of: 2)
  }

  func apply(_ operands: [Tensor], positions: [Tensor]) -> Tensor {
    let index = isStatic ? Tensor(rows, shape: [rows.count]) : stack(positions)
    guard let combination else { return operands[0].take(index, axis: 0) }
    return combination.write(operands[1], to: operands[0].at([index]))
  }

  func reference(_ operands: [HostArray]) -> HostArray {
    let x = operands[0]
    let places = rows.map { $0 < 0 ? $0 + x.shape[0] : $0 }
    guard let combination else {
      return HostArray([rows.count] + x.shape.dropFirst()) { position in
        x.element([places[position[0]]] + position.dropFirst())
      }
    }
    return x.writing(operands[1], at: { [places[$0[0]]] + $0.dropFirst() }, combination.combine)
  }
}
