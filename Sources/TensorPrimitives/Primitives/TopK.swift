package import StableHLO
package import TensorCore

/// The greatest elements along the last axis and their positions, the first of equals first.
package struct TopK: Primitive {
  package let name = "topK"
  package let count: Int

  package init(count: Int) {
    self.count = count
  }
  package var parameters: String { "count: \(count)" }
  package var resultCount: Int { 2 }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try Domain.ordered.check(operands)
    guard let extent = operands[0].shape.dimensions.last, 0...extent ~= count else {
      throw TypeRuleError(
        "\(count) elements of the last axis of \(operands[0])", expected: "at most as many as there are")
    }
    let shape = Shape(operands[0].shape.dimensions.dropLast() + [count])
    return [operands[0].with(shape: shape), TensorType(shape, .int32)]
  }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let results = bind(self, primals)
    return (results, [tangents[0]?.takeAlong(results[1], axis: primals[0].type.ndim - 1), nil])
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    (bind(self, [operands[0].batchedFirst(axes[0], context)]), [0, 0])
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    context.function.topK(operands[0], count: count, results: context.resultTypes.map(\.hlo))
  }
}
