public import TensorCore
public import TensorPrimitives
import TensorTransformations

extension Linalg {
  /// The product of several matrices, in the order that takes the fewest multiplications (`jnp.linalg.multi_dot`).
  ///
  /// The first and the last may be vectors.
  /// `[a, b]`, `[b, c]` and `[c, d]` give `[a, d]`. Fails for other ranks, fewer than two operands, or where the
  /// extents between differ.
  public static func multiDot(_ matrices: [Tensor], precision: Precision = .default) -> Tensor {
    if let failed = matrices.first(where: \.isFailed) { return failed }
    let inner = matrices.dropFirst().dropLast()
    guard matrices.count > 1, matrices.allSatisfy({ (1...2).contains($0.ndim) }),
      inner.allSatisfy({ $0.ndim == 2 })
    else {
      return Tensor.failed(
        TensorError(
          "multiDot", operands: matrices,
          problem: "\(matrices.count) operands of ranks \(matrices.map(\.ndim))",
          expected: "two or more matrices, of which the first and the last may be vectors"))
    }
    // einsum takes the cheapest pair first.
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    guard matrices.count < letters.count else {
      return matrices.dropFirst().reduce(matrices[0]) { matmul($0, $1) }
    }
    var terms = matrices.indices.map { String([letters[$0], letters[$0 + 1]]) }
    var result = [letters[0], letters[matrices.count]]
    if matrices[0].ndim == 1 {
      terms[0].removeFirst()
      result.removeFirst()
    }
    if matrices[matrices.count - 1].ndim == 1 {
      terms[terms.count - 1].removeLast()
      result.removeLast()
    }
    return einsum(terms.joined(separator: ",") + "->" + String(result), matrices, precision: precision)
  }

  /// The sum of products along an axis of both (`jnp.linalg.vecdot`).
  ///
  /// `[…, n]` and `[…, n]` give `[…]`. Fails if the axis is out of range or the shapes do not broadcast.
  public static func vecdot(_ a: Tensor, _ b: Tensor, axis: Int = -1) -> Tensor {
    fused("vecdot", [a, b], axis) { operands, axis in
      let pair = Promotion.broadcast(Promotion.promoted(operands), operation: "vecdot")
      return [(conj(pair[0]) * pair[1]).sum(axis: axis)]
    }[0]
  }

  /// How many times an error of the right-hand side may grow in a solution: the greatest singular value over the
  /// least, or the product of norms of another order (`jnp.linalg.cond`).
  ///
  /// `[…, m, n]` gives `[…]`. Fails for fewer than two axes, for matrices that are not square if an order is given,
  /// and for complex numbers.
  public static func cond(_ x: Tensor, _ order: NormOrder? = nil) -> Tensor {
    if let order { return norm(x, order, axis: [-2, -1]) * norm(inv(x), order, axis: [-2, -1]) }
    let s = svdvals(x)
    return s.isFailed ? s : s[Ellipsis(), 0] / s[Ellipsis(), -1]
  }

  /// The solution of `a x = b` from the lower Cholesky factor of a (`jax.scipy.linalg.cho_solve`).
  ///
  /// `[…, n, n]` and `[…, n, k]` give `[…, n, k]`. Fails where the shapes do not go together so.
  public static func choSolve(_ factor: Tensor, _ b: Tensor) -> Tensor {
    let half = triangularSolve(factor, b, lower: true)
    return triangularSolve(factor, half, lower: true, transposeA: true)
  }
}

/// Matrices times vectors: `[…, n, m]` and `[…, m]` give `[…, n]` (`jnp.matvec`).
///
/// Fails where the extents `m` differ, or the leading axes do not broadcast.
public func matvec(_ matrices: Tensor, _ vectors: Tensor) -> Tensor {
  if vectors.isFailed { return vectors }
  return matmul(matrices, expandDims(vectors, axis: -1)).squeeze(axis: -1)
}
