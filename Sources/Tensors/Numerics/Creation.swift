extension Tensor {
  /// A tensor of one value.
  public static func full(_ shape: Shape, _ value: Tensor, dtype: DType? = nil) -> Tensor {
    let scalar = dtype.map { value.cast(to: $0) } ?? value.converted(to: value.dtype, isWeak: false)
    return bind(BroadcastInDim(shape: shape, dimensions: []), scalar)
  }
  /// A tensor of zeros.
  public static func zeros(_ shape: Shape, _ dtype: DType = .float32) -> Tensor {
    full(shape, 0, dtype: dtype)
  }
  /// A tensor of ones.
  public static func ones(_ shape: Shape, _ dtype: DType = .float32) -> Tensor {
    full(shape, 1, dtype: dtype)
  }
  /// Zeros in the shape and dtype of another tensor.
  public static func zeros(like other: Tensor) -> Tensor { zeros(other.type.shape, other.dtype) }
  /// Ones in the shape and dtype of another tensor.
  public static func ones(like other: Tensor) -> Tensor { ones(other.type.shape, other.dtype) }

  /// 0, 1, …, `count` - 1.
  public static func arange(_ count: Int, dtype: DType = .int32) -> Tensor {
    bind(Iota(shape: [Swift.max(0, count)], dtype: dtype, axis: 0), [])[0]
  }

  /// `start`, `start + step`, … up to `limit`, exclusive.
  public static func arange(_ start: Int, _ limit: Int, step: Int = 1, dtype: DType = .int32) -> Tensor {
    guard step != 0 else {
      return Tensor(
        failure: TensorError("arange", problem: "the step is 0", expected: "a positive or negative step"))
    }
    let count = Swift.max(
      0, step > 0 ? (limit - start + step - 1) / step : (start - limit - step - 1) / -step)
    return arange(count, dtype: dtype) * Tensor(ScalarLiteral(step, dtype))
      + Tensor(ScalarLiteral(start, dtype))
  }

  /// A matrix with ones on the diagonal.
  public static func eye(_ rows: Int, _ columns: Int? = nil, dtype: DType = .float32) -> Tensor {
    let shape: Shape = [rows, columns ?? rows]
    return fused("eye", TensorType(shape, dtype), []) { _ in
      let row = bind(Iota(shape: shape, dtype: .int32, axis: 0), [])[0]
      let column = bind(Iota(shape: shape, dtype: .int32, axis: 1), [])[0]
      return [(row .== column).cast(to: dtype)]
    }[0]
  }
}
