public import TensorCore
public import TensorPrimitives
import TensorTransformations

/// The covariance of variables, which are rows `[variables, observations]` or one vector (`jnp.cov`).
///
/// The result is `[variables, variables]`, or a scalar of a vector. Fails for other ranks.
///
/// - Parameters:
///   - m: the observations.
///   - rowvar: whether the variables are rows; otherwise the matrix is `[observations, variables]`.
///   - ddof: the divisor is the number of observations less this.
public func cov(_ m: Tensor, rowvar: Bool = true, ddof: Int = 1) -> Tensor {
  if m.isFailed { return m }
  guard m.ndim == 1 || m.ndim == 2 else {
    return Tensor.failed(
      TensorError(
        "cov", operands: [m], problem: "observations of rank \(m.ndim)",
        expected: "a vector, or a matrix of variables and observations"))
  }
  return fused("cov", m, ddof, rowvar) { x, ddof, rowvar in
    let given = (rowvar || x.ndim == 1 ? x : x.T).inexact
    let rows = given.accumulating
    let matrix = rows.ndim == 1 ? rows.reshape([1, rows.size]) : rows
    let centered = matrix - matrix.mean(axis: 1, keepdims: true)
    let product = matmul(centered, centered.T) / Tensor(Double(matrix.type.shape[1] -| ddof))
    return (rows.ndim == 1 ? product.reshape([]) : product).astype(given.dtype)
  }
}

/// The correlation of variables, which are rows `[variables, observations]` or one vector (`jnp.corrcoef`).
///
/// The result is `[variables, variables]`, or a scalar of a vector. Fails for other ranks, and for complex numbers.
///
/// - Parameters:
///   - x: the observations.
///   - rowvar: whether the variables are rows; otherwise the matrix is `[observations, variables]`.
public func corrcoef(_ x: Tensor, rowvar: Bool = true) -> Tensor {
  if x.isFailed { return x }
  guard x.ndim == 1 || x.ndim == 2 else { return cov(x) }
  return fused("corrcoef", x, rowvar) { x, rowvar in
    let c = cov(x.inexact.accumulating, rowvar: rowvar)
    if c.ndim == 0 { return (c / c).astype(x.inexactDType) }
    let deviation = sqrt(c.diagonal())
    return clip(c / deviation.reshape([-1, 1]) / deviation, -1, 1).astype(x.inexactDType)
  }
}

/// The percentage `p` of elements along axes lies below this (`jnp.percentile`); see `quantile`.
///
/// The result has the shape of `x` without the axes, or with extents of 1 if `keepdims`. Fails if an axis is out of
/// range or given twice, `p` is not from 0 to 100, there is no element, and for complex numbers.
public func percentile(
  _ x: Tensor, _ p: Double, axis: (any AxisList)? = nil, method: Tensor.QuantileMethod = .linear,
  keepdims: Bool = false
) -> Tensor { quantile(x, p / 100, axis: axis, method: method, keepdims: keepdims) }

/// The number of the bin that each element lies in, int32 (`jnp.digitize`): of ascending `edges` how many are not above
/// it, of descending ones how many are above it.
///
/// The result has the shape of `a`. Fails if `edges` is not a vector, and for complex numbers.
///
/// - Parameters:
///   - a: the tensor.
///   - edges: the edges of the bins, ascending or descending.
///   - right: whether an element that equals an edge lies in the bin below it.
public func digitize(_ a: Tensor, _ edges: Tensor, right: Bool = false) -> Tensor {
  if let failed = [a, edges].first(where: \.isFailed) { return failed }
  let count = edges.size
  guard edges.ndim == 1, count > 1 else { return edges.searchsorted(a, side: right ? .left : .right) }
  return fused("digitize", [a, edges], right) { operands, right in
    let (x, edges) = (operands[0], operands[1])
    let isDescending = edges[0] .> edges[-1]
    let index = select(isDescending, flip(edges, axis: 0), edges).searchsorted(
      x, side: right ? .left : .right)
    return [select(isDescending, Tensor(edges.size) - index, index)]
  }[0]
}

/// How many elements lie in each of the bins between ascending `edges`, the last edge included (`jnp.histogram`).
///
/// `edges` of `[n + 1]` give `[n]`; `a` and `weights` are flattened. Fails for fewer than two edges, if there are not
/// as many weights as elements, and for complex numbers.
public func histogram(_ a: Tensor, bins edges: Tensor, weights: Tensor? = nil) -> Tensor {
  if let failed = [a, edges, weights].compactMap({ $0 }).first(where: \.isFailed) { return failed }
  guard edges.ndim == 1, edges.size > 1 else {
    return Tensor.failed(
      TensorError(
        "histogram", operands: [a, edges], problem: "edges of shape \(edges.type.shape)",
        expected: "a vector of two or more edges"))
  }
  let count = edges.size - 1
  return fused("histogram", [a, edges] + (weights.map { [$0] } ?? []), count) { operands, count in
    let x = operands[0].reshape([operands[0].size])
    let amounts = operands.count > 2 ? operands[2].reshape(x.type.shape) : Tensor.ones(x.type.shape)
    let index = operands[1].searchsorted(x, side: .right) - 1
    let bin = select(x .== operands[1][-1], Tensor(count - 1), index)
    let isInside = (bin .>= 0) .& (bin .< Tensor(count))
    return [Tensor.zeros([count], dtype: amounts.dtype).at[select(isInside, bin, Tensor(count))].add(amounts)]
  }[0]
}

