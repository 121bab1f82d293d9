package import TensorCore
import TensorPrimitives
import TensorTransformations

extension Tensor {
  /// A power of two near the greatest size along axes, which stay with an extent of 1: divided by it, elements have
  /// squares that are neither too great nor too small, and no digit is lost. 1 where there is no such size: of
  /// infinities, NaNs and zeros. It is a constant to derivatives.
  func scale(axis: [Int]) -> Tensor {
    abs(stopGradient(self)).max(axis: axis, keepdims: true, initial: 0).powerOfTwoBelow
  }

  /// A power of two near sizes of elements; 1 for infinities, NaNs and zeros.
  package var powerOfTwoBelow: Tensor {
    let greatest = self
    // A quarter of it: so the power of the greatest of numbers has an inverse, by which XLA multiplies.
    let bits: Int =
      switch dtype.realPart {
      case .float16: 5
      case .float64: 11
      default: 8
      }
    let power = reducePrecision(greatest * 0.25, exponentBits: bits, mantissaBits: 0)
    return select((power .> 0) .& (power .< Tensor(Double.infinity)), power, 1)
  }
}
