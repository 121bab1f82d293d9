public import TensorCore
import TensorPrimitives

/// The limits of a floating dtype (`jnp.finfo`): `finfo(.float32).max`.
///
/// The numbers are scalars of the dtype. They fail if the dtype is not floating; a complex dtype is taken by its parts.
public func finfo(_ dtype: DType) -> FloatingLimits { FloatingLimits(dtype: dtype.realPart) }

/// The limits of an integer dtype (`jnp.iinfo`): `iinfo(.int8).min`.
///
/// The numbers are scalars of the dtype. They fail if the dtype is not an integer type.
public func iinfo(_ dtype: DType) -> IntegerLimits { IntegerLimits(dtype: dtype) }

/// What `finfo` says of a floating dtype.
public struct FloatingLimits: Sendable, Hashable {
  public let dtype: DType

  init(dtype: DType) { self.dtype = dtype }

  /// How many bits a number takes.
  public var bits: Int { dtype.bitWidth }
  /// How many bits the digits behind the point have.
  public var nmant: Int {
    switch dtype {
    case .float16: 10
    case .bfloat16: 7
    case .float64: 52
    default: 23
    }
  }
  /// The least exponent of 2 of a number with all its digits.
  public var minexp: Int { dtype == .float16 ? -14 : dtype == .float64 ? -1022 : -126 }
  /// The least power of 2 that is too large.
  public var maxexp: Int { 2 - minexp }
  /// The greatest finite number. Fails if the dtype is not floating.
  public var max: Tensor { number { $0.greatestFinite } }
  /// The least finite number. Fails if the dtype is not floating.
  public var min: Tensor { number { ScalarLiteral(-$0.greatestFinite.double, $0) } }
  /// The distance from 1 to the next greater number. Fails if the dtype is not floating.
  public var eps: Tensor { power(-nmant) }
  /// The least positive number with all its digits. Fails if the dtype is not floating.
  public var tiny: Tensor { power(minexp) }
  /// The same as `tiny`. Fails if the dtype is not floating.
  public var smallestNormal: Tensor { tiny }
  /// The least positive number. Fails if the dtype is not floating.
  public var smallestSubnormal: Tensor { power(minexp - nmant) }

  private func power(_ exponent: Int) -> Tensor {
    number { ScalarLiteral(Double(sign: .plus, exponent: exponent, significand: 1), $0) }
  }

  private func number(_ value: (DType) -> ScalarLiteral) -> Tensor {
    guard dtype.isFloating else {
      return Tensor.failed(
        TensorError("finfo", problem: "\(dtype) is not a floating dtype", expected: "one that is, or `iinfo`")
      )
    }
    return Tensor(value(dtype))
  }
}

/// What `iinfo` says of an integer dtype.
public struct IntegerLimits: Sendable, Hashable {
  public let dtype: DType

  init(dtype: DType) { self.dtype = dtype }

  /// How many bits a number takes.
  public var bits: Int { dtype.bitWidth }
  /// The greatest number. Fails if the dtype is not an integer type.
  public var max: Tensor { number(dtype.highest) }
  /// The least number. Fails if the dtype is not an integer type.
  public var min: Tensor { number(dtype.lowest) }

  private func number(_ value: ScalarLiteral) -> Tensor {
    guard dtype.isInteger else {
      return Tensor.failed(
        TensorError("iinfo", problem: "\(dtype) is not an integer dtype", expected: "one that is, or `finfo`")
      )
    }
    return Tensor(value)
  }
}

/// The dtype of what two dtypes are combined to (`jnp.promote_types`).
///
/// Never fails.
public func promoteTypes(_ a: DType, _ b: DType) -> DType { DType.promoted((a, false), (b, false)).dtype }

/// The dtype of what tensors are combined to, of which literals give way to others (`jnp.result_type`).
///
/// `resultType(Tensor.ones([2], dtype: .bfloat16), 1.5)` is bfloat16. Never fails; without tensors it is float32.
public func resultType(_ tensors: Tensor...) -> DType {
  tensors.isEmpty ? .float32 : Promotion.common(tensors).dtype
}

/// The shape that shapes broadcast to (`jnp.broadcast_shapes`): aligned at the last axis, extents equal or 1.
///
/// Fails at once, by throwing, if they do not broadcast.
///
/// - Throws: `TensorError` if they do not broadcast.
public func broadcastShapes(_ shapes: Shape...) throws(TensorError) -> Shape {
  guard let shape = Promotion.broadcastShape(shapes) else {
    throw TensorError(
      "broadcastShapes",
      problem: "the shapes " + shapes.map { "\($0)" }.joined(separator: " and ")
        + " cannot be broadcast together",
      expected: "extents that are equal or 1, compared from the last axis")
  }
  return shape
}
