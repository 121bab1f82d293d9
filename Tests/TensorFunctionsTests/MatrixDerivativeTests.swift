import Foundation
import Tensors
import Testing

/// Derivatives of linear algebra where matrices lack in rank, have equal values, or are not square: whatever mathematics
/// has a derivative of.
@Suite struct MatrixDerivativeTests {
  private func matrix(_ rows: [[Double]]) -> Tensor { Tensor(rows).astype(.float64) }

  private func near(
    _ a: Tensor, _ b: [Double], _ tolerance: Double = 1e-5, _ location: SourceLocation = #_sourceLocation
  ) throws {
    let values = try a.astype(.float64).scalars(Double.self)
    let isNear =
      values.count == b.count && zip(values, b).allSatisfy { abs($0 - $1) <= tolerance * max(1, abs($1)) }
    #expect(isNear, "\(values) instead of \(b)", sourceLocation: location)
  }

  /// The Jacobian against differences, as one program.
  private func check(
    _ f: @escaping @Sendable (Tensor) -> Tensor, at x: Tensor, _ location: SourceLocation = #_sourceLocation
  ) throws {
    let count = x.size
    let step = 1e-5
    let directions = Tensor.eye(count, dtype: .float64).reshape(Shape([count] + x.shape.dimensions))
    let all = jit { (x: Tensor, directions: Tensor) -> [Tensor] in
      let value = { (x: Tensor) in f(x).reshape([-1]) }
      let points = vmap(value)(concatenate([x + step * directions, x - step * directions]))
      let slopes = (points[..<count] - points[count...]) / (2 * step)
      return [slopes.transpose(), jacrev(value)(x)]
    }
    let results = try all(x, directions).map { try $0.scalars(Double.self) }
    let scale = results[0].map(\.magnitude).reduce(1, max)
    let distance = zip(results[1], results[0]).map { abs($0 - $1) }.reduce(0) {
      $1.isNaN ? .infinity : max($0, $1)
    }
    #expect(distance < 1e-6 * scale, "\(results[1]) instead of \(results[0])", sourceLocation: location)
  }

  private static let tall = Tensor([[1, 2], [3, -1], [0.5, 4], [2, 2]] as [[Double]]).astype(.float64)
  private static let wide = Tensor([[1, 2, 0.5, 3], [-1, 1, 2, 0]] as [[Double]]).astype(.float64)
  private static let full = Tensor([[1, 2, 0.5], [-1, 1, 2], [3, 0.25, 1]] as [[Double]]).astype(.float64)

  @Test func determinantsOfAnyRank() throws {
    let gradient = jit(grad { (x: Tensor) in Linalg.det(x) })
    let zeros = [Double](repeating: 0, count: 15)
    try near(gradient(diag(Tensor([1, 2, 3, 0] as [Float]))), zeros + [6])
    try near(gradient(diag(Tensor([1, 2, 0, 0] as [Float]))), zeros + [0])
    try near(gradient(Tensor.zeros([4, 4])), zeros + [0])
    // Rank 3, with no zero in sight: the products of minors are whole numbers.
    let singular = Tensor(
      [[1, 2, 3, 4], [2, 1, 0, 1], [3, 3, 3, 5], [1, -1, 2, 0]] as [[Float]])
    try near(gradient(singular), [-1, 17, 9, -15, -1, 17, 9, -15, 1, -17, -9, 15, 0, 0, 0, 0])
    // Batches, and sizes of 0 and 1 and more.
    let batch = jit(grad { (x: Tensor) in Linalg.det(x).sum() })
    try near(
      batch(stack([diag(Tensor([1, 2, 3, 0] as [Float])), Tensor.eye(4)])),
      zeros + [6] + (0..<16).map { $0 % 5 == 0 ? 1 : 0 })
    for size in [0, 1, 2, 3, 5, 9] {
      let diagonal = Tensor((0..<size).map { Float($0) })
      let slopes = jit(grad { (d: Tensor) in Linalg.det(diag(d)) })
      let product = (1..<max(size, 1)).reduce(1.0) { $0 * Double($1) }
      try near(slopes(diagonal), (0..<size).map { $0 == 0 ? product : 0 })
    }
    try check({ Linalg.det($0) }, at: matrix([[1, 2, 3, 4], [2, 1, 0, 1], [3, 3, 3, 5], [1, -1, 2, 0]]))
  }

