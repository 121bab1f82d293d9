import Tensors
import Testing

/// An operation with operands to try it on.
struct OpCase: Sendable, CustomTestStringConvertible {
  /// Numbers of an operand.
  enum Values: Sendable {
    /// From a range, none near the points where the operation has no derivative.
    case between(Double, Double, avoiding: [Double] = [])
    /// These very numbers, which are not differentiated: positions, masks.
    case fixed([Int], DType = .int32)
    /// Symmetric matrices with eigenvalues well above 0.
    case positiveDefinite

    static let any = Values.between(-2, 2, avoiding: [0])
    static let unit = Values.between(-0.9, 0.9, avoiding: [0])
    static let positive = Values.between(0.5, 2.5)
  }

  struct Operand: Sendable {
    let shape: [Int]
    let values: Values
    init(_ shape: [Int], _ values: Values = .any) {
      self.shape = shape
      self.values = values
    }
    var isDifferentiated: Bool {
      if case .fixed = values { return false }
      return true
    }
  }

  let name: String
  let operands: [Operand]
  /// float64 shows wrong derivatives much more sharply, where XLA has the operation for it.
  let dtype: DType
  let function: @Sendable ([Tensor]) -> Tensor

  init(
    _ name: String, _ operands: [Operand], dtype: DType = .float64,
    _ function: @escaping @Sendable ([Tensor]) -> Tensor
  ) {
    self.name = name
    self.operands = operands
    self.dtype = dtype
    self.function = function
  }

  /// An element-wise operation of one operand.
  init(_ name: String, _ values: Values = .any, _ function: @escaping @Sendable (Tensor) -> Tensor) {
    self.init(name, [Operand([2, 3], values)]) { function($0[0]) }
  }

  /// An element-wise operation of two operands, one of which is broadcast.
  init(
    _ name: String, _ a: Values, _ b: Values, _ function: @escaping @Sendable (Tensor, Tensor) -> Tensor
  ) {
    self.init(name, [Operand([2, 3], a), Operand([3], b)]) { function($0[0], $0[1]) }
  }

  var testDescription: String { name }

  /// The operands for one of several lanes: numbers that differ between lanes and operands, the same every time.
  func tensors(lane: Int = 0) -> [Tensor] {
    operands.enumerated().map { number, operand in
      let count = operand.shape.reduce(1, *)
      switch operand.values {
      case .fixed(let numbers, let dtype):
        return Tensor(numbers, shape: Shape(operand.shape)).astype(dtype)
      case .between(let low, let high, let avoided):
        let numbers = OpCase.numbers(count, seed: 31 * number + 7 * lane + 1).map { unit -> Double in
          let value = low + (high - low) * unit
          // A tenth away from every point to avoid, on the side where it is.
          let near = avoided.first { abs(value - $0) < 0.1 }
          return near.map { $0 + (value < $0 ? -0.1 - (value - $0).magnitude : 0.1 + (value - $0)) } ?? value
        }
        return OpCase.tensor(numbers, operand.shape, dtype)
      case .positiveDefinite:
        let root = OpCase.tensor(
          OpCase.numbers(count, seed: 31 * number + 7 * lane + 1).map { 2 * $0 - 1 }, operand.shape, dtype)
        let identity = Tensor.eye(operand.shape.last ?? 0, dtype: dtype)
        return matmul(root, root.swapaxes(-1, -2)) + 2 * identity
      }
    }
  }

  /// Directions for the operands that have derivatives.
  func tangents(seed: Int) -> [Tensor] {
    operands.enumerated().filter { $0.element.isDifferentiated }.map { number, operand in
      let count = operand.shape.reduce(1, *)
      let numbers = OpCase.numbers(count, seed: seed + 13 * number).map { 2 * $0 - 1 }
      let tensor = OpCase.tensor(numbers, operand.shape, dtype)
      if case .positiveDefinite = operand.values { return tensor + tensor.swapaxes(-1, -2) }
      return tensor
    }
  }

  private static func tensor(_ numbers: [Double], _ shape: [Int], _ dtype: DType) -> Tensor {
    Tensor(numbers.map { Float($0) }, shape: Shape(shape)).astype(dtype)
  }

  /// Numbers from 0 to 1, by a small generator of their own so that they never change.
  private static func numbers(_ count: Int, seed: Int) -> [Double] {
    var state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678
    return (0..<count).map { _ in
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Double(state >> 11) / Double(UInt64(1) << 53)
    }
  }
}
