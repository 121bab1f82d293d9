import RealModule
import Tensors
import Testing

/// Jacobians and second derivatives of functions between trees, beside what one writes by hand.
@Suite struct JacobianTreeTests {
  static let weights = ["a": Tensor([0.5, -1.0]), "b": Tensor(2.0)]

  /// Two results of three inputs: b·sin(a) of shape [2], and the scalar sum(a²)·b.
  static func model(_ weights: [String: Tensor]) -> [Tensor] {
    let (a, b) = (weights["a"] ?? 0, weights["b"] ?? 0)
    return [b * sin(a), (a * a).sum() * b]
  }

  @Test(arguments: [true, false]) func rowsAndColumns(isForward: Bool) throws {
    let transformed = isForward ? jacfwd(Self.model) : jacrev(Self.model)
    let jacobian = try jit { (weights: [String: Tensor]) in transformed(weights) }(Self.weights)
    let cosines = [0.5, -1].map { 2 * Double.cos($0) }
    #expect(jacobian.rows.count == 2 && jacobian.columns.count == 2)
    #expect(jacobian.rows[0]["a"]?.shape == [2, 2])
    #expect(try close(jacobian.rows[0]["a"], [cosines[0], 0, 0, cosines[1]]))
    #expect(try close(jacobian.rows[0]["b"], [Double.sin(0.5), Double.sin(-1)]))
    #expect(try close(jacobian.rows[1]["a"], [2, -4]))
    #expect(try close(jacobian.columns[1][1], [1.25]))
  }

  @Test func hessianOfATree() throws {
    let second = hessian { (weights: [String: Tensor]) in Self.model(weights)[1] }(Self.weights)
    #expect(try close(second.rows[0]["a"], [4, 0, 0, 4]))
    #expect(try close(second.rows[0]["b"], [1, -2]))
    #expect(try close(second.rows[1]["a"], [1, -2]))
    #expect(try close(second.rows[1]["b"], [0]))
  }

  @Test func integersAreAnError() throws {
    let jacobian = jacrev { (x: [Tensor]) in [x[0] * 2, x[1]] }([Tensor(1.0), Tensor(Int32(1))])
    let error = try #require(jacobian.firstError)
    #expect(error.problem.contains("int32") && error.expected.contains("floating-point"))
  }

  private func close(_ tensor: Tensor?, _ expected: [Double]) throws -> Bool {
    let values = try #require(tensor).scalars(Double.self)
    return values.count == expected.count && zip(values, expected).allSatisfy { abs($0 - $1) < 1e-5 }
  }
}
