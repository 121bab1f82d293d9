package import TensorCore

/// The derivative of this order of sin(πx) / (πx).
package struct Sinc: FormulaUnary {
  package let name = "sinc", hloName = "", domain = Domain.floating
  package let order: Int

  package init(order: Int) {
    self.order = order
  }
  package var parameters: String { "order: \(order)" }

  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { bind(Sinc(order: order +| 1), x) }
  package func hasFormula(_ dtype: DType) -> Bool { true }

  /// In float64: of narrower dtypes the differences would lose all digits near 0 and near integers.
  package func formula(_ x: Tensor) -> Tensor {
    let wide = x.astype(.float64)
    let angle = Tensor(Double.pi) * wide
    let limit = Double(order) + 1
    let isNear = abs(angle) .< Tensor(limit)
    let far = byRecurrence(wide, angle: select(isNear, 1, angle))
    let known = select(isNear, bySeries(select(isNear, angle, 0)), far)
    let scale = (0..<Swift.min(order, 400)).reduce(1.0) { product, _ in product * .pi }
    return select(abs(wide) .== Tensor(Double.infinity), 0, Tensor(scale) * known).astype(x.dtype)
  }

  /// Of s(u) = sin(u) / u: u · s⁽ⁿ⁾ = sin(u + nπ/2) - n · s⁽ⁿ⁻¹⁾.
  private func byRecurrence(_ x: Tensor, angle: Tensor) -> Tensor {
    // From the nearest multiple of π, which x tells exactly and πx does not.
    let turns = round(x)
    let rest = Tensor(Double.pi) * (x - turns)
    let isOdd = bind(Rem(), turns, Tensor(2.0).astype(.float64)) .!= 0
    let (sine, cosine) = (select(isOdd, -sin(rest), sin(rest)), select(isOdd, -cos(rest), cos(rest)))
    let waves = [sine, cosine, -sine, -cosine]
    return (0...order).reduce(Tensor.zerosLike(x)) { previous, n in
      (waves[n % 4] - Tensor(Double(n)) * previous) / angle
    }
  }

  /// Taylor's series, of which the terms of powers below 0 are gone.
  private func bySeries(_ angle: Tensor) -> Tensor {
    let first = (order + 1) / 2
    let square = angle * angle
    // The factor of u²ᵏ⁻ⁿ is ±1 / ((2k + 1) · (2k - n)!).
    let factors = (first..<(first + 14 + order)).map { k -> Double in
      let factorial = (0..<(2 * k - order)).reduce(1.0) { $0 * Double($1 + 1) }
      return (k % 2 == 0 ? 1 : -1) / (Double(2 * k + 1) * factorial)
    }
    let sum = factors.reversed().reduce(Tensor.zerosLike(angle)) { $0 * square + Tensor($1) }
    return order % 2 == 0 ? sum : sum * angle
  }
}
