public import TensorCore
import TensorPrimitives

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
