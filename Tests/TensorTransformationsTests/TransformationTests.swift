import Tensors
import Testing

@testable import TensorTransformations

@Suite struct TransformationTests {
  let x = Tensor([0.5, -1, 2] as [Float])

  func close(_ a: Tensor, _ b: [Float], tolerance: Float = 1e-5) throws -> Bool {
    let values = try a.scalars(Float.self)
    return values.count == b.count
      && zip(values, b).allSatisfy { Swift.abs($0 - $1) <= tolerance * (1 + Swift.abs($1)) }
  }

  @Test func gradientOfAPolynomial() throws {
    let f = { (x: Tensor) in (x * x * x - 2 * x).sum() }
    let expected = try x.scalars(Float.self).map { 3 * $0 * $0 - 2 }
    #expect(try close(grad(f)(x), expected))
    #expect(try close(jit(grad(f))(x), expected))
    let second = grad { (x: Tensor) in grad(f)(x).sum() }
    #expect(try close(second(x), x.scalars(Float.self).map { 6 * $0 }))
  }

  @Test func perturbationsAreNotConfused() throws {
    // d/dx (x · d/dy (x + y)) = 1, not 2.
    let outer = grad { (x: Tensor) in x * grad { (y: Tensor) in x + y }(Tensor(1.0)) }
    #expect(try outer(Tensor(Float(3))).item(Float.self) == 1)
  }

  @Test func swiftControlFlowWorksOnConcreteValues() throws {
    let f = { (x: Tensor) throws in try x.item(Float.self) > 0 ? x * x : -x }
    #expect(try grad(f)(Tensor(Float(3))).item(Float.self) == 6)
    #expect(try grad(f)(Tensor(Float(-3))).item(Float.self) == -1)
    #expect(throws: TensorError.self) { try jit(f)(Tensor(Float(3))) }
  }

  @Test func auxiliaryResults() throws {
    let f = { (x: Tensor) in ((x * x).sum(), [x + 1, x * 2]) }
    let (gradient, auxiliary) = grad(f)(x)
    #expect(try close(gradient, [1, -2, 4]))
    #expect(try close(auxiliary[1], [1, -2, 4]))
    let ((loss, _), _) = valueAndGrad(f)(x)
    #expect(try loss.item(Float.self) == 5.25)
  }

  @Test func treesGoThrough() throws {
    let f = { (tree: [String: [Tensor]]) in
      tree.values.flatMap { $0 }.map { ($0 * $0).sum() }.reduce(Tensor(Float(0)), +)
    }
    let gradient = try jit(grad(f))(["b": [x], "a": [x, x + 1]])
    #expect(try close(gradient["a"]?[1] ?? 0, [3, 0, 6]))
    #expect(gradient["b"]?.count == 1)
  }

  @Test func vmapOfGradEqualsALoop() throws {
    let f = { (w: Tensor, x: Tensor) in (sin(w * x)).sum() }
    let xs = Tensor([1, 2, 3, 4] as [Float], shape: [2, 2])
    let w = Tensor([0.3, 0.7] as [Float])
    let together = vmap(in: [nil, 0], grad(f))(w, xs)
    #expect(together.shape == [2, 2])
    for row in 0..<2 {
      let single = grad(f)(w, xs[row])
      #expect(try close(single, together[row].scalars(Float.self)))
    }
  }

  @Test func vmapAxes() throws {
    let x = Tensor.arange(6).reshape([2, 3])
    let doubled = vmap(in: [1], out: 1) { (x: Tensor) in x * 2 }(x)
    #expect(try doubled.scalars(Int.self) == [0, 2, 4, 6, 8, 10])
    let (a, b) = vmap(in: [0, nil], out: (0, nil)) { (x: Tensor, y: Tensor) in (x + y, y) }(
      x, Tensor(Int32(1)))
    #expect(a.shape == [2, 3] && b.shape == [])
    let index = vmap(axisName: "lane") { (x: Tensor) in axisIndex("lane") + x.sum() * 0 }(x)
    #expect(try index.scalars(Int.self) == [0, 1])
  }

  @Test func vmapErrorsAreReadable() {
    let f = { (a: Tensor, b: Tensor) in a + b }
    let sizes = vmap(f)(Tensor.ones([2]), Tensor.ones([3]))
    #expect(sizes.error?.problem.contains("gives 2") == true)
    let unequal = vmap(out: nil) { (x: Tensor) in x }(Tensor.ones([2]))
    #expect(unequal.error?.problem.contains("differs between lanes") == true)
    #expect(vmap { (x: Tensor) in x }(Tensor(Float(1))).error != nil)
    #expect(axisIndex("nowhere").error?.problem.contains("nowhere") == true)
  }

  @Test func jitTracesOncePerSignature() throws {
    let count = Counter()
    let f = jit { (x: Tensor) in
      count.value += 1
      return x + 1
    }
    for _ in 0..<3 { _ = try f(x) }
    #expect(count.value == 1)
    _ = try f(Tensor.ones([4]))
    _ = try f(Tensor.ones([3], dtype: .bfloat16))
    _ = try f(x)
    #expect(count.value == 3)
  }

  @Test func nestedJitIsOneOperation() throws {
    let inner = jit { (x: Tensor) in sin(x) * x }
    let outer = { (x: Tensor) throws in try (inner(x) + inner(x)).sum() }
    let program = try makeJaxpr(outer)(x)
    try program.check()
    #expect(program.equations.filter { $0.primitive is Call }.count == 2)
    let plain = grad { (x: Tensor) in (2 * sin(x) * x).sum() }(x)
    #expect(try close(grad(outer)(x), plain.scalars(Float.self)))
    #expect(try close(jit(grad(outer))(x), plain.scalars(Float.self)))
    let batched = try vmap(inner)(Tensor.ones([2, 3]))
    #expect(batched.shape == [2, 3])
    // A nested function that closes over a traced value of the outer one.
    let closing = jit { (y: Tensor) throws in try jit { (z: Tensor) in z * y }(y).sum() }
    #expect(try close(grad(closing)(x), [1, -2, 4]))
  }

  @Test func capturedTensorsAreConstants() throws {
    let w = Tensor([1, 2, 3] as [Float])
    let f = jit { (x: Tensor) in (x * w, w) }
    let (product, same) = try f(x)
    #expect(try close(product, [0.5, -2, 6]))
    #expect(try close(same, [1, 2, 3]))
  }

  @Test func evalShapeComputesNothing() throws {
    let result = try evalShape { (x: Tensor) in (matmul(x, x.T), x.sum()) }(Tensor.ones([3, 1000]))
    #expect(result.0.shape == [3, 3] && result.1.shape == [])
    #expect(throws: TensorError.self) { try result.0.scalars(Float.self) }
    #expect((result.0 + 1).error?.problem.contains("evalShape") == true)
  }

  @Test func programsPrintAndCheck() throws {
    let program = try makeJaxpr { (x: Tensor) in sin(x) * 2 }(x)
    try program.check()
    #expect(
      program.description == """
        program f(a: f32[3]) {
          b: f32[3] = sin a
          c: f32[3] = mul b 2.0
          return c
        }
        """)
    #expect(try lower { (x: Tensor) in sin(x) }(x).text.contains("stablehlo.sine"))
  }

  @Test func unusedEquationsAreLeftOut() throws {
    let program = try makeJaxpr { (x: Tensor) in
      _ = exp(x)
      return x + 1
    }(x)
    #expect(program.equationCount == 1)
  }
}

/// Counts how often a closure ran.
final class Counter: @unchecked Sendable {
  // Unchecked: only the test's own thread touches it.
  var value = 0
}
