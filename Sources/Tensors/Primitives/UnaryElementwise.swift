import StableHLO

/// An element-wise operation with one operand and a result of the same type.
protocol UnaryElementwise: Primitive {
  /// The operation in StableHLO or CHLO.
  var hloName: String { get }
  /// The dtypes it accepts.
  var domain: Domain { get }
}

extension UnaryElementwise {
  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try domain.check(operands)
    return operands
  }

  func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    (bind(self, operands), axes)
  }

  func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    [context.function.unary(hloName, operands[0])]
  }
}

/// A unary element-wise operation with a derivative.
protocol DifferentiableUnary: UnaryElementwise {
  /// The derivative at `x`, where the operation gives `y`.
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor
}

extension DifferentiableUnary {
  func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let y: Tensor = bind(self, primals[0])
    return ([y], [tangents[0].map { $0 * derivative(primals[0], y) }])
  }
}

struct Neg: UnaryElementwise, LinearInFirst {
  let name = "neg", hloName = "stablehlo.negate", domain = Domain.numeric
  func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    [cotangents[0].map { bind(self, $0) }]
  }
}

struct Abs: UnaryElementwise {
  let name = "abs", hloName = "stablehlo.abs", domain = Domain.numeric
  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try domain.check(operands)
    return [operands[0].with(dtype: operands[0].dtype.realPart)]
  }
  func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let (x, size) = (primals[0], bind(self, primals[0]) as Tensor)
    guard let tangent = tangents[0] else { return ([size], [nil]) }
    if x.dtype == .complex64 {
      let scale = conj(x) / select(size .== 0, 1, size)
      return ([size], [bind(RealPart(), tangent * scale)])
    }
    // The derivative at 0 is 1, as in JAX.
    let isPositive: Tensor = bind(Compare(.greaterOrEqual), x, Tensor(ScalarLiteral(0, x.dtype)))
    return ([size], [bind(Select(), isPositive, tangent, -tangent)])
  }
  func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    // XLA's abs is not defined on unsigned integers, which it would leave alone.
    if context.operandTypes[0].dtype.isUnsigned { return operands }
    return [context.function.unary(hloName, operands[0], to: context.resultTypes[0].hlo)]
  }
}

struct Sign: UnaryElementwise, NonDifferentiable {
  let name = "sign", hloName = "stablehlo.sign", domain = Domain.numeric
  func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    guard context.operandTypes[0].dtype.isUnsigned else {
      return [context.function.unary(hloName, operands[0])]
    }
    let zero = context.function.constant("0", operands[0].type)
    let isPositive = context.function.compare("NE", operands[0], zero)
    return [context.function.convert(isPositive, to: operands[0].type.element)]
  }
}
struct Floor: UnaryElementwise, NonDifferentiable {
  let name = "floor", hloName = "stablehlo.floor", domain = Domain.floating
}
struct Ceil: UnaryElementwise, NonDifferentiable {
  let name = "ceil", hloName = "stablehlo.ceil", domain = Domain.floating
}
/// Rounds to the nearest integer, ties to even.
struct RoundToEven: UnaryElementwise, NonDifferentiable {
  let name = "round", hloName = "stablehlo.round_nearest_even", domain = Domain.floating
}
/// Rounds to the nearest integer, ties away from zero.
struct RoundAwayFromZero: UnaryElementwise, NonDifferentiable {
  let name = "roundAwayFromZero", hloName = "stablehlo.round_nearest_afz", domain = Domain.floating
}
/// Inverts bits; for booleans, logical not.
struct Not: UnaryElementwise, NonDifferentiable {
  let name = "not", hloName = "stablehlo.not", domain = Domain.integerOrBoolean
}
struct PopulationCount: UnaryElementwise, NonDifferentiable {
  let name = "populationCount", hloName = "stablehlo.popcnt", domain = Domain.integer
}
struct CountLeadingZeros: UnaryElementwise, NonDifferentiable {
  let name = "clz", hloName = "stablehlo.count_leading_zeros", domain = Domain.integer
}
/// Whether a floating value is neither infinite nor NaN.
struct IsFinite: UnaryElementwise, NonDifferentiable {
  let name = "isfinite", hloName = "stablehlo.is_finite", domain = Domain.floating
  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try domain.check(operands)
    return [TensorType(operands[0].shape, .bool)]
  }
  func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    [context.function.unary(hloName, operands[0], to: context.resultTypes[0].hlo)]
  }
}
/// The identity, with a derivative of zero.
struct StopGradient: UnaryElementwise, NonDifferentiable {
  let name = "stopGradient", hloName = "", domain = Domain.any
  func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] { operands }
}
