import Foundation
public import TensorCore
import TensorPrimitives
import TensorTransformations

/// Windows: weights that fade a signal out at its ends (`jnp.hanning` and others), float32.
extension Tensor {
  /// Half a wave of a cosine (`jnp.hanning`).
  ///
  /// The result is `[count]`, empty if `count` is negative. Fails if `count` is above 2²⁵.
  public static func hanning(_ count: Int) -> Tensor { window(count) { 0.5 - 0.5 * cos(2 * .pi * $0) } }

  /// A cosine that does not quite reach 0 (`jnp.hamming`).
  ///
  /// The result is `[count]`, empty if `count` is negative. Fails if `count` is above 2²⁵.
  public static func hamming(_ count: Int) -> Tensor { window(count) { 0.54 - 0.46 * cos(2 * .pi * $0) } }

  /// Two cosines (`jnp.blackman`).
  ///
  /// The result is `[count]`, empty if `count` is negative. Fails if `count` is above 2²⁵.
  public static func blackman(_ count: Int) -> Tensor {
    window(count) { 0.42 - 0.5 * cos(2 * .pi * $0) + 0.08 * cos(4 * .pi * $0) }
  }

  /// A triangle (`jnp.bartlett`).
  ///
  /// The result is `[count]`, empty if `count` is negative. Fails if `count` is above 2²⁵.
  public static func bartlett(_ count: Int) -> Tensor { window(count) { 1 - (2 * $0 - 1).magnitude } }

  /// Weights by the place from 0 to 1.
  private static func window(_ count: Int, _ weight: (Double) -> Double) -> Tensor {
    if count == 1 { return .ones([1]) }
    return onHost("window", Swift.max(0, count)) {
      Float(weight(Double($0) / Double(count - 1)))
    }
  }
}
