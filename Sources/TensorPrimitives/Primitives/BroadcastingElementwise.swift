package import StableHLO
package import TensorCore

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

extension ElementwiseRule {
  /// The batching rule: aligns the batch axes and applies the operation to whole batches.
  package static func batch(
    _ primitive: some Primitive, _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    // Lanes of full shape say where the batch axis goes; lanes that are scalars are one vector over the lanes.
    let ranks = zip(operands, axes).map { operand, axis in operand.ndim - (axis == nil ? 0 : 1) }
    let rank = ranks.max() ?? 0
    let target = operands.indices.first { axes[$0] != nil && ranks[$0] == rank }.flatMap { axes[$0] } ?? 0
    let aligned = operands.indices.map { index -> Tensor in
      let operand = operands[index]
      if ranks[index] < rank || rank == 0 { return operand }
      return axes[index].map { operand.movingAxis($0, to: target) }
        ?? operand.batchBroadcast(context.size, at: target)
    }
    let full = operands.indices.first { ranks[$0] == rank }.map { aligned[$0].type.shape } ?? []
    let shaped = operands.indices.map { index in
      rank > 0 && ranks[index] == 0 && axes[index] != nil
        ? aligned[index].broadcastInDim(full, dimensions: [target]) : aligned[index]
    }
    let results = bind(primitive, shaped)
    return (results, [Int?](repeating: target, count: results.count))
  }
}
