package import StableHLO
package import TensorCore

extension DotGeneral {
  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let f = context.function
    let result = context.resultTypes[0].hlo
    if let product = rowProduct(operands, context) { return [product] }
    // Joining axes would hide from the compiler how they are divided among devices.
    guard !f.module.isPartitioned, !operands.contains(where: { $0.type.dimensions.contains(0) }),
      let first = folded(operands[0], contracting.a, batching.a, f),
      let second = folded(operands[1], contracting.b, batching.b, f), isPairedInOrder
    else { return [written(operands[0], operands[1], to: result, f)] }
    let matrices = product(of: first, second, element: result.element, f)
    return [f.reshape(matrices, to: result.dimensions)]
  }

  private func written(_ a: HLOValue, _ b: HLOValue, to type: HLOType, _ f: HLOFunction) -> HLOValue {
    f.dotGeneral(
      a, b, batching: (batching.a, batching.b), contracting: (contracting.a, contracting.b),
      precision: precision.hloName, to: type)
  }

  /// Whether contracted axes and batch axes come in the same order in both operands.
  private var isPairedInOrder: Bool {
    func isAscending(_ axes: [Int]) -> Bool { zip(axes, axes.dropFirst()).allSatisfy { $0 < $1 } }
    return [contracting.a, contracting.b, batching.a, batching.b].allSatisfy(isAscending)
  }

  /// An operand as one matrix, or as a batch of matrices.
  private struct Matrix {
    let value: HLOValue
    /// Whether its rows, and not its columns, are contracted.
    let contractsRows: Bool
    let hasBatch: Bool
    var batch: Int { hasBatch ? value.type.dimensions[0] : 1 }
    var contractedAxis: Int { (hasBatch ? 1 : 0) + (contractsRows ? 0 : 1) }
    var free: Int { value.type.dimensions[(hasBatch ? 1 : 0) + (contractsRows ? 1 : 0)] }
    var contracted: Int { value.type.dimensions[contractedAxis] }
  }

  /// The operand with its contracted axes as one, its free axes as one and its batch axes as one; nil if they lie
  /// between each other.
  ///
  /// XLA transposes an operand with several contracted axes in memory, and does not see that it need not: a quarter of a
  /// transformer's step (`transformer` in docs/Benchmarks.md).
  private func folded(
    _ operand: HLOValue, _ contracted: [Int], _ batch: [Int], _ f: HLOFunction
  ) -> Matrix? {
    let extents = operand.type.dimensions
    let free = free(contracted, batch, rank: extents.count)
    let isColumns = batch + free + contracted == Array(extents.indices)
    guard isColumns || batch + contracted + free == Array(extents.indices) else { return nil }
    func size(_ axes: [Int]) -> Int { axes.reduce(1) { $0 * extents[$1] } }
    let matrix = isColumns ? [size(free), size(contracted)] : [size(contracted), size(free)]
    let shape = (batch.isEmpty ? [] : [size(batch)]) + matrix
    return Matrix(
      value: f.reshape(operand, to: shape), contractsRows: !isColumns, hasBatch: !batch.isEmpty)
  }

  private func product(of a: Matrix, _ b: Matrix, element: ElementType, _ f: HLOFunction) -> HLOValue {
    let batches = a.hasBatch ? [0] : []
    let batch = batches.map { _ in a.batch }
    // Where the result has many fewer columns than rows, XLA's product of both operands' rows reaches three quarters
    // of the speed of its transpose, which the barrier keeps XLA from undoing (`narrow` in docs/Benchmarks.md).
    let isNarrow =
      batches.isEmpty && a.contractsRows && b.contractsRows && b.free > 1 && 2 * b.free <= a.free
    let (first, second) = isNarrow ? (b, a) : (a, b)
    let product = f.dotGeneral(
      first.value, second.value, batching: (batches, batches),
      contracting: ([first.contractedAxis], [second.contractedAxis]), precision: precision.hloName,
      to: HLOType(element, batch + [first.free, second.free]))
    return isNarrow ? f.transpose(f.computedFirst(product), permutation: [1, 0]) : product
  }
}
