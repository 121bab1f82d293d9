public import TensorCore
import TensorPrimitives
import TensorTransformations

extension Linalg {
  /// What numbers the Schur form has (`output` of `jax.scipy.linalg.schur`).
  public enum SchurOutput: Sendable, Hashable {
    /// Those of the matrices.
    case real
    /// complex64.
    case complex
  }

  /// The eigenvalues of square matrices, in no order, and their right eigenvectors as columns (`jnp.linalg.eig`).
  ///
  /// Computed by LAPACK (`blox setup` fetches it), on CPUs only. Eigenvectors have the length 1, and their greatest
  /// element is real. Both have derivatives, of which those of the eigenvectors keep this choice: right where
  /// eigenvalues are simple; vectors of equal eigenvalues may turn into each other at will, as those of `svd`; not finite or
  /// huge for matrices that lack eigenvectors.
  /// `[…, n, n]` gives complex64 `[…, n]` and `[…, n, n]`, NaNs where the matrix is not finite. Fails unless the
  /// matrices are square, for more than 16,384 rows, and without a LAPACK.
  public static func eig(_ x: Tensor) -> (eigenvalues: Tensor, eigenvectors: Tensor) {
    let results = eig(x, computeLeftEigenvectors: false, computeRightEigenvectors: true)
    return (results[0], results[1])
  }

  /// The eigenvalues of square matrices, then their left and their right eigenvectors as columns, where these are wanted
  /// (`lax.linalg.eig`).
  ///
  /// A left eigenvector u with its eigenvalue w has uᴴ x = w uᴴ. All else is as for `eig(_:)`.
  /// `[…, n, n]` gives complex64 `[…, n]` and at most two of `[…, n, n]`. Fails unless the matrices are square, for
  /// more than 16,384 rows, and without a LAPACK.
  public static func eig(
    _ x: Tensor, computeLeftEigenvectors: Bool, computeRightEigenvectors: Bool
  ) -> [Tensor] {
    let flags = (computeLeftEigenvectors ? 1 : 0) + (computeRightEigenvectors ? 2 : 0)
    let count = 1 + (computeLeftEigenvectors ? 1 : 0) + (computeRightEigenvectors ? 1 : 0)
    return matrices("eig", x, Double(flags), areSquare: true, resultCount: count) { x, flags in
      let eigen = GeneralEigen(hasLeft: flags == 1 || flags == 3, hasRight: flags >= 2)
      guard x.type.shape.dimensions.contains(0) else { return bind(eigen, [x]) }
      let vectors = Tensor.zeros(x.type.shape, dtype: .complex64)
      let values = Tensor.zeros(x.type.replacingMatrix(with: [x.type.shape[-1]]).shape, dtype: .complex64)
      return [values] + [Tensor](repeating: vectors, count: eigen.resultCount - 1)
    }
  }

  /// The eigenvalues of square matrices, in no order (`jnp.linalg.eigvals`).
  ///
  /// Computed by LAPACK (`blox setup` fetches it), on CPUs only; differentiable where eigenvalues are simple.
  /// `[…, n, n]` gives complex64 `[…, n]`, NaNs where the matrix is not finite. Fails unless the matrices are square, for
  /// more than 16,384 rows, and without a LAPACK.
  public static func eigvals(_ x: Tensor) -> Tensor {
    eig(x, computeLeftEigenvectors: false, computeRightEigenvectors: false)[0]
  }

  /// The Schur form T and the unitary Z with Z T Zᴴ = x (`jax.scipy.linalg.schur`, `lax.linalg.schur`).
  ///
  /// T is an upper triangle with the eigenvalues on its diagonal; real matrices have blocks of two rows there for each
  /// pair of complex eigenvalues, unless the output is complex. Computed by LAPACK (`blox setup` fetches it), on CPUs only.
  /// `[…, n, n]` gives the same shape twice, NaNs where the matrix is not finite. It has no derivative. Fails unless the
  /// matrices are square, for more than 16,384 rows, and without a LAPACK.
  public static func schur(_ x: Tensor, output: SchurOutput = .real) -> (T: Tensor, Z: Tensor) {
    let results = matrices("schur", x, output == .complex ? 1 : 0, areSquare: true, resultCount: 2) {
      x, isComplex in
      let x = isComplex == 1 ? x.astype(.complex64) : x
      return x.type.shape.dimensions.contains(0) ? [x, x] : bind(SchurForm(), [x])
    }
    return (results[0], results[1])
  }
}
