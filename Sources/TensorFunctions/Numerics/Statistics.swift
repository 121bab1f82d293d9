import TensorCore
import TensorPrimitives
import TensorTransformations

extension Tensor {
  /// The percentage `p` of elements along axes lies below this (`jnp.percentile`); see `quantile`.
  public func percentile(
    _ p: Double, axis: (any AxisList)? = nil, method: QuantileMethod = .linear, keepDims: Bool = false
  ) -> Tensor { quantile(p / 100, axis: axis, method: method, keepDims: keepDims) }

  /// The covariance of variables, which are rows `[variables, observations]` or one vector (`jnp.cov`).
  ///
  /// - Parameters:
  ///   - correction: the divisor is the number of observations less this.
  ///   - variablesInColumns: whether the matrix is `[observations, variables]`.
  public func covariance(correction: Int = 1, variablesInColumns: Bool = false) -> Tensor {
    if isFailed { return self }
    guard rank == 1 || rank == 2 else {
      return Tensor.failed(
        TensorError(
          "covariance", operands: [self], problem: "observations of rank \(rank)",
          expected: "a vector, or a matrix of variables and observations"))
    }
    let key = [correction, variablesInColumns ? 1 : 0]
    return fused("covariance", key, self) { x in
      let given = (variablesInColumns && x.rank == 2 ? x.T : x).inexact
      let rows = given.accumulating
      let matrix = rows.rank == 1 ? rows.reshape([1, rows.elementCount]) : rows
      let centered = matrix - matrix.mean(axis: 1, keepDims: true)
      let product = centered.matmul(centered.T) / Tensor(Double(matrix.type.shape[1] -| correction))
      return (rows.rank == 1 ? product.reshape([]) : product).cast(to: given.dtype)
    }
  }

  /// The correlation of variables, which are rows `[variables, observations]` or one vector (`jnp.corrcoef`).
  public func correlation(variablesInColumns: Bool = false) -> Tensor {
    if isFailed { return self }
    guard rank == 1 || rank == 2 else { return covariance() }
    return fused("correlation", variablesInColumns ? 1 : 0, self) { x in
      let c = x.inexact.accumulating.covariance(variablesInColumns: variablesInColumns)
      if c.rank == 0 { return (c / c).cast(to: x.inexactDType) }
      let deviation = sqrt(c.diagonal())
      return clip(c / deviation.reshape([-1, 1]) / deviation, -1, 1).cast(to: x.inexactDType)
    }
  }

  /// The number of the bin that each element lies in, int32 (`jnp.digitize`): of ascending `edges` how many are not above
  /// it, of descending ones how many are above it.
  ///
  /// - Parameters:
  ///   - edges: the edges of the bins, ascending or descending.
  ///   - right: whether an element that equals an edge lies in the bin below it.
  public func digitized(_ edges: Tensor, right: Bool = false) -> Tensor {
    if let failed = [self, edges].first(where: \.isFailed) { return failed }
    let count = edges.elementCount
    guard edges.rank == 1, count > 1 else { return edges.searchsorted(self, right: !right) }
    return fused("digitized", right ? 1 : 0, [self, edges]) { operands in
      let (x, edges) = (operands[0], operands[1])
      let isDescending = edges[0] .> edges[-1]
      let place = select(isDescending, edges.flipped(axis: 0), edges).searchsorted(x, right: !right)
      return [select(isDescending, Tensor(count) - place, place)]
    }[0]
  }

  /// How many elements lie in each of the bins between ascending `edges`, the last edge included (`jnp.histogram`).
  public func histogram(edges: Tensor, weights: Tensor? = nil) -> Tensor {
    if let failed = [self, edges, weights].compactMap({ $0 }).first(where: \.isFailed) { return failed }
    guard edges.rank == 1, edges.elementCount > 1 else {
      return Tensor.failed(
        TensorError(
          "histogram", operands: [self, edges], problem: "edges of shape \(edges.type.shape)",
          expected: "a vector of two or more edges"))
    }
    let count = edges.elementCount - 1
    return fused("histogram", count, [self, edges] + (weights.map { [$0] } ?? [])) { operands in
      let x = operands[0].reshape([operands[0].elementCount])
      let amounts = operands.count > 2 ? operands[2].reshape(x.type.shape) : Tensor.ones(x.type.shape)
      let place = operands[1].searchsorted(x, right: true) - 1
      let bin = select(x .== operands[1][-1], Tensor(count - 1), place)
      let isInside = (bin .>= 0) .& (bin .< Tensor(count))
      return [Tensor.zeros([count], amounts.dtype).at[select(isInside, bin, Tensor(count))].add(amounts)]
    }[0]
  }

