public import TensorCore
public import TensorPrimitives
import TensorTransformations

/// The general dot product: contracts pairs of axes and goes along others together (`lax.dot_general`).
///
/// The result's axes are the batch axes, then the free axes of `a`, then those of `b`.
/// `[…batch, …free, k]` and `[…batch, …free, k]` give `[…batch, …free of a, …free of b]`. Fails if an axis is out of
/// range or in two places, the axes are not pairs, or the extents of a pair differ.
///
/// - Parameters:
///   - a: the first tensor.
///   - b: the second tensor.
///   - dimensionNumbers: the axes of each that are summed over, in pairs; then those that are kept in common, in pairs.
///   - precision: how exactly products are computed.
///   - preferredElementType: the dtype to add in and return; that of the operands when nil.
public func dotGeneral(
  _ a: Tensor, _ b: Tensor, dimensionNumbers: (([Int], [Int]), ([Int], [Int])),
  precision: Precision = .default, preferredElementType: DType? = nil
) -> Tensor {
  func positions(_ axes: [Int], _ x: Tensor) -> [Int] { axes.map { $0.counted(in: x.ndim) } }
  if let failed = [a, b].first(where: \.isFailed) { return failed }
  let (contracting, batching) = dimensionNumbers
  guard contracting.0.count == contracting.1.count, batching.0.count == batching.1.count else {
    return Tensor.failed(
      TensorError(
        "dotGeneral", operands: [a, b],
        problem: "the axes \(contracting) and \(batching) are not pairs",
        expected: "as many axes of each operand"))
  }
  let dot = DotGeneral(
    contracting: .init(a: positions(contracting.0, a), b: positions(contracting.1, b)),
    batching: .init(a: positions(batching.0, a), b: positions(batching.1, b)), precision: precision,
    resultDType: preferredElementType)
  if a.dtype == b.dtype { return bind(dot, a, b) }
  return fused("dotGeneral", [a, b], dot) { operands, dot in bind(dot, Promotion.promoted(operands)) }[0]
}

extension Tensor {
  /// The product over the last axis of this tensor and the last but one of the other; scalars multiply (`jnp.dot`).
  ///
  /// `[…, k]` and `[…, k, n]` give `[…, …, n]`; of vectors, `[k]` and `[k]` give a scalar. Fails where the extents
  /// `k` differ.
  public func dot(
    _ other: Tensor, precision: Precision = .default, preferredElementType: DType? = nil
  ) -> Tensor {
    if ndim == 0 || other.ndim == 0 { return scaled(other, preferredElementType) }
    let inner = other.ndim == 1 ? 0 : other.ndim - 2
    return dotGeneral(
      self, other, dimensionNumbers: (([ndim - 1], [inner]), ([], [])), precision: precision,
      preferredElementType: preferredElementType)
  }

  /// The product with a scalar in a dtype.
  fileprivate func scaled(_ other: Tensor, _ resultDType: DType?) -> Tensor {
    guard let resultDType else { return self * other }
    return astype(resultDType) * other.astype(resultDType)
  }

  /// How much of a convolution of vectors is returned (`mode` of `jnp.convolve`).
  public enum ConvolutionMode: Sendable, Hashable {
    /// Wherever the vectors overlap.
    case full
    /// As many as the longer vector has.
    case same
    /// Where the shorter vector lies within the longer one.
    case valid
  }
}

/// The product over the last axes of both (`jnp.inner`).
///
/// `[…, k]` and `[…, k]` give `[…, …]`; a scalar multiplies. Fails where the extents `k` differ.
public func inner(
  _ a: Tensor, _ b: Tensor, precision: Precision = .default, preferredElementType: DType? = nil
) -> Tensor {
  if a.ndim == 0 || b.ndim == 0 { return a.scaled(b, preferredElementType) }
  return dotGeneral(
    a, b, dimensionNumbers: (([a.ndim - 1], [b.ndim - 1]), ([], [])), precision: precision,
    preferredElementType: preferredElementType)
}

