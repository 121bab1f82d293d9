import Tensors
import Testing

/// Writes to positions that are named again: values and derivatives, in either mode, of either order.
@Suite struct RepeatedPositionTests {
  private func f(_ values: [Float], _ shape: Shape? = nil) -> Tensor {
    Tensor(values).reshape(shape ?? [values.count])
  }
  private func i(_ values: [Int32]) -> Tensor { Tensor(values) }

  @Test func segmentProducts() throws {
    let product = { (x: Tensor) in segmentProd(x, Tensor([0, 0, 1] as [Int32]), numSegments: 2).sum() }
    #expect(try grad(product)(f([2, 3, 4])).scalars(Float.self) == [3, 2, 1])
    // One zero, then two: the others' product and nothing, without a quotient.
    #expect(try jit(grad(product))(f([0, 3, 0])).scalars(Float.self) == [3, 0, 1])
    #expect(try grad(product)(f([0, 0, 0])).scalars(Float.self) == [0, 0, 1])
    #expect(
      try jit(hessian(product))(f([0, 0, 4])).scalars(Float.self) == [0, 1, 0, 1, 0, 0, 0, 0, 0])
    let third = { (x: Tensor) in segmentProd(x, Tensor([0, 0, 0, 0] as [Int32]), numSegments: 1).sum() }
    let directions = (f([1, 0, 0, 0]), f([0, 1, 0, 0]), f([0, 0, 1, 0]))
    let mixed = jit { (x: Tensor) in
      jvp(
        { jvp({ jvp(third, primals: $0, tangents: directions.0).1 }, primals: $0, tangents: directions.1).1 },
        primals: x, tangents: directions.2
      ).1
    }
    #expect(try mixed(f([0, 0, 0, 7])).item(Float.self) == 7)
  }

  @Test func rowsOutOfRangeAndLanes() throws {
    // Ids out of range are left out; every column by itself.
    let ids = i([1, -1, 1, 5, 0, 1])
    let x = f([2, 0, 9, 9, 3, 5, 9, 9, 7, 1, 4, 2], [6, 2])
    let gradient = grad { (x: Tensor) in segmentProd(x, ids, numSegments: 2).sum() }
    let right: [Float] = [12, 10, 0, 0, 8, 0, 0, 0, 1, 1, 6, 0]
    #expect(try gradient(x).scalars(Float.self) == right)
    let lanes = try jit(vmap(gradient))(stack([x, x * 2]))
    #expect(
      try lanes.scalars(Float.self) == right
        + right.enumerated().map { $0.offset == 8 || $0.offset == 9 ? 1 : 4 * $0.element })
    // Positions that differ between lanes.
    let chosen = try jit(
      vmap { (p: Tensor) in
        grad { (u: Tensor) in Tensor([5, 7] as [Float]).at[p].multiply(u).sum() }(Tensor([2, 3] as [Float]))
      })(Tensor([[0, 0], [0, 1]] as [[Int32]]))
    #expect(try chosen.scalars(Float.self) == [15, 10, 5, 7])
    let along = jvp(
      { (x: Tensor) in segmentProd(x, Tensor([0, 0, 1] as [Int32]), numSegments: 2) }, primals: f([2, 3, 4]),
      tangents: f([1, 10, 100])
    ).1
    #expect(try along.scalars(Float.self) == [23, 100])
  }

  @Test func multiplicationsDivisionsAndPowers() throws {
    let u = f([2, 3])
    let at = i([0, 0])
    #expect(
      try grad { (u: Tensor) in Tensor([5] as [Float]).at[at].multiply(u).sum() }(u).scalars(Float.self)
        == [15, 10])
    #expect(
      try grad { (x: Tensor) in x.at[at].multiply(u).sum() }(f([5])).scalars(Float.self) == [6])
    // 36 / (u v) at (2, 3), and 2 to the power of u v at (2, 1).
    #expect(
      try grad { (u: Tensor) in Tensor([36] as [Float]).at[at].divide(u).sum() }(u).scalars(Float.self)
        == [-3, -2])
    let power = try grad { (u: Tensor) in Tensor([2] as [Float]).at[at].power(u).sum() }(f([2, 1]))
      .scalars(Float.self)
    let log2 = 0.6931472 as Float
    #expect(abs(power[0] - 4 * log2) < 1e-5 && abs(power[1] - 8 * log2) < 1e-5)
    // What is not named stays, also in the derivative, whatever it is.
    let (value, tangent) = jvp(
      { (u: Tensor) in Tensor([-2, .infinity, 6] as [Float]).at[Tensor([2, 2] as [Int32])].divide(u) },
      primals: u, tangents: f([1, 0]))
    #expect(try value.scalars(Float.self) == [-2, .infinity, 1])
    #expect(try tangent.scalars(Float.self) == [0, 0, -0.5])
    let exponent = jvp(
      { (u: Tensor) in Tensor([-2, 0, 2] as [Float]).at[Tensor([2, 2] as [Int32])].power(u) },
      primals: f([1, 1]), tangents: f([0, 1])
    ).1
    #expect(try exponent.scalars(Float.self).prefix(2) == [0, 0])
  }

  @Test func windowsThatOverlap() throws {
    // lax's scatter: windows of two at 0 and 1 share the middle element.
    let numbers = ScatterDimensionNumbers(
      updateWindowDims: [1], insertedWindowDims: [], scatterDimsToOperandDims: [0])
    let gradient = grad { (u: Tensor) in
      scatterMul(
        Tensor([1, 10, 1] as [Float]), Tensor([[0], [1]] as [[Int32]]), u, dimensionNumbers: numbers
      ).sum()
    }(f([2, 0, 3, 5], [2, 2]))
    #expect(try gradient.scalars(Float.self) == [1, 30, 0, 1])
  }

  @Test func functionsAppliedAgain() throws {
    #expect(try f([2, 3]).at[i([0, 0])].apply { square($0) }.scalars(Float.self) == [16, 3])
    #expect(try f([2, 3]).at[i([0, -2, 1])].apply { square($0) }.scalars(Float.self) == [16, 9])
    #expect(try f([2, 3]).at[i([0, 7, 7])].apply { square($0) }.scalars(Float.self) == [4, 3])
    #expect(try f([2, 3]).at[i([7, 7])].apply({ square($0) }, mode: .clip).scalars(Float.self) == [2, 81])
    // Positions that are an argument: the function must work for both.
    let applied = jit { (x: Tensor, p: Tensor) in x.at[p].apply { square($0) } }
    #expect(try applied(f([2, 3]), i([0, 0])).scalars(Float.self) == [16, 3])
    #expect(try applied(f([2, 3]), i([1, 0])).scalars(Float.self) == [4, 9])
    let rows = jit { (x: Tensor, p: Tensor) in x.at[p, FullRange()].apply { $0 * 2 + 1 } }
    #expect(try rows(f([1, 2, 3, 4], [2, 2]), i([1, 1])).scalars(Float.self) == [1, 2, 15, 19])
    let apart = f([1, 2, 3, 4, 5, 6, 7, 8], [2, 2, 2]).at[i([0, 0]), FullRange(), i([1, 1])]
    #expect(try apart.apply { $0 * 10 }.scalars(Float.self) == [1, 200, 3, 400, 5, 6, 7, 8])
  }

  @Test func derivativesOfFunctionsAppliedAgain() throws {
    // (x²)² and (a (a x)): the factor is captured.
    let fourth = grad { (x: Tensor, p: Tensor) in x.at[p].apply { square($0) }.sum() }
    #expect(try fourth(f([2, 3]), i([0, 0])).scalars(Float.self) == [32, 1])
    #expect(try jit(fourth)(f([2, 3]), i([0, 0])).scalars(Float.self) == [32, 1])
    #expect(try jit(fourth)(f([2, 3]), i([1, 0])).scalars(Float.self) == [4, 6])
    let factor = jit(
      grad { (a: Tensor) in
        Tensor([2, 3] as [Float]).at[Tensor([0, 0, 1] as [Int32])].apply { a * $0 }.sum()
      })
    #expect(try factor(Tensor(5 as Float)).item(Float.self) == 23)
    let lanes = try jit(vmap(fourth))(f([2, 3, 2, 3], [2, 2]), Tensor([[0, 0], [0, 1]] as [[Int32]]))
    #expect(try lanes.scalars(Float.self) == [32, 1, 4, 6])
    let second = jit(hessian { (x: Tensor) in x.at[Tensor([0, 0] as [Int32])].apply { square($0) }.sum() })
    #expect(try second(f([2, 3])).scalars(Float.self) == [48, 0, 0, 0])
    // What is not element-wise cannot be applied to parts, and says so.
    let biased = jit { (x: Tensor, p: Tensor) in x.at[p].apply { $0 + Tensor([1, 2] as [Float]) } }
    let error = #expect(throws: TensorError.self) { try biased(f([2, 3]), i([0, 1])) }
    #expect(error?.expected.contains("uniqueIndices") == true)
    let promised = jit { (x: Tensor, p: Tensor) in
      x.at[p].apply({ $0 + Tensor([1, 2] as [Float]) }, uniqueIndices: true)
    }
    #expect(try promised(f([2, 3]), i([1, 0])).scalars(Float.self) == [4, 4])
  }

  @Test func nothingAndOne() throws {
    let none = grad { (u: Tensor) in
      Tensor([5] as [Float]).at[Tensor.zeros([0], dtype: .int32)].multiply(u).sum()
    }
    #expect(none(Tensor.zeros([0])).shape == [0])
    #expect(
      try grad { (x: Tensor) in segmentProd(x, i([0]), numSegments: 1).sum() }(f([3])).scalars(Float.self)
        == [1]
    )
    #expect(
      try grad { (x: Tensor) in segmentProd(x, i([0, 0]), numSegments: 0).sum() }(f([3, 4])).scalars(
        Float.self)
        == [0, 0])
    #expect(try f([5]).at[Tensor.zeros([0], dtype: .int32)].apply { square($0) }.scalars(Float.self) == [5])
    #expect(Tensor.zeros([0]).at[i([0, 0])].apply { square($0) }.shape == [0])
  }

  @Test func productsOfWindows() throws {
    let products = { (x: Tensor) in reduceWindow(x, .multiply, windowDimensions: [3]).sum() }
    // x₀x₁x₂ + x₁x₂x₃ with a zero: both windows have it.
    #expect(try grad(products)(f([2, 0, 3, 5])).scalars(Float.self) == [0, 21, 0, 0])
    #expect(
      try jit(hessian(products))(f([2, 0, 3, 5])).scalars(Float.self) == [
        0, 3, 0, 0, 3, 0, 7, 3, 0, 7, 0, 0, 0, 3, 0, 0,
      ])
    let plane = jit(
      grad { (x: Tensor) in
        reduceWindow(
          x, .multiply, windowDimensions: [2, 1], windowStrides: [1, 2],
          padding: .explicit([(1, 0), (0, 0)]),
          baseDilation: [1, 1], windowDilation: [1, 1]
        ).sum()
      })
    // Columns 0 and 2: each element by itself at the edge, and products of neighbours.
    #expect(try plane(f([1, 2, 0, 4, 5, 6], [2, 3])).scalars(Float.self) == [5, 0, 7, 1, 0, 0])
    #expect(
      try grad { (x: Tensor) in x.cumprod(axis: 0).sum() }(f([2, 0, 3])).scalars(Float.self) == [1, 8, 0])
  }
}
