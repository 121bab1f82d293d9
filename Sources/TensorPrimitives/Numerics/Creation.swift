import Foundation
public import TensorCore

extension Tensor {
  /// A tensor of one value (`jnp.full`).
  ///
  /// Fails if `value` is not a scalar, or an extent is negative.
  public static func full(_ shape: Shape, _ value: Tensor, dtype: DType? = nil) -> Tensor {
    let scalar = dtype.map { value.astype($0) } ?? value.converted(to: value.dtype, isWeak: false)
    return bind(BroadcastInDim(shape: shape, dimensions: []), scalar)
  }
  /// A tensor of zeros (`jnp.zeros`).
  ///
  /// Fails if an extent is negative.
  public static func zeros(_ shape: Shape, dtype: DType = .float32) -> Tensor {
    full(shape, 0, dtype: dtype)
  }
  /// A tensor of ones (`jnp.ones`).
  ///
  /// Fails if an extent is negative.
  public static func ones(_ shape: Shape, dtype: DType = .float32) -> Tensor {
    full(shape, 1, dtype: dtype)
  }
  /// Zeros in the shape and dtype of another tensor (`jnp.zeros_like`).
  ///
  /// Never fails: a failed tensor counts as one of the type that it answers.
  public static func zerosLike(_ other: Tensor) -> Tensor { zeros(other.type.shape, dtype: other.dtype) }
  /// Ones in the shape and dtype of another tensor (`jnp.ones_like`).
  ///
  /// Never fails: a failed tensor counts as one of the type that it answers.
  public static func onesLike(_ other: Tensor) -> Tensor { ones(other.type.shape, dtype: other.dtype) }

  /// 0, 1, …, `count` - 1 (`jnp.arange`).
  ///
  /// The result is `[count]`, empty if `count` is negative. Fails if `dtype` is bool or cannot hold the numbers.
  public static func arange(_ count: Int, dtype: DType = .int32) -> Tensor {
    bind(Iota(shape: [Swift.max(0, count)], dtype: dtype, axis: 0), [])[0]
  }

  /// `start`, `start + step`, … up to `limit`, exclusive (`jnp.arange`).
  ///
  /// Numbers that an integer dtype of 32 or 64 bits cannot hold are an error, where JAX begins again at the other end;
  /// in the narrower ones they begin again.
  /// The result is a vector, empty if `limit` is not beyond `start`. Fails if the step is 0 or `dtype` is bool.
  public static func arange(_ start: Int, _ limit: Int, _ step: Int = 1, dtype: DType = .int32) -> Tensor {
    guard step != 0 else {
      return Tensor.failed(
        TensorError("arange", problem: "the step is 0", expected: "a positive or negative step"))
    }
    let count = Int.steps(from: start, to: limit, by: step)
    let last = start +| (count - 1) *| step
    if count > 0, let wrong = [start, last].first(where: { !dtype.canCount(to: $0) }) {
      return Tensor(
        failure: TensorError(
          "arange",
          problem:
            "the number \(wrong), from \(start) to \(limit) in steps of \(step), does not fit \(dtype)",
          expected: "numbers that \(dtype) holds, or a wider dtype"))
    }
    let counting = step == 1 ? dtype : dtype.counting
    return counted(
      from: Tensor(ScalarLiteral(start, counting)), by: Tensor(ScalarLiteral(step, counting)), count,
      counting, dtype)
  }

  /// `start + step · i` in a dtype that counts exactly, converted at the end.
  private static func counted(
    from start: Tensor, by step: Tensor, _ count: Int, _ counting: DType, _ dtype: DType
  ) -> Tensor {
    (arange(count, dtype: counting) * step.astype(counting) + start.astype(counting)).astype(dtype)
  }

  /// `start`, `start + step`, … up to `limit`, exclusive, as floats (`jnp.arange`).
  ///
  /// The result is a vector, empty if `limit` is not beyond `start`. Fails if the step is 0, the number of elements
  /// is not finite, or `dtype` is bool.
  public static func arange(_ start: Double, _ limit: Double, _ step: Double = 1, dtype: DType = .float32)
    -> Tensor
  {
    let count = ((limit - start) / step).rounded(.up)
    guard step != 0, count.isFinite else {
      return Tensor.failed(
        TensorError(
          "arange", problem: "\(start) to \(limit) in steps of \(step)",
          expected: "finite bounds and a step other than 0"))
    }
    let number = Swift.max(0, Int(saturating: count))
    let counting = step == 1 ? dtype : dtype.counting
    // The numbers are operands, so that one program serves all ranges of a length.
    let ends = [Tensor(start).astype(counting), Tensor(step).astype(counting)]
    return fused("arange", ends, number, counting, dtype) { ends, number, counting, dtype in
      [counted(from: ends[0], by: ends[1], number, counting, dtype)]
    }[0]
  }