  /// Whether each element is among others (`jnp.isin`).
  public func isIn(_ elements: Tensor) -> Tensor {
    fused("isIn", 0, [self, elements]) { operands in
      let pair = Promotion.promoted(operands)
      let others = pair[1].reshape([pair[1].elementCount])
      return [(pair[0].expandedDimensions(axis: -1) .== others).any(axis: -1)]
    }[0]
  }

  /// The slope along an axis of unit spacing, from both neighbours where there are two (`jnp.gradient`).
  public func slope(axis: Int, spacing: Double = 1) -> Tensor {
    if isFailed { return self }
    let place = axis.counted(in: rank)
    guard (0..<rank).contains(place) else { return failedAxis("slope", axis) }
    let count = type.shape[place]
    guard count > 1 else {
      return Tensor.failed(
        TensorError(
          "slope", operands: [self], problem: "axis \(axis) has \(count) elements", expected: "two or more"))
    }
    return fused("slope", [Double(place), spacing], self) { x in
      x.inexact.accumulated { x in
        func part(_ from: Int, _ to: Int) -> Tensor { x.sliced(axis: place, from: from, to: to) }
        let inner = (part(2, Swift.max(2, count)) - part(0, Swift.max(0, count - 2))) * 0.5
        let ends = (part(1, 2) - part(0, 1), part(count - 1, count) - part(count - 2, count - 1))
        return concatenate([ends.0, inner, ends.1], axis: place) / Tensor(spacing)
      }
    }
  }

  /// The area below points of one spacing along an axis, by trapezoids (`jnp.trapezoid`).
  public func trapezoid(axis: Int = -1, spacing: Double = 1) -> Tensor {
    if isFailed { return self }
    let place = axis.counted(in: rank)
    guard (0..<rank).contains(place) else { return failedAxis("trapezoid", axis) }
    return fused("trapezoid", [Double(place), spacing], self) { x in
      let count = x.type.shape[place]
      return x.inexact.accumulated { x in
        if count < 2 { return x.sum(axis: place) * 0 }
        let pairs = x.sliced(axis: place, from: 1, to: count) + x.sliced(axis: place, from: 0, to: count - 1)
        return Tensor(0.5 * spacing) * pairs.sum(axis: place)
      }
    }
  }

  /// The value at `x` of the polynomial with these coefficients along the first axis, the highest power first
  /// (`jnp.polyval`).
  public func polynomial(at x: Tensor) -> Tensor {
    if let failed = [self, x].first(where: \.isFailed) { return failed }
    guard rank > 0 else { return failedAxis("polynomial", 0) }
    return fused("polynomial", 0, [self, x]) { operands in
      let pair = Promotion.promoted(operands)
      let start = Tensor.zeros(like: pair[1])
      return [(0..<pair[0].type.shape[0]).reduce(start) { $0 * pair[1] + pair[0][$1] }]
    }[0]
  }

  /// Powers of the elements of a vector as rows, the highest first (`jnp.vander`).
  public func vandermonde(_ columns: Int? = nil, increasing: Bool = false) -> Tensor {
    if isFailed { return self }
    guard rank == 1, (columns ?? 0) >= 0 else {
      return Tensor.failed(
        TensorError(
          "vandermonde", operands: [self], problem: "rank \(rank), \(columns ?? 0) columns",
          expected: "a vector, and no negative number of columns"))
    }
    let count = columns ?? elementCount
    return fused("vandermonde", [count, increasing ? 1 : 0], self) { x in
      if count > 64 {
        // One operation instead of one for each column.
        let exponents = Tensor.arange(count)
        return x.expandedDimensions(axis: 1) ** (increasing ? exponents : exponents.flipped())
      }
      let powers = (0..<count).map { increasing ? $0 : count - 1 - $0 }.map { x ** Tensor($0) }
      return powers.isEmpty ? .zeros([x.elementCount, 0], x.dtype) : stack(powers, axis: 1)
    }
  }
}