  @Test func thirdDerivativesOfDeterminantsOfLowRank() throws {
    // det(diag(2, 0, 0, 0) + t e) is 2 t³ times the minor of e without the first row and column, and t⁴ times det(e).
    let e = Tensor([[1, 2, 0, 1], [3, 1, -1, 2], [0, 2, 4, 1], [1, 0, 2, 3]] as [[Float]])
    let base = diag(Tensor([2, 0, 0, 0] as [Float]))
    let along = { @Sendable (t: Tensor) in Linalg.det(base + t * e) }
    let third = jit(grad(grad(grad(along))))
    let fourth = jit(grad(grad(grad(grad(along)))))
    let minor = try Linalg.det(e[1..., 1...]).item(Float.self)
    let whole = try Linalg.det(e).item(Float.self)
    #expect(abs(try third(Tensor(Float(0))).item(Float.self) - 12 * minor) < 1e-3)
    #expect(abs(try fourth(Tensor(Float(0))).item(Float.self) - 24 * whole) < 1e-2)
    // At 0 the third derivative of a 3×3 part of a larger matrix is 0, and the fourth has the sign of the permutation.
    let none = { @Sendable (t: Tensor) in Linalg.det(t * e) }
    #expect(abs(try jit(grad(grad(grad(none))))(Tensor(Float(0))).item(Float.self)) < 1e-6)
    #expect(abs(try third(Tensor(Float(1))).item(Float.self) - (12 * minor + 24 * whole)) < 1e-2)
  }

  @Test func higherDerivativesOfDeterminants() throws {
    let d = diag(Tensor([1, 2, 0, 0] as [Double]).astype(.float64))
    let second = try jit(hessian { (x: Tensor) in Linalg.det(x) })(d).scalars(Double.self)
    let others: [Int: Double] = [10 * 16 + 15: 2, 15 * 16 + 10: 2, 11 * 16 + 14: -2, 14 * 16 + 11: -2]
    for (place, value) in second.enumerated() {
      let right = others[place] ?? 0
      #expect(abs(value - right) < 1e-12, "\(place)")
    }
    try check(
      { grad { Linalg.det($0) }($0) },
      at: matrix([[1, 2, 3, 4], [2, 1, 0, 1], [3, 3, 3, 5], [1, -1, 2, 0]]))
    try check(
      { grad { (x: Tensor) in square(grad { Linalg.det($0) }(x)).sum() }($0) },
      at: matrix([[1, 2, 3, 4], [2, 1, 0, 1], [3, 1, 3, 5], [1, -1, 2, 0]]))
  }

  @Test func complexMatrices() throws {
    // The cofactors of diag(i, 2, 3, 0) are 6 i at the last place; and the same of the sum of the real part.
    let d = diag(complex(Tensor([0, 2, 3, 0] as [Float]), Tensor([1, 0, 0, 0] as [Float])))
    let gradient = try jit(grad { (x: Tensor) in imag(Linalg.det(x)) })(d)
    try near(real(gradient), [Double](repeating: 0, count: 15) + [6])
    try near(imag(gradient), [Double](repeating: 0, count: 16))
    let a = complex(
      Tensor([[1, 2, 0, 1], [0, 1, 1, 0], [2, 0, 1, 1], [1, 1, 0, 3]] as [[Float]]),
      Tensor([[0, 1, 0, 0], [1, 0, 0, 2], [0, 0, 1, 0], [0, 1, 0, 0]] as [[Float]]))
    let b = matmul(Linalg.inv(a), a)
    try near(real(b), (0..<16).map { $0 % 5 == 0 ? 1 : 0 })
    let (sign, size) = Linalg.slogdet(a)
    let det = Linalg.det(a)
    try near(real(sign) * exp(size), [Double(try real(det).item(Float.self))])
    try near(imag(sign) * exp(size), [Double(try imag(det).item(Float.self))])
    // d log |det a| along a is the number of rows; the sign stays.
    let (moved, grown) = jvp({ Linalg.slogdet($0) }, primals: a, tangents: a).1
    try near(grown, [4], 1e-4)
    try near(abs(moved), [0], 1e-4)
  }

