public import TensorCore
import TensorPrimitives
import TensorTransformations

// Diagonals and triangles of matrices. An offset counts diagonals above the main one.
extension Tensor {
  private struct MatrixBody: FunctionValue {
    let body: @Sendable (Tensor, _ offset: Int) -> Tensor
  }

  /// Runs `body`, which captures nothing, on matrices as one program.
  fileprivate func onMatrix(
    _ name: String, _ offset: Int = 0, _ body: @escaping @Sendable (Tensor, _ offset: Int) -> Tensor
  ) -> Tensor {
    guard isFailed || ndim >= 2 else {
      return Tensor.failed(
        TensorError(
          name, operands: [self], problem: "the tensor has rank \(ndim)", expected: "a matrix: rank 2 or more"
        ))
    }
    return fused(name, self, MatrixBody(body: body), offset) { x, function, offset in function.body(x, offset)
    }
  }

  /// The elements of a diagonal of two axes, as a last axis (`jnp.diagonal`).
  ///
  /// `[m, n, …]` gives `[…, k]`. Fails if the axes are out of range or the same.
  public func diagonal(offset: Int = 0, axis1: Int = 0, axis2: Int = 1) -> Tensor {
    if isFailed { return self }
    guard case .success(let row) = canonicalAxis(axis1, "diagonal"),
      case .success(let column) = canonicalAxis(axis2, "diagonal"),
      row != column
    else { return failedAxis("diagonal", (0..<ndim).contains(axis1) ? axis2 : axis1) }
    return fused("diagonal", self, offset, row, column) { x, offset, row, column in
      let others = (0..<x.ndim).filter { $0 != row && $0 != column }
      let matrices = x.transpose(others + [row, column])
      let (rows, columns) = (x.type.shape[row], x.type.shape[column])
      let count = Swift.max(
        0, offset >= 0 ? Swift.min(rows, columns - offset) : Swift.min(rows +| offset, columns))
      let line = Tensor.arange(count)
      // A diagonal beyond the matrix is empty, wherever it starts.
      let start = (Swift.min(rows, Swift.max(0, 0 -| offset)), Swift.min(columns, Swift.max(0, offset)))
      return matrices[Ellipsis(), line + Tensor(start.0), line + Tensor(start.1)]
    }
  }

  /// The sum of a diagonal (`jnp.trace`).
  ///
  /// `[m, n, …]` gives `[…]`. Fails if the axes are out of range or the same.
  public func trace(offset: Int = 0, axis1: Int = 0, axis2: Int = 1) -> Tensor {
    diagonal(offset: offset, axis1: axis1, axis2: axis2).sum(axis: -1)
  }

  /// Matrices `[…, m, n]` as `[…, n, m]`: the last two axes exchanged (`jax.Array.mT`).
  ///
  /// Fails for fewer than two axes.
  public var mT: Tensor {
    onMatrix("matrixTransposed") { x, _ in x.swapaxes(-1, -2) }
  }

  /// The places on and below a diagonal: row numbers and column numbers (`jnp.tril_indices`).
  ///
  /// The results are two vectors of one length. Fails if they have more than 2²⁵ elements.
  public static func trilIndices(_ rows: Int, k offset: Int = 0, m columns: Int? = nil) -> (Tensor, Tensor) {
    let (rows, columns) = (Swift.max(0, rows), Swift.max(0, columns ?? rows))
    // Rows without places are left out, so that there is an end to them.
    let first = columns == 0 ? rows : Swift.min(rows, Swift.max(0, 0 -| offset))
    return placesOnHost("trilIndices", rows: first..<rows) {
      0..<Swift.min(columns, Swift.max(0, $0 +| offset +| 1))
    }
  }

  /// The places on and above a diagonal: row numbers and column numbers (`jnp.triu_indices`).
  ///
  /// The results are two vectors of one length. Fails if they have more than 2²⁵ elements.
  public static func triuIndices(_ rows: Int, k offset: Int = 0, m columns: Int? = nil) -> (Tensor, Tensor) {
    let (rows, columns) = (Swift.max(0, rows), Swift.max(0, columns ?? rows))
    let limit = columns == 0 ? 0 : Swift.min(rows, Swift.max(0, columns -| offset))
    return placesOnHost("triuIndices", rows: 0..<limit) { Swift.max(0, $0 +| offset)..<columns }
  }
}

/// The matrices with zeros above a diagonal (`jnp.tril`).
///
/// `[…, m, n]` gives `[…, m, n]`. Fails for fewer than two axes.
public func tril(_ a: Tensor, k offset: Int = 0) -> Tensor {
  a.onMatrix("tril", offset) { x, offset in
    bind(
      Select(), Tensor.triangle(x.type.shape, offset: offset), x, Tensor(ScalarLiteral(0, x.dtype)))
  }
}

/// The matrices with zeros below a diagonal (`jnp.triu`).
///
/// `[…, m, n]` gives `[…, m, n]`. Fails for fewer than two axes.
public func triu(_ a: Tensor, k offset: Int = 0) -> Tensor {
  a.onMatrix("triu", offset) { x, offset in
    bind(
      Select(), Tensor.triangle(x.type.shape, offset: offset -| 1), Tensor(ScalarLiteral(0, x.dtype)), x)
  }
}

/// The diagonal of a matrix, or the matrix with a vector on its diagonal (`jnp.diag`).
///
/// `[m, n]` gives `[k]`, and `[n]` gives `[n + |k|, n + |k|]`. Fails for other ranks.
public func diag(_ a: Tensor, k offset: Int = 0) -> Tensor {
  if a.isFailed { return a }
  if a.ndim == 2 { return a.diagonal(offset: offset) }
  guard a.ndim == 1 else {
    return Tensor.failed(
      TensorError(
        "diag", operands: [a], problem: "the tensor has rank \(a.ndim)", expected: "a vector or a matrix"))
  }
  return fused("diag", a, offset) { x, offset in
    let count = x.size +| Int(clamping: offset.magnitude)
    let shape: Shape = [count, count]
    let padding = Pad(low: [Swift.max(0, offset)], high: [Swift.max(0, 0 -| offset)], interior: [0])
    let line: Tensor = bind(padding, x, Tensor(ScalarLiteral(0, x.dtype)))
    let mask = Tensor.eye(count, k: offset, dtype: .bool)
    return bind(
      Select(), mask, line.broadcastInDim(shape, dimensions: [1]), Tensor(ScalarLiteral(0, x.dtype)))
  }
}
