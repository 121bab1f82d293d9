package import StableHLO
package import TensorCore

/// Chooses element by element: the second operand where the first, a boolean, is true; the third elsewhere.
package struct Select: BroadcastingElementwise {
  package init() {}

  package let name = "select"

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(3, operands)
    if operands[0].dtype != .bool {
      throw TypeRuleError("the condition has dtype \(operands[0].dtype)", expected: "a boolean condition")
    }
    return [
      TensorType(
        try ElementwiseRule.shape(operands), try ElementwiseRule.dtype(Array(operands[1...])),
        isWeak: operands[1].isWeak && operands[2].isWeak)
    ]
  }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let z: Tensor = bind(self, primals[0], primals[1], primals[2])
    let zero = Tensor(ScalarLiteral(0, z.dtype))
    if tangents[1] == nil && tangents[2] == nil { return ([z], [nil]) }
    return (
      [z], [broadcastTo(bind(self, primals[0], tangents[1] ?? zero, tangents[2] ?? zero), z.type.shape)]
    )
  }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    guard let cotangent = cotangents[0] else { return [nil, nil, nil] }
    let condition = operands[0].value(self)
    let zero = Tensor(ScalarLiteral(0, cotangent.dtype))
    return [
      nil,
      operands[1].isLinear
        ? bind(self, condition, cotangent, zero).unbroadcast(to: operands[1].type) : nil,
      operands[2].isLinear
        ? bind(self, condition, zero, cotangent).unbroadcast(to: operands[2].type) : nil,
    ]
  }

  package func lowerBroadcast(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    [context.function.select(operands[0], operands[1], operands[2])]
  }
}

/// Limits the second operand to the range from the first to the third.
package struct Clamp: BroadcastingElementwise {
  package let name = "clamp"

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(3, operands)
    try Domain.ordered.check(operands)
    return [TensorType(try ElementwiseRule.shape(operands), try ElementwiseRule.dtype(operands))]
  }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let (low, x, high) = (primals[0], primals[1], primals[2])
    let z: Tensor = bind(self, low, x, high)
    let zero = Tensor(ScalarLiteral(0, z.dtype))
    func part(_ condition: Tensor, _ tangent: Tensor?) -> Tensor? {
      tangent.map { broadcastTo(bind(Select(), condition, $0, zero), z.type.shape) }
    }
    let inside = bind(And(), bind(Compare(.greater), x, low), bind(Compare(.less), x, high))
    // On a bound nothing moves, and of bounds that cross the upper one counts, as in JAX.
    let below = bind(And(), bind(Compare(.greater), low, x), bind(Compare(.less), low, high))
    let above = bind(Compare(.less), high, x)
    return (
      [z],
      [
        Tensor.sum(
          Tensor.sum(part(inside, tangents[1]), part(below, tangents[0])), part(above, tangents[2]))
      ]
    )
  }

  package func lowerBroadcast(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    [context.function.clamp(operands[0], operands[1], operands[2])]
  }
}
