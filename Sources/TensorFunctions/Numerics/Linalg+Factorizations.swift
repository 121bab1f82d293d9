public import TensorCore
import TensorPrimitives
import TensorTransformations

extension Linalg {
  /// How much of the factors is returned (`mode` of `jnp.linalg.qr`).
  public enum QRMode: Sendable, Hashable {
    /// As many columns of Q as the smaller extent has.
    case reduced
    /// A square Q, with columns that complete the basis.
    case complete
  }

  /// The factors Q, with orthonormal columns, and R, an upper triangle (`jnp.linalg.qr`).
  ///
  /// `[…, m, n]` gives `[…, m, k]` and `[…, k, n]`, `k` being the lesser of both, or `m` when complete. Fails for
  /// fewer than two axes and for complex numbers.
  ///
  /// - Parameters:
  ///   - x: matrices, `[…, rows, columns]`.
  ///   - mode: how many columns Q has.
  public static func qr(_ x: Tensor, mode: QRMode = .reduced) -> (Q: Tensor, R: Tensor) {
    let results = matrices("qr", x, mode == .complete ? 1 : 0, resultCount: 2) { x, isComplete in
      // The columns are of any size; it is the factor R that has their sizes.
      let scale = x.scale(axis: [-2])
      let factors = bind(QRFactors(isComplete: isComplete == 1), [x / scale])
      return [factors[0], factors[1] * scale]
    }
    return (results[0], results[1])
  }

  /// The eigenvalues of symmetric matrices, ascending, and their eigenvectors as columns (`jnp.linalg.eigh`).
  ///
  /// `[…, n, n]` gives `[…, n]` and `[…, n, n]`. Fails unless the matrices are square, and for complex numbers.
  public static func eigh(_ x: Tensor) -> (eigenvalues: Tensor, eigenvectors: Tensor) {
    let results = matrices("eigh", x, areSquare: true, resultCount: 2) { x, _ in
      let scale = x.scale(axis: [-2, -1])
      let parts = bind(SymmetricEigen(), [symmetric(x / scale)])
      return [parts[0] * scale.squeeze(axis: -1), parts[1]]
    }
    return (results[0], results[1])
  }

  /// The eigenvalues of symmetric matrices, ascending (`jnp.linalg.eigvalsh`).
  ///
  /// `[…, n, n]` gives `[…, n]`. Fails unless the matrices are square, and for complex numbers.
  public static func eigvalsh(_ x: Tensor) -> Tensor { eigh(x).eigenvalues }

  /// The singular value decomposition x = U · diag(S) · Vh, S descending (`jnp.linalg.svd`).
  ///
  /// Where values are equal, their vectors may turn into each other at will, and only what does not depend on that has a
  /// derivative: `u · vt` has, but of `u · diag(f(s)) · vt` the derivative has f′(s) between any two vectors of equal values, and
  /// f is applied to each value alone. Such functions need another form, as the one by which `pinv` is differentiated.
  /// `[…, m, n]` gives `[…, m, m]`, `[…, k]` and `[…, n, n]`, or `[…, m, k]`, `[…, k]` and `[…, k, n]` without
  /// `fullMatrices`, `k` being the lesser of both. Fails for fewer than two axes and for complex numbers.
  ///
  /// - Parameters:
  ///   - x: matrices, `[…, rows, columns]`.
  ///   - fullMatrices: whether U and Vh are square, with vectors that complete the bases.
  public static func svd(_ x: Tensor, fullMatrices: Bool = true) -> (U: Tensor, S: Tensor, Vh: Tensor) {
    let results = matrices("svd", x, fullMatrices ? 1 : 0, resultCount: 3) { x, isComplete in
      let scale = x.scale(axis: [-2, -1])
      let parts = bind(SingularValues(isComplete: isComplete == 1), [x / scale])
      return [parts[1], parts[0] * scale.squeeze(axis: -1), parts[2].transposedMatrix]
    }
    return (results[0], results[1], results[2])
  }