/// Whether each element is among others (`jnp.isin`).
///
/// The result has the shape of `x`, bool; `elements` have any shape. Never fails by itself.
public func isin(_ x: Tensor, _ elements: Tensor) -> Tensor {
  fused("isin", [x, elements]) { operands in
    let pair = Promotion.promoted(operands)
    let others = pair[1].reshape([pair[1].size])
    return [(expandDims(pair[0], axis: -1) .== others).any(axis: -1)]
  }[0]
}

/// The slope along an axis of unit spacing, from both neighbours where there are two (`jnp.gradient`).
///
/// The result has the shape of `a`. Fails if the axis is out of range or has fewer than two elements.
public func gradient(_ a: Tensor, _ spacing: Double = 1, axis: Int) -> Tensor {
  if a.isFailed { return a }
  let dimension = axis.counted(in: a.ndim)
  guard (0..<a.ndim).contains(dimension) else { return a.failedAxis("gradient", axis) }
  let count = a.type.shape[dimension]
  guard count > 1 else {
    return Tensor.failed(
      TensorError(
        "gradient", operands: [a], problem: "axis \(axis) has \(count) elements", expected: "two or more"))
  }
  return fused("gradient", a, dimension, spacing) { x, dimension, spacing in
    let count = x.type.shape[dimension]
    return x.inexact.accumulated { x in
      func part(_ from: Int, _ to: Int) -> Tensor { x.sliced(axis: dimension, from: from, to: to) }
      let inner = (part(2, Swift.max(2, count)) - part(0, Swift.max(0, count - 2))) * 0.5
      let ends = (part(1, 2) - part(0, 1), part(count - 1, count) - part(count - 2, count - 1))
      return concatenate([ends.0, inner, ends.1], axis: dimension) / Tensor(spacing)
    }
  }
}

/// The area below points of one spacing along an axis, by trapezoids (`jnp.trapezoid`).
///
/// `[…, n]` gives `[…]`. Fails if the axis is out of range.
public func trapezoid(_ a: Tensor, dx spacing: Double = 1, axis: Int = -1) -> Tensor {
  if a.isFailed { return a }
  let dimension = axis.counted(in: a.ndim)
  guard (0..<a.ndim).contains(dimension) else { return a.failedAxis("trapezoid", axis) }
  return fused("trapezoid", a, dimension, spacing) { x, dimension, spacing in
    let count = x.type.shape[dimension]
    return x.inexact.accumulated { x in
      if count < 2 { return x.sum(axis: dimension) * 0 }
      let pairs =
        x.sliced(axis: dimension, from: 1, to: count) + x.sliced(axis: dimension, from: 0, to: count - 1)
      return Tensor(0.5 * spacing) * pairs.sum(axis: dimension)
    }
  }
}

/// The value at `x` of the polynomial with these coefficients along the first axis, the highest power first
/// (`jnp.polyval`).
///
/// `[n]` and `x` of any shape give that shape; further axes of `a` broadcast with `x`. Fails if `a` is a scalar, or
/// the shapes do not broadcast.
public func polyval(_ a: Tensor, _ x: Tensor) -> Tensor {
  if let failed = [a, x].first(where: \.isFailed) { return failed }
  guard a.ndim > 0 else { return a.failedAxis("polyval", 0) }
  return fused("polyval", [a, x]) { operands in
    let pair = Promotion.promoted(operands)
    let start = Tensor.zerosLike(pair[1])
    return [(0..<pair[0].type.shape[0]).reduce(start) { $0 * pair[1] + pair[0][$1] }]
  }[0]
}

/// Powers of the elements of a vector as rows, the highest first (`jnp.vander`).
///
/// `[n]` gives `[n, columns]`, as many columns as rows when nil. Fails if `a` is not a vector, or the number is
/// negative.
public func vander(_ a: Tensor, _ columns: Int? = nil, increasing: Bool = false) -> Tensor {
  if a.isFailed { return a }
  guard a.ndim == 1, (columns ?? 0) >= 0 else {
    return Tensor.failed(
      TensorError(
        "vander", operands: [a], problem: "rank \(a.ndim), \(columns ?? 0) columns",
        expected: "a vector, and no negative number of columns"))
  }
  let count = columns ?? a.size
  return fused("vander", a, count, increasing) { x, count, increasing in
    if count > 64 {
      // One operation instead of one for each column.
      let exponents = Tensor.arange(count)
      return expandDims(x, axis: 1) ** (increasing ? exponents : flip(exponents))
    }
    let powers = (0..<count).map { increasing ? $0 : count - 1 - $0 }.map { x ** Tensor($0) }
    return powers.isEmpty ? .zeros([x.size, 0], dtype: x.dtype) : stack(powers, axis: 1)
  }
}
