public import TensorCore
import TensorPrimitives
import TensorTransformations

/// Linear algebra (`jnp.linalg`). Matrices are the last two axes; leading axes are batches of them.
///
/// XLA's CPU plugin computes Cholesky factors, triangular systems, QR factors and symmetric eigenvalues by itself. The
/// rest is composed of operations: systems, inverses and determinants by Gaussian elimination, singular values by the
/// eigenvalues of a symmetric matrix of twice the size. Where a LAPACK is there (`blox setup` fetches one) it computes
/// them on CPUs; the eigenvalues of general matrices and Schur forms are always LAPACK's. All but the Schur form have
/// derivatives.
public enum Linalg {
  /// Applies a function to operands of one floating dtype. Of 16-bit ones it computes in float32, for XLA's expansions
  /// are for float32 and float64, and its results are rounded to the dtype of the operands.
  static func inexact(_ tensors: [Tensor], _ body: ([Tensor]) -> [Tensor]) -> [Tensor] {
    let promoted = Promotion.promotedInexact(tensors)
    let dtype = promoted[0].dtype
    guard dtype == .float16 || dtype == .bfloat16 else { return body(promoted) }
    return body(promoted.map { $0.astype(.float32) }).map { $0.dtype == .float32 ? $0.astype(dtype) : $0 }
  }

  /// The lower triangular L with L Lᵀ = x, of symmetric positive definite matrices (`jnp.linalg.cholesky`).
  ///
  /// The whole factor is NaN where the matrix is not positive definite.
  /// `[…, n, n]` gives `[…, n, n]`. Fails unless the matrices are square, and for complex numbers.
  public static func cholesky(_ x: Tensor, upper: Bool = false) -> Tensor {
    matrices("cholesky", x, upper ? 1 : 0, areSquare: true) { x, isUpper in
      var factor: Tensor = bind(CholeskyFactor(), symmetric(x))
      // XLA goes on after a pivot that is not positive, and leaves what it had before.
      let isFactor = (factor.diagonal(axis1: -2, axis2: -1) .> 0).all(axis: -1)
      let validity = expandDims(select(isFactor, 1, Tensor(Double.nan)), axis: [-2, -1])
      factor = tril(factor * validity)
      return [isUpper == 1 ? factor.transposedMatrix : factor]
    }[0]
  }

  /// The solution of the triangular system `a x = b`, or `x a = b` (`lax.linalg.triangular_solve`).
  ///
  /// Only the triangle of `a` is read.
  /// `[…, n, n]` and `[…, n, k]` (or `[…, k, n]`) give the latter. Fails where the shapes do not go together so.
  public static func triangularSolve(
    _ a: Tensor, _ b: Tensor, leftSide: Bool = true, lower: Bool = true, transposeA: Bool = false,
    unitDiagonal: Bool = false
  ) -> Tensor {
    let solve = TriangularSolve(
      isLeft: leftSide, isLower: lower, isTransposed: transposeA, hasUnitDiagonal: unitDiagonal)
    return fused("triangularSolve", [a, b], solve) { operands, solve in
      Linalg.inexact(operands) { bind(solve, $0) }
    }[0]
  }

  /// The solution of `a x = b` for square matrices (`jnp.linalg.solve`); a vector `b` gives a vector.
  ///
  /// `[…, n, n]` and `[n]` or `[…, n, k]` give `[…, n]` or `[…, n, k]`; leading axes broadcast. Fails where the
  /// shapes do not go together so.
  public static func solve(_ a: Tensor, _ b: Tensor) -> Tensor {
    if let failure = matrixFailure(a, "solve", areSquare: true) { return failure }
    return fused("solve", [a, b]) { operands in
      inexact(operands) { pair in
        let isVector = pair[1].ndim == 1
        let right = isVector ? expandDims(pair[1], axis: -1) : pair[1]
        let x = inFloat64(aligned([pair[0], right], "solve"))
        return [isVector ? x.squeeze(axis: -1) : x]
      }
    }[0]
  }

  /// The inverse of square matrices (`jnp.linalg.inv`).
  ///
  /// `[…, n, n]` gives `[…, n, n]`. Fails unless the matrices are square.
  public static func inv(_ x: Tensor) -> Tensor {
    matrices("inv", x, areSquare: true) { x, _ in
      let identity = Tensor.eye(x.type.shape[-1], dtype: x.dtype)
      return [inFloat64([x, broadcastTo(identity, x.type.shape)])]
    }[0]
  }

  /// The solution in float64, as the factors are: the products of its derivatives may be out of range of float32 before
  /// they are sums.
  private static func inFloat64(_ pair: [Tensor]) -> Tensor {
    guard pair[0].dtype.isFloating else { return bind(MatrixSolve(), pair)[0] }
    return bind(MatrixSolve(), pair.map { $0.astype(.float64) })[0].astype(pair[0].dtype)
  }

