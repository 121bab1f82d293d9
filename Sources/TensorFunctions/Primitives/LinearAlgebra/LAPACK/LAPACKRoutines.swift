import TensorCore

/// The routines of LAPACK for one type of numbers.
///
/// They are Fortran's: everything is passed by its address, matrices lie column by column, and the lengths of texts come
/// last.
struct LAPACKRoutines: Sendable {
  typealias Pointer = UnsafeMutableRawPointer
  typealias Integer = UnsafePointer<Int32>
  typealias Text = UnsafePointer<CChar>
  typealias Info = UnsafeMutablePointer<Int32>

  /// uplo, n, a, lda, info
  typealias Cholesky = @convention(c) (Text, Integer, Pointer, Integer, Info, Int) -> Void
  /// m, n, a, lda, ipiv, info
  typealias LU = @convention(c) (Integer, Integer, Pointer, Integer, Info, Info) -> Void
  /// m, n, a, lda, tau, work, lwork, info
  typealias QR = @convention(c) (Integer, Integer, Pointer, Integer, Pointer, Pointer, Integer, Info) -> Void
  /// m, n, k, a, lda, tau, work, lwork, info
  typealias Reflectors =
    @convention(c) (Integer, Integer, Integer, Pointer, Integer, Pointer, Pointer, Integer, Info) -> Void
  /// jobz, uplo, n, a, lda, w, work, lwork, iwork, liwork, info
  typealias Eigen =
    @convention(c) (
      Text, Text, Integer, Pointer, Integer, Pointer, Pointer, Integer, Info, Integer, Info, Int, Int
    ) -> Void
  /// jobz, m, n, a, lda, s, u, ldu, vt, ldvt, work, lwork, iwork, info
  typealias SVD =
    @convention(c) (
      Text, Integer, Integer, Pointer, Integer, Pointer, Pointer, Integer, Pointer, Integer, Pointer, Integer,
      Info,
      Info, Int
    ) -> Void
  /// side, uplo, transa, diag, m, n, alpha, a, lda, b, ldb
  typealias TriangularSolve =
    @convention(c) (
      Text, Text, Text, Text, Integer, Integer, Pointer, Pointer, Integer, Pointer, Integer, Int, Int, Int,
      Int
    ) -> Void
  /// jobvl, jobvr, n, a, lda, wr, wi, vl, ldvl, vr, ldvr, work, lwork, info
  typealias GeneralEigen =
    @convention(c) (
      Text, Text, Integer, Pointer, Integer, Pointer, Pointer, Pointer, Integer, Pointer, Integer, Pointer,
      Integer, Info, Int, Int
    ) -> Void
  /// jobvl, jobvr, n, a, lda, w, vl, ldvl, vr, ldvr, work, lwork, rwork, info
  typealias ComplexEigen =
    @convention(c) (
      Text, Text, Integer, Pointer, Integer, Pointer, Pointer, Integer, Pointer, Integer, Pointer, Integer,
      Pointer, Info, Int, Int
    ) -> Void
  /// jobvs, sort, select, n, a, lda, sdim, wr, wi, vs, ldvs, work, lwork, bwork, info
  typealias Schur =
    @convention(c) (
      Text, Text, Pointer?, Integer, Pointer, Integer, Info, Pointer, Pointer, Pointer, Integer, Pointer,
      Integer, Pointer?, Info, Int, Int
    ) -> Void
  /// jobvs, sort, select, n, a, lda, sdim, w, vs, ldvs, work, lwork, rwork, bwork, info
  typealias ComplexSchur =
    @convention(c) (
      Text, Text, Pointer?, Integer, Pointer, Integer, Info, Pointer, Pointer, Integer, Pointer, Integer,
      Pointer, Pointer?, Info, Int, Int
    ) -> Void

  let cholesky: Cholesky
  let lu: LU
  let qr: QR
  let reflectors: Reflectors
  let eigen: Eigen
  let svd: SVD
  let triangularSolve: TriangularSolve
  /// Of real matrices; those of complex ones take other arguments, as the Schur forms do.
  let generalEigen: GeneralEigen
  let complexEigen: ComplexEigen
  let schur: Schur
  let complexSchur: ComplexSchur

  static let float32 = LAPACKRoutines("s")
  static let float64 = LAPACKRoutines("d")
  static let complex64 = LAPACKRoutines("c")

  /// Those for a dtype; nil without a LAPACK, or where it lacks one of them.
  static func of(_ dtype: DType) -> LAPACKRoutines? {
    switch dtype {
    case .float32: float32
    case .float64: float64
    case .complex64: complex64
    default: nil
    }
  }

  private init?(_ letter: String) {
    guard let library = try? LAPACKLibrary.current() else { return nil }
    let isComplex = letter == "c"
    let names = [
      "potrf", "getrf", "geqrf", isComplex ? "ungqr" : "orgqr", isComplex ? "heevd" : "syevd", "gesdd",
      "trsm", "geev", "gees",
    ]
    let found = names.compactMap { library.routine(letter + $0) }
    guard found.count == names.count else { return nil }
    // Each has the C type of its routine in LAPACK's reference. Those that take other arguments for these matrices
    // are not called.
    cholesky = unsafeBitCast(found[0], to: Cholesky.self)
    lu = unsafeBitCast(found[1], to: LU.self)
    qr = unsafeBitCast(found[2], to: QR.self)
    reflectors = unsafeBitCast(found[3], to: Reflectors.self)
    eigen = unsafeBitCast(found[4], to: Eigen.self)
    svd = unsafeBitCast(found[5], to: SVD.self)
    triangularSolve = unsafeBitCast(found[6], to: TriangularSolve.self)
    generalEigen = unsafeBitCast(found[7], to: GeneralEigen.self)
    complexEigen = unsafeBitCast(found[7], to: ComplexEigen.self)
    schur = unsafeBitCast(found[8], to: Schur.self)
    complexSchur = unsafeBitCast(found[8], to: ComplexSchur.self)
  }
}
