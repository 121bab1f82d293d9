package import StableHLO
package import TensorCore

/// A primitive that works across a named axis: under the `vmap` of that name it works on the batch axis itself.
package protocol NamedAxisPrimitive: Primitive {
  var axisName: String { get }
  /// What it does with the values of devices or processes along the axis.
  var collective: Collective { get }
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
  package var axisNames: Set<String> { [axisName] }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    axisName == context.axisName
      ? batchOverOwnAxis(operands, axes, context) : batchOverOtherAxis(operands, axes, context)
  }

  package func variation(_ operands: [Set<String>]) -> [Set<String>] {
    let union = operands.reduce(into: Set([axisName])) { $0.formUnion($1) }
    return [Set<String>](repeating: union, count: resultCount)
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    // Without a mesh axis or processes of the name there is nothing to lower to: `resultTypes` has said so, and XLA would.
    if let lanes = MeshAxisGroups(context.function.module.manualMesh, axisName) {
      return lanes.lower(collective, operands, context)
    }
    return ProcessAxes.axis(axisName)?.lower(collective, name, operands, context) ?? operands
  }
}
