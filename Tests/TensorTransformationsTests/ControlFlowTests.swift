import Tensors
import Testing

@testable import TensorTransformations

/// What loops and branches keep, cost and complain of.
struct ControlFlowTests {
  let x = Tensor([0.3, -0.7, 1.1, 0.4] as [Float])

  /// The scans in a program, those of subprograms included.
  func scans(_ program: Program) -> [Scan] {
    program.equations.flatMap { equation -> [Scan] in
      let inner = equation.primitive.subprograms.flatMap(scans)
      return (equation.primitive as? Scan).map { [$0] + inner } ?? inner
    }
  }

  // MARK: what reverse mode keeps

  @Test func scanStacksOnlyWhatDiffersFromRunToRun() throws {
    let w = Tensor.ones([4, 4])
    let loss = { (w: Tensor, xs: Tensor) in
      scan(Tensor.zeros([4]), xs) { h, x in tanh(matmul(h, w) + cos(w).sum() * x) }.sum()
    }
    let program = try makeJaxpr(grad(loss))(w, Tensor.ones([6, 4]))
    try program.check()
    let loops = scans(program)
    #expect(loops.count == 2)
    // Besides the carry: h before the run (for w's gradient) and tanh's derivative. Neither w, nor cos(w), nor x.
    #expect(loops.first.map { $0.resultCount - $0.carryCount } == 2)
  }

  @Test func aLoopThatIsLinearKeepsNothing() throws {
    let loss = { (xs: Tensor) in scan(Tensor(0 as Float), xs) { s, x in 0.5 * s + x } }
    let program = try makeJaxpr(grad(loss))(x)
    // Nothing of the forward loop is needed: the one that is left is its transpose, over no values.
    let loops = scans(program)
    #expect(loops.count == 1)
    #expect(loops.first.map { $0.body.inputs.count - $0.carryCount } == 0)
  }

  @Test func carriesThatNoRunChangesAreConstants() throws {
    let loss = { (w: Tensor, xs: Tensor) in
      scan((Tensor.zeros([4]), w), xs) { state, x in (tanh(matmul(state.0, state.1) + x), state.1) }.0.sum()
    }
    let program = try makeJaxpr(grad(loss))(Tensor.ones([4, 4]), Tensor.ones([6, 4]))
    try program.check()
    // Forward the state alone; backward its cotangent. The weights' is a product after the loop.
    #expect(scans(program).map(\.carryCount) == [1, 1])
    let (state, weights) = scan((x, x), length: 2) { state in (state.0 + state.1, state.1) }
    #expect(try state.scalars(Float.self) == (x * 3).scalars(Float.self))
    #expect(try weights.scalars(Float.self) == x.scalars(Float.self))
    let (count, limit) = whileLoop((Tensor(0), Tensor(5))) {
      $0.0 .< $0.1
    } body: {
      ($0.0 + 2, $0.1)
    }
    #expect(try count.item(Int.self) == 6 && limit.item(Int.self) == 5)
  }

  @Test func gradientsOfWeightsAreProductsAfterTheLoop() throws {
    let loss = { (w: Tensor, b: Tensor, xs: Tensor) in
      scan(Tensor.zeros([2, 8]), xs) { h, x in tanh(matmul(concatenate([x, h], axis: -1), w) + b) }.sum()
    }
    let (w, b, xs) = (Tensor.full([11, 8], 0.1), Tensor.full([8], 0.2), Tensor.ones([6, 2, 3]))
    let program = try makeJaxpr(grad(arguments: .all, loss))(w, b, xs)
    try program.check()
    // The loop backwards carries the cotangent of h alone, and stacks that of xs and of the sums before tanh.
    #expect(scans(program).last?.carryCount == 1)
    #expect(scans(program).last.map { $0.resultCount - $0.carryCount } == 2)
    let (gw, gb, gx) = grad(arguments: .all, loss)(w, b, xs)
    let step: (Tensor) -> Float = { w in (try? loss(w, b, xs).item(Float.self)) ?? .nan }
    let bump = Tensor.zeros([11, 8]).at[4, 3].set(0.01)
    let slope = (step(w + bump) - step(w - bump)) / 0.02
    #expect(try abs(gw[4, 3].item(Float.self) - slope) < 1e-2 * abs(slope))
    #expect(gb.shape == [8] && gx.shape == [6, 2, 3])
    // A bias like any column of weights whose input is 1.
    #expect(try abs(gb[3].item(Float.self) - gw[0, 3].item(Float.self)) < 1e-4)
  }

