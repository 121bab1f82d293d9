public import TensorCore
import TensorPrimitives
import TensorTransformations

extension Random {
  /// Random bits: uniform integers of an unsigned dtype (`jax.random.bits`).
  ///
  /// The result has the shape `shape`. Fails if the key is not uint32 `[2]`, an extent is negative, or the dtype is
  /// not an unsigned integer.
  public static func bits(_ key: Tensor, _ shape: Shape = [], dtype: DType = .uint32) -> Tensor {
    let operation = "Random.bits"
    if let error = problem(operation, key, shape) { return error }
    guard dtype.isUnsigned else {
      return failure(
        operation, problem: "the dtype \(dtype) is not accepted", expected: "an unsigned integer dtype")
    }
    return fused(operation, key, shape, dtype) { key, shape, dtype in
      let (high, low) = block(key, shape)
      if dtype == .uint64 {
        let shift = Tensor(ScalarLiteral(32, .uint64))
        return leftShift(high.astype(.uint64), shift) .| low.astype(.uint64)
      }
      return bind(Convert(dtype), bind(Xor(), high, low))
    }
  }

  /// Uniform numbers from `minval`, inclusive, to `maxval`, exclusive (`jax.random.uniform`).
  ///
  /// The bounds may be tensors that broadcast to `shape`; derivatives with respect to them exist.
  /// Fails if the key is not uint32 `[2]`, an extent is negative, the dtype is not a float, or a bound does not
  /// broadcast to the shape.
  public static func uniform(
    _ key: Tensor, _ shape: Shape = [], dtype: DType = .float32, minval minimum: Tensor = 0,
    maxval maximum: Tensor = 1
  ) -> Tensor {
    let operation = "Random.uniform"
    if let error = problem(operation, key, shape, dtype)
      ?? parameterProblem(operation, [minimum, maximum], shape)
    {
      return error
    }
    let bounds = [minimum, maximum].map { $0.asParameter(dtype) }
    return fused(operation, [key] + bounds, shape, dtype) { operands, shape, dtype in
      let fraction = unitInterval(operands[0], shape, dtype)
      let (low, high) = (operands[1].astype(dtype), operands[2].astype(dtype))
      return [
        below(high, TensorPrimitives.maximum(low, scaled(fraction, by: high - low, from: low)), from: low)
      ]
    }[0]
  }

  /// Numbers that are less than `high` where there are such: those that were rounded up to it go back by one place.
  private static func below(_ high: Tensor, _ x: Tensor, from low: Tensor) -> Tensor {
    let last: Tensor = bind(NextAfter(), stopGradient(high), Tensor(ScalarLiteral(-Double.infinity, x.dtype)))
    // Added, so that the derivatives stay.
    return x + stopGradient(select((x .>= high) .& (low .< high), last - x, 0))
  }

  /// `fraction * width + low`. In float16 it is rounded once: some processors multiply and add it in one step, others
  /// round the product too, and numbers would differ from machine to machine. All round bfloat16 twice.
  private static func scaled(_ fraction: Tensor, by width: Tensor, from low: Tensor) -> Tensor {
    guard fraction.dtype == .float16 else { return fraction * width + low }
    let wide = fraction.astype(.float32) * width.astype(.float32) + low.astype(.float32)
    return wide.astype(fraction.dtype)
  }

  /// Uniform numbers from 0 to 1, exclusive: random bits as the fraction of a number from 1 to 2, minus 1.
  private static func unitInterval(_ key: Tensor, _ shape: Shape, _ dtype: DType) -> Tensor {
    let unsigned = dtype.unsignedOfSameWidth
    // bfloat16 has fewer fraction bits than a byte, and a byte is what JAX draws for it.
    let drawn: DType = dtype.fractionBits < 8 ? .uint8 : unsigned
    let bits = bits(key, shape, dtype: drawn).astype(unsigned)
    let fraction: Tensor = bind(
      ShiftRightLogical(), bits, Tensor(ScalarLiteral(drawn.bitWidth - dtype.fractionBits, unsigned)))
    let one = ScalarLiteral(1.0, dtype)
    let pattern: Tensor = bind(Or(), fraction, Tensor(ScalarLiteral(dtype: unsigned, bits: one.bits)))
    return bind(Sub(), bind(BitcastConvert(dtype: dtype), pattern), Tensor(one))
  }
}

extension Tensor {
  /// An argument that numbers are computed with: a literal in their dtype, so that all literals share one program.
  func asParameter(_ dtype: DType) -> Tensor { literal == nil ? self : astype(dtype) }
}

extension DType {
  /// The bits of a floating type's fraction that are stored.
  var fractionBits: Int {
    switch self {
    case .float16: 10
    case .bfloat16: 7
    case .float64: 52
    default: 23
    }
  }

  /// The number next to -1 on the side of 0: where distributions start whose image of -1 would be infinite.
  var aboveMinusOne: ScalarLiteral {
    ScalarLiteral(dtype: self, bits: ScalarLiteral(-1.0, self).bits - 1)
  }

  /// The least positive number with full precision.
  var leastNormal: ScalarLiteral { ScalarLiteral(dtype: self, bits: 1 << UInt64(fractionBits)) }

  /// 2 to the power of minus the number of fraction bits: the distance from 1 to the next number.
  var resolution: ScalarLiteral {
    ScalarLiteral(Double(sign: .plus, exponent: -fractionBits, significand: 1), self)
  }

  /// The unsigned integer type with as many bits.
  var unsignedOfSameWidth: DType {
    switch byteWidth {
    case 1: .uint8
    case 2: .uint16
    case 4: .uint32
    default: .uint64
    }
  }
}