/// All products of an element of the first with one of the second, as a matrix (`jnp.outer`).
///
/// `[m]` and `[n]` give `[m, n]`; operands of other shapes are flattened. Never fails by itself.
public func outer(_ a: Tensor, _ b: Tensor) -> Tensor {
  a.reshape([a.size, 1]) * b.reshape([1, b.size])
}

/// The sum of products of all elements (`jnp.vdot`); of complex tensors, this one's conjugate counts.
///
/// Operands of any shapes with the same number of elements give a scalar. Fails where the numbers differ.
public func vdot(
  _ a: Tensor, _ b: Tensor, precision: Precision = .default, preferredElementType: DType? = nil
) -> Tensor {
  let own = a.dtype == .complex64 ? conj(a) : a
  return own.reshape([a.size]).dot(
    b.reshape([b.size]), precision: precision, preferredElementType: preferredElementType)
}

/// The product over several axes: the last `count` of the first and the first of the second (`jnp.tensordot`).
///
/// `[m, k, l]` and `[k, l, n]` give `[m, n]` for two axes. Fails if an operand has fewer axes, or where the extents
/// differ.
public func tensordot(
  _ a: Tensor, _ b: Tensor, axes count: Int = 2, precision: Precision = .default,
  preferredElementType: DType? = nil
) -> Tensor {
  guard count >= 0, count <= Swift.min(a.ndim, b.ndim) else {
    return Tensor.failed(
      TensorError(
        "tensordot", operands: [a, b],
        problem: "\(count) axes of tensors of rank \(a.ndim) and \(b.ndim)",
        expected: "a number of axes that both have"))
  }
  return tensordot(
    a,
    b, axes: (Array((a.ndim - count)..<a.ndim), Array(0..<count)), precision: precision,
    preferredElementType: preferredElementType)
}

/// The product over pairs of axes (`jnp.tensordot`).
///
/// The result has the other axes of `a`, then those of `b`. Fails if an axis is out of range or given twice, the
/// lists have different lengths, or the extents of a pair differ.
public func tensordot(
  _ a: Tensor, _ b: Tensor, axes: ([Int], [Int]), precision: Precision = .default,
  preferredElementType: DType? = nil
) -> Tensor {
  dotGeneral(
    a, b, dimensionNumbers: (axes, ([], [])), precision: precision, preferredElementType: preferredElementType
  )
}

/// The matrix of all products of blocks (`jnp.kron`).
///
/// `[a, b]` and `[c, d]` give `[a · c, b · d]`; an operand of lower rank gets axes in front. Never fails by itself.
public func kron(_ tensor: Tensor, _ other: Tensor) -> Tensor {
  fused("kron", [tensor, other]) { operands in
    let rank = Swift.max(operands[0].ndim, operands[1].ndim)
    func raised(_ x: Tensor) -> [Int] {
      [Int](repeating: 1, count: rank - x.ndim) + x.type.shape.dimensions
    }
    let (a, b) = (raised(operands[0]), raised(operands[1]))
    let left = operands[0].reshape(Shape(a.flatMap { [$0, 1] }))
    let right = operands[1].reshape(Shape(b.flatMap { [1, $0] }))
    return [(left * right).reshape(Shape(zip(a, b).map { $0 * $1 }))]
  }[0]
}

