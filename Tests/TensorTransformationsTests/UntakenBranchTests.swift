import Tensors
import Testing

/// A branch that is not taken, or a lane that has left a loop, has no part in values and derivatives.
@Suite(.serialized) struct UntakenBranchTests {
  private static func logOrZero(_ x: Tensor) -> Tensor {
    cond(x .> 0, x, then: { log($0) }, else: { _ in Tensor(0 as Float) })
  }
  private func f(_ values: [Float]) -> Tensor { Tensor(values) }

  @Test func conditionsOfLanes() throws {
    let g = UntakenBranchTests.logOrZero
    let sum = { (x: Tensor) in vmap(g)(x).sum() }
    #expect(try grad(sum)(f([1, 0])).scalars(Float.self) == [1, 0])
    #expect(try jit(grad(sum))(f([2, -1, 0])).scalars(Float.self) == [0.5, 0, 0])
    #expect(try vmap(grad(g))(f([1, 0])).scalars(Float.self) == [1, 0])
    #expect(try jit(vmap(grad(grad(g))))(f([2, 0])).scalars(Float.self) == [-0.25, 0])
    #expect(try jvp(sum, primals: f([1, 0]), tangents: f([1, 1])).1.item(Float.self) == 1)
    // No lane takes the branch.
    #expect(try jit(grad(sum))(f([0, -3])).scalars(Float.self) == [0, 0])
    #expect(try jit(hessian(sum))(f([0, 2])).scalars(Float.self) == [0, 0, 0, -0.25])
    let nested = try jit(vmap(grad(sum)))(Tensor([[1, 0], [0, -1]] as [[Float]]))
    #expect(try nested.scalars(Float.self) == [1, 0, 0, 0])
  }

  @Test func whatLanesShare() throws {
    // d/dw of the sum of w log x over the lanes that take it: log 2; the others give nothing.
    let f = { (w: Tensor, x: Tensor) in
      vmap { (x: Tensor) in cond(x .> 0, then: { w * log(x) }, else: { w * 0 }) }(x).sum()
    }
    let gradient = jit(grad(f))
    #expect(abs(try gradient(Tensor(3 as Float), self.f([2, 0, -1])).item(Float.self) - 0.6931472) < 1e-6)
    #expect(try gradient(Tensor(3 as Float), self.f([0, -1])).item(Float.self) == 0)
    // A derivative that is infinite where the branch is taken stays so.
    let root = { (x: Tensor) in vmap { (x: Tensor) in cond(x .>= 0, x, then: sqrt, else: { -$0 }) }(x).sum() }
    #expect(try jit(grad(root))(self.f([0, -1, 4])).scalars(Float.self) == [.infinity, -1, 0.25])
  }

  @Test func switchesAndLoops() throws {
    let chosen = { (x: Tensor) in
      vmap { (x: Tensor) in
        `switch`(
          clip(floor(x), 0, 2).astype(.int32), x, { _ in Tensor(0 as Float) }, { log($0) }, { 1 / ($0 - 1) }
        )
      }(x).sum()
    }
    #expect(try jit(grad(chosen))(f([0, 1, 3])).scalars(Float.self) == [0, 1, -0.25])
    let looped = { (x: Tensor) in
      vmap { (x: Tensor) in
        scan(x, length: 3) { s in cond(s .> 1, s, then: { log($0) }, else: { $0 * 0.5 }) }
      }(x).sum()
    }
    // log 3 > 1, so log log 3, halved; 0 stays 0 and never sees the logarithm.
    let slopes = try jit(grad(looped))(f([3, 0])).scalars(Float.self)
    #expect(abs(slopes[0] - 0.5 / (3 * 1.0986123)) < 1e-6 && slopes[1] == 0.125)
  }

  @Test func lanesThatHaveLeft() throws {
    // A lane leaves at 1 or below; the root of what it leaves with, minus 1, is not a number.
    let descend = { (x: Tensor) in
      whileLoop(x) {
        $0 .> 1
      } body: {
        sqrt($0 - 1)
      }
    }
    let (values, slopes) = jvp(vmap(descend), primals: f([0.5, 2, 10]), tangents: f([1, 1, 1]))
    let right = try slopes.scalars(Float.self)
    #expect(try values.scalars(Float.self).allSatisfy { !$0.isNaN })
    #expect(right[0] == 1 && abs(right[1] - 0.5) < 1e-6 && right.allSatisfy { !$0.isNaN })
    #expect(try debugNans { try vmap(descend)(f([0.5, 2, 10])).scalars(Float.self).count } == 3)
    // A loop inside a loop: only lanes that go on count in the inner one, which would not end for the others.
    let doubled = { (x: Tensor) in
      whileLoop(x) {
        $0 .< 100
      } body: { x in
        whileLoop((x, x * 2)) { s, limit in
          s .!= limit
        } body: { s, limit in
          (s + 1, limit)
        }.0
      }
    }
    #expect(try jit(vmap(doubled))(f([3, 200.5, 60])).scalars(Float.self) == [192, 200.5, 120])
  }

  @Test func lookingForNaNs() throws {
    let g = UntakenBranchTests.logOrZero
    let sum = { (x: Tensor) in vmap(g)(x).sum() }
    func values(_ body: () throws -> Tensor) throws -> [Float] { try debugNans(body).scalars(Float.self) }
    #expect(try values { vmap(g)(f([1, 0, -1])) } == [0, 0, 0])
    #expect(try values { grad(sum)(f([1, 0, -1])) } == [1, 0, 0])
    #expect(try values { try jit(grad(sum))(f([1, 0, -1])) } == [1, 0, 0])
    #expect(try values { vmap(grad(g))(f([0, -1])) } == [0, 0])
    #expect(try values { try jit(vmap(grad(g)))(f([0, -1])) } == [0, 0])
    // One that counts is found, and named.
    let bad = jit { (x: Tensor) in vmap { (x: Tensor) in cond(x .< 0, x, then: { log($0) }, else: { $0 }) }(x)
    }
    let error = #expect(throws: TensorError.self) { try debugNans { try bad(f([-1, 2])) } }
    #expect(error?.problem.contains("NaN") == true)
    // The logarithm of -1 has a slope; its root has none.
    let slope = grad { (x: Tensor) in
      vmap { (x: Tensor) in cond(x .< 1, x, then: { sqrt($0) }, else: { $0 }) }(x).sum()
    }
    let functions: [(Tensor) throws -> Tensor] = [jit(slope), { try slope($0).checkedValues() }]
    for function in functions {
      let error = #expect(throws: TensorError.self) { try debugNans { try function(f([-1, 2])) } }
      #expect(error?.problem.contains("NaN") == true)
    }
  }

  @Test func collectivesInBranches() throws {
    // Inside of a branch the sum over lanes is that of all of them, whether they take it or not.
    let sums = vmap(axisName: "i") { (x: Tensor) in
      cond(x .> 1, x, then: { psum($0, "i") }, else: { $0 })
    }
    #expect(try sums(f([1, 2, 3])).scalars(Float.self) == [1, 6, 6])
  }

  @Test func noLanes() throws {
    #expect(try jit(vmap(UntakenBranchTests.logOrZero))(Tensor.zeros([0])).shape == [0])
  }
}

extension Tensor {
  /// The tensor, once its values are known to be there.
  fileprivate func checkedValues() throws -> Tensor {
    _ = try bytes()
    return self
  }
}
