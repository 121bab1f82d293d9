import StableHLO

/// A primitive that works across a named axis: under the `vmap` of that name it works on the batch axis itself.
protocol NamedAxisPrimitive: Primitive {
  var axisName: String { get }
  /// The operation on the parts that the devices of a mesh have along the axis.
  func lower(_ operands: [HLOValue], _ context: LoweringContext, along lanes: MeshLanes) -> [HLOValue]
  /// The operation on the values that the processes have.
  func lower(_ operands: [HLOValue], _ context: LoweringContext, across processes: Processes) -> [HLOValue]
  /// The results for whole batches along the axis of this name, and their batch axes.
  func batchOverOwnAxis(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?])
  /// As `batch`, along another axis.
  func batchOverOtherAxis(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?])
}

extension NamedAxisPrimitive {
  var axisNames: Set<String> { [axisName] }

  func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    axisName == context.axisName
      ? batchOverOwnAxis(operands, axes, context) : batchOverOtherAxis(operands, axes, context)
  }

  func variation(_ operands: [Set<String>]) -> [Set<String>] {
    let union = operands.reduce(into: Set([axisName])) { $0.formUnion($1) }
    return [Set<String>](repeating: union, count: resultCount)
  }

  func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    // Without a mesh axis or processes of the name there is nothing to lower to: `resultTypes` has said so, and XLA would.
    if let lanes = MeshLanes(context.function.module.manualMesh, axisName) {
      return lower(operands, context, along: lanes)
    }
    return Processes.axis(axisName).map { lower(operands, context, across: $0) } ?? operands
  }
}
