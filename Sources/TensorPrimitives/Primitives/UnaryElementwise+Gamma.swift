package import StableHLO
package import TensorCore

// XLA's formulas for these functions lose most digits of float32 near zeros and poles; in float64 they have them.

/// The logarithm of the absolute value of the gamma function.
package struct Lgamma: FormulaUnary {
  package init() {}

  package let name = "gammaln", hloName = "chlo.lgamma", domain = Domain.floating
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { bind(Digamma(), x) }
  package func hasFormula(_ dtype: DType) -> Bool { true }
  package func formula(_ given: Tensor) -> Tensor {
    let x = given.astype(.float64)
    // The zeros at 1 and 2 are those of a series, of which XLA's formula leaves no digit: from lgamma(x + 1) = log(x) + lgamma(x).
    let (fromOne, fromTwo) = (x - 1, x - 2)
    let isByOne = abs(fromOne) .< 0.125
    let isByTwo = abs(fromTwo) .< 0.125
    let near = select(isByOne, fromOne, select(isByTwo, fromTwo, 0))
    let series = Lgamma.afterOne(near) + select(isByTwo, log1p(near), 0)
    return select(isByOne .| isByTwo, series, plain(x)).astype(given.dtype)
  }

  /// lgamma(1 + x) of a small x: -γ x + ζ(2) x² / 2 - ζ(3) x³ / 3 + …
  private static func afterOne(_ x: Tensor) -> Tensor {
    let zeta = [
      1.6449340668482264, 1.2020569031595943, 1.0823232337111382, 1.0369277551433699, 1.0173430619844491,
      1.0083492773819228, 1.0040773561979443, 1.0020083928260822, 1.000994575127818, 1.0004941886041194,
      1.000246086553308, 1.0001227133475785, 1.0000612481350587, 1.000030588236307, 1.0000152822594086,
      1.000007637197638, 1.0000038172932649,
    ]
    let factors = zeta.enumerated().map { ($0 % 2 == 0 ? 1 : -1) * $1 / Double($0 + 2) }
    let sum = factors.reversed().reduce(Tensor.zerosLike(x)) { $0 * x + Tensor($1) }
    return x * (x * sum - 0.5772156649015329)
  }
}
package struct Digamma: DifferentiableUnary {
  package init() {}

  package let name = "digamma", hloName = "chlo.digamma", domain = Domain.floating
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { bind(Polygamma(order: 1), x) }
  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let f = context.function
    return [
      f.inFloat64(operands[0]) { x in
        // Like all its poles, 0 has no value; XLA's expansion gives -infinity there.
        let isZero = f.compare("EQ", x, f.float64(0, x))
        return f.select(isZero, f.float64(.nan, x), f.unary(hloName, x))
      }
    ]
  }
}
/// The derivative of this order of digamma.
package struct Polygamma: DifferentiableUnary {
  package let name = "polygamma", hloName = "chlo.polygamma", domain = Domain.floating
  package let order: Int

  package init(order: Int) {
    self.order = order
  }
  package var parameters: String { "order: \(order)" }
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { bind(Polygamma(order: order +| 1), x) }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let f = context.function
    return [
      f.inFloat64(operands[0]) { x in
        let order = f.float64(Double(order), x)
        // Of higher orders, the numbers of the reflection are out of range soon.
        guard (0...30).contains(self.order) else { return f.binary(hloName, order, x) }
        // XLA's series holds for positive numbers alone.
        let isNegative = f.compare("LT", x, f.float64(0, x))
        let mirrored = f.select(isNegative, f.binary("stablehlo.subtract", f.float64(1, x), x), x)
        let series = f.binary(hloName, order, mirrored)
        // The series has no value at infinity, where digamma is infinite and flat.
        let isInfinite = f.compare("EQ", mirrored, f.float64(.infinity, x))
        var value = f.select(isInfinite, f.float64(self.order == 0 ? .infinity : 0, x), series)
        if self.order > 0 { value = f.select(isGreat(mirrored, f), asymptotic(mirrored, f), value) }
        let result = f.select(isNegative, reflected(value, x, f), value)
        guard self.order % 2 == 0 else { return result }
        // A pole between infinities of two signs has no value.
        let isWhole = f.compare("EQ", x, f.unary("stablehlo.floor", x))
        let isPole = f.binary("stablehlo.and", isWhole, f.compare("LE", x, f.float64(0, x)))
        return f.select(isPole, f.float64(.nan, x), result)
      }
    ]
  }

  /// Where XLA's series is 0 before its sum is.
  private func isGreat(_ x: HLOValue, _ f: HLOFunction) -> HLOValue {
    f.compare("GT", x, f.float64(1e12, x))
  }

  /// ∓(n - 1)! / xⁿ.
  private func asymptotic(_ x: HLOValue, _ f: HLOFunction) -> HLOValue {
    let factorial = (1..<Swift.max(order, 1)).reduce(1.0) { $0 * Double($1) }
    let start = f.float64(order % 2 == 0 ? -factorial : factorial, x)
    return (0..<order).reduce(start) { value, _ in f.binary("stablehlo.divide", value, x) }
  }

  /// The value at x from the one at 1 - x: ψₙ(x) = (-1)ⁿ ψₙ(1 - x) - πⁿ⁺¹ · (the n-th derivative of the cotangent at πx).
  private func reflected(_ mirrored: HLOValue, _ x: HLOValue, _ f: HLOFunction) -> HLOValue {
    let whole = f.unary("stablehlo.round_nearest_even", x)
    let angle = f.binary("stablehlo.multiply", f.binary("stablehlo.subtract", x, whole), f.float64(.pi, x))
    let cotangent = f.binary(
      "stablehlo.divide", f.unary("stablehlo.cosine", angle), f.unary("stablehlo.sine", angle))
    // A polynomial of the cotangent c: the derivative of p(c) is -(1 + c²) · p'(c).
    var polynomial = [0.0, 1]
    for _ in 0..<order {
      var next = [Double](repeating: 0, count: polynomial.count + 1)
      for (power, factor) in polynomial.enumerated().dropFirst() {
        next[power - 1] -= Double(power) * factor
        next[power + 1] -= Double(power) * factor
      }
      polynomial = next
    }
    let scale = (0...order).reduce(1.0) { product, _ in product * .pi }
    // Begun with the highest power, for at a pole 0 · c would be none.
    var sum = f.float64((polynomial.last ?? 0) * scale, x)
    for factor in polynomial.dropLast().reversed() {
      let grown = f.binary("stablehlo.multiply", sum, cotangent)
      sum = f.binary("stablehlo.add", grown, f.float64(factor * scale, x))
    }
    let value = order % 2 == 0 ? mirrored : f.unary("stablehlo.negate", mirrored)
    return f.binary("stablehlo.subtract", value, sum)
  }
}

extension HLOFunction {
  /// The result of operations in float64, in the dtype of the operand.
  fileprivate func inFloat64(_ x: HLOValue, _ body: (HLOValue) -> HLOValue) -> HLOValue {
    x.type.element == .f64 ? body(x) : convert(body(convert(x, to: .f64)), to: x.type.element)
  }

  /// A number in float64, in the shape of a value.
  fileprivate func float64(_ value: Double, _ x: HLOValue) -> HLOValue {
    constant(ScalarLiteral(value, .float64).hloLiteral, x.type)
  }
}
