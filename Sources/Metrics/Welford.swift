public import Tensors

/// Mean and variance of values, exact to rounding where the mean is much greater than the deviation
/// (`nnx.metrics.Welford`).
public struct Welford: Metric {
  /// How many values there are, or the sum of their weights.
  public private(set) var count: Tensor
  /// Their mean; 0 of nothing.
  public private(set) var mean: Tensor
  /// The sum of squared differences from the mean.
  public private(set) var squares: Tensor

  /// The statistics of nothing.
  public init() {
    count = Tensor(Float(0))
    mean = Tensor(Float(0))
    squares = Tensor(Float(0))
  }

  public mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    body(&count)
    body(&mean)
    body(&squares)
  }

  /// The statistics with values added, of any shape; `mask` says which count, all if left out.
  public func adding(_ values: Tensor, where mask: Tensor? = nil) -> Welford {
    let wide = values.astype(.float32)
    let shares = weights(mask, wide.shape)
    var batch = Welford()
    batch.count = shares.sum()
    batch.mean = quotient(select(shares .== 0, 0, shares * wide).sum(), batch.count)
    batch.squares = select(shares .== 0, 0, shares * square(wide - batch.mean)).sum()
    return merging(batch)
  }

  /// By the formula of Chan et al., 1979.
  public func merging(_ other: Welford) -> Welford {
    let total = count + other.count
    let share = quotient(other.count, total)
    let difference = other.mean - mean
    var result = self
    result.count = total
    result.mean = mean + share * difference
    result.squares = squares + other.squares + count * share * square(difference)
    return result
  }

  public func merged(over axis: any AxisNameList) -> Welford {
    let total = psum(count, axis)
    let common = quotient(psum(count * mean, axis), total)
    var result = self
    result.count = total
    result.mean = common
    result.squares = psum(squares + count * square(mean - common), axis)
    return result
  }

  /// The mean; NaN of nothing.
  public var value: Tensor { select(count .== 0, Tensor(Double.nan), mean) }

  /// The variance, with `ddof` less than the count as divisor.
  public func variance(ddof: Double = 0) -> Tensor { squares / (count - Tensor(ddof)) }

  /// The standard deviation.
  public var standardDeviation: Tensor { sqrt(variance()) }
}
