package import TensorCore
import TensorPrimitives
import TensorTransformations

/// Numbers of the standard normal distribution between two bounds far out on one side, by the part of the probability
/// between the bounds that lies below them.
///
/// The distribution function is 1 there to all digits, and its inverse has few values. What lies beyond x is φ(x) · m(x),
/// with Mills' ratio m, of which the logarithm has all digits at any distance.
package struct TruncatedTail: Primitive {
  package let name = "truncatedTail"

  /// Whether a bound lies so far out that the inverse of the distribution function has too few values.
  package static func start(_ dtype: DType) -> Double { dtype.byteWidth < 4 ? 1 : 3 }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(3, operands)
    try Domain.floating.check(operands)
    _ = try ElementwiseRule.dtype(operands)
    return [operands[2].with(shape: try ElementwiseRule.shape(operands))]
  }

  /// From Φ(x) = Φ(a) + f · (Φ(b) - Φ(a)), by the bounds; that by the part is not asked for.
  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let (low, high, part) = (primals[0], primals[1], primals[2])
    let x: Tensor = bind(self, low, high, part)
    func density(_ bound: Tensor) -> Tensor { exp((x - bound) * (x + bound) / 2) }
    let byLow = tangents[0].map { $0 * ((1 - part) * density(low)) }
    let byHigh = tangents[1].map { $0 * (part * density(high)) }
    return ([x], [Tensor.sum(byLow, byHigh)])
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) { ElementwiseRule.batch(self, operands, axes, context) }
}

extension TruncatedTail: Composite {
  package func evaluate(_ operands: [Tensor]) -> [Tensor] {
    let wide = operands.map { $0.astype(.float64) }
    let (low, high, part) = (wide[0], wide[1], wide[2])
    // The lower side is the upper one reflected, with its bounds and parts exchanged.
    let isBelow = high .< 0
    let near = clip(select(isBelow, -high, low), Tensor(TruncatedTail.start(.float16)), 1e150)
    let far = maximum(select(isBelow, -low, high), near)
    let beyond = clip(select(isBelow, part, 1 - part), 0, 1)
    // What part of all beyond the near bound is beyond the far one, and beyond x.
    let (ratio, nearMills) = (TruncatedTail.remainder(far, near), log(TruncatedTail.mills(near)))
    let wanted = log(ratio + beyond * (1 - ratio))
    // Newton's steps from what it would be for the exponential of -x² / 2 alone.
    var x = sqrt(square(near) - 2 * wanted)
    for _ in 0..<6 {
      let mills = TruncatedTail.mills(x)
      let error = (near - x) * (near + x) / 2 + log(mills) - nearMills - wanted
      x = maximum(x + error * mills, near)
    }
    let result = clip(x, near, far)
    return [select(isBelow, -result, result).astype(operands[2].dtype)]
  }

  private static func remainder(_ far: Tensor, _ near: Tensor) -> Tensor {
    exp((near - far) * (near + far) / 2 + log(mills(far)) - log(mills(near)))
  }

  /// The normal distribution's part beyond x over its density at x, for x of 1 or more.
  private static func mills(_ x: Tensor) -> Tensor {
    let isFar = x .> 6
    let close = select(isFar, 1, x)
    let direct =
      erfc(close * Tensor(0.5.squareRoot())) * exp(square(close) / 2) * Tensor((Double.pi / 2).squareRoot())
    // The continued fraction 1 / (x + 1 / (x + 2 / (x + …))).
    let distant = select(isFar, x, 6)
    let fraction = (1...40).reversed().reduce(distant) { distant + Tensor(Double($1)) / $0 }
    return select(isFar, 1 / fraction, direct)
  }
}
