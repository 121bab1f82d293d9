import Blox
import Foundation
import Optimizers
import SeededRandom

/// Draws the arguments of one call, and keeps its results.
final class Draw {
  private var random: SplitMix64
  /// What tensors are taken from besides new ones: the traced inputs of the function that the call is made in.
  private let inputs: [Tensor]
  /// The tensors among the results.
  private(set) var kept: [Tensor] = []
  private var made: (graph: Graph, rng: Rng, params: Params)?

  /// A graph with a seeded generator of random numbers, the same for one call.
  func parts() throws -> (graph: Graph, rng: Rng, params: Params) {
    if let made { return made }
    let graph = try Graph("model")
    let rng = try Rng(graph.child("rng"))
    let parts = (graph, rng, rng.seed(Params(), seed: 1))
    made = parts
    return parts
  }

  init(seed: UInt64, item: Int, inputs: [Tensor] = []) {
    random = SplitMix64(seed: seed, item: item)
    self.inputs = inputs
  }

  // MARK: Results

  func keep(_ value: Any?) {
    switch value {
    case nil: break
    case let tensor as Tensor: kept.append(tensor)
    case let tree as any TensorTree: kept += tree.leaves
    case let text as any CustomStringConvertible: _ = text.description
    case let value?:
      let mirror = Mirror(reflecting: value)
      guard mirror.displayStyle == .tuple || mirror.displayStyle == .optional else { return }
      for child in mirror.children { keep(child.value) }
    }
  }

  // MARK: Numbers

  func bits() -> UInt64 { random.next() }

  func chance(_ percent: UInt64) -> Bool { random.next() % 100 < percent }

  func bool() -> Bool { chance(50) }

  func one<T>(of choices: [T]) -> T { choices[Int(random.next() % UInt64(choices.count))] }

  func optional<T>(_ value: T) -> T? { chance(40) ? nil : value }

  /// Numbers at which arithmetic ends, and their neighbours.
  private static let extremes: [Int] =
    [.min, .max, 0, -1, 1] + [7, 8, 15, 16, 24, 31, 32, 40, 46, 48, 53, 62].map { 1 << $0 }

  /// A small number in two of three draws, so that calls get beyond the first check.
  func int() -> Int {
    if chance(66) { return Int(random.next() % 9) - 3 }
    let extreme = one(of: Draw.extremes)
    switch random.next() % 4 {
    case 0: return extreme &+ 1
    case 1: return extreme &- 1
    case 2: return 0 &- extreme
    default: return extreme
    }
  }

  /// How often a loop runs that may be run: not too often.
  func loopCount() -> Int {
    chance(70) ? Int(bits() % 5) : one(of: [-1, .min, .max, 1 << 31, 1 << 40, 1 << 62])
  }

  func ints() -> [Int] { (0..<one(of: [0, 1, 1, 2, 2, 2, 3, 4, 8])).map { _ in int() } }

  func pairs() -> [(Int, Int)] { ints().map { ($0, int()) } }

  func double() -> Double {
    switch random.next() % 3 {
    case 0: Double(int())
    case 1: Double(random.next() % 1000) / 500 - 0.5
    default: one(of: [.nan, .infinity, -.infinity, 0, -0.0, 1, -1, 1e300, -1e300, 1e-300, 1e-40, 1e19])
    }
  }

  func text() -> String { one(of: ["i", "j", "a", "", "a/b", "\"", "ij,jk->ik", "…\u{0}\n", "...i->i"]) }

  func dtype() -> DType { one(of: chance(50) ? [.float32, .int32] : DType.allCases) }

  // MARK: Shapes and tensors

  func axes() -> any AxisList { chance(60) ? int() : ints() }

  func shape() -> Shape {
    chance(50) ? one(of: Draw.shapes) : Shape(ints())
  }

  private static let shapes: [Shape] = [
    [], [0], [1], [3], [4], [2, 3], [3, 3], [2, 2], [0, 4], [2, 0, 3], [2, 3, 4], [2, 3, 3], [1, 4, 4, 2],
    [1, 2, 1, 2, 1, 1, 2, 1],
  ]

  func tensor() -> Tensor {
    let choice = random.next() % 100
    if choice < 40, !inputs.isEmpty { return one(of: inputs) }
    switch choice {
    case 40..<50: return Tensor(double())
    case 50..<58: return Tensor(int())
    case 58..<63: return Random.key(int())
    case 63..<65: return Tensor(true)
    case 65: return Tensor([1, 2]).reshape([3])
    default: return Draw.values(one(of: Draw.shapes), dtype()) { self.double() }
    }
  }

  func tensors() -> [Tensor] { (0..<one(of: [0, 1, 2, 2, 3])).map { _ in tensor() } }

  /// A tensor from the host, for which nothing is compiled.
  static func values(_ shape: Shape, _ dtype: DType, _ element: () -> Double) -> Tensor {
    let count = shape.size
    var bytes: [UInt8] = []
    for _ in 0..<count {
      let value = element()
      switch dtype {
      case .float32: bytes += withUnsafeBytes(of: Float(value)) { Array($0) }
      case .float64: bytes += withUnsafeBytes(of: value) { Array($0) }
      case .bool: bytes.append(value > 0 ? 1 : 0)
      default: bytes += withUnsafeBytes(of: value.bitPattern >> 52) { Array($0.prefix(dtype.byteWidth)) }
      }
    }
    return Tensor(bytes: bytes, shape: shape, dtype: dtype)
  }

  // MARK: Arguments of other kinds

  func index() -> any TensorIndex {
    let (a, b) = (int(), int())
    switch random.next() % 10 {
    case 0, 1: return a
    case 2: return Swift.min(a, b)..<Swift.max(a, b)
    case 3: return Swift.min(a, b)...Swift.max(a, b)
    case 4: return a...
    case 5: return ...a
    case 6: return StridedRange(start: optional(a), end: optional(b), step: int())
    case 7: return one(of: [FullRange(), Ellipsis(), NewAxis()] as [any TensorIndex])
    default: return tensor()
    }
  }

  func range() -> any RangeIndex {
    let (a, b) = (int(), int())
    return one(of: [Swift.min(a, b)..<Swift.max(a, b), a..., ..<b, ...b, FullRange()] as [any RangeIndex])
  }

  func extents() -> any SpatialExtents { chance(50) ? int() : ints() }

  func padding() -> Padding {
    one(of: [.valid, .same, .sameLower, .edges(low: ints(), high: ints()), .explicit(pairs())])
  }

  func paddingMode() -> Tensor.PaddingMode {
    one(of: [
      .constant(double()), .edge, .reflect, .symmetric, .wrap, .linearRamp(to: double()), .maximum, .minimum,
      .mean, .median,
    ])
  }

  func convDimensionNumbers() -> ConvDimensionNumbers {
    one(of: [
      .featuresFirst(int()), .featuresLast(int()), .init("NHWC", "HWIO", "NHWC"), .init(text(), text(), ""),
    ])
  }

  func gatherDimensionNumbers() -> GatherDimensionNumbers {
    GatherDimensionNumbers(
      offsetDims: ints(), collapsedSliceDims: ints(), startIndexMap: ints(),
      operandBatchingDims: chance(70) ? [] : ints(), startIndicesBatchingDims: chance(70) ? [] : ints())
  }

  func scatterDimensionNumbers() -> ScatterDimensionNumbers {
    ScatterDimensionNumbers(
      updateWindowDims: ints(), insertedWindowDims: ints(), scatterDimsToOperandDims: ints(),
      operandBatchingDims: chance(70) ? [] : ints(), scatterIndicesBatchingDims: chance(70) ? [] : ints())
  }
}
