import Tensors
import Testing

@testable import TensorTransformations

/// Compositions of transformations against the same computed without their help: by plain Swift on `Double`, with
/// differences for derivatives. Each is also traced, checked, and compiled as a whole.
struct NestingTests {
  /// A composition as a function of three numbers.
  struct Composition: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let function: @Sendable (Tensor) throws -> Tensor
    let reference: @Sendable ([Double]) -> [Double]

    init(
      _ name: String, _ function: @escaping @Sendable (Tensor) throws -> Tensor,
      _ reference: @escaping @Sendable ([Double]) -> [Double]
    ) {
      testDescription = name
      self.function = function
      self.reference = reference
    }
  }

  static let point = [0.3, -0.7, 1.1]

  @Test(arguments: derivatives + loops + branches + rules + lanes)
  func isRight(_ composition: Composition) throws {
    let x = Tensor(Self.point.map { Float($0) })
    let wanted = composition.reference(Self.point)
    try compare(composition.function(x), wanted, "one by one")
    let program = try makeJaxpr(composition.function)(x)
    try program.check()
    try compare(jit(composition.function)(x), wanted, "compiled")
  }

  @Test func thereAreEnough() {
    let all = Self.derivatives + Self.loops + Self.branches + Self.rules + Self.lanes
    #expect(all.count >= 40)
    #expect(Set(all.map(\.testDescription)).count == all.count)
  }

  private func compare(_ tensor: Tensor, _ wanted: [Double], _ how: Comment) throws {
    let got = try tensor.scalars(Float.self).map(Double.init)
    #expect(got.count == wanted.count, how)
    for (value, expected) in zip(got, wanted) {
      #expect(Swift.abs(value - expected) < 2e-4 * (1 + Swift.abs(expected)), how)
    }
  }
}

/// Derivatives by differences, and loops in plain Swift.
enum Reference {
  typealias Scalar = @Sendable ([Double]) -> Double

  /// The gradient of a function of several numbers.
  static func gradient(_ f: @escaping Scalar, step: Double = 1e-4) -> @Sendable ([Double]) -> [Double] {
    { x in x.indices.map { derivative(f, x, $0, step) } }
  }

  /// The matrix of second derivatives, row by row.
  static func hessian(_ f: @escaping Scalar) -> @Sendable ([Double]) -> [Double] {
    { x in
      x.indices.flatMap { i in
        x.indices.map { j in derivative({ derivative(f, $0, i, 1e-3) }, x, j, 1e-3) }
      }
    }
  }

  /// The derivative of a function of one number, for each of several.
  static func each(
    order: Int = 1, _ f: @escaping @Sendable (Double) -> Double
  ) -> @Sendable ([Double]) -> [Double] {
    let step = order == 1 ? 1e-4 : order == 2 ? 1e-3 : 1e-2
    @Sendable func derive(_ order: Int, _ x: Double) -> Double {
      order == 0 ? f(x) : (derive(order - 1, x + step) - derive(order - 1, x - step)) / (2 * step)
    }
    return { x in x.map { derive(order, $0) } }
  }

  /// The function for each of several numbers.
  static func map(_ f: @escaping @Sendable (Double) -> Double) -> @Sendable ([Double]) -> [Double] {
    { x in x.map(f) }
  }

  private static func derivative(_ f: Scalar, _ x: [Double], _ index: Int, _ step: Double) -> Double {
    var (above, below) = (x, x)
    above[index] += step
    below[index] -= step
    return (f(above) - f(below)) / (2 * step)
  }
}
