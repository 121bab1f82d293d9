package import TensorCore

/// The logarithm of the absolute value of the beta function, in float64.
package struct LogBeta: FormulaBinary {
  package init() {}

  package let name = "betaln", hloName = "", domain = Domain.floating

  package func formula(_ a: Tensor, _ b: Tensor) -> Tensor {
    let (large, small) = (maximum(a, b), minimum(a, b))
    // Stirling's series for what large numbers leave of lgamma(a) - lgamma(a + b), which are nearly equal.
    let isLarge = (large .> 1e4) .& (small .> 0)
    let x = select(isLarge, large, 1e4)
    let sum = x + small
    let growth = (x - 0.5) * log1p(small / x) + small * log(sum) - small
    let series = bind(Lgamma(), small) - growth + (1 / x - 1 / sum) / 12
    return select(isLarge, series, bind(Lgamma(), a) + bind(Lgamma(), b) - bind(Lgamma(), a + b))
  }

  package func tangentOfFirst(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor {
    t * decrease(x, y)
  }
  package func tangentOfSecond(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor {
    t * decrease(y, x)
  }

  /// digamma(x) - digamma(x + step).
  private func decrease(_ x: Tensor, _ step: Tensor) -> Tensor {
    // Of a small step the two are nearly equal: the derivative in the middle times the step.
    let isSmall = (step .> 0) .& (step .< 1e-5 * x)
    let middle = select(isSmall, x + step / 2, 1)
    let difference: Tensor = bind(Digamma(), x) - bind(Digamma(), x + step)
    return select(isSmall, -step * bind(Polygamma(order: 1), middle), difference)
  }
}
