import Foundation
import Tensors
import Testing

/// Linear algebra of numbers far from 1, whose squares are too great or too small for the dtype.
@Suite struct FarFromOneTests {
  private static let sizes: [Float] = [1e-30, 0x1p-60, 1e30]
  private static let tall = Tensor([[1, 2], [3, -1], [0.5, 4], [2, 2]] as [[Float]])
  private static let square = Tensor([[4, 1, 0.5], [1, 3, 2], [0.5, 2, 5]] as [[Float]])

  private typealias Law = (power: Int, function: @Sendable (Tensor) -> Tensor)

  /// The results for a matrix of any size, divided by what they are proportional to, are those of the matrix itself.
  private func check(
    _ x: Tensor, sizes: [Float] = FarFromOneTests.sizes, _ laws: [Law],
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let function = jit { (x: Tensor) in laws.map { $0.function(x) } }
    let right = try function(x).map { try $0.scalars(Float.self) }
    for size in sizes {
      for (number, result) in try function(x * Tensor(size)).enumerated() {
        let growth = pow(Double(size), Double(laws[number].power))
        let tolerance = 1e-5 * Double(right[number].map(\.magnitude).reduce(0, max)) * growth
        for (value, right) in zip(try result.scalars(Float.self), right[number]) {
          let isNear = abs(Double(value) - Double(right) * growth) <= tolerance
          #expect(isNear, "law \(number): \(value), not \(right) · \(growth)", sourceLocation: location)
        }
      }
    }
  }

  @Test func factorizations() throws {
    let (tall, square) = (FarFromOneTests.tall, FarFromOneTests.square)
    for x in [tall, tall.transpose(), square] {
      try check(
        x,
        [
          (0, { Linalg.qr($0).Q }), (1, { Linalg.qr($0).R }), (0, { Linalg.qr($0, mode: .complete).Q }),
          (1, { Linalg.svdvals($0) }), (-1, { Linalg.pinv($0) }), (0, { Linalg.cond($0) }),
          (0, { Linalg.matrixRank($0).astype(.float32) }),
          (
            0,
            { x in
              let (u, _, vt) = Linalg.svd(x, fullMatrices: false)
              return matmul(u, vt)
            }
          ),
        ])
    }
    try check(
      square,
      [
        (1, { Linalg.eigvalsh($0) }), (0, { Tensors.square(Linalg.eigh($0).eigenvectors) }),
        (
          1,
          { x in
            let factor = Linalg.cholesky(x)
            return matmul(factor, factor.transpose())
          }
        ),
      ])
  }

  @Test func systems() throws {
    let square = FarFromOneTests.square
    let right = Tensor([1, -2, 3] as [Float])
    let column = right.reshape([3, 1])
    try check(
      square,
      [
        (-1, { Linalg.inv($0) }), (-1, { Linalg.solve($0, right) }),
        (-1, { Linalg.triangularSolve($0, column) }),
        (-1, { Linalg.triangularSolve($0, column, lower: false, transposeA: true) }),
        (-1, { Linalg.choSolve(Linalg.cholesky($0), column) }),
      ])
    try check(FarFromOneTests.tall, [(-1, { Linalg.lstsq($0, Tensor([1, -2, 3, 1] as [Float])).x })])
    try check(square, sizes: [1e-12, 1e12], [(3, { Linalg.det($0) })])
    for size in [1e-30, 1e30] as [Float] {
      let logarithm = try Linalg.slogdet(square * Tensor(size)).logabsdet.item(Float.self)
      let right = try Linalg.slogdet(square).logabsdet.item(Float.self) + 3 * log(size)
      #expect(abs(logarithm - right) < 1e-4)
    }
    // A determinant near 1 of rows far from it, and its derivatives.
    let mixed = diag(Tensor([1e30, 1e-30, 1e25, 1e-25, 1e20, 1e-20] as [Float]))
    #expect(abs(try Linalg.det(mixed).item(Float.self) - 1) < 1e-5)
    let slopes = try jit(grad { (x: Tensor) in Linalg.det(x) })(mixed).diagonal().scalars(Float.self)
    for (slope, wanted) in zip(slopes, [1e-30, 1e30, 1e-25, 1e25, 1e-20, 1e20] as [Float]) {
      #expect(abs(slope / wanted - 1) < 1e-5)
    }
  }

