public import TensorCore
import TensorPrimitives

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
