import Tensors
import Testing

@testable import TensorTransformations

/// Derivatives where dtypes meet: integers beside floats, floats of several widths, and values at the edge of numbers.
@Suite struct TangentTests {
  @Test func integersHaveNoTangent() throws {
    let f = { (x: Tensor, i: Tensor) in (x * i.astype(.float32), i * 2) }
    let ((y, doubled), (moved, still)) = jvp(
      f, primals: (Tensor(2.0), Tensor(Int32(3))), tangents: (Tensor(1.0), Tensor(Int32(0))))
    #expect(try y.item(Float.self) == 6 && doubled.item(Int.self) == 6)
    // JAX's float0: nothing that one could compute with; here zeros.
    #expect(try moved.item(Float.self) == 3 && still.item(Float.self) == 0)
    let (_, pullback) = vjp(f, primals: (Tensor(2.0), Tensor(Int32(3))))
    let (gx, gi) = pullback((Tensor(1.0), Tensor(Int32(0))))
    #expect(try gx.item(Float.self) == 3 && gi.item(Float.self) == 0)
    let (_, push) = linearize(f, primals: (Tensor(2.0), Tensor(Int32(3))))
    #expect(try push((Tensor(4.0), Tensor(Int32(0)))).0.item(Float.self) == 12)
  }

  @Test func integersPassThroughLoopsAndBranches() throws {
    let f = { (x: Tensor) in
      let (count, y) = scan((Tensor(Int32(0)), x), length: 3) { state in (state.0 + 1, state.1 * 2) }
      let even = remainder(count, 2) .== 0
      return cond(even, y, then: { $0 }, else: { $0 * count.astype(.float32) })
    }
    #expect(try grad(f)(Tensor(1.5)).item(Float.self) == 24)
    #expect(try jit(vmap(grad(f)))(Tensor([1.0, 2.0])).scalars(Float.self) == [24, 24])
  }

  @Test func gradientsHaveTheDtypesOfTheirArguments() throws {
    let f = { (a: Tensor, b: Tensor, c: Tensor) in (a * b + c).sum() }
    let (a, b, c) = (
      Tensor.ones([2, 3], dtype: .bfloat16), Tensor.full([3], 2, dtype: .float32),
      Tensor.ones([], dtype: .float16)
    )
    let (ga, gb, gc) = grad(arguments: .all, f)(a, b, c)
    #expect(ga.dtype == .bfloat16 && gb.dtype == .float32 && gc.dtype == .float16)
    #expect(try ga.scalars(Float.self) == [2, 2, 2, 2, 2, 2] && gb.scalars(Float.self) == [2, 2, 2])
    #expect(try gc.item(Float.self) == 6)
  }

  @Test func derivativesAtTheEdgesOfNumbers() throws {
    let infinity = Tensor(Float.infinity)
    #expect(try grad { (x: Tensor) in exp(-x) }(infinity).item(Float.self) == 0)
    #expect(try grad { (x: Tensor) in log(x) }(Tensor(Float(0))).item(Float.self) == .infinity)
    #expect(try grad { (x: Tensor) in x ** -3 }(Tensor(Float(0))).item(Float.self) == -.infinity)
    #expect(try grad { (x: Tensor) in x ** 0 + x ** 1 }(Tensor(Float(0))).item(Float.self) == 1)
    #expect(try grad { (x: Tensor) in sqrt(x) }(Tensor(Float.nan)).item(Float.self).isNaN)
    // The branch that is not taken makes NaN of 0 · ∞, as in JAX: the argument is to be made safe first.
    let unsafe = { (x: Tensor) in select(x .> 0, sqrt(x), 0) }
    #expect(try grad(unsafe)(Tensor(Float(0))).item(Float.self).isNaN)
    let safe = { (x: Tensor) in select(x .> 0, sqrt(select(x .> 0, x, 1)), 0) }
    #expect(try grad(safe)(Tensor(Float(0))).item(Float.self) == 0)
  }

  @Test func derivativesOfNothing() throws {
    let (empty, scalar) = (Tensor.zeros([0, 3]), Tensor(2.0))
    #expect(grad { (x: Tensor) in sin(x).sum() }(empty).shape == [0, 3])
    #expect(jacrev { (x: Tensor) in x.sum(axis: 0) }(empty).shape == [3, 0, 3])
    #expect(try grad { (x: Tensor) in (x * empty.sum()) + x }(scalar).item(Float.self) == 1)
    #expect(vmap(grad { (x: Tensor) in (x * x).sum() })(empty).shape == [0, 3])
  }
}
