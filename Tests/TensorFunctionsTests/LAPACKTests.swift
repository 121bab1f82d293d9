import Foundation
import Tensors
import Testing

@testable import PJRT
@testable import TensorCore
@testable import TensorFunctions

/// Factorizations by LAPACK against XLA's, in one process: the flag of the lowering alone differs.
@Suite struct LAPACKTests {
  /// Whether this machine has a LAPACK; `make setup` fetches one, so that CI has.
  static let isThere = (try? LAPACKLibrary.current()) ?? nil != nil

  private static let isCI = ProcessInfo.processInfo.environment["CI"] == "true"

  /// The results of an operation, with LAPACK or without.
  private func results(
    _ operands: [Tensor], lapack: Bool, _ f: @escaping ([Tensor]) -> [Tensor]
  ) throws -> [Tensor] {
    let backend = try Backend.default
    let program = try makeJaxpr { (x: [Tensor]) in f(x) }(operands)
    let compiled = try CompiledProgram(program, on: backend, lapack: lapack)
    #expect(compiled.lowered.text.contains("@blox_lapack_") == (lapack && LAPACKTests.isThere))
    return try compiled.run(operands)
  }

  private func near(
    _ a: Tensor, _ b: Tensor, _ tolerance: Double, sourceLocation: SourceLocation = #_sourceLocation
  )
    throws
  {
    #expect(a.shape == b.shape && a.dtype == b.dtype, sourceLocation: sourceLocation)
    if a.size == 0 { return }
    let difference = try abs(a - b).max().astype(.float64).item(Double.self)
    let size = try abs(b).max().astype(.float64).item(Double.self)
    #expect(difference <= tolerance * Swift.max(size, 1e-300), sourceLocation: sourceLocation)
  }

  private func random(_ shape: Shape, _ dtype: DType, _ seed: Int = 1) -> Tensor {
    dtype == .complex64
      ? complex(Random.normal(Random.key(seed), shape), Random.normal(Random.key(seed + 100), shape))
      : Random.normal(Random.key(seed), shape, dtype: dtype)
  }

  /// Against XLA's own ways, which are slow to compile: so in one program a dtype.
  @Test(
    .enabled(if: LAPACKTests.isThere || LAPACKTests.isCI, "no LAPACK: make setup"),
    arguments: [DType.float32, .float64])
  func resultsAreThoseOfXLA(dtype: DType) throws {
    let tolerance = dtype == .float64 ? 1e-11 : 2e-5
    let a = random([2, 5, 5], dtype)
    let positive = matmul(a, a.swapaxes(-1, -2)) + Tensor.eye(5, dtype: dtype)
    func f(_ x: [Tensor]) -> [Tensor] {
      let qr = Linalg.qr(x[1])
      return [
        Linalg.cholesky(x[0]), Linalg.det(x[1]), Linalg.solve(x[0], x[1]), Linalg.eigh(x[0]).eigenvalues,
        Linalg.svdvals(x[1]), qr.Q, qr.R,
      ]
    }
    let (ours, wanted) = (
      try results([positive, a], lapack: true, f), try results([positive, a], lapack: false, f)
    )
    for (x, y) in zip(ours, wanted) { try near(x, y, tolerance) }
  }

  /// What factorizations are for: their products are the matrix, and their bases are orthonormal.
  @Test(
    .enabled(if: LAPACKTests.isThere || LAPACKTests.isCI, "no LAPACK: make setup"),
    arguments: [Shape([1, 1]), [5, 3], [3, 5], [33, 33], [3, 6, 4], [2, 2, 1, 7], [7, 1]])
  func factorsMakeUpTheMatrix(shape: Shape) throws {
    for dtype in [DType.float32, .float64] {
      let tolerance = dtype == .float64 ? 1e-12 : 2e-5
      let a = random(shape, dtype)
      let found = try results([a], lapack: true) { x in
        func transposed(_ x: Tensor) -> Tensor { x.swapaxes(-1, -2) }
        let count = Swift.min(shape[-1], shape[-2])
        let symmetric = matmul(x[0], transposed(x[0]))
        let (values, vectors) = Linalg.eigh(symmetric)
        var results = [
          matmul(vectors * expandDims(values, axis: -2), transposed(vectors)), symmetric,
          values.sort(axis: -1), values, Linalg.solve(symmetric + Tensor.eye(shape[-2], dtype: dtype), x[0]),
          Linalg.inv(symmetric + Tensor.eye(shape[-2], dtype: dtype)).times(x[0]),
        ]
        for isComplete in [false, true] {
          let qr = Linalg.qr(x[0], mode: isComplete ? .complete : .reduced)
          let svd = Linalg.svd(x[0], fullMatrices: isComplete)
          let (u, vh) = (svd.U[Ellipsis(), ..<count], svd.Vh[Ellipsis(), ..<count, FullRange()])
          results += [matmul(qr.Q, qr.R), x[0], matmul(u * expandDims(svd.S, axis: -2), vh), x[0]]
          for basis in [qr.Q, svd.U, transposed(svd.Vh), vectors] {
            let gram = matmul(transposed(basis), basis)
            results += [gram, broadcastTo(Tensor.eye(basis.shape[-1], dtype: dtype), gram.shape)]
          }
        }
        return results
      }
      for index in stride(from: 0, to: found.count, by: 2) {
        try near(found[index], found[index + 1], tolerance)
      }
    }
  }