  /// The determinant of square matrices (`jnp.linalg.det`).
  ///
  /// It has all its derivatives everywhere, at matrices without an inverse too.
  /// `[…, n, n]` gives `[…]`. Fails unless the matrices are square.
  public static func det(_ x: Tensor) -> Tensor {
    let extents = x.type.shape.dimensions.suffix(2)
    guard let extent = extents.first, extent <= 3, Array(extents) == [extent, extent] else {
      return matrices("det", x, areSquare: true) { x, _ in bind(Determinant(), [x]) }[0]
    }
    return fused("det", x, extent) { x, extent in
      let x = x.inexact
      func at(_ row: Int, _ column: Int) -> Tensor { x[Ellipsis(), row, column] }
      func product(_ a: Int, _ b: Int, _ c: Int) -> Tensor { at(0, a) * at(1, b) * at(2, c) }
      switch extent {
      case 0: return Tensor.ones(x.type.replacingMatrix(with: []).shape, dtype: x.dtype)
      case 1: return at(0, 0)
      case 2: return at(0, 0) * at(1, 1) - at(0, 1) * at(1, 0)
      default:
        let even = product(0, 1, 2) + product(1, 2, 0) + product(2, 0, 1)
        return even - product(2, 1, 0) - product(0, 2, 1) - product(1, 0, 2)
      }
    }
  }

  /// The sign of the determinant and the logarithm of its absolute value (`jnp.linalg.slogdet`).
  ///
  /// `[…, n, n]` gives `[…]` twice. Fails unless the matrices are square.
  public static func slogdet(_ x: Tensor) -> (sign: Tensor, logabsdet: Tensor) {
    let results = matrices("slogdet", x, areSquare: true, resultCount: 2) { x, _ in
      bind(SignedLogDeterminant(), [x])
    }
    return (results[0], results[1])
  }

  /// Square matrices to an integer power (`jnp.linalg.matrix_power`); negative powers are those of the inverse.
  ///
  /// `[…, n, n]` gives `[…, n, n]`. Fails unless the matrices are square.
  public static func matrixPower(_ x: Tensor, _ n: Int) -> Tensor {
    if n < 0 { return matrixPower(inv(x), magnitude: n.magnitude) }
    return matrixPower(x, magnitude: n.magnitude)
  }

  private static func matrixPower(_ x: Tensor, magnitude n: UInt) -> Tensor {
    if let failure = matrixFailure(x, "matrixPower", areSquare: true) { return failure }
    return fused("matrixPower", x, n) { x, n in
      var result: Tensor?
      var square = x
      var rest = n
      while rest > 0 {
        if rest & 1 == 1 { result = result.map { $0.times(square) } ?? square }
        rest >>= 1
        if rest > 0 { square = square.times(square) }
      }
      let identity = Tensor.eye(x.type.shape[-1], dtype: x.dtype)
      return result ?? broadcastTo(identity, x.type.shape)
    }
  }

  private struct MatricesBody: FunctionValue {
    let body: @Sendable (Tensor, _ setting: Double) -> [Tensor]
  }

  /// Runs a function of matrices and a setting, which captures nothing, as one program.
  static func matrices(
    _ name: String, _ x: Tensor, _ setting: Double = 0, areSquare: Bool = false, resultCount: Int = 1,
    _ body: @escaping @Sendable (Tensor, _ setting: Double) -> [Tensor]
  ) -> [Tensor] {
    if let failure = matrixFailure(x, name, areSquare: areSquare) {
      return [Tensor](repeating: failure, count: resultCount)
    }
    return fused(name, [x], MatricesBody(body: body), setting, resultCount: resultCount) {
      operands, function, setting in
      inexact(operands) { function.body($0[0], setting) }
    }
  }

  /// The failed tensor for an operand that has failed, is no matrix, or none that is square where it should be.
  static func matrixFailure(_ x: Tensor, _ name: String, areSquare: Bool) -> Tensor? {
    if x.isFailed { return x }
    guard x.ndim >= 2 else {
      return Tensor.failed(
        TensorError(
          name, operands: [x], problem: "the tensor has rank \(x.ndim)", expected: "a matrix: rank 2 or more")
      )
    }
    let (rows, columns) = (x.type.shape[-2], x.type.shape[-1])
    guard areSquare && rows != columns else { return nil }
    return Tensor.failed(
      TensorError(
        name, operands: [x], problem: "the matrices have \(rows) rows and \(columns) columns",
        expected: "square matrices"))
  }

  /// The mean of matrices and their transposes.
  static func symmetric(_ x: Tensor) -> Tensor {
    x.type.shape[-1] == x.type.shape[-2] ? x / 2 + x.transposedMatrix / 2 : x
  }

  /// Matrices with their leading axes broadcast to each other.
  static func aligned(_ tensors: [Tensor], _ name: String) -> [Tensor] {
    let leading = tensors.map { Shape(Array($0.type.shape.dimensions.dropLast(2))) }
    guard let common = Promotion.broadcastShape(leading) else {
      let failure = Tensor.failed(
        TensorError(
          name, operands: tensors,
          problem: "the leading axes \(leading[0]) and \(leading[1]) do not go together",
          expected: "extents that are equal or 1"))
      return tensors.map { _ in failure }
    }
    return tensors.map { broadcastTo($0, common + Shape(Array($0.type.shape.dimensions.suffix(2)))) }
  }
}
