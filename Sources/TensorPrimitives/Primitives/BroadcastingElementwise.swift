import StableHLO
import TensorCore

/// An element-wise operation with several operands of one shape; a scalar goes with any.
package protocol BroadcastingElementwise: Primitive {
  /// Writes the operation for operands in the shape of the result.
  func lowerBroadcast(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue]
}

extension BroadcastingElementwise {
  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    ElementwiseRule.batch(self, operands, axes, context)
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let shape = context.resultTypes[0].shape.dimensions
    return lowerBroadcast(operands.map { context.splat($0, like: shape) }, context)
  }
}