/// The cross product of vectors along an axis, of 3 or 2 elements (`jnp.cross`).
///
/// Two vectors of 2 give the third component alone.
/// `[…, 3]` and `[…, 3]` give `[…, 3]`; the other axes broadcast. Fails if the axis is out of range or has another extent,
/// where the shapes do not broadcast, and for booleans.
public func cross(_ tensor: Tensor, _ other: Tensor, axis: Int = -1) -> Tensor {
  if let failed = [tensor, other].first(where: \.isFailed) { return failed }
  if axis != -1 {
    let product = cross(moveaxis(tensor, axis, -1), moveaxis(other, axis, -1))
    return product.isFailed || product.ndim < Swift.max(tensor.ndim, other.ndim)
      ? product : moveaxis(product, -1, axis)
  }
  let counts = (tensor.type.shape[-1], other.type.shape[-1])
  guard [2, 3].contains(counts.0), [2, 3].contains(counts.1) else {
    return Tensor.failed(
      TensorError(
        "cross", operands: [tensor, other], problem: "vectors of \(counts.0) and \(counts.1) elements",
        expected: "a last axis of 2 or 3"))
  }
  return fused("cross", [tensor, other], counts.0, counts.1) { operands, first, second in
    func part(_ x: Tensor, _ index: Int) -> Tensor {
      index < x.type.shape[-1]
        ? x[Ellipsis(), index]
        : Tensor.full(Shape(Array(x.type.shape.dimensions.dropLast())), 0, dtype: x.dtype)
    }
    let (a, b) = (operands[0], operands[1])
    let third = part(a, 0) * part(b, 1) - part(a, 1) * part(b, 0)
    if first == 2 && second == 2 { return [third] }
    return [
      stack(
        [
          part(a, 1) * part(b, 2) - part(a, 2) * part(b, 1),
          part(a, 2) * part(b, 0) - part(a, 0) * part(b, 2), third,
        ], axis: -1)
    ]
  }[0]
}

/// The sums of products of a vector with another at each displacement (`jnp.correlate`).
///
/// `[m]` and `[n]` give `[m + n - 1]` (`full`), `[max(m, n)]` (`same`) or `[max(m, n) - min(m, n) + 1]` (`valid`).
/// Fails for other operands than vectors with elements.
public func correlate(
  _ a: Tensor, _ b: Tensor, mode: Tensor.ConvolutionMode = .valid, precision: Precision = .default
) -> Tensor {
  if let failed = [a, b].first(where: \.isFailed) { return failed }
  guard a.ndim == 1, b.ndim == 1 else { return convolve(a, b, mode: mode) }
  let second = conj(b)
  // The shorter one moves along the other; where that is the first, the displacements come the other way round.
  if a.size < b.size {
    return flip(convolve(second, flip(a), mode: mode, precision: precision))
  }
  return convolve(a, flip(second), mode: mode, precision: precision)
}

/// The convolution of two vectors (`jnp.convolve`).
///
/// `[m]` and `[n]` give `[m + n - 1]` (`full`), `[max(m, n)]` (`same`) or `[max(m, n) - min(m, n) + 1]` (`valid`).
/// Fails for other operands than vectors with elements.
public func convolve(
  _ a: Tensor, _ b: Tensor, mode: Tensor.ConvolutionMode = .full, precision: Precision = .default
) -> Tensor {
  if let failed = [a, b].first(where: \.isFailed) { return failed }
  guard a.ndim == 1, b.ndim == 1, a.size > 0, b.size > 0 else {
    return Tensor.failed(
      TensorError(
        "convolve", operands: [a, b], problem: "shapes \(a.type.shape) and \(b.type.shape)",
        expected: "two vectors with elements"))
  }
  let (x, kernel) = a.size >= b.size ? (a, b) : (b, a)
  let count = kernel.size
  let edges: (Int, Int)
  switch mode {
  case .full: edges = (count - 1, count - 1)
  case .same: edges = (count / 2, count - count / 2 - 1)
  case .valid: edges = (0, 0)
  }
  return fused("convolve", [x, kernel], edges.0, edges.1, precision) { operands, low, high, precision in
    let pair = Promotion.promotedInexact(operands)
    let reversed = flip(pair[1]).reshape([1, 1, pair[1].size])
    let result = convGeneralDilated(
      pair[0].reshape([1, 1, pair[0].size]), reversed, windowStrides: [1],
      padding: .explicit([(low, high)]), precision: precision)
    return [result.reshape([result.size])]
  }[0]
}
