package import StableHLO
package import TensorCore

/// An element-wise operation with one operand and a result of the same type.
package protocol UnaryElementwise: Primitive {
  /// The operation in StableHLO or CHLO.
  var hloName: String { get }
  /// The dtypes it accepts.
  var domain: Domain { get }
}

extension UnaryElementwise {
  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try domain.check(operands)
    return operands
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    (bind(self, operands), axes)
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    [context.function.unary(hloName, operands[0])]
  }
}

/// A unary element-wise operation with a derivative.
package protocol DifferentiableUnary: UnaryElementwise {
  /// The derivative at `x`, where the operation gives `y`.
  func derivative(_ x: Tensor, _ y: Tensor) -> Tensor
}

extension DifferentiableUnary {
  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let y: Tensor = bind(self, primals[0])
    return ([y], [tangents[0].map { $0 * derivative(primals[0], y) }])
  }
}

package struct Neg: UnaryElementwise, LinearInFirst {
  package let name = "neg", hloName = "stablehlo.negate", domain = Domain.numeric
  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    [cotangents[0].map { bind(self, $0) }]
  }
}

package struct Abs: UnaryElementwise {
  package let name = "abs", hloName = "stablehlo.abs", domain = Domain.numeric
  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try domain.check(operands)
    return [operands[0].with(dtype: operands[0].dtype.realPart)]
  }
  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let (x, size) = (primals[0], bind(self, primals[0]) as Tensor)
    guard let tangent = tangents[0] else { return ([size], [nil]) }
    if x.dtype == .complex64 {
      return ([size], [bind(RealPart(), tangent * conj(bind(Sign(), x)))])
    }
    // The derivative at 0 is 1, as in JAX.
    let isPositive: Tensor = bind(Compare(.greaterOrEqual), x, Tensor(ScalarLiteral(0, x.dtype)))
    return ([size], [bind(Select(), isPositive, tangent, -tangent)])
  }
  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    // XLA's abs is not defined on unsigned integers, which it would leave alone.
    if context.operandTypes[0].dtype.isUnsigned { return operands }
    return [context.function.unary(hloName, operands[0], to: context.resultTypes[0].hlo)]
  }
}

/// -1, 0 or 1; of complex numbers, the one of size 1 in the same direction.
package struct Sign: UnaryElementwise, Composite {
  package let name = "sign", hloName = "stablehlo.sign", domain = Domain.numeric

  package func evaluate(_ operands: [Tensor]) -> [Tensor] { [WideComplex(operands[0]).sign.narrowed] }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let (x, y) = (primals[0], bind(self, primals[0]) as Tensor)
    guard let tangent = tangents[0], x.dtype.kind == .complex else { return ([y], [nil]) }
    // It turns: the part of t / |x| that is at a right angle to it.
    let size: Tensor = bind(Abs(), x)
    let turn = bind(ImaginaryPart(), tangent * conj(y)) / select(size .== 0, 1, size)
    return ([y], [y * bind(MakeComplex(), Tensor.zerosLike(turn), turn)])
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let dtype = context.operandTypes[0].dtype
    if dtype.kind == .complex { return lowerEvaluation(operands, context) }
    guard dtype.isUnsigned else { return [context.function.unary(hloName, operands[0])] }
    let zero = context.function.constant("0", operands[0].type)
    let isPositive = context.function.compare("NE", operands[0], zero)
    return [context.function.convert(isPositive, to: operands[0].type.element)]
  }
}
package struct Floor: UnaryElementwise, NonDifferentiable {
  package let name = "floor", hloName = "stablehlo.floor", domain = Domain.floating
}
package struct Ceil: UnaryElementwise, NonDifferentiable {
  package let name = "ceil", hloName = "stablehlo.ceil", domain = Domain.floating
}
/// Rounds to the nearest integer, ties to even.
package struct RoundToEven: UnaryElementwise, NonDifferentiable {
  package let name = "round", hloName = "stablehlo.round_nearest_even", domain = Domain.floating
}
/// Inverts bits; for booleans, logical not.
package struct Not: UnaryElementwise, NonDifferentiable {
  package let name = "not", hloName = "stablehlo.not", domain = Domain.integerOrBoolean
}
package struct PopulationCount: UnaryElementwise, NonDifferentiable {
  package init() {}

  package let name = "populationCount", hloName = "stablehlo.popcnt", domain = Domain.integer
}
package struct CountLeadingZeros: UnaryElementwise, NonDifferentiable {
  package init() {}

  package let name = "clz", hloName = "stablehlo.count_leading_zeros", domain = Domain.integer
}
/// Whether a floating value is neither infinite nor NaN.
package struct IsFinite: UnaryElementwise, NonDifferentiable {
  package let name = "isfinite", hloName = "stablehlo.is_finite", domain = Domain.floating
  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try domain.check(operands)
    return [TensorType(operands[0].shape, .bool)]
  }
  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    [context.function.unary(hloName, operands[0], to: context.resultTypes[0].hlo)]
  }
}
/// The identity, with a derivative of zero.
package struct StopGradient: UnaryElementwise, NonDifferentiable {
  package let name = "stopGradient", hloName = "", domain = Domain.any
  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] { operands }
}
