package import StableHLO
package import TensorCore

/// Compares two tensors element by element.
package struct Compare: NonDifferentiable, BroadcastingElementwise {
  enum Direction: String, Sendable, Hashable {
    case equal = "EQ"
    case notEqual = "NE"
    case less = "LT"
    case lessOrEqual = "LE"
    case greater = "GT"
    case greaterOrEqual = "GE"
  }
  let direction: Direction
  init(_ direction: Direction) { self.direction = direction }

  package var name: String { "\(direction)" }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(2, operands)
    let dtype = try ElementwiseRule.dtype(operands)
    if dtype == .complex64 && direction != .equal && direction != .notEqual {
      throw TypeRuleError("complex numbers have no order", expected: "real operands")
    }
    return [TensorType(try ElementwiseRule.shape(operands), .bool)]
  }

  package func lowerBroadcast(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    [context.function.compare(direction.rawValue, operands[0], operands[1])]
  }
}
