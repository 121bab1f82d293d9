import Foundation
import Optimizers
import Tensors

/// What Utilities/generate/optax_values.py has recorded of optax 0.2.8, and the formulas that it used.
struct OptaxValues: Decodable {
  struct Run: Decodable {
    let float32: [Float]
    let state: Float?
    let bfloat16: [Float]?
  }

  let optimizers: [String: Run]
  let lookahead: [String: [Float]]
  let searches: [String: [Float]]
  let schedules: [String: [Float]]
  let losses: [String: [Float]]

  static func read() throws -> OptaxValues {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "OptaxValues.json")
    return try JSONDecoder().decode(OptaxValues.self, from: Data(contentsOf: file))
  }

  static let steps = 20

  private static func tree(_ dtype: DType, _ formula: (Double, Double) -> Double) -> [String: Tensor] {
    func tensor(_ shape: Shape, _ offset: Double) -> Tensor {
      let numbers = (0..<shape.size).map { Float(formula(Double($0), offset)) }
      return Tensor(numbers).reshape(shape).astype(dtype)
    }
    return ["b": tensor([4], 0), "w": tensor([3, 4], 0.3)]
  }

  static func params(_ dtype: DType) -> [String: Tensor] { tree(dtype) { cos(0.7 * $0 + $1) } }

  static func gradient(_ step: Int, _ dtype: DType) -> [String: Tensor] {
    tree(dtype) { i, offset in sin(1.7 * Double(step) + 0.9 * i + offset) * (0.5 + 0.1 * i) + 0.2 }
  }

  static func value(_ step: Int) -> Tensor { Tensor(Float(1 + 0.5 * cos(Double(step)))) }

  static func numbers(_ tree: [String: Tensor]) throws -> [Float] {
    try tree.leaves.flatMap { try $0.astype(.float32).scalars(Float.self) }
  }
}