  @Test func norms() throws {
    let x = Tensor([[3, -4, 0], [1, 2, 2]] as [[Float]])
    let orders: [Linalg.NormOrder?] = [
      nil, .p(1), .p(2), .p(3), .p(1.5), .p(-2), .infinity, .negativeInfinity,
    ]
    let ofVectors: [Law] = orders.map { order in (1, { Linalg.norm($0, order, axis: 1) }) }
    try check(x[FullRange(), ..<2], ofVectors)
    let ofMatrices: [Linalg.NormOrder] = [.frobenius, .nuclear, .p(2), .p(-2), .p(1), .infinity]
    let norms: [Law] = ofMatrices.map { order in (1, { Linalg.norm($0, order) }) }
    let slopes: [Law] = [
      (0, { x in grad { (x: Tensor) in Linalg.norm(x) }(x) }),
      (0, { x in grad { (x: Tensor) in Linalg.norm(x, .p(3), axis: 1).sum() }(x) }),
      (0, { x in abs(grad { (x: Tensor) in Linalg.norm(x, .nuclear) }(x)) }),
    ]
    try check(x, norms + slopes)
    // Infinities, NaNs and zeros are what they were.
    let odd = jit { (x: Tensor) in Linalg.norm(x, axis: 1) }
    let values = try odd(Tensor([[.infinity, 1], [.nan, 1], [0, 0], [3e38, 1]] as [[Float]])).scalars(
      Float.self)
    #expect(values[0] == .infinity && values[1].isNaN && values[2] == 0 && abs(values[3] / 3e38 - 1) < 1e-6)
    #expect(try Linalg.norm(Tensor([3, 4] as [Float]).astype(.float16) * 60).item(Float.self) == 300)
    #expect(try Linalg.norm(Tensor([300, 400] as [Float]).astype(.float16)).item(Float.self) == 500)
    let vector = complex(Tensor([0, 4e25] as [Float]), Tensor([3e25, 0] as [Float]))
    #expect(abs(try Linalg.norm(vector).item(Float.self) / 5e25 - 1) < 1e-6)
    #expect(
      abs(
        try Linalg.norm(Tensor([3, 4] as [Double]).astype(.float64) * 1e-200).item(Double.self) / 5e-200 - 1
      ) < 1e-12)
  }

  /// Products of complex numbers, one by one or of many, are infinite where they are out of range, and not NaN.
  @Test func productsOfComplexNumbers() throws {
    let sides = Tensor([1e20, 1e20, 1] as [Float])
    let (z, one) = (complex(sides, sides), complex(Tensor(Float(1)), Tensor(Float(0))))
    let products = jit { (z: Tensor) in
      let pairs = [
        z[0] * z[1], z[..<2].prod(), z[..<2].cumprod(axis: 0)[1],
        reduceWindow(z, .multiply, windowDimensions: [2])[0],
      ]
      return [
        stack(pairs.map(real)), stack(pairs.map(imag)),
        real(reduceWindow(z * one, .multiply, windowDimensions: [1])),
      ]
    }
    let (reals, imaginaries, single) = try { ($0[0], $0[1], $0[2]) }(products(z))
    #expect(try reals.scalars(Float.self) == [0, 0, 0, 0])
    #expect(try imaginaries.scalars(Float.self) == [Float](repeating: .infinity, count: 4))
    #expect(try single.scalars(Float.self) == [1e20, 1e20, 1])
    let slopes = try grad { (x: Tensor) in
      real(reduceWindow(complex(x, x), .multiply, windowDimensions: [2])).sum()
        + imag(
          reduceWindow(complex(x, x), .multiply, windowDimensions: [2])
        ).sum()
    }(Tensor([2, 3, 5] as [Float])).scalars(Float.self)
    // (1 + i)² = 2i: the sum of parts is 2 (x₀x₁ + x₁x₂).
    #expect(slopes == [6, 14, 6])
  }

  /// Where a norm has no derivative, 0 is taken.
  @Test func derivativesOfNormsOfNothing() throws {
    let x = Tensor([[0, 0], [3, 4]] as [[Float]])
    let norms: [@Sendable (Tensor) -> Tensor] = [
      { Linalg.norm($0, axis: 1).sum() }, { Linalg.norm($0, .p(2), axis: 1).sum() },
      { vmap { Linalg.norm($0[NewAxis()], .frobenius) }($0).sum() },
    ]
    for norm in norms {
      let slopes = try jit(grad(norm))(x).scalars(Float.self)
      #expect(zip(slopes, [0, 0, 0.6, 0.8]).allSatisfy { ($0 - $1).magnitude < 1e-6 }, "\(slopes)")
    }
    let third = try grad { Linalg.norm($0, .p(3), axis: 1).sum() }(x).scalars(Float.self)
    #expect(third.prefix(2) == [0, 0] && third.allSatisfy(\.isFinite))
    #expect(try grad { $0.std() }(Tensor([3, 3] as [Float])).scalars(Float.self) == [0, 0])
  }

  @Test func columnsOfManySizes() throws {
    // q does not depend on the sizes of columns, and r has them.
    let sizes = Tensor([1e-30, 1e25] as [Float])
    let (q, r) = Linalg.qr(FarFromOneTests.tall)
    let (scaled, sizedR) = Linalg.qr(FarFromOneTests.tall * sizes)
    for (a, b) in zip(try q.scalars(Float.self), try scaled.scalars(Float.self)) {
      #expect(abs(a - b) < 1e-6)
    }
    for (a, b) in zip(try (r * sizes).scalars(Float.self), try sizedR.scalars(Float.self)) {
      #expect(abs(a - b) <= 1e-5 * abs(a))
    }
  }

  @Test func derivatives() throws {
    let (tall, square) = (FarFromOneTests.tall, FarFromOneTests.square)
    // Weights that differ from row to row and column to column.
    let slope = { @Sendable (f: @escaping @Sendable (Tensor) -> Tensor) in
      { @Sendable (x: Tensor) -> Tensor in
        grad { (x: Tensor) in
          let y = f(x)
          let weights = cos(Tensor.broadcastedIota([y.size], 0).astype(.float32)).reshape(y.shape)
          return (y * weights).sum()
        }(x)
      }
    }
    try check(
      tall, sizes: [1e-30, 1e18],
      [
        (0, slope { Linalg.qr($0).R }), (-1, slope { Linalg.qr($0).Q }),
        (-1, slope { Tensors.square(Linalg.svd($0, fullMatrices: false).U) }),
      ])
    try check(
      square, sizes: [1e-30, 1e18],
      [
        (0, slope { Linalg.eigvalsh($0) }), (-1, slope { Tensors.square(Linalg.eigh($0).eigenvectors) }),
        (-1, slope { Linalg.slogdet($0).logabsdet }),
      ])
    let right = Tensor([1, -2, 3] as [Float])
    try check(
      square, sizes: [1e-18, 1e18],
      [
        (-2, slope { Linalg.inv($0) }), (-2, slope { Linalg.pinv($0) }),
        (-2, slope { Linalg.solve($0, right) }), (-2, slope { Linalg.lstsq($0, right).x }),
      ])
    try check(square, sizes: [0x1p-60, 0x1p60], [(0, slope { Linalg.cholesky($0 * $0.max()) })])
  }
}