  /// `count` values from `start` to `end` at equal distances (`jnp.linspace`).
  ///
  /// The result is `[count]`. Fails if `count` is negative.
  ///
  /// - Parameters:
  ///   - start: the first number.
  ///   - end: the last number.
  ///   - count: how many numbers there are.
  ///   - endpoint: whether `end` is the last value, or the first one left out.
  ///   - dtype: the dtype of the result.
  public static func linspace(
    _ start: Double, _ end: Double, _ count: Int = 50, endpoint: Bool = true, dtype: DType = .float32
  ) -> Tensor {
    guard count >= 0 else {
      return Tensor.failed(
        TensorError("linspace", problem: "\(count) values", expected: "a count of at least 0"))
    }
    if dtype.kind <= .integer {
      return fused("linspace", [], start, end, count, endpoint, dtype) {
        _, start, end, count, endpoint, dtype in
        [wholeLinspace(start, end, count, endpoint).astype(dtype)]
      }[0]
    }
    let wide = dtype.accumulation.realPart
    // The numbers are operands, so that one program serves all ranges of a length.
    let ends = [Tensor(ScalarLiteral(start, wide)), Tensor(ScalarLiteral(end, wide))]
    return fused("linspace", ends, count, endpoint, wide, dtype) { ends, count, endpoint, wide, dtype in
      let (start, end) = (ends[0], ends[1])
      let divisor = Tensor(Swift.max(1, endpoint ? count - 1 : count))
      if count == 1 { return [start.reshape([1]).astype(dtype)] }
      // Both ends are exact: a weighted mean, and the last value by itself.
      let part = arange(endpoint ? Swift.max(0, count - 1) : count, dtype: wide) / divisor
      let inner = start * (1 - part) + end * part
      return [(endpoint && count > 0 ? concatenate([inner, end.reshape([1])]) : inner).astype(dtype)]
    }[0]
  }

  /// The values of `linspace` rounded down, as exact as float64 is: 3 of 10 steps to 10 are 3.
  private static func wholeLinspace(_ start: Double, _ end: Double, _ count: Int, _ endpoint: Bool) -> Tensor
  {
    let divisor = Swift.max(1, endpoint ? count - 1 : count)
    let steps = arange(count, dtype: .float64)
    return floor(Tensor(start) + Tensor(end - start) * steps / Tensor(divisor))
  }

  /// `count` powers of `base` with exponents at equal distances (`jnp.logspace`).
  ///
  /// The result is `[count]`. Fails if `count` is negative.
  public static func logspace(
    _ start: Double, _ end: Double, _ count: Int = 50, endpoint: Bool = true, base: Double = 10,
    dtype: DType = .float32
  ) -> Tensor {
    let exponents = linspace(
      start, end, count, endpoint: endpoint, dtype: dtype == .float64 ? .float64 : .float32)
    return power(Tensor(base), exponents).astype(dtype)
  }

  /// `count` numbers from `start` to `end` of equal ratios (`jnp.geomspace`).
  ///
  /// The result is `[count]`. Fails if `start` and `end` are not of one sign, one of them is 0, or `count` is
  /// negative or above 2²⁵.
  public static func geomspace(
    _ start: Double, _ end: Double, _ count: Int = 50, endpoint: Bool = true, dtype: DType = .float32
  ) -> Tensor {
    guard start * end > 0, count >= 0 else {
      return Tensor.failed(
        TensorError(
          "geomspace", problem: "\(count) numbers from \(start) to \(end)",
          expected: "a start and an end of one sign, neither of them 0, and a count of at least 0"))
    }
    let steps = Double(Swift.max(1, endpoint ? count - 1 : count))
    let ratio = end / start
    return onHost("geomspace", count) { index in
      Float(start * pow(ratio, Double(index) / steps))
    }.astype(dtype)
  }

