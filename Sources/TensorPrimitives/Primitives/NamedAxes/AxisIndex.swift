import StableHLO
package import TensorCore

/// The position along a named axis: which lane of the `vmap` of that name this is.
package struct AxisIndex: NamedAxisPrimitive, NonDifferentiable {
  package let name = "axisIndex"
  package let axisName: String

  package init(axisName: String) {
    self.axisName = axisName
  }
  package var parameters: String { axisName }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(0, operands)
    _ = try NamedAxis(axisName)
    return [TensorType([], .int32)]
  }

  package func batchOverOwnAxis(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    ([bind(Iota(shape: [context.size], dtype: .int32, axis: 0), [])[0]], [0])
  }

  package func batchOverOtherAxis(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) { (bind(self, operands), [nil]) }

  package var collective: Collective { .index }
}