  /// The singular values, descending (`jnp.linalg.svdvals`).
  ///
  /// `[…, m, n]` gives `[…, min(m, n)]`. Fails for fewer than two axes and for complex numbers.
  public static func svdvals(_ x: Tensor) -> Tensor {
    matrices("svdvals", x) { x, _ in
      let scale = x.scale(axis: [-2, -1])
      return [bind(SingularValues(isComplete: false), [x / scale])[0] * scale.squeeze(axis: -1)]
    }[0]
  }

  /// The pseudo-inverse (`jnp.linalg.pinv`).
  ///
  /// `[…, m, n]` gives `[…, n, m]`. Fails for fewer than two axes and for complex numbers.
  ///
  /// - Parameters:
  ///   - x: matrices, `[…, rows, columns]`.
  ///   - rtol: singular values below this part of the greatest count as 0; 10 · max(m, n) · ε when nil.
  public static func pinv(_ x: Tensor, rtol: Double? = nil) -> Tensor {
    matrices("pinv", x, rtol ?? 10 * x.usualTolerance) { x, limit in
      let scale = x.scale(axis: [-2, -1])
      return [bind(PseudoInverse(tolerance: limit), [x / scale])[0] / scale]
    }[0]
  }

  /// The rank of matrices: how many singular values are not negligible (`jnp.linalg.matrix_rank`).
  ///
  /// `[…, m, n]` gives int32 `[…]`. Fails for fewer than two axes and for complex numbers.
  public static func matrixRank(_ x: Tensor, rtol: Double? = nil) -> Tensor {
    matrices("matrixRank", x, rtol ?? x.usualTolerance) { x, limit in
      let s = bind(SingularValues(isComplete: false), [x])[0]
      return [countNonzero(s .> s.max(axis: -1, keepdims: true, initial: 0) * Tensor(limit), axis: -1)]
    }[0]
  }

  /// The least-squares solution of `a x = b` of least norm, with the residuals, the rank of a and its singular values
  /// (`jnp.linalg.lstsq`).
  ///
  /// `a` of `[m, n]` and `b` of `[m]` or `[m, k]` give `[n]` or `[n, k]`. Fails for other shapes and for complex
  /// numbers.
  public static func lstsq(_ a: Tensor, _ b: Tensor, rcond: Double? = nil) -> (
    x: Tensor, residuals: Tensor, rank: Tensor, s: Tensor
  ) {
    if let failed = [a, b].first(where: \.isFailed) { return (failed, failed, failed, failed) }
    guard a.ndim == 2, b.ndim == 1 || b.ndim == 2, b.type.shape[0] == a.type.shape[0] else {
      let failure = Tensor.failed(
        TensorError(
          "lstsq", operands: [a, b],
          problem: "a matrix of \(a.type.shape) and a right side of \(b.type.shape)",
          expected: "a matrix [m, n] and a right side [m] or [m, k]"))
      return (failure, failure, failure, failure)
    }
    let limit = rcond ?? Double(Swift.max(a.type.shape[0], a.type.shape[1])) * a.inexactDType.epsilon
    let results = fused("lstsq", [a, b], limit, resultCount: 4) { operands, limit in
      inexact(operands) { pair in
        let right = pair[1].ndim == 1 ? expandDims(pair[1], axis: -1) : pair[1]
        let scale = pair[0].scale(axis: [-2, -1])
        let near = pair[0] / scale
        let values = bind(SingularValues(isComplete: false), [near])[0]
        let x = bind(PseudoInverse(tolerance: limit), [near])[0].times(right)
        let residuals = square(right - near.times(x)).sum(axis: 0)
        let rank = countNonzero(values .> values.max(initial: 0) * Tensor(limit))
        let solution = x / scale
        return [
          pair[1].ndim == 1 ? solution.squeeze(axis: -1) : solution, residuals, rank,
          values * scale.squeeze(axis: -1),
        ]
      }
    }
    return (results[0], results[1], results[2], results[3])
  }
}

extension Tensor {
  /// The part of the greatest singular value below which others count as 0: the greater extent of the matrices times ε.
  fileprivate var usualTolerance: Double {
    Double(type.shape.dimensions.suffix(2).max() ?? 0) * inexactDType.epsilon
  }
}