  /// Counts 0, 1, 2, … along one axis of a shape (`lax.broadcasted_iota`).
  ///
  /// Fails if the axis is out of range, an extent is negative, or `dtype` is bool or cannot hold the numbers.
  public static func broadcastedIota(dtype: DType = .int32, _ shape: Shape, _ axis: Int) -> Tensor {
    bind(Iota(shape: shape, dtype: dtype, axis: axis.counted(in: shape.count)), [])[0]
  }

  /// A matrix with ones on a diagonal: the main one, or the `offset`-th above it (`jnp.eye`).
  ///
  /// The result is `[rows, columns]`, square if `columns` is nil. Fails if a number is negative.
  public static func eye(_ rows: Int, _ columns: Int? = nil, k offset: Int = 0, dtype: DType = .float32)
    -> Tensor
  {
    let shape: Shape = [rows, columns ?? rows]
    let offset = within(shape, offset)
    return fused("eye", [], shape, offset, dtype) { _, shape, offset, dtype in
      let row = bind(Iota(shape: shape, dtype: .int32, axis: 0), [])[0]
      let column = bind(Iota(shape: shape, dtype: .int32, axis: 1), [])[0]
      return [(row + Tensor(offset) .== column).astype(dtype)]
    }[0]
  }

  /// A matrix with ones on and below a diagonal (`jnp.tri`).
  ///
  /// The result is `[rows, columns]`, square if `columns` is nil. Fails if a number is negative.
  public static func tri(_ rows: Int, _ columns: Int? = nil, k offset: Int = 0, dtype: DType = .float32)
    -> Tensor
  {
    let shape: Shape = [rows, columns ?? rows]
    let offset = within(shape, offset)
    return fused("tri", [], shape, offset, dtype) { _, shape, offset, dtype in
      [triangle(shape, offset: offset).astype(dtype)]
    }[0]
  }

  /// Whether places of a shape's last two axes lie on or below a diagonal.
  package static func triangle(_ shape: Shape, offset: Int) -> Tensor {
    let offset = within(shape, offset)
    let row = bind(Iota(shape: shape, dtype: .int32, axis: shape.count - 2), [])[0]
    let column = bind(Iota(shape: shape, dtype: .int32, axis: shape.count - 1), [])[0]
    return row + Tensor(offset) .>= column
  }

  /// The offset of a diagonal; of one outside of the matrices, that of the nearest such one.
  private static func within(_ shape: Shape, _ offset: Int) -> Int {
    Swift.min(Swift.max(offset, 0 -| shape[-2]), shape[-1])
  }
}

/// Which axes of a grid belong to its first two vectors (`indexing` of `jnp.meshgrid`).
public enum MeshgridIndexing: Sendable, Hashable {
  /// The second and the first, as of points (x, y) of a plane.
  case xy
  /// The first and the second, as of elements (i, j) of a matrix.
  case ij
}

/// Coordinates of a grid: each vector repeated along the axes of the others (`jnp.meshgrid`).
///
/// Vectors `[m]`, `[n]`, `[p]` give as many tensors of shape `[m, n, p]` (`ij`) or `[n, m, p]` (`xy`). Fails for
/// operands that are neither vectors nor scalars.
///
/// - Parameters:
///   - vectors: the coordinates along each axis.
///   - indexing: whether axis i of the results belongs to vector i (`ij`) or the first two axes are exchanged (`xy`).
public func meshgrid(_ vectors: [Tensor], indexing: MeshgridIndexing = .xy) -> [Tensor] {
  if let wrong = vectors.first(where: { $0.isFailed || $0.ndim > 1 }) {
    let failure =
      wrong.isFailed
      ? wrong
      : Tensor.failed(
        TensorError(
          "meshgrid", operands: vectors, problem: "a tensor of rank \(wrong.ndim)", expected: "vectors"))
    return vectors.map { _ in failure }
  }
  return fused("meshgrid", vectors, indexing, resultCount: vectors.count) { vectors, indexing in
    let counts = vectors.map(\.size)
    return vectors.enumerated().map { position, vector in
      let grid = vector.reshape([counts[position]]).broadcastInDim(Shape(counts), dimensions: [position])
      return indexing == .ij || vectors.count < 2 ? grid : grid.swapaxes(0, 1)
    }
  }
}

extension DType {
  /// The dtype that multiples of a step are computed in: 16-bit floats are counted in float32.
  fileprivate var counting: DType { self == .float16 || self == .bfloat16 ? .float32 : self }
}
