public import TensorCore
import TensorPrimitives
import TensorTransformations

extension Random {
  /// Uniform integers from `minval`, inclusive, to `maxval`, exclusive (`jax.random.randint`).
  ///
  /// Bounds beyond the range of the dtype are limited to it, so that 0 and 256 give all of uint8. An empty range gives
  /// a tensor that carries the error.
  /// Fails if the key is not uint32 `[2]`, an extent is negative, the range is empty, or the dtype is not an integer.
  public static func randint(
    _ key: Tensor, _ shape: Shape, minval minimum: Int, maxval maximum: Int, dtype: DType = .int32
  ) -> Tensor {
    let operation = "Random.randint"
    if let error = problem(operation, key, shape, dtype, in: .integer) { return error }
    let (least, greatest) = (dtype.lowest.integer(Int.self), dtype.greatestInteger)
    let low = Swift.min(Swift.max(minimum, least), greatest)
    let isBeyond = maximum > greatest
    let high = isBeyond ? greatest : Swift.max(maximum, least)
    guard minimum < maximum, low < high || isBeyond else {
      return failure(
        operation,
        problem: "the range from \(minimum) to \(maximum), exclusive, has no integers of dtype \(dtype)",
        expected: "a maximum greater than the minimum")
    }
    let sampling = samplingType(dtype)
    let bounds = [
      ScalarLiteral(low, sampling), ScalarLiteral(high, sampling), ScalarLiteral(isBeyond ? 1 : 0, .bool),
    ]
    return fused(operation, [key] + bounds.map { Tensor($0) }, shape, dtype) { operands, shape, dtype in
      [integers(operands[0], shape, operands[1], operands[2], operands[3]).astype(dtype)]
    }[0]
  }

  /// Uniform integers between bounds that are integer tensors, perhaps traced ones (`jax.random.randint`).
  ///
  /// The bounds broadcast to `shape`. Where the range is empty the result is the minimum, as in JAX.
  /// Fails if the key is not uint32 `[2]`, an extent is negative, a bound or the dtype is not an integer, or a bound
  /// does not broadcast to the shape.
  public static func randint(
    _ key: Tensor, _ shape: Shape, minval minimum: Tensor, maxval maximum: Tensor, dtype: DType = .int32
  ) -> Tensor {
    let operation = "Random.randint"
    if let error = problem(operation, key, shape, dtype, in: .integer)
      ?? parameterProblem(operation, [minimum, maximum], shape)
    {
      return error
    }
    for bound in [minimum, maximum] where bound.dtype.kind > .integer {
      return failure(
        operation, [minimum, maximum], problem: "a bound has dtype \(bound.dtype)", expected: "integer bounds"
      )
    }
    return fused(operation, [key, minimum, maximum], shape, dtype) { operands, shape, dtype in
      let sampling = samplingType(dtype)
      let greatest = dtype.greatestInteger
      let isBeyond = operands[2].isInteger(above: greatest)
      let low = operands[1].limited(to: dtype).astype(sampling)
      let high = operands[2].limited(to: dtype).astype(sampling)
      return [integers(operands[0], shape, low, high, isBeyond).astype(dtype)]
    }[0]
  }

  /// Small integers are drawn as int32, which makes them less biased.
  private static func samplingType(_ dtype: DType) -> DType { dtype.byteWidth < 4 ? .int32 : dtype }

  /// Integers from `low` to `high`, exclusive, or inclusive where `isInclusive`: the remainder of twice as many bits.
  private static func integers(
    _ key: Tensor, _ shape: Shape, _ low: Tensor, _ high: Tensor, _ isInclusive: Tensor
  ) -> Tensor {
    let unsigned = low.dtype.unsignedOfSameWidth
    func number(_ value: Int) -> Tensor { Tensor(ScalarLiteral(value, unsigned)) }
    let keys = split(key)
    let upperBits = bits(keys[0], shape, dtype: unsigned)
    let lowerBits = bits(keys[1], shape, dtype: unsigned)
    let isEmpty = high .<= low
    let difference = (high - low).astype(unsigned)
    // All values of the dtype are one more than it can count: a span of 0, of which XLA's remainder is the dividend.
    let extra = (isInclusive .& .!isEmpty).astype(unsigned)
    let span = broadcastTo(select(isEmpty, number(1), difference) + extra, shape)
    func remainder(_ x: Tensor) -> Tensor { Promotion.binary(Rem(), x, span) }
    let half = remainder(Tensor.full(shape, number(1 << (unsigned.bitWidth / 2))))
    let multiplier = remainder(half * half)
    let offset = remainder(remainder(upperBits) * multiplier + remainder(lowerBits))
    return low + offset.astype(low.dtype)
  }
}

extension DType {
  /// The greatest integer of the type, or of `Int` where that is less.
  fileprivate var greatestInteger: Int {
    self == .uint64 ? Int.max : highest.integer(Int.self)
  }
}

extension Tensor {
  /// Integers moved into the range of another integer dtype.
  fileprivate func limited(to target: DType) -> Tensor {
    if dtype == target { return self }
    let x = dtype == .bool ? astype(.int32) : self
    let low = Swift.max(x.dtype.lowest.integer(Int.self), target.lowest.integer(Int.self))
    let high = Swift.min(x.dtype.greatestInteger, target.greatestInteger)
    return x.clip(Tensor(ScalarLiteral(low, x.dtype)), Tensor(ScalarLiteral(high, x.dtype)))
  }

  /// Whether integers are greater than a number, which their dtype may be too small for.
  fileprivate func isInteger(above number: Int) -> Tensor {
    if dtype == .bool || dtype.greatestInteger <= number { return Tensor.full(type.shape, 0, dtype: .bool) }
    return self .> Tensor(ScalarLiteral(number, dtype))
  }
}
