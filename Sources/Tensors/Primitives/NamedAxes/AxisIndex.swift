import StableHLO

/// The position along a named axis: which lane of the `vmap` of that name this is.
struct AxisIndex: NamedAxisPrimitive, NonDifferentiable {
  let name = "axisIndex"
  let axisName: String
  var parameters: String { axisName }

  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(0, operands)
    _ = try NamedAxis(axisName)
    return [TensorType([], .int32)]
  }

  func batchOverOwnAxis(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    ([bind(Iota(shape: [context.size], dtype: .int32, axis: 0), [])[0]], [0])
  }

  func batchOverOtherAxis(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) { (bind(self, operands), [nil]) }

  var collective: Collective { .index }
}
