import StableHLO

/// An element-wise operation with two operands of one type; a scalar goes with any shape.
protocol BinaryElementwise: Primitive {
  var hloName: String { get }
  var domain: Domain { get }
}

extension BinaryElementwise {
  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(2, operands)
    try domain.check(operands)
    return [
      TensorType(
        try ElementwiseRule.shape(operands), try ElementwiseRule.dtype(operands),
        isWeak: operands[0].isWeak && operands[1].isWeak)
    ]
  }

  func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    ElementwiseRule.batch(self, operands, axes, context)
  }

  func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let shape = context.resultTypes[0].shape.dimensions
    return [
      context.function.binary(
        hloName, context.splat(operands[0], like: shape), context.splat(operands[1], like: shape))
    ]
  }
}

/// A binary element-wise operation given by its two partial derivatives.
protocol DifferentiableBinary: BinaryElementwise {
  /// The tangent of the result from the tangent of the first operand, at (x, y) where the result is z.
  func tangentOfFirst(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor
  /// The tangent of the result from the tangent of the second operand.
  func tangentOfSecond(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor
}

extension DifferentiableBinary {
  func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let (x, y) = (primals[0], primals[1])
    let z: Tensor = bind(self, x, y)
    let first = tangents[0].map { tangentOfFirst($0, x, y, z) }
    let second = tangents[1].map { tangentOfSecond($0, x, y, z) }
    return ([z], [Tensor.sum(first, second)])
  }
}

extension Tensor {
  /// The sum of two tangents or cotangents, where nil is zero.
  static func sum(_ a: Tensor?, _ b: Tensor?) -> Tensor? {
    guard let a else { return b }
    guard let b else { return a }
    return bind(Add(), a, b)
  }

