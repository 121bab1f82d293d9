package import TensorCore

/// The arc tangent, of which XLA:CPU gives elements the arc of others where a vector mixes large and small ones.
package enum ArcTangent {
  /// Of a number from 0 on, by Cephes' rational function (Moshier, 1989), to all digits of float64.
  static func ofPositive(_ x: Tensor) -> Tensor {
    let (isGreat, isMiddle) = (x .> 2.414213562373095, x .> 0.66)
    let reduced = select(isGreat, -1 / x, select(isMiddle, (x - 1) / (x + 1), x))
    func angle(_ value: Double) -> Tensor { Tensor(ScalarLiteral(value, x.dtype)) }
    let start = select(isGreat, angle(.pi / 2), select(isMiddle, angle(.pi / 4), angle(0)))
    let square = reduced * reduced
    let numerator = polynomial(
      square,
      [
        -0.8750608600031904, -16.157537187333652, -75.00855792314705, -122.88666844901361, -64.85021904942025,
      ])
    let denominator = polynomial(
      square,
      [1, 24.858464901423062, 165.0270098316989, 432.88106049129027, 485.3903996359137, 194.5506571482614])
    return start + (reduced + reduced * (square * numerator / denominator))
  }

  private static func polynomial(_ x: Tensor, _ factors: [Double]) -> Tensor {
    factors.dropFirst().reduce(Tensor(factors[0]).astype(x.dtype)) { $0 * x + Tensor($1) }
  }

  /// Of a number of any sign.
  package static func of(_ x: Tensor) -> Tensor {
    let angle = ofPositive(abs(x))
    return select(x .< 0, -angle, select(x .== 0, x, angle))
  }

  /// The angle of the point (x, y).
  package static func of(_ y: Tensor, _ x: Tensor) -> Tensor {
    let (height, width) = (abs(y), abs(x))
    let (small, large) = (minimum(height, width), maximum(height, width))
    // Two zeros, and two infinities, have no quotient.
    let ratio = select(small .== large, (large .!= 0).astype(large.dtype), small / large)
    let flat = ofPositive(ratio)
    let steep = select(height .> width, Tensor(Double.pi / 2) - flat, flat)
    return copysign(select(signbit(x), Tensor(Double.pi) - steep, steep), y)
  }
}
