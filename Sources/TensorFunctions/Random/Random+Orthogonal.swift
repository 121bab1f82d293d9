public import TensorCore
import TensorPrimitives
import TensorTransformations

extension Random {
  /// Matrices with orthonormal columns, or rows where there are fewer, uniformly distributed
  /// (`jax.random.orthogonal`), `[…shape, rows, columns]`.
  ///
  /// Fails if the key is not uint32 `[2]`, an extent is negative, or the dtype is not a float.
  ///
  /// - Parameters:
  ///   - key: a key, uint32 `[2]`.
  ///   - rows: how many rows a matrix has.
  ///   - shape: how many matrices are drawn.
  ///   - dtype: the dtype of the result.
  ///   - columns: as many as rows when nil.
  public static func orthogonal(
    _ key: Tensor, _ rows: Int, _ shape: Shape = [], dtype: DType = .float32, m columns: Int? = nil
  ) -> Tensor {
    let operation = "Random.orthogonal"
    let columns = columns ?? rows
    let result = shape + [rows, columns]
    if let error = problem(operation, key, result, dtype) { return error }
    return fused(operation, key, shape, rows, columns, dtype) { key, shape, rows, columns, dtype in
      let result = shape + [rows, columns]
      let (long, short) = (Swift.max(rows, columns), Swift.min(rows, columns))
      if result.size == 0 { return Tensor.zeros(result, dtype: dtype) }
      let numbers = normal(key, shape + [long, short], dtype: dtype)
      let factors = bind(HouseholderQR(), [numbers])
      let q: Tensor = bind(HouseholderProduct(), factors[0], factors[1])
      // The factorization is unique, and Q uniform, when the diagonal of R is positive.
      let signs = sign(factors[0].mainDiagonal())
      let matrix = q * expandDims(signs, axis: -2)
      return rows < columns ? matrix.swapaxes(-1, -2) : matrix
    }
  }
}

extension Tensor {
  /// The diagonal of matrices `[…, m, n]` with n <= m: `[…, n]`.
  fileprivate func mainDiagonal() -> Tensor {
    if isFailed { return self }
    let shape = type.shape
    let row = bind(Iota(shape: shape, dtype: .int32, axis: ndim - 2), [])[0]
    let column = bind(Iota(shape: shape, dtype: .int32, axis: ndim - 1), [])[0]
    return select(row .== column, self, Tensor(ScalarLiteral(0, dtype))).sum(axis: -2)
  }
}
