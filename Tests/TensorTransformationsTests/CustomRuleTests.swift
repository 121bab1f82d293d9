import Tensors
import Testing

@testable import TensorTransformations

/// Errors of functions with rules of the user's.
struct CustomRuleTests {
  let x = Tensor([0.3, -0.7, 1.1] as [Float])

  func message(_ body: () throws -> Tensor) -> String {
    do { return "no error: \(try body().bytes())" } catch { return "\(error)" }
  }

  @Test func forwardModeOfCustomVJP() {
    let f = customVjp(
      { (x: Tensor) in sin(x) }, forward: { x in (sin(x), x) }, backward: { x, g in cos(x) * g })
    #expect(message { jvp(f, primals: x, tangents: x).1 }.contains("customVjp"))
    #expect(message { linearize(f, primals: x).1(x) }.contains("reverse mode"))
  }

  @Test func cotangentsOfTheWrongShape() {
    let f = customVjp({ (x: Tensor) in sin(x) }, forward: { x in (sin(x), x) }, backward: { _, g in g.sum() })
    let text = message { grad { f($0).sum() }(x) }
    #expect(text.contains("a cotangent f32[] for an argument f32[3]"))
  }

  @Test func tangentsOfTheWrongShape() {
    let f = customJvp({ (x: Tensor) in sin(x) }, jvp: { x, t in (sin(x), t.sum()) })
    #expect(message { grad { f($0).sum() }(x) }.contains("a result f32[3] and for it a tangent f32[]"))
  }

  @Test func valuesThatTheFunctionCaptured() {
    let text = message {
      grad { (y: Tensor) in
        let f = customJvp({ (x: Tensor) in sin(x) * y }, jvp: { x, t in (sin(x), cos(x) * t) })
        return f(stopGradient(y)).sum()
      }(x)
    }
    #expect(text.contains("is not one of its arguments"))
  }

  struct RuleError: Error {}

  @Test func errorsThatARuleThrowsAreThrownWithTheResult() {
    let f = customJvp({ (x: Tensor) in sin(x) }, jvp: { _, _ in throw RuleError() })
    #expect(message { grad { f($0).sum() }(x) }.contains("RuleError"))
  }

  @Test func rulesMayCaptureTensorsWithValues() throws {
    let factor = Tensor([10, 20, 30] as [Float])
    let isKept = Tensor([true, false, true])
    let f = customJvp(
      { (x: Tensor) in sin(x) }, jvp: { x, t in (sin(x), select(isKept, factor * t, Tensor(0 as Float))) })
    let inside = try jit(grad { (x: Tensor) in try jit { f($0).sum() }(x) })(x)
    #expect(try inside.scalars(Float.self) == [10, 0, 30])
  }
}
