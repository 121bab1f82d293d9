import Tensors
import Testing

@testable import TensorTransformations

@Suite struct ArityTests {
  private let x = Tensor([1.0, 2.0, 3.0])

  @Test("A step of five and six arguments gives four results")
  func sixArguments() throws {
    let step = jit { (a: Tensor, b: [Tensor], c: Tensor, d: Tensor, e: Tensor, f: [String: Tensor]) in
      let sum = a + b[0] + c + d + e
      return (sum, [f, f], a * 2, b)
    }
    let (sum, trees, doubled, list) = try step(x, [x], x, x, x, ["x": x])
    #expect(try sum.scalars(Float.self) == [5, 10, 15])
    #expect(try trees[1]["x"]?.scalars(Float.self) == [1, 2, 3])
    #expect(try doubled.scalars(Float.self) == [2, 4, 6])
    #expect(list.count == 1)
    let five = jit(donating: 4) { (a: Tensor, b: Tensor, c: Tensor, d: Tensor, e: Tensor) in (a + e, b, c, d)
    }
    #expect(try five(x, x, x, x, Tensor([1.0, 1.0, 1.0])).0.scalars(Float.self) == [2, 3, 4])
    let types = try evalShape { (a: Tensor, b: Tensor, c: Tensor, d: Tensor, e: Tensor) in (a, b, c, d + e) }(
      x, x, x, x, x)
    #expect(types.3.shape == [3])
  }

  @Test("vmap maps five arguments to four results")
  func lanes() throws {
    let (a, b, c, d) = vmap(in: [0, nil, 0, 0, 0], out: (0, nil, 0, 0)) {
      (a: Tensor, b: Tensor, c: Tensor, d: Tensor, e: Tensor) in (a + e, b, c * 2, d)
    }(x, x, x, x, x)
    #expect(try a.scalars(Float.self) == [2, 4, 6])
    #expect(b.shape == [3])
    #expect(try c.scalars(Float.self) == [2, 4, 6])
    #expect(d.shape == [3])
  }

  @Test("A loop carries four trees, and gives three outputs for two inputs")
  func loops() throws {
    let start = (Tensor(0.0), [Tensor(1.0)], Tensor(2.0), Tensor(3))
    let (carry, outputs) = scan(start, (x, x * 10)) { state, inputs in
      let (a, b, c, n) = state
      let (p, q) = inputs
      return ((a + p, [b[0] * 1], c, n + 1), (a, q, n))
    }
    #expect(try carry.0.item(Float.self) == 6)
    #expect(try carry.3.item(Int.self) == 6)
    #expect(try outputs.0.scalars(Float.self) == [0, 1, 3])
    #expect(try outputs.1.scalars(Float.self) == [10, 20, 30])
    #expect(try outputs.2.scalars(Int.self) == [3, 4, 5])
    let last = whileLoop(
      (Tensor(0), x, [x], Tensor(1.0)),
      condition: { (n: Tensor, _: Tensor, _: [Tensor], _: Tensor) in n .< 4 },
      body: { (n: Tensor, a: Tensor, b: [Tensor], c: Tensor) in (n + 1, a + 1, b, c * 2) })
    #expect(try last.1.scalars(Float.self) == [5, 6, 7])
    #expect(try last.3.item(Float.self) == 16)
    let counted = foriLoop(0, 3, (x, x, x, x)) { i, state in
      (state.0 + i, state.1, state.2, state.3 * 2)
    }
    #expect(try counted.0.scalars(Float.self) == [4, 5, 6])
  }

  @Test("Branches give four results")
  func branches() throws {
    let (a, _, _, d) = cond(Tensor(true), then: { (x, x, x, x) }, else: { (x, x, x, -x) })
    #expect(try a.scalars(Float.self) == d.scalars(Float.self))
  }

  @Test("A loss gives two and three auxiliary results")
  func auxiliaries() throws {
    let (gradient, (doubled, list)) = grad { (x: Tensor) in ((x ** 2).sum(), (2 * x, [x])) }(x)
    #expect(try gradient.scalars(Float.self) == doubled.scalars(Float.self))
    #expect(list.count == 1)
    let ((loss, (a, b, c)), both) = valueAndGrad(arguments: .all) { (x: Tensor, y: Tensor) in
      ((x * y).sum(), (x, [y], x + y))
    }(x, x * 2)
    #expect(try loss.item(Float.self) == 28)
    #expect(try a.scalars(Float.self) == [1, 2, 3])
    #expect(try b[0].scalars(Float.self) == [2, 4, 6])
    #expect(try c.scalars(Float.self) == [3, 6, 9])
    #expect(try both.0.scalars(Float.self) == [2, 4, 6])
    #expect(try both.1.scalars(Float.self) == [1, 2, 3])
  }

  @Test("Six arguments are differentiated with respect to the first")
  func manyArguments() throws {
    let f = { (w: Tensor, a: Tensor, b: Tensor, c: Tensor, d: Tensor, e: Tensor) in
      (w * a * b * c * d * e).sum()
    }
    #expect(try grad(f)(x, x, x, x, x, x).scalars(Float.self) == [1, 32, 243])
  }

  @Test func functionsWithoutArguments() throws {
    let made = jit { Tensor.arange(3) * 2 }
    #expect(try made().scalars(Int.self) == [0, 2, 4])
    let (key, value) = try jit { (Random.key(1), Random.normal(Random.key(1), [2])) }()
    #expect(try value.scalars(Float.self) == Random.normal(key, [2]).scalars(Float.self))
    let shapes = try evalShape { (Tensor.zeros([1 << 10, 1 << 10]), Tensor.arange(5)) }()
    #expect(shapes.0.shape == [1 << 10, 1 << 10] && shapes.1.shape == [5])
    #expect(throws: TensorError.self) { try jit { Tensor.ones([2]) + Tensor.ones([3]) }() }
    #expect(throws: TensorError.self) { try jit(donating: 0) { Tensor.ones([2]) }() }
  }

  /// What a recurrence gives, `((outputs, state), params)`, is the one result of `jit` with a tuple in it.
  @Test func aTupleInResults() throws {
    let one = jit { (x: Tensor) in ((x, [x + 1]), x * 2) }
    let ((a, b), c) = try one(x)
    #expect(try a.scalars(Float.self) == [1, 2, 3] && b[0].scalars(Float.self) == [2, 3, 4])
    #expect(try c.scalars(Float.self) == [2, 4, 6])
    let two = jit { (x: Tensor, y: [String: Tensor]) in
      let sum = x + (y["y"] ?? x)
      return ((sum, y), x)
    }
    let results = try two(x, ["y": x])
    #expect(try results.0.0.scalars(Float.self) == [2, 4, 6] && results.0.1["y"]?.shape == [3])
    let three = jit(donating: 2, name: "three") { (x: Tensor, y: Tensor, z: Tensor) in ((x + z, y), z * y) }
    let product = try three(x, x, Tensor([1.0, 1.0, 1.0])).1
    #expect(try product.scalars(Float.self) == [1, 2, 3])
    // The types can be told by the context, and without a nested tuple everything is as it was.
    let told: (Tensor) throws -> ((Tensor, Tensor), Tensor) = jit { x in ((x, x), x) }
    #expect(try told(x).0.1.shape == [3])
    #expect(try jit { ($0, $0 + 1) }(x).1.shape == [3])
    #expect(throws: TensorError.self) { try jit { (x: Tensor) in ((x, x + Tensor.ones([2])), x) }(x) }
  }
}
