import StableHLO

// XLA's formulas for these functions lose most digits of float32 near zeros and poles; in float64 they have them.

/// The logarithm of the absolute value of the gamma function.
struct Lgamma: DifferentiableUnary {
  let name = "gammaln", hloName = "chlo.lgamma", domain = Domain.floating
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { bind(Digamma(), x) }
  func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    [context.function.inFloat64(operands[0]) { context.function.unary(hloName, $0) }]
  }
}
struct Digamma: DifferentiableUnary {
  let name = "digamma", hloName = "chlo.digamma", domain = Domain.floating
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { bind(Polygamma(order: 1), x) }
  func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
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
struct Polygamma: DifferentiableUnary {
  let name = "polygamma", hloName = "chlo.polygamma", domain = Domain.floating
  let order: Int
  var parameters: String { "order: \(order)" }
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { bind(Polygamma(order: order +| 1), x) }

  func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
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
        let value = f.select(isInfinite, f.float64(self.order == 0 ? .infinity : 0, x), series)
        return f.select(isNegative, reflected(value, x, f), value)
      }
    ]
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
