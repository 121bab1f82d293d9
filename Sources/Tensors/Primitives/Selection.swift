import StableHLO

/// Chooses element by element: the second operand where the first, a boolean, is true; the third elsewhere.
struct Select: LinearPrimitive {
  let name = "select"

  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
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

  func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let z: Tensor = bind(self, primals[0], primals[1], primals[2])
    let zero = Tensor(ScalarLiteral(0, z.dtype))
    if tangents[1] == nil && tangents[2] == nil { return ([z], [nil]) }
    return (
      [z], [broadcastTo(bind(self, primals[0], tangents[1] ?? zero, tangents[2] ?? zero), z.type.shape)]
    )
  }

  func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
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

  func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    ElementwiseRule.batch(self, operands, axes, context)
  }

  func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let shape = context.resultTypes[0].shape.dimensions
    let values = operands.map { context.splat($0, like: shape) }
    return [context.function.select(values[0], values[1], values[2])]
  }
}

/// Limits the second operand to the range from the first to the third.
struct Clamp: Primitive {
  let name = "clamp"

  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(3, operands)
    try Domain.ordered.check(operands)
    return [TensorType(try ElementwiseRule.shape(operands), try ElementwiseRule.dtype(operands))]
  }

  func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let (low, x, high) = (primals[0], primals[1], primals[2])
    let z: Tensor = bind(self, low, x, high)
    let zero = Tensor(ScalarLiteral(0, z.dtype))
    func share(_ condition: Tensor, _ tangent: Tensor?) -> Tensor? {
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
          Tensor.sum(share(inside, tangents[1]), share(below, tangents[0])), share(above, tangents[2]))
      ]
    )
  }

  func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    ElementwiseRule.batch(self, operands, axes, context)
  }

  func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let shape = context.resultTypes[0].shape.dimensions
    let values = operands.map { context.splat($0, like: shape) }
    return [context.function.clamp(values[0], values[1], values[2])]
  }
}
