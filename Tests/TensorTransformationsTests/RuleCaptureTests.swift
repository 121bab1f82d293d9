import Testing

@testable import TensorCore
@testable import TensorDistributed
@testable import TensorFunctions
@testable import TensorPrimitives
@testable import TensorTransformations

/// Rules of `customJvp` and `customVjp` may use whatever is traced around them.
@Suite struct RuleCaptureTests {
  private func f(_ values: [Float]) -> Tensor { Tensor(values) }

  /// x ↦ 2 x, with w as its slope.
  private static func forward(_ w: Tensor) -> (Tensor) -> Tensor {
    customJvp({ (x: Tensor) in x * 2 }, jvp: { (x: Tensor, t: Tensor) in (x * 2, w * t) })
  }
  private static func reverse(_ w: Tensor) -> (Tensor) -> Tensor {
    customVjp(
      { (x: Tensor) in x * 2 }, forward: { (x: Tensor) in (x * 2, x) },
      backward: { (_: Tensor, g: Tensor) in w * g })
  }
  /// As `reverse`, with w in the forward rule.
  private static func kept(_ w: Tensor) -> (Tensor) -> Tensor {
    customVjp(
      { (x: Tensor) in x * 2 }, forward: { (x: Tensor) in (x * 2, sin(w) * 0 + w) },
      backward: { (w: Tensor, g: Tensor) in w * g })
  }

  static let rules: [(name: String, make: @Sendable (Tensor) -> (Tensor) -> Tensor)] = [
    ("customJvp", { forward($0) }), ("customVjp", { reverse($0) }), ("customVjp, forward", { kept($0) }),
  ]

