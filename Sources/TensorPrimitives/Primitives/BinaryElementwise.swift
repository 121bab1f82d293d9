package import StableHLO
package import TensorCore

/// An element-wise operation with two operands of one type; a scalar goes with any shape.
package protocol BinaryElementwise: BroadcastingElementwise {
  var hloName: String { get }
  var domain: Domain { get }
}

extension BinaryElementwise {
  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(2, operands)
    try domain.check(operands)
    return [
      TensorType(
        try ElementwiseRule.shape(operands), try ElementwiseRule.dtype(operands),
        isWeak: operands[0].isWeak && operands[1].isWeak)
    ]
  }

  package func lowerBroadcast(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    [context.function.binary(hloName, operands[0], operands[1])]
  }
}

/// A binary element-wise operation given by its two partial derivatives.
package protocol DifferentiableBinary: BinaryElementwise {
  /// The tangent of the result from the tangent of the first operand, at (x, y) where the result is z.
  func tangentOfFirst(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor
  /// The tangent of the result from the tangent of the second operand.
  func tangentOfSecond(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor
}

extension DifferentiableBinary {
  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let (x, y) = (primals[0], primals[1])
    let z: Tensor = bind(self, x, y)
    let first = tangents[0].map { tangentOfFirst($0, x, y, z) }
    let second = tangents[1].map { tangentOfSecond($0, x, y, z) }
    return ([z], [Tensor.sum(first, second)])
  }
}

extension Tensor {
  /// The sum of two tangents or cotangents, where nil is zero.
  package static func sum(_ a: Tensor?, _ b: Tensor?) -> Tensor? {
    guard let a else { return b }
    guard let b else { return a }
    return bind(Add(), a, b)
  }

  /// A cotangent in the shape of the operand it belongs to: summed if that is a scalar.
  package func unbroadcast(to type: TensorType) -> Tensor {
    type.ndim == 0 && ndim > 0 ? bind(ReduceSum(axes: Array(0..<ndim)), self) : self
  }
}

package struct Add: DifferentiableBinary {
  package init() {}

  package let name = "add", hloName = "stablehlo.add", domain = Domain.any
  package func tangentOfFirst(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor { t }
  package func tangentOfSecond(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor { t }
  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    operands.map { operand in operand.isLinear ? cotangents[0]?.unbroadcast(to: operand.type) : nil }
  }
}

package struct Sub: DifferentiableBinary {
  package init() {}

  package let name = "sub", hloName = "stablehlo.subtract", domain = Domain.numeric
  package func tangentOfFirst(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor { t }
  package func tangentOfSecond(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor { -t }
  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    [
      operands[0].isLinear ? cotangents[0]?.unbroadcast(to: operands[0].type) : nil,
      operands[1].isLinear ? cotangents[0].map { -$0.unbroadcast(to: operands[1].type) } : nil,
    ]
  }
}

package struct Mul: FormulaBinary {
  package init() {}

  package let name = "mul", hloName = "stablehlo.multiply", domain = Domain.any
  // XLA's products of complex numbers are out of range before the result is.
  package func hasFormula(_ dtype: DType) -> Bool { dtype.kind == .complex }
  package func formula(_ x: Tensor, _ y: Tensor) -> Tensor { (WideComplex(x) * WideComplex(y)).narrowed }
  package func tangentOfFirst(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor {
    bind(self, t, y)
  }
  package func tangentOfSecond(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor {
    bind(self, x, t)
  }
  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    guard let cotangent = cotangents[0] else { return [nil, nil] }
    if operands[0].isLinear {
      return [bind(self, cotangent, operands[1].value(self)).unbroadcast(to: operands[0].type), nil]
    }
    return [nil, bind(self, operands[0].value(self), cotangent).unbroadcast(to: operands[1].type)]
  }
}

package struct Div: FormulaBinary {
  package init() {}

  package let name = "div", hloName = "stablehlo.divide", domain = Domain.numeric
  package func hasFormula(_ dtype: DType) -> Bool { dtype.kind == .complex }
  package func formula(_ x: Tensor, _ y: Tensor) -> Tensor { (WideComplex(x) / WideComplex(y)).narrowed }
  package func tangentOfFirst(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor {
    bind(self, t, y)
  }
  package func tangentOfSecond(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor {
    // XLA would divide by y², which is out of range before the result is: it does so with two divisions in a row.
    x.dtype.isFloating ? t * -(z * (1 / y)) : t * -(z / y)
  }
  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    [cotangents[0].map { bind(self, $0, operands[1].value(self)).unbroadcast(to: operands[0].type) }, nil]
  }
}

/// The remainder with the sign of the dividend, as C's `fmod`.
package struct Rem: DifferentiableBinary {
  package init() {}

  package let name = "rem", hloName = "stablehlo.remainder", domain = Domain.realNumeric
  package func tangentOfFirst(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor {
    broadcastTo(t, z.type.shape)
  }
  package func tangentOfSecond(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor {
    let quotient = x / y
    return t * -(bind(Sign(), quotient) * bind(Floor(), bind(Abs(), quotient)))
  }
}

package struct Pow: FormulaBinary {
  package let name = "pow", hloName = "stablehlo.power", domain = Domain.numeric
  package func hasFormula(_ dtype: DType) -> Bool { dtype.kind == .complex }
  package func formula(_ x: Tensor, _ y: Tensor) -> Tensor {
    WideComplex(x).power(WideComplex(y)).narrowed
  }

  package func tangentOfFirst(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor {
    // Where the exponent is 0 the power is constant; the formula alone gives 0 · x⁻¹, which at x = 0 is not a number.
    let isZero = y .== 0
    return t * select(isZero, 0, slope(x, select(isZero, 1, y), z))
  }

  /// y · xʸ⁻¹.
  private func slope(_ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor {
    func power(_ x: Tensor) -> Tensor { bind(self, x, y - 1) }
    guard x.dtype.isFloating else { return y * power(x) }
    // Of a great exponent, y - 1 is y, and (-1)ʸ has the other sign: it is that of the result.
    let isNegative = x .< 0
    let sign = select(isNegative, select(isnan(z), z, copysign(1, -z)), 1)
    return y * (stopGradient(sign) * power(select(isNegative, -x, x)))
  }

  package func tangentOfSecond(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor {
    // Where x is 0 the logarithm is not finite; the power is constant in y there.
    let safe = select(x .== 0, 1, x)
    return t * (bind(Log(), safe) * z)
  }
}

package struct Atan2: FormulaBinary {
  package let name = "atan2", hloName = "stablehlo.atan2", domain = Domain.floating
  package func formula(_ y: Tensor, _ x: Tensor) -> Tensor {
    y.inFloat32 { y in ArcTangent.of(y, x.astype(y.dtype)) }
  }
  package func tangentOfFirst(_ t: Tensor, _ y: Tensor, _ x: Tensor, _ z: Tensor) -> Tensor {
    t * part(x, y, x)
  }
  package func tangentOfSecond(_ t: Tensor, _ y: Tensor, _ x: Tensor, _ z: Tensor) -> Tensor {
    t * -part(y, y, x)
  }

  /// One of them over the square of their distance from 0, which may be out of range; 0 at infinity.
  private func part(_ one: Tensor, _ y: Tensor, _ x: Tensor) -> Tensor {
    let distance = bind(Hypot(), y, x) as Tensor
    let isInfinite = distance .== Tensor(Double.infinity)
    let safe = select(isInfinite, 1, distance)
    return select(isInfinite, 0, one / safe) * (1 / safe)
  }
}

/// √(x² + y²) without overflow.
package struct Hypot: FormulaBinary {
  package init() {}

  package let name = "hypot", hloName = "", domain = Domain.floating
  package func formula(_ x: Tensor, _ y: Tensor) -> Tensor {
    let (x, y) = (abs(x), abs(y))
    let isInfinite = (x .== Tensor(Double.infinity)) .| (y .== Tensor(Double.infinity))
    let (large, small) = (maximum(x, y), minimum(x, y))
    let isZero = large .== 0
    let ratio = small / select(isZero, 1, large)
    let length = select(isZero, large, large * sqrt(1 + square(ratio)))
    return select(isInfinite, Tensor(Double.infinity), length)
  }
  package func tangentOfFirst(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor {
    t * cosine(x, z)
  }
  package func tangentOfSecond(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor {
    t * cosine(y, z)
  }

  /// The cosine of the angle to one of them; 0 at 0 and at infinity, where there is none.
  private func cosine(_ x: Tensor, _ z: Tensor) -> Tensor {
    let hasAngle = (z .!= 0) .& (z .!= Tensor(Double.infinity))
    return select(hasAngle, x, 0) / select(hasAngle, z, 1)
  }
}

package struct Max: DifferentiableBinary {
  package let name = "max", hloName = "stablehlo.maximum", domain = Domain.ordered
  package func tangentOfFirst(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor {
    t * Extremum.subgradient(x, y, z)
  }
  package func tangentOfSecond(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor {
    t * Extremum.subgradient(y, x, z)
  }
}

package struct Min: DifferentiableBinary {
  package let name = "min", hloName = "stablehlo.minimum", domain = Domain.ordered
  package func tangentOfFirst(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor {
    t * Extremum.subgradient(x, y, z)
  }
  package func tangentOfSecond(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor {
    t * Extremum.subgradient(y, x, z)
  }
}

/// The derivative of maximum and minimum: 1 for the operand that was taken, a half each at a tie.
private enum Extremum {
  static func subgradient(_ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor {
    let one = Tensor.full(z.type.shape, 1, dtype: z.dtype)
    let zero = Tensor.full(z.type.shape, 0, dtype: z.dtype)
    let half = Tensor.full(z.type.shape, 0.5, dtype: z.dtype)
    let isTaken = bind(Compare(.equal), x, z)
    let isTie = bind(Compare(.equal), y, z)
    return bind(Select(), isTaken, bind(Select(), isTie, half, one), zero)
  }
}

/// log(exp(x) + exp(y)) without overflow.
package struct LogAddExp: DifferentiableBinary {
  package init() {}

  package let name = "logaddexp", hloName = "", domain = Domain.floating
  package func tangentOfFirst(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor {
    t * softmaxWeight(x, y)
  }
  package func tangentOfSecond(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor {
    t * softmaxWeight(y, x)
  }

  /// What part of the sum the first is; a half of two equal infinities, which have no difference.
  private func softmaxWeight(_ x: Tensor, _ y: Tensor) -> Tensor {
    let areInfinite = (x .== y) .& isnan(x - y)
    return bind(Logistic(), select(areInfinite, 0, x) - select(areInfinite, 0, y))
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let values = operands.map { context.splat($0, like: context.resultTypes[0].shape.dimensions) }
    return [LogAddExp.lower(values[0], values[1], context.function)]
  }

  package static func lower(_ a: HLOValue, _ b: HLOValue, _ f: HLOFunction) -> HLOValue {
    let difference = f.binary("stablehlo.subtract", a, b)
    let distance = f.unary("stablehlo.negate", f.unary("stablehlo.abs", difference))
    let excess = f.unary("stablehlo.log_plus_one", f.unary("stablehlo.exponential", distance))
    let sum = f.binary("stablehlo.add", f.binary("stablehlo.maximum", a, b), excess)
    // Infinities of one sign, and NaN, have no difference.
    return f.select(f.compare("NE", difference, difference), f.binary("stablehlo.add", a, b), sum)
  }
}

package struct NextAfter: BinaryElementwise, NonDifferentiable {
  package init() {}

  package let name = "nextafter", hloName = "chlo.next_after", domain = Domain.floating
}
package struct And: BinaryElementwise, NonDifferentiable {
  package init() {}

  package let name = "and", hloName = "stablehlo.and", domain = Domain.integerOrBoolean
}
package struct Or: BinaryElementwise, NonDifferentiable {
  package init() {}

  package let name = "or", hloName = "stablehlo.or", domain = Domain.integerOrBoolean
}
package struct Xor: BinaryElementwise, NonDifferentiable {
  package init() {}

  package let name = "xor", hloName = "stablehlo.xor", domain = Domain.integerOrBoolean
}
package struct ShiftLeft: BinaryElementwise, NonDifferentiable {
  package init() {}

  package let name = "shiftLeft", hloName = "stablehlo.shift_left", domain = Domain.integer
}
package struct ShiftRightLogical: BinaryElementwise, NonDifferentiable {
  package init() {}

  package let name = "shiftRightLogical", hloName = "stablehlo.shift_right_logical", domain = Domain.integer
}
package struct ShiftRightArithmetic: BinaryElementwise, NonDifferentiable {
  package init() {}

  package let name = "shiftRightArithmetic", hloName = "stablehlo.shift_right_arithmetic",
    domain = Domain.integer
}