  /// A cotangent in the shape of the operand it belongs to: summed if that is a scalar.
  func unbroadcast(to type: TensorType) -> Tensor {
    type.ndim == 0 && ndim > 0 ? bind(ReduceSum(axes: Array(0..<ndim)), self) : self
  }
}

struct Add: DifferentiableBinary, LinearPrimitive {
  let name = "add", hloName = "stablehlo.add", domain = Domain.any
  func tangentOfFirst(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor { t }
  func tangentOfSecond(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor { t }
  func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    operands.map { operand in operand.isLinear ? cotangents[0]?.unbroadcast(to: operand.type) : nil }
  }
}

struct Sub: DifferentiableBinary, LinearPrimitive {
  let name = "sub", hloName = "stablehlo.subtract", domain = Domain.numeric
  func tangentOfFirst(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor { t }
  func tangentOfSecond(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor { -t }
  func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    [
      operands[0].isLinear ? cotangents[0]?.unbroadcast(to: operands[0].type) : nil,
      operands[1].isLinear ? cotangents[0].map { -$0.unbroadcast(to: operands[1].type) } : nil,
    ]
  }
}

struct Mul: DifferentiableBinary, LinearPrimitive {
  let name = "mul", hloName = "stablehlo.multiply", domain = Domain.any
  func tangentOfFirst(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor { bind(self, t, y) }
  func tangentOfSecond(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor { bind(self, x, t) }
  func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    guard let cotangent = cotangents[0] else { return [nil, nil] }
    if operands[0].isLinear {
      return [bind(self, cotangent, operands[1].value(self)).unbroadcast(to: operands[0].type), nil]
    }
    return [nil, bind(self, operands[0].value(self), cotangent).unbroadcast(to: operands[1].type)]
  }
}

struct Div: DifferentiableBinary, LinearPrimitive {
  let name = "div", hloName = "stablehlo.divide", domain = Domain.numeric
  func tangentOfFirst(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor { bind(self, t, y) }
  func tangentOfSecond(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor { t * -(z / y) }
  func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    [cotangents[0].map { bind(self, $0, operands[1].value(self)).unbroadcast(to: operands[0].type) }, nil]
  }
}

/// The remainder with the sign of the dividend, as C's `fmod`.
struct Rem: DifferentiableBinary {
  let name = "rem", hloName = "stablehlo.remainder", domain = Domain.numeric
  func tangentOfFirst(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor {
    broadcastTo(t, z.type.shape)
  }
  func tangentOfSecond(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor {
    let quotient = x / y
    return t * -(bind(Sign(), quotient) * bind(Floor(), bind(Abs(), quotient)))
  }
}

struct Pow: DifferentiableBinary {
  let name = "pow", hloName = "stablehlo.power", domain = Domain.numeric
  /// Whether the exponents are whole numbers by their dtype, though they come in the dtype of the base.
  var hasIntegerExponent = false
  var parameters: String { hasIntegerExponent ? "integer exponent" : "" }

  func tangentOfFirst(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor {
    func slope(_ y: Tensor) -> Tensor { y * bind(self, x, broadcastTo(y - 1, x.type.shape)) }
    // Where an integer is 0 the power is constant; the formula alone gives 0 · x⁻¹, which at x = 0 is not a number. Of
    // real exponents that is JAX's answer.
    guard hasIntegerExponent else { return t * slope(y) }
    let isZero = y .== 0
    return t * select(isZero, 0, slope(select(isZero, 1, y)))
  }
  func tangentOfSecond(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor {
    // Where x is 0 the logarithm is not finite; the power is constant in y there.
    let safe = select(x .== 0, 1, x)
    return t * (bind(Log(), safe) * z)
  }
}

struct Atan2: DifferentiableBinary {
  let name = "atan2", hloName = "stablehlo.atan2", domain = Domain.floating
  func tangentOfFirst(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor {
    t * (y / (x * x + y * y))
  }
  func tangentOfSecond(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor {
    t * (-x / (x * x + y * y))
  }
}

struct Max: DifferentiableBinary {
  let name = "max", hloName = "stablehlo.maximum", domain = Domain.ordered
  func tangentOfFirst(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor {
    t * Extremum.share(x, y, z)
  }
  func tangentOfSecond(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor {
    t * Extremum.share(y, x, z)
  }
}

struct Min: DifferentiableBinary {
  let name = "min", hloName = "stablehlo.minimum", domain = Domain.ordered
  func tangentOfFirst(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor {
    t * Extremum.share(x, y, z)
  }
  func tangentOfSecond(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor {
    t * Extremum.share(y, x, z)
  }
}

/// The derivative of maximum and minimum: 1 for the operand that was taken, a half each at a tie.
private enum Extremum {
  static func share(_ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor {
    let one = Tensor.full(z.type.shape, 1, dtype: z.dtype)
    let zero = Tensor.full(z.type.shape, 0, dtype: z.dtype)
    let half = Tensor.full(z.type.shape, 0.5, dtype: z.dtype)
    let isTaken = bind(Compare(.equal), x, z)
    let isTie = bind(Compare(.equal), y, z)
    return bind(Select(), isTaken, bind(Select(), isTie, half, one), zero)
  }
}

/// log(exp(x) + exp(y)) without overflow.
struct LogAddExp: DifferentiableBinary {
  let name = "logaddexp", hloName = "", domain = Domain.floating
  func tangentOfFirst(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor {
    t * share(x, z)
  }
  func tangentOfSecond(_ t: Tensor, _ x: Tensor, _ y: Tensor, _ z: Tensor) -> Tensor {
    t * share(y, z)
  }

  /// What part of the sum an operand is. An infinite one is the whole sum, as if it and the sum were 0.
  private func share(_ x: Tensor, _ z: Tensor) -> Tensor {
    func finite(_ value: Tensor) -> Tensor {
      let isInfinite: Tensor = bind(Compare(.equal), value, Tensor(ScalarLiteral(Double.infinity, z.dtype)))
      return bind(Select(), isInfinite, Tensor(ScalarLiteral(0, z.dtype)), value)
    }
    return bind(Exp(), bind(Sub(), finite(x), finite(z)))
  }

  func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let values = operands.map { context.splat($0, like: context.resultTypes[0].shape.dimensions) }
    return [LogAddExp.lower(values[0], values[1], context.function)]
  }

  static func lower(_ a: HLOValue, _ b: HLOValue, _ f: HLOFunction) -> HLOValue {
    let difference = f.binary("stablehlo.subtract", a, b)
    let distance = f.unary("stablehlo.negate", f.unary("stablehlo.abs", difference))
    let excess = f.unary("stablehlo.log_plus_one", f.unary("stablehlo.exponential", distance))
    let sum = f.binary("stablehlo.add", f.binary("stablehlo.maximum", a, b), excess)
    // Infinities of one sign, and NaN, have no difference.
    return f.select(f.compare("NE", difference, difference), f.binary("stablehlo.add", a, b), sum)
  }
}

struct NextAfter: BinaryElementwise, NonDifferentiable {
  let name = "nextafter", hloName = "chlo.next_after", domain = Domain.floating
}
struct And: BinaryElementwise, NonDifferentiable {
  let name = "and", hloName = "stablehlo.and", domain = Domain.integerOrBoolean
}
struct Or: BinaryElementwise, NonDifferentiable {
  let name = "or", hloName = "stablehlo.or", domain = Domain.integerOrBoolean
}
struct Xor: BinaryElementwise, NonDifferentiable {
  let name = "xor", hloName = "stablehlo.xor", domain = Domain.integerOrBoolean
}
struct ShiftLeft: BinaryElementwise, NonDifferentiable {
  let name = "shiftLeft", hloName = "stablehlo.shift_left", domain = Domain.integer
}
struct ShiftRightLogical: BinaryElementwise, NonDifferentiable {
  let name = "shiftRightLogical", hloName = "stablehlo.shift_right_logical", domain = Domain.integer
}
struct ShiftRightArithmetic: BinaryElementwise, NonDifferentiable {
  let name = "shiftRightArithmetic", hloName = "stablehlo.shift_right_arithmetic", domain = Domain.integer
}