  // MARK: the forms of scan

  @Test func scanOverNothingGivesTheFirstCarry() throws {
    let (carry, outputs) = scan(Tensor(3 as Float), Tensor.zeros([0, 2])) { s, x in (s + x.sum(), x * 2) }
    #expect(try carry.item(Float.self) == 3)
    #expect(outputs.shape == [0, 2])
    let gradient = grad { (s: Tensor) in scan(s, Tensor.zeros([0, 2])) { s, x in s * x.sum() } }(
      Tensor(3 as Float))
    #expect(try gradient.item(Float.self) == 1)
  }

  @Test(arguments: [1, 2, 3, 4, 7]) func unrollingChangesNothing(_ unroll: Int) throws {
    for reverse in [false, true] {
      let (carry, outputs) = scan(Tensor(1 as Float), x, reverse: reverse, unroll: unroll) { s, v in
        (s * 0.5 + v, s)
      }
      let (plain, rows) = scan(Tensor(1 as Float), x, reverse: reverse) { s, v in (s * 0.5 + v, s) }
      #expect(try carry.scalars(Float.self) == plain.scalars(Float.self))
      #expect(try outputs.scalars(Float.self) == rows.scalars(Float.self))
    }
  }

  @Test func aLiteralAsFirstCarryTakesTheDtypeOfTheBody() throws {
    #expect(scan(0, x) { s, v in s + v }.dtype == .float32)
    #expect(try scan(0, x) { s, v in s + v }.item(Float.self) == 1.1)
    #expect(
      try whileLoop(0) {
        $0 .< 3
      } body: {
        $0 + 0.5
      }.item(Float.self) == 3)
  }

  @Test func aLoopThatIsTracedAgainIsNotCompiledAgain() throws {
    func run(_ x: Tensor) -> Tensor { scan(Tensor(0.25 as Float), x) { s, v in sin(s) * v - 0.125 } }
    _ = try run(x).item(Float.self)
    let count = EvaluationInterpreter.shared.programCount(named: "scan")
    _ = try run(x + 1).item(Float.self)
    #expect(EvaluationInterpreter.shared.programCount(named: "scan") <= count)
  }

  // MARK: errors

  func message(_ body: () throws -> Tensor) -> String {
    do { return "no error: \(try body().bytes())" } catch { return "\(error)" }
  }

  struct State: TensorTree {
    var hidden, count: Tensor
    mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
      body(&hidden)
      body(&count)
    }
  }

  @Test func aCarryThatChangesItsTypeIsNamed() {
    let text = message {
      scan(State(hidden: Tensor.zeros([3]), count: Tensor(0 as Int32)), x) { state, v in
        State(hidden: state.hidden + v, count: state.count + 0.5)
      }.hidden
    }
    #expect(text.contains("carry.count has type i32[] at first, but f32[] after a run"))
    let tuple = message {
      scan((Tensor.zeros([3]), Tensor.zeros([2])), x) { s, v in (s.0, s.0 * v) }.1
    }
    #expect(tuple.contains("carry.1 has type f32[2] at first, but f32[3] after a run"))
    let list = message {
      whileLoop([x, x]) {
        $0[0].sum() .> 0
      } body: {
        [$0[0], $0[1].sum()]
      }[0]
    }
    #expect(list.contains("carry[1] has type f32[4] at first, but f32[] after a run"))
  }

  @Test func inputsOfDifferentLengths() {
    let text = message { scan(Tensor(0 as Float), (x, Tensor.zeros([3]))) { s, v in s + v.0 * v.1 } }
    #expect(text.contains("4 and 3 elements along their leading axes"))
    let length = message { scan(Tensor(0 as Float), x, length: 5) { s, v in s + v } }
    #expect(length.contains("the length is 5, but input 0 has 4 elements"))
    #expect(
      message { scan(Tensor(0 as Float), Tensor(1 as Float)) { s, v in s + v } }.contains("is a scalar"))
  }

  @Test func branchesThatDiffer() {
    let text = message {
      cond(x.sum() .> 0, x) {
        $0
      } else: {
        $0.sum()
      }
    }
    #expect(text.contains("of branch 0 has type f32[], of branch 1 f32[4]"))
    #expect(
      message {
        cond(x .> 0, x) {
          $0
        } else: {
          -$0
        }
      }.contains("the choice has shape [4]"))
    #expect(
      message {
        cond(x.sum(), x) {
          $0
        } else: {
          -$0
        }
      }.contains("dtype float32"))
    #expect(
      message { try `switch`(0, x, branches: [] as [(Tensor) -> Tensor]) }.contains("there are no branches"))
  }

  @Test func conditionsThatAreNoTruth() {
    let text = message {
      whileLoop(x) {
        $0 .> 0
      } body: {
        $0
      }
    }
    #expect(text.contains("the condition gives bool[4]"))
  }

  @Test func anErrorInABodyIsThatOfTheOperation() {
    let text = message { scan(Tensor.zeros([3]), Tensor.zeros([5, 2])) { s, v in matmul(s, v) } }
    #expect(text.contains("matmul"))
    let branch = message {
      cond(x.sum() .> 0, x) {
        $0
      } else: {
        $0 + Tensor.zeros([3])
      }
    }
    #expect(branch.contains("[4] and [3]"))
  }

  @Test func reverseModeThroughAWhileLoopSaysWhatToDo() {
    let f = { (x: Tensor) in
      whileLoop((x, Tensor(0))) { _, n in
        n .< 5
      } body: { s, n in
        (sin(s), n + 1)
      }.0
    }
    let text = message { grad { f($0).sum() }(x) }
    #expect(text.contains("reverse-mode differentiation does not work for whileLoop"))
    #expect(text.contains("scan, or foriLoop with Swift integers"))
  }

  @Test func namesOfAxesThatAreNotThere() {
    #expect(message { psum(x, "rows") }.contains("no axis is named \"rows\""))
    let text = message {
      vmap(axisName: "rows") { (v: Tensor) in psum(v, "rows", axisIndexGroups: [[0, 1], [2]]) }(x)
    }
    #expect(text.contains("do not divide 4 lanes"))
  }

  // MARK: cost

  @Test func tracingNestedLoopsGrowsLinearly() throws {
    var traced = 0
    func nested(_ depth: Int, _ x: Tensor) -> Tensor {
      traced += 1
      return depth == 0 ? sin(x) : scan(x, length: 2) { nested(depth - 1, $0) }
    }
    /// How often a body is traced, and the bytes of the program.
    func work(_ depth: Int) throws -> (times: Int, bytes: Int) {
      traced = 0
      let lowered = try lower(grad { (x: Tensor) in nested(depth, x) })(Tensor(0.5 as Float))
      return (traced, lowered.text.utf8.count)
    }
    let (shallow, deep) = (try work(4), try work(16))
    // Four times as deep: exponential growth would be by the thousands.
    #expect(deep.times <= 4 * shallow.times)
    #expect(deep.bytes <= 8 * shallow.bytes)
  }

  @Test func loweringManyRunsIsAsShortAsOfFew() throws {
    func text(_ count: Int) throws -> Int {
      try lower { (x: Tensor) in scan(x, length: count) { sin($0) } }(Tensor(1 as Float)).text.utf8.count
    }
    #expect(try text(1000) < text(10) + 100)
  }
}