  @Test(.enabled(if: LAPACKTests.isThere || LAPACKTests.isCI, "no LAPACK: make setup"))
  func triangularSystemsOfAllKinds() throws {
    for dtype in [DType.float32, .float64, .complex64] {
      let a = random([2, 4, 4], dtype) + 3 * Tensor.eye(4, dtype: dtype)
      let b = random([2, 4, 4], dtype, 2)
      for flags in 0..<16 {
        let solve = TriangularSolve(
          isLeft: flags & 1 != 0, isLower: flags & 2 != 0, isTransposed: flags & 4 != 0,
          hasUnitDiagonal: flags & 8 != 0)
        let ours = try results([a, b], lapack: true) { bind(solve, $0) }
        let wanted = try results([a, b], lapack: false) { bind(solve, $0) }
        try near(ours[0], wanted[0], dtype == .float64 ? 1e-13 : 1e-5)
      }
      let x = try results([a, b], lapack: true) { [Linalg.solve($0[0], $0[1]), Linalg.det($0[0])] }
      try near(matmul(a, x[0], precision: .highest), b, dtype == .float64 ? 1e-13 : 1e-5)
    }
  }

  @Test(.enabled(if: LAPACKTests.isThere || LAPACKTests.isCI, "no LAPACK: make setup"))
  func whatCannotBeFactorized() throws {
    let a = Tensor([[1, 2], [2, 1]] as [[Float]])
    let nan = Tensor([[1, .nan], [.nan, 1]] as [[Float]])
    let infinite = Tensor([[.infinity, 0], [0, 1]] as [[Float]])
    let batch = stack([Tensor.eye(2), a])
    let found = try results([a, nan, infinite, batch], lapack: true) { x in
      [
        Linalg.cholesky(x[0]), Linalg.eigh(x[1]).eigenvalues, Linalg.svd(x[2]).S, Linalg.svd(x[1]).U,
        Linalg.cholesky(x[3]), Linalg.solve(Tensor.zeros([2, 2]), x[0]),
      ]
    }
    for tensor in [found[0][FullRange(), 0], found[1], found[2], found[3], found[4][1, FullRange(), 0]] {
      #expect(try isnan(tensor).all().item(Bool.self))
    }
    try near(found[4][0], Tensor.eye(2), 0)
    #expect(try !isfinite(found[5]).any().item(Bool.self))
  }

  @Test(.enabled(if: LAPACKTests.isThere || LAPACKTests.isCI, "no LAPACK: make setup")) func farFromOne()
    throws
  {
    for scale in [1e-30, 1e-18, 1e18, 1e30] as [Float] {
      let a = Tensor(scale) * random([6, 6], .float32)
      let found = try results([a], lapack: true) { x in
        let svd = Linalg.svd(x[0])
        let symmetric = x[0] + x[0].T
        let eigen = Linalg.eigh(symmetric)
        return [
          matmul(svd.U * svd.S, svd.Vh), matmul(eigen.eigenvectors * eigen.eigenvalues, eigen.eigenvectors.T),
          symmetric,
        ]
      }
      try near(found[0] / Tensor(scale), a / Tensor(scale), 1e-5)
      try near(found[1] / Tensor(scale), found[2] / Tensor(scale), 1e-5)
    }
  }

  @Test func settings() throws {
    #expect(try LAPACKLibrary.find(Settings(["BLOX_LAPACK": "off"])) == nil)
    #expect(try LAPACKLibrary.find(Settings(["BLOX_LAPACK": "OFF"])) == nil)
    let error = #expect(throws: TensorError.self) {
      try LAPACKLibrary.find(Settings(["BLOX_LAPACK": "/nowhere/liblapack.so"]))
    }
    #expect(error?.description.contains("BLOX_LAPACK names /nowhere/liblapack.so") == true)
    // A library that is none.
    #expect(throws: TensorError.self) { try LAPACKLibrary.find(Settings(["BLOX_LAPACK": "libm.so.6"])) }
  }
}
