package import StableHLO
public import TensorCore

/// Its operands, across which the compiler moves and merges nothing; nor do cotangents on their way back.
package struct OptimizationBarrier: Primitive {
  package let name = "optimizationBarrier"
  package let resultCount: Int
  package init(count: Int) { resultCount = count }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(resultCount, operands)
    return operands
  }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    (bind(self, primals), passed(tangents))
  }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    passed(cotangents)
  }

  /// Those that are there, behind a barrier.
  private func passed(_ given: [Tensor?]) -> [Tensor?] {
    let present = given.compactMap { $0 }
    var results = bind(OptimizationBarrier(count: present.count), present)[...]
    return given.map { $0 == nil ? nil : results.popFirst() }
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) { (bind(self, operands), axes) }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    context.function.optimizationBarrier(operands)
  }
}

/// The operand, across which the compiler moves and merges nothing (`lax.optimization_barrier`).
///
/// Everything in the tree is computed before anything that uses a part of the result, and what comes before is not
/// computed again with what comes after. Cotangents meet a barrier on their way back, too. Outside of transformations,
/// where operations run one by one, it is the operand itself.
public func optimizationBarrier<T: TensorTree>(_ operand: T) -> T {
  let leaves = operand.leaves
  if leaves.isEmpty || leaves.contains(where: \.isFailed) || Trace.isEvaluating { return operand }
  return operand.unflatten(bind(OptimizationBarrier(count: leaves.count), leaves))
}
