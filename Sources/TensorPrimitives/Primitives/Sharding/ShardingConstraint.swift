package import StableHLO
package import TensorCore

/// The same values, laid out on a mesh as told.
package struct ShardingConstraint: LinearInFirst, MeshPrimitive {
  package let name = "shardingConstraint"
  package let sharding: NamedSharding

  package init(sharding: NamedSharding) {
    self.sharding = sharding
  }
  package var parameters: String { "\(sharding.spec)" }
  package var mesh: Mesh { sharding.mesh }

  package func resultSharding(_ index: Int) -> NamedSharding? {
    sharding.spec.entries.contains(where: \.isUnconstrained) ? nil : sharding
  }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try expectAutomatic(sharding.spec.axisNames)
    if let error = sharding.problem(with: operands[0].shape, name, allowsUnconstrained: true) {
      throw TypeRuleError(error.problem, expected: error.expected)
    }
    return operands
  }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    [cotangents[0].map { bind(self, $0) }]
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    guard let axis = axes[0] else { return (bind(self, operands), [nil]) }
    // The lanes are divided along the axes that `vmap` was given, or else as the compiler sees fit.
    let lanes = context.spmdAxes.isEmpty ? .unconstrained : PartitionSpec.Entry(context.spmdAxes)
    let spec = sharding.spec.inserting(lanes, at: axis)
    return (bind(ShardingConstraint(sharding: NamedSharding(mesh, spec)), operands), [axis])
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let function = context.function
    let text = sharding.text(in: function.module, rank: operands[0].type.rank)
    return [function.shardingConstraint(operands[0], text)]
  }
}