  @Test func qrOfAnyShape() throws {
    let slopes = grad { (x: Tensor) in Linalg.qr(x).R.sum() }(
      Tensor([1, 1, 2, 3, 5, 5] as [Float]).reshape([2, 3]))
    try near(slopes, [2.909296, -1.264911, -1.264911, -2.023858, -0.632456, -0.632456])
    for x in [MatrixDerivativeTests.wide, MatrixDerivativeTests.full, MatrixDerivativeTests.tall] {
      try check(
        { x in
          let (reduced, complete) = (Linalg.qr(x), Linalg.qr(x, mode: .complete))
          return concatenate([reduced.Q, reduced.R, complete.Q, complete.R].map { $0.ravel() })
        }, at: x)
    }
    // The last column depends on the others; and on nothing: q is that of the others.
    try check({ x in Linalg.qr(x).Q }, at: matrix([[1, 2, 5], [0, 1, 2], [1, 1, 3]]))
    // What does not depend on how the basis is completed, where a reflection does nothing.
    try check(
      { x in
        let q = Linalg.qr(x, mode: .complete).Q
        return matmul(q[FullRange(), 2...], q[FullRange(), 2...].transpose())
      }, at: matrix([[1, 2], [0, 3], [0, 0], [0, 0]]))
    try check(
      { x in grad { (x: Tensor) in sin(Linalg.qr(x, mode: .complete).Q).sum() }(x) },
      at: MatrixDerivativeTests.tall)
  }

  @Test func singularVectorsOfAnyShape() throws {
    for x in [MatrixDerivativeTests.wide, MatrixDerivativeTests.full, MatrixDerivativeTests.tall] {
      try check(
        { x in
          let (thin, full) = (Linalg.svd(x, fullMatrices: false), Linalg.svd(x))
          let count = thin.S.shape[0]
          // Signs, and how bases are completed, are left to chance.
          let vectors = [
            thin.U, thin.Vh.transpose(), full.U[FullRange(), ..<count], full.Vh[..<count].transpose(),
          ]
          let rest = [full.U[FullRange(), count...], full.Vh[count...].transpose()]
          return concatenate(
            [thin.S, full.S] + vectors.map { matmul(square($0), sin(thin.S)) }
              + rest.map { matmul($0, $0.transpose()).ravel() })
        }, at: x)
    }
  }

  @Test func equalSingularValues() throws {
    // The nearest rotation, and the sum of singular values, of matrices whose singular values are all the same.
    let turned = matrix([[0, -2, 0], [2, 0, 0], [0, 0, 2]])
    let polar = { @Sendable (x: Tensor) -> Tensor in
      let (u, _, vt) = Linalg.svd(x, fullMatrices: false)
      return matmul(u, vt)
    }
    try check(polar, at: turned)
    try check(polar, at: matrix([[0, -2], [2, 0], [0, 0]]))
    try check({ Linalg.norm($0, .nuclear) }, at: turned)
    try check({ Linalg.svdvals($0).sum() }, at: matrix([[2, 0, 0], [0, 2, 0], [0, 0, 5]]))
    try near(
      jit(grad { (x: Tensor) in Linalg.norm(x, .nuclear) })(Tensor.eye(3)), [1, 0, 0, 0, 1, 0, 0, 0, 1])
    try near(
      jit(grad { (x: Tensor) in square(Linalg.svdvals(x)).sum() })(Tensor.zeros([2, 3])),
      [Double](repeating: 0, count: 6))
    // The part of the matrix in the space of its two equal values.
    try check(
      { x in
        let u = Linalg.svd(x, fullMatrices: false).U[FullRange(), ..<2]
        return matmul(u, u.transpose())
      }, at: matrix([[2, 0, 0], [0, 2, 0], [0, 0, 1], [0, 0, 0.5]]))
  }

