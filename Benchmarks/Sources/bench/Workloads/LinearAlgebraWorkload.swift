import Blox

/// Factorizations of 64, 256 and 1024 rows, by LAPACK: general eigenvalues have no other way, and XLA's loops for the
/// others would take longer than all the rest.
struct LinearAlgebraWorkload: Workload {
  func run(_ meter: Meter) throws {
    for rows in [64, 256, 1024] {
      let matrix = numbers([rows, rows])
      let positive = matmul(matrix, matrix.transpose()) + Tensor(Double(rows) * 0.01) * Tensor.eye(rows)
      let right = numbers([rows])
      func time(_ name: String, _ f: @escaping (Tensor, Tensor) -> Tensor, _ x: Tensor) throws {
        let jitted = jit(f)
        try jitted(x, right).blockUntilReady()
        let median = try meter.median(seconds: meter.seconds / 12) { try jitted(x, right).blockUntilReady() }
        meter.print("\(name)_\(rows)", median * 1e3, "ms")
      }
      try time("cholesky", { x, _ in Linalg.cholesky(x) }, positive)
      try time("solve", { x, b in Linalg.solve(x, b) }, positive)
      try time("eigh", { x, _ in Linalg.eigh(x).eigenvectors }, positive)
      try time("svd", { x, _ in Linalg.svd(x).U }, matrix)
      try time("eig", { x, _ in Linalg.eig(x).eigenvectors }, matrix)
    }
  }
}
