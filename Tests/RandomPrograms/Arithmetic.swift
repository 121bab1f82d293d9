import SeededRandom
import Tensors

struct ElementwiseOperation: RandomOperation {
  enum Kind: String, CaseIterable { case negative, add, subtract, multiply, maximum, masked }
  let kind: Kind
  let mask: HostArray
  var description: String { kind == .masked ? "select by the mask \(mask.elements)" : kind.rawValue }
  var isLinear: Bool { kind != .multiply && kind != .maximum }

  init(_ x: HostArray, _ kind: Kind, _ g: inout SplitMix64) {
    self.kind = kind
    mask = kind == .masked ? g.array(x.shape).map { $0 > 0 ? 1 : 0 } : HostArray([], [0])
  }

  func apply(_ operands: [Tensor], positions: [Tensor]) -> Tensor {
    switch kind {
    case .negative: return -operands[0]
    case .add: return operands[0] + operands[1]
    case .subtract: return operands[0] - operands[1]
    case .multiply: return operands[0] * operands[1]
    case .maximum: return maximum(operands[0], operands[1])
    case .masked:
      let chosen = Tensor(mask.elements.map { Float($0) }, shape: Shape(mask.shape)) .> 0
      return select(chosen, operands[0], operands[1])
    }
  }

  func reference(_ operands: [HostArray]) -> HostArray {
    switch kind {
    case .negative: return operands[0].map { -$0 }
    case .add: return operands[0].combined(with: operands[1], +)
    case .subtract: return operands[0].combined(with: operands[1], -)
    case .multiply: return operands[0].combined(with: operands[1], *)
    case .maximum: return operands[0].combined(with: operands[1], Swift.max)
    case .masked:
      return HostArray(
        mask.shape, mask.elements.indices.map { operands[mask.elements[$0] > 0 ? 0 : 1].elements[$0] })
    }
  }
}

struct SumOperation: RandomOperation {
  let axis: Int
  let isCumulative: Bool
  let isReversed: Bool
  var description: String {
    isCumulative ? "cumsum(axis: \(axis), reverse: \(isReversed))" : "sum(axis: \(axis))"
  }

  init?(_ x: HostArray, _ g: inout SplitMix64) {
    guard let axis = g.pick(Array(x.shape.indices)) else { return nil }
    self.axis = axis
    isCumulative = g.chance(1, of: 2)
    isReversed = g.chance(1, of: 2)
  }

  func apply(_ operands: [Tensor], positions: [Tensor]) -> Tensor {
    isCumulative ? operands[0].cumsum(axis: axis, reverse: isReversed) : operands[0].sum(axis: axis)
  }

  func reference(_ operands: [HostArray]) -> HostArray {
    let x = operands[0]
    let extent = x.shape[axis]
    func sum(_ position: [Int], _ range: Range<Int>) -> Double {
      range.reduce(0) { total, place in
        var source = position
        source[axis] = place
        return total + x.element(source)
      }
    }
    if isCumulative {
      return HostArray(x.shape) { sum($0, isReversed ? $0[axis]..<extent : 0..<($0[axis] + 1)) }
    }
    var shape = x.shape
    shape.remove(at: axis)
    return HostArray(shape) { position in
      var source = position
      source.insert(0, at: axis)
      return sum(source, 0..<extent)
    }
  }
}

/// Each row is added to the one before it that was just written, in a loop.
struct RecurrenceOperation: RandomOperation {
  let distance: Int
  var description: String { "for i in \(distance)..<extent { x[i] += x[i - \(distance)] }" }

  init?(_ x: HostArray, _ g: inout SplitMix64) {
    guard x.ndim > 0, x.shape[0] > 0 else { return nil }
    distance = g.int(1...2)
  }

  func apply(_ operands: [Tensor], positions: [Tensor]) -> Tensor {
    let extent = operands[0].shape[0]
    if distance >= extent { return operands[0] }
    return foriLoop(distance, extent, operands[0]) { i, x in
      let row = dynamicSliceInDim(x, i - Tensor(distance), 1) + dynamicSliceInDim(x, i, 1)
      return dynamicUpdateSliceInDim(x, row, i)
    }
  }

  func reference(_ operands: [HostArray]) -> HostArray {
    let x = operands[0]
    let row = x.count / x.shape[0]
    var elements = x.elements
    for place in stride(from: distance * row, to: elements.count, by: 1) {
      elements[place] += elements[place - distance * row]
    }
    return HostArray(x.shape, elements)
  }
}