  @Test func equalEigenvalues() throws {
    let x = matrix([[2, 0, 0], [0, 2, 0], [0, 0, 5]])
    let symmetric = { @Sendable (x: Tensor) -> Tensor in (x + x.transpose()) / 2 }
    try check({ exp(Linalg.eigh(symmetric($0)).eigenvalues).sum() }, at: x)
    try check({ Linalg.eigvalsh(symmetric($0)).max() }, at: x)
    try check(
      { x in
        let v = Linalg.eigh(symmetric(x)).eigenvectors[FullRange(), ..<2]
        return matmul(v, v.transpose())
      }, at: x)
    try near(
      jit(grad { (x: Tensor) in Linalg.eigvalsh(x).sum() })(Tensor.zeros([3, 3])),
      [1, 0, 0, 0, 1, 0, 0, 0, 1])
  }

  @Test func pseudoInversesOfConstantRank() throws {
    let (a, b) = (MatrixDerivativeTests.tall, MatrixDerivativeTests.wide)
    // Products of rank 2, whatever their factors are.
    try check({ Linalg.pinv(matmul($0, b)) }, at: a)
    try check(
      {
        Linalg.pinv(
          matmul(matmul($0, b.transpose()), Tensor([[1, 1]] as [[Double]]).astype(.float64).transpose()))
      }, at: b)
    try check({ Linalg.pinv($0) }, at: MatrixDerivativeTests.full)
    try check({ grad { (x: Tensor) in sin(Linalg.pinv(matmul(x, b))).sum() }($0) }, at: a)
    let right = Tensor([1, -1, 2, 0.5] as [Double]).astype(.float64)
    try check({ Linalg.lstsq(matmul($0, b), right).x }, at: a)
    try check({ Linalg.lstsq(a, $0).x }, at: right)
    // Equal singular values: the inverse of 2 is -1/4 of a move.
    try near(
      jit(grad { (x: Tensor) in Linalg.pinv(x).sum() })(2 * Tensor.eye(2)), [-0.25, -0.25, -0.25, -0.25])
    try near(
      jit(grad { (x: Tensor) in Linalg.pinv(x).sum() })(Tensor.zeros([2, 3])),
      [Double](repeating: 0, count: 6))
  }

  @Test func emptyAndSingleMatrices() throws {
    let functions: [@Sendable (Tensor) -> Tensor] = [
      { Linalg.qr($0).R }, { Linalg.qr($0, mode: .complete).Q }, { Linalg.svd($0).U }, { Linalg.svdvals($0) },
      { Linalg.pinv($0) }, { Linalg.norm($0, .nuclear, axis: [-2, -1]) }, { Linalg.norm($0) },
    ]
    for (number, function) in functions.enumerated() {
      for shape in [[0, 0], [0, 2], [2, 0], [0, 2, 3], [1, 1]] as [Shape] {
        let value = function(Tensor.ones(shape))
        #expect(value.error == nil, "\(number) of \(shape)")
        let slope = grad { function($0).sum() }(Tensor.ones(shape))
        #expect(try slope.scalars(Float.self).count == shape.size, "\(number) of \(shape)")
      }
    }
    let ofSquares: [@Sendable (Tensor) -> Tensor] = [
      { Linalg.det($0) }, { Linalg.slogdet($0).logabsdet }, { Linalg.inv($0) }, { Linalg.cholesky($0) },
      { Linalg.eigh($0).eigenvectors }, { Linalg.solve($0, Tensor.ones($0.shape)) },
      { Linalg.matrixPower($0, 3) },
    ]
    for (number, function) in ofSquares.enumerated() {
      for shape in [[0, 0], [0, 2, 2], [2, 0, 0], [1, 1], [2, 1, 1]] as [Shape] {
        let value = function(Tensor.ones(shape))
        #expect(value.error == nil, "\(number) of \(shape)")
        let slope = grad { function($0).sum() }(Tensor.ones(shape))
        #expect(try slope.scalars(Float.self).count == shape.size, "\(number) of \(shape)")
      }
    }
  }
}