  @Test(arguments: 0..<3) func arguments(_ number: Int) throws {
    let make = RuleCaptureTests.rules[number].make
    let inside = jit { (w: Tensor, x: Tensor) in grad { (x: Tensor) in make(w)(x) }(x) }
    #expect(try inside(Tensor(5 as Float), Tensor(1 as Float)).item(Float.self) == 5)
    #expect(try inside(Tensor(7 as Float), Tensor(1 as Float)).item(Float.self) == 7)
    let inner = jit { (w: Tensor, x: Tensor) in try grad { (x: Tensor) in try jit { make(w)($0) }(x) }(x) }
    #expect(try inner(Tensor(5 as Float), Tensor(1 as Float)).item(Float.self) == 5)
    let own = grad { (x: Tensor) in try jit { (x: Tensor) in make(x * 3)(x) }(x) }
    #expect(try own(Tensor(4 as Float)).item(Float.self) == 12)
    let later = jit { (w: Tensor, x: Tensor) in checkpoint { (x: Tensor) in make(w)(x) }(x) }
    #expect(
      try grad { (x: Tensor) in try later(Tensor(5 as Float), x) }(Tensor(1 as Float)).item(Float.self) == 5)
  }

  @Test(arguments: 0..<3) func lanes(_ number: Int) throws {
    let make = RuleCaptureTests.rules[number].make
    let (w, x) = (f([5, 6]), f([1, 1]))
    let inside = vmap { (w: Tensor, x: Tensor) in grad { (x: Tensor) in make(w)(x) }(x) }
    #expect(try inside(w, x).scalars(Float.self) == [5, 6])
    #expect(try jit(inside)(w, x).scalars(Float.self) == [5, 6])
    let outside = grad { (x: Tensor) in vmap { (w: Tensor, x: Tensor) in make(w)(x) }(w, x).sum() }
    #expect(try outside(x).scalars(Float.self) == [5, 6])
    #expect(try jit(outside)(x).scalars(Float.self) == [5, 6])
    // The argument is the same for all lanes, and gets what all of them send.
    let shared = grad { (x: Tensor) in vmap { (w: Tensor) in make(w)(x) }(w).sum() }
    #expect(try shared(Tensor(1 as Float)).item(Float.self) == 11)
    let nested = jit(
      grad { (x: Tensor) in vmap { (w: Tensor) in vmap { (x: Tensor) in make(w)(x) }(x) }(w).sum() })
    #expect(try nested(x).scalars(Float.self) == [11, 11])
  }

  @Test(arguments: 0..<3) func loopsAndBranches(_ number: Int) throws {
    let make = RuleCaptureTests.rules[number].make
    // The rule uses the input of each run: 3 · 5 · 7 instead of 2 · 2 · 2.
    let looped = { (x: Tensor, w: Tensor) in scan(x, w) { s, w in (make(w)(s), s) }.0 }
    #expect(try grad(looped)(Tensor(1 as Float), f([3, 5, 7])).item(Float.self) == 105)
    #expect(try jit(grad(looped))(Tensor(1 as Float), f([3, 5, 7])).item(Float.self) == 105)
    let lanes = jit(vmap(in: [nil, 0]) { (x: Tensor, w: Tensor) in grad(looped)(x, w) })
    #expect(
      try lanes(Tensor(1 as Float), Tensor([[3, 5], [2, 1]] as [[Float]])).scalars(Float.self) == [15, 2])
    let forked = jit { (x: Tensor, w: Tensor) in
      grad { (x: Tensor) in cond(w .> 0, x, then: { make(w)($0) }, else: { $0 }) }(x)
    }
    #expect(try forked(Tensor(1 as Float), Tensor(9 as Float)).item(Float.self) == 9)
  }

  @Test(arguments: 0..<3) func whatIsDifferentiated(_ number: Int) throws {
    let make = RuleCaptureTests.rules[number].make
    // The function does not depend on what only its rule captures; the slope that the rule gives does.
    let both = { (w: Tensor) in make(w)(w * 1) }
    #expect(try grad(both)(Tensor(5 as Float)).item(Float.self) == 5)
    #expect(try jit(grad(both))(Tensor(5 as Float)).item(Float.self) == 5)
    let slope = { (w: Tensor) in grad { (x: Tensor) in make(w * w)(x) }(Tensor(1 as Float)) }
    #expect(try grad(slope)(Tensor(5 as Float)).item(Float.self) == 10)
    #expect(try jit(grad(slope))(Tensor(5 as Float)).item(Float.self) == 10)
    let alone = { (w: Tensor) in make(w)(Tensor(1 as Float)) + w }
    #expect(try grad(alone)(Tensor(5 as Float)).item(Float.self) == 1)
    #expect(try jit(grad(alone))(Tensor(5 as Float)).item(Float.self) == 1)
    let inRule = { (w: Tensor) in
      customJvp(
        { (x: Tensor) in x }, jvp: { (x: Tensor, t: Tensor) in (x, t * scan(w, length: 2) { $0 * w }) })(w)
    }
    #expect(try grad(inRule)(Tensor(2 as Float)).item(Float.self) == 8)
  }

  @Test func rulesMayUseTheirOwnFunction() throws {
    // The third derivative of x log x is -1 / x².
    let third = grad(grad(grad { (x: Tensor) in xlogy(x, x) }))
    #expect(abs(try jit(third)(Tensor(2 as Float)).item(Float.self) + 0.25) < 1e-6)
    #expect(abs(try jit(vmap(third))(f([2])).scalars(Float.self)[0] + 0.25) < 1e-6)
    let sixth = grad(grad(grad(third)))
    #expect(abs(try sixth(Tensor(1 as Float)).item(Float.self) - 24) < 1e-3)
    #expect(abs(try jit(sixth)(Tensor(1 as Float)).item(Float.self) - 24) < 1e-3)
    // And of a program that is differentiated from outside.
    let compiled = jit { (x: Tensor) in xlogy(x, x) }
    func derivative(_ order: Int, _ x: Tensor) throws -> Tensor {
      order == 0 ? try compiled(x) : try grad { (x: Tensor) in try derivative(order - 1, x) }(x)
    }
    #expect(abs(try derivative(4, Tensor(1 as Float)).item(Float.self) - 2) < 1e-3)
    #expect(abs(try derivative(6, Tensor(1 as Float)).item(Float.self) - 24) < 1e-3)
  }

  /// A rule made in each call would be another primitive each time, and compiled again.
  @Test func functionsWithRulesAreCompiledOnce() throws {
    let x = Tensor.full([7, 3, 1], 0.25)
    func call() throws -> Int {
      for result in [entr(x), grad { (x: Tensor) in entr(x).sum() }(x), vmap { entr($0) }(x)] {
        _ = try result.scalars(Float.self)
      }
      _ = jvp(vmap { entr($0) }, primals: x, tangents: x).1
      return EvaluationInterpreter.shared.programCount(named: "entr", with: "7x3x1xf32")
    }
    let count = try call()
    #expect(count > 0)
    for _ in 0..<3 { #expect(try call() == count) }
  }

  @Test func rulesMayUseSwiftsControlFlow() throws {
    let f = customJvp(
      { (x: Tensor) in abs(x) },
      jvp: { (x: Tensor, t: Tensor) in (abs(x), try x.item(Float.self) < 0 ? -t : t) })
    #expect(try grad(f)(Tensor(-2 as Float)).item(Float.self) == -1)
  }

  struct RuleError: Error {}

  @Test func rulesThatFailMatterOnlyWhereTheyAreNeeded() throws {
    let f = customVjp(
      { (x: Tensor) in x * 2 }, forward: { (x: Tensor) in (x * 2, x) },
      backward: { (_: Tensor, _: Tensor) -> Tensor in throw RuleError() })
    #expect(try jit(f)(Tensor(3 as Float)).item(Float.self) == 6)
    #expect(throws: (any Error).self) { try jit(grad(f))(Tensor(3 as Float)) }
    let h = customJvp({ (x: Tensor) in x * 2 }, jvp: { (_: Tensor, _: Tensor) in throw RuleError() })
    #expect(try jit(vmap(h))(self.f([3])).scalars(Float.self) == [6])
    let error = #expect(throws: (any Error).self) { try jit(vmap(grad(h)))(self.f([3])) }
    #expect("\(error.map { "\($0)" } ?? "")".contains("RuleError"))
  }
}
