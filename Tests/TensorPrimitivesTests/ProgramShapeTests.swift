import Tensors
import Testing

/// Operations that are written in a shape that suits the compiler, against what they are by definition.
@Suite struct ProgramShapeTests {
  private func expectEqual(
    _ a: Tensor, _ b: Tensor, within tolerance: Double = 1e-12,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(a.shape == b.shape, sourceLocation: sourceLocation)
    #expect(try abs(a - b).max().item(Double.self) <= tolerance, sourceLocation: sourceLocation)
  }

  /// Matrices with more, as many and fewer columns than rows, from rows in two axes.
  @Test(arguments: [[6, 2], [4, 4], [3, 7], [6, 1]]) func gradientsOfProductsWithAMatrix(shape: [Int]) throws
  {
    let x = Random.normal(Random.key(1), [2, 5, shape[0]], dtype: .float64)
    let w = Random.normal(Random.key(2), Shape(shape), dtype: .float64)
    let c = Random.normal(Random.key(3), [2, 5, shape[1]], dtype: .float64)
    let (value, gx, gw, back) = try jit { (x: Tensor, w: Tensor) in
      let gradients = grad(arguments: .all) { (x: Tensor, w: Tensor) in (matmul(x, w) * c).sum() }(x, w)
      let back = grad { (w: Tensor) in (matmul(c, w.transpose()) * x).sum() }(w)
      return (matmul(x, w), gradients.0, gradients.1, back)
    }(x, w)
    // By sums of products of elements.
    let (rows, matrix) = (x[Ellipsis(), NewAxis()], w[NewAxis(), NewAxis()])
    let cotangents = c[FullRange(), FullRange(), NewAxis()]
    try expectEqual(value, (rows * matrix).sum(axis: 2))
    try expectEqual(gx, (cotangents * matrix).sum(axis: 3))
    let sum = (rows * cotangents).sum(axis: [0, 1])
    try expectEqual(gw, sum)
    try expectEqual(back, sum)
  }

  /// Several contracted axes, in another order in one operand, and batches.
  @Test func gradientsOfOtherProducts() throws {
    let a = Random.normal(Random.key(1), [2, 3, 4, 5], dtype: .float64)
    for (subscripts, shape) in [
      ("abcd,cde->abe", [4, 5, 3]), ("abcd,dce->abe", [5, 4, 3]), ("abcd,abce->abde", [2, 3, 4, 2]),
      ("abcd,cbad->bca", [4, 3, 2, 5]), ("abcd,ed->abce", [6, 5]),
    ] as [(String, [Int])] {
      let b = Random.normal(Random.key(2), Shape(shape), dtype: .float64)
      let product = einsum(subscripts, a, b)
      let c = Random.normal(Random.key(3), product.shape, dtype: .float64)
      let (ga, gb) = try jit { (a: Tensor, b: Tensor) in
        grad(arguments: .all) { (a: Tensor, b: Tensor) in (einsum(subscripts, a, b) * c).sum() }(a, b)
      }(a, b)
      // A bilinear function: each gradient's product with its operand is the function.
      let whole = try (product * c).sum().item(Double.self)
      #expect(try ((ga * a).sum().item(Double.self) - whole).magnitude < 1e-10)
      #expect(try ((gb * b).sum().item(Double.self) - whole).magnitude < 1e-10)
      let bump = Random.normal(Random.key(4), b.shape, dtype: .float64)
      try expectEqual((gb * bump).sum(), (einsum(subscripts, a, bump) * c).sum(), within: 1e-10)
    }
  }

  @Test(arguments: [DType.int32, .int8, .uint8, .int64]) func crossEntropyOfAnyClass(dtype: DType) throws {
    let logits = Random.normal(Random.key(1), [6, 5])
    // The second counts from the end; the last two are out of range.
    let isSigned = !dtype.isUnsigned
    let classes = Tensor([0, isSigned ? -1 : 4, 2, 3, 5, isSigned ? -6 : 99] as [Int32]).astype(dtype)
    let losses = try softmaxCrossEntropyWithIntegerLabels(logits, classes).scalars(Float.self)
    let logarithms = try logSoftmax(logits).scalars(Float.self)
    for (row, column) in [(0, 0), (1, 4), (2, 2), (3, 3)] {
      #expect((losses[row] + logarithms[5 * row + column]).magnitude < 1e-5)
    }
    #expect(losses[4].isNaN && losses[5].isNaN)
    let gradient = grad { (x: Tensor) in
      softmaxCrossEntropyWithIntegerLabels(x, classes)[0..<4].sum()
    }(logits)
    let expected = softmax(logits) - oneHot(Tensor([0, 4, 2, 3, 9, 9] as [Int32]), 5)
    let isCounted = Tensor([1, 1, 1, 1, 0, 0] as [Float])[FullRange(), NewAxis()]
    try expectEqual(gradient, expected * isCounted, within: 1e-6)
    // An impossible class has an infinite loss and the others' gradient.
    let impossible = Tensor([-Float.infinity, 0, 1])
    #expect(try softmaxCrossEntropyWithIntegerLabels(impossible, Tensor(0)).item(Float.self) == .infinity)
  }

  /// Heads that share keys, against one head after the other.
  @Test func attentionByHeads() throws {
    let q = Random.normal(Random.key(1), [2, 5, 4, 3], dtype: .float64)
    let k = Random.normal(Random.key(2), [2, 6, 2, 3], dtype: .float64)
    let v = Random.normal(Random.key(3), [2, 6, 2, 3], dtype: .float64)
    func byHeads(_ q: Tensor, _ k: Tensor, _ v: Tensor) -> Tensor {
      let heads = (0..<4).map { head -> Tensor in
        func part(_ x: Tensor, _ index: Int) -> Tensor { x[FullRange(), FullRange(), index] }
        let scores = matmul(part(q, head), part(k, head / 2).swapaxes(1, 2)) * Tensor(1 / 3.0.squareRoot())
        let isSeen = Tensor.arange(6) .<= Tensor.arange(5)[FullRange(), NewAxis()]
        return matmul(softmax(select(isSeen, scores, -1e300)), part(v, head / 2))
      }
      return stack(heads, axis: 2)
    }
    let (one, other) = try jit { (q: Tensor, k: Tensor, v: Tensor) in
      func with(_ f: @escaping (Tensor, Tensor, Tensor) -> Tensor) -> [Tensor] {
        let gradients = grad(arguments: .all) { (q: Tensor, k: Tensor, v: Tensor) in
          let mixed = f(q, k, v)
          return (mixed * mixed * mixed).sum()
        }(q, k, v)
        return [f(q, k, v), gradients.0, gradients.1, gradients.2]
      }
      return (with { dotProductAttention($0, $1, $2, isCausal: true) }, with(byHeads))
    }(q, k, v)
    for (x, y) in zip(one, other) { try expectEqual(x, y, within: 1e-10) }
  }

  @Test func barriersHaveAllDerivatives() throws {
    let cube = { (x: Tensor) in
      let held = optimizationBarrier([x, 2 * x])
      return held[0] * held[0] * held[1]
    }
    let x = Tensor([1, 2] as [Float])
    let results = try jit { (x: Tensor) in
      [
        cube(x), vmap(grad(cube))(x), vmap(grad(grad(cube)))(x),
        jvp(cube, primals: x, tangents: Tensor.onesLike(x)).1,
      ]
    }(x).map { try $0.scalars(Float.self) }
    #expect(results == [[2, 16], [6, 24], [12, 24], [6, 24]])
    #expect(try optimizationBarrier(x).scalars(Float.self) == [1, 2])
  }
}
