public import TensorCore
import TensorPrimitives
import TensorTransformations

extension Random {
  /// Numbers of the exponential distribution of mean 1 (`jax.random.exponential`).
  ///
  /// The result has the shape `shape`. Fails if the key is not uint32 `[2]`, an extent is negative, or the dtype is
  /// not a float.
  public static func exponential(_ key: Tensor, _ shape: Shape = [], dtype: DType = .float32) -> Tensor {
    sample("Random.exponential", key, shape, dtype) { key, shape, dtype, _ in
      -log1p(-uniform(key, shape, dtype: dtype))
    }
  }

  /// Numbers of the Laplace distribution of mean 0 and scale 1 (`jax.random.laplace`).
  ///
  /// The result has the shape `shape`. Fails if the key is not uint32 `[2]`, an extent is negative, or the dtype is
  /// not a float.
  public static func laplace(_ key: Tensor, _ shape: Shape = [], dtype: DType = .float32) -> Tensor {
    sample("Random.laplace", key, shape, dtype) { key, shape, dtype, _ in
      let u = uniform(key, shape, dtype: dtype, minval: Tensor(dtype.aboveMinusOne))
      return sign(u) * log1p(-abs(u))
    }
  }

  /// Numbers of the logistic distribution of mean 0 and scale 1 (`jax.random.logistic`).
  ///
  /// The result has the shape `shape`. Fails if the key is not uint32 `[2]`, an extent is negative, or the dtype is
  /// not a float.
  public static func logistic(_ key: Tensor, _ shape: Shape = [], dtype: DType = .float32) -> Tensor {
    sample("Random.logistic", key, shape, dtype) { key, shape, dtype, _ in
      let u = uniform(key, shape, dtype: dtype, minval: Tensor(dtype.leastNormal))
      return log(u) - log1p(-u)
    }
  }

  /// Numbers of the Cauchy distribution of location 0 and scale 1 (`jax.random.cauchy`).
  ///
  /// The result has the shape `shape`. Fails if the key is not uint32 `[2]`, an extent is negative, or the dtype is
  /// not a float.
  public static func cauchy(_ key: Tensor, _ shape: Shape = [], dtype: DType = .float32) -> Tensor {
    sample("Random.cauchy", key, shape, dtype) { key, shape, dtype, _ in
      let u = uniform(key, shape, dtype: dtype, minval: Tensor(dtype.resolution))
      return tan(Tensor(ScalarLiteral(Double.pi, dtype)) * (u - 0.5))
    }
  }

  /// Numbers of the Gumbel distribution of location 0 and scale 1 (`jax.random.gumbel`).
  ///
  /// The result has the shape `shape`. Fails if the key is not uint32 `[2]`, an extent is negative, or the dtype is
  /// not a float.
  public static func gumbel(_ key: Tensor, _ shape: Shape = [], dtype: DType = .float32, mode: Mode = .low)
    -> Tensor
  {
    sample("Random.gumbel", key, shape, dtype, mode) { key, shape, dtype, mode in
      switch mode {
      case .low:
        return -log(-log(uniform(key, shape, dtype: dtype, minval: Tensor(dtype.leastNormal))))
      case .highest where dtype == .float32: return finestGumbel(key, shape)
      case .high, .highest:
        let draws = uniform(key, [2] + shape, dtype: dtype)
        let (high, low) = (draws[0], draws[1])
        let x = select(high .>= 0.5, high, high + Tensor(dtype.resolution) * low + Tensor(dtype.leastNormal))
        return -log(-log1p(-x))
      }
    }
  }

  /// Gumbel numbers of 64 random bits each: x is the fraction that they are, the logarithm is taken of x or 1 - x.
  private static func finestGumbel(_ key: Tensor, _ shape: Shape) -> Tensor {
    let bits = bits(key, [2] + shape)
    let (high, low) = (bits[0], bits[1])
    // 1 - x in fixed point: the complement plus one, carried from the low word to the high one.
    let negatedLow: Tensor = bind(Add(), .!low, word(1))
    let carry: Tensor = bind(Convert(.uint32), negatedLow .== word(0))
    let negatedHigh: Tensor = bind(Add(), .!high, carry)
    let isSmall = high .< word(1 << 31)
    let x = fraction(select(isSmall, high, negatedHigh), select(isSmall, low, negatedLow))
    return select(isSmall, -log(-log1p(-x)), -log(-log(x)))
  }

  /// The float32 from 0 to 1, exclusive, whose digits are the 64 bits of two words.
  private static func fraction(_ high: Tensor, _ low: Tensor) -> Tensor {
    let (highZeros, lowZeros) = (bind(CountLeadingZeros(), high), bind(CountLeadingZeros(), low))
    let isHighZero = high .== word(0)
    let digits =
      leftShift(high, highZeros)
      .| select(isHighZero, leftShift(low, lowZeros), rightShift(low, word(32) - highZeros))
    let mantissa = rightShift(digits, word(8)) .& word(0x7F_FFFF)
    let zeros = select(isHighZero, word(32) + lowZeros, highZeros)
    let exponent = leftShift(word(126) - zeros, word(23)) .& word(0x3FC0_0000)
    return bind(BitcastConvert(dtype: .float32), exponent .| mantissa)
  }

  private static func word(_ value: Int) -> Tensor { Tensor(ScalarLiteral(value, .uint32)) }

  private struct SampleBody: FunctionValue {
    let body: @Sendable (Tensor, Shape, DType, Mode) -> Tensor
  }

  /// Numbers of a distribution without parameters, as one program; `body` captures nothing.
  private static func sample(
    _ operation: String, _ key: Tensor, _ shape: Shape, _ dtype: DType, _ mode: Mode = .low,
    _ body: @escaping @Sendable (Tensor, Shape, DType, Mode) -> Tensor
  ) -> Tensor {
    if let error = problem(operation, key, shape, dtype) { return error }
    return fused(operation, key, SampleBody(body: body), shape, dtype, mode) {
      key, function, shape, dtype, mode in
      function.body(key, shape, dtype, mode)
    }
  }
}
