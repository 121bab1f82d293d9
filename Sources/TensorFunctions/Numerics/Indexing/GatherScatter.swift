import StableHLO
public import TensorCore
import TensorPrimitives
import TensorTransformations

/// Which axes of a gather's operands belong together (`lax.GatherDimensionNumbers`).
public struct GatherDimensionNumbers: Sendable, Hashable {
  /// The axes of the result that run through a slice.
  public var offsetDims: [Int]
  /// The axes of the operand, of slice size 1, that the result leaves out.
  public var collapsedSliceDims: [Int]
  /// The axes of the operand that the components of an index vector are positions on.
  public var startIndexMap: [Int]
  /// Axes of the operand that go along with axes of the indices.
  public var operandBatchingDims: [Int]
  /// The axes of the indices that they go along with.
  public var startIndicesBatchingDims: [Int]

  public init(
    offsetDims: [Int], collapsedSliceDims: [Int], startIndexMap: [Int], operandBatchingDims: [Int] = [],
    startIndicesBatchingDims: [Int] = []
  ) {
    self.offsetDims = offsetDims
    self.collapsedSliceDims = collapsedSliceDims
    self.startIndexMap = startIndexMap
    self.operandBatchingDims = operandBatchingDims
    self.startIndicesBatchingDims = startIndicesBatchingDims
  }

  fileprivate func hlo(_ indices: Tensor) -> HLOFunction.GatherDimensions {
    HLOFunction.GatherDimensions(
      offset: offsetDims, collapsedSlice: collapsedSliceDims, operandBatching: operandBatchingDims,
      startIndicesBatching: startIndicesBatchingDims, startIndexMap: startIndexMap,
      indexVector: indices.ndim - 1)
  }
}

/// Which axes of a scatter's operands belong together (`lax.ScatterDimensionNumbers`).
public struct ScatterDimensionNumbers: Sendable, Hashable {
  /// The axes of the updates that run through a window.
  public var updateWindowDims: [Int]
  /// The axes of the operand, of window size 1, that the updates leave out.
  public var insertedWindowDims: [Int]
  /// The axes of the operand that the components of an index vector are positions on.
  public var scatterDimsToOperandDims: [Int]
  /// Axes of the operand that go along with axes of the indices.
  public var operandBatchingDims: [Int]
  /// The axes of the indices that they go along with.
  public var scatterIndicesBatchingDims: [Int]

  public init(
    updateWindowDims: [Int], insertedWindowDims: [Int], scatterDimsToOperandDims: [Int],
    operandBatchingDims: [Int] = [], scatterIndicesBatchingDims: [Int] = []
  ) {
    self.updateWindowDims = updateWindowDims
    self.insertedWindowDims = insertedWindowDims
    self.scatterDimsToOperandDims = scatterDimsToOperandDims
    self.operandBatchingDims = operandBatchingDims
    self.scatterIndicesBatchingDims = scatterIndicesBatchingDims
  }

  /// The numbers of the gather that reads what a scatter writes.
  fileprivate var gather: GatherDimensionNumbers {
    GatherDimensionNumbers(
      offsetDims: updateWindowDims, collapsedSliceDims: insertedWindowDims,
      startIndexMap: scatterDimsToOperandDims, operandBatchingDims: operandBatchingDims,
      startIndicesBatchingDims: scatterIndicesBatchingDims)
  }
}

/// Slices at the positions that the index vectors, the last axis of `indices`, hold (`lax.gather`).
///
/// Indices `[…, k]` give `[…]` with the axes of a slice at `offsetDims`. Fails if the indices are not integers, the
/// numbers are not axes of the operands, a slice does not fit, or the mode is `wrap`.
public func gather(
  _ x: Tensor, _ indices: Tensor, dimensionNumbers: GatherDimensionNumbers, sliceSizes: [Int],
  mode: IndexMode = .fill, fillValue: Tensor? = nil
) -> Tensor {
  if let failed = [x, indices, fillValue].compactMap({ $0 }).first(where: \.isFailed) { return failed }
  let dimensions = dimensionNumbers.hlo(indices)
  let primitive = Gather(dimensions: dimensions, sliceSizes: sliceSizes)
  guard mode != .promiseInBounds, indices.ndim > 0 else { return bind(primitive, x, indices) }
  if let problem = vectorProblem("gather", [x, indices], dimensions, mode) { return problem }
  do throws(TypeRuleError) {
    // Before the positions are looked at, so that the error speaks of what was given.
    _ = try primitive.resultTypes([x.type, indices.type])
  } catch {
    return primitive.failedResults([x, indices], error)[0]
  }
  let operands = [x, indices] + (fillValue.map { [$0] } ?? [])
  return fused("gather", operands, primitive, mode) { operands, primitive, mode in
    let (x, indices) = (operands[0], operands[1])
    let dimensions = primitive.dimensions
    let limits = dimensions.startIndexMap.map { x.type.shape[$0] - primitive.sliceSizes[$0] }
    if mode == .clip { return bind(primitive, [x, clippedVectors(indices, limits)]) }
    let result: Tensor = bind(primitive, x, indices)
    var inside = Tensor.ones(Shape(Array(indices.type.shape.dimensions.dropLast())), dtype: .bool)
    for (component, limit) in limits.enumerated() {
      let position = indices[Ellipsis(), component].positions
      inside = inside .& (position .>= 0) .& (position .<= Tensor(limit))
    }
    let batch = (0..<result.ndim).filter { !dimensions.offset.contains($0) }
    let mask = inside.broadcastInDim(result.type.shape, dimensions: batch)
    let fill = operands.count > 2 ? operands[2].astype(x.dtype) : Tensor(x.dtype.missing)
    return [select(mask, result, fill)]
  }[0]
}

/// The tensor with updates written at the positions that the index vectors hold (`lax.scatter`).
///
/// The result has the shape of `x`. Fails if the indices are not integers, the numbers are not axes of the operands,
/// the updates have another dtype or do not fit.
public func scatter(
  _ x: Tensor, _ indices: Tensor, _ updates: Tensor, dimensionNumbers: ScatterDimensionNumbers,
  uniqueIndices: Bool = false, mode: IndexMode = .drop
) -> Tensor { scatter(.set, x, indices, updates, dimensionNumbers, uniqueIndices, mode) }

/// The tensor with updates added at the positions that the index vectors hold (`lax.scatter_add`).
///
/// The result has the shape of `x`. Fails if the indices are not integers, the numbers are not axes of the operands,
/// the updates have another dtype or do not fit.
public func scatterAdd(
  _ x: Tensor, _ indices: Tensor, _ updates: Tensor, dimensionNumbers: ScatterDimensionNumbers,
  uniqueIndices: Bool = false, mode: IndexMode = .drop
) -> Tensor { scatter(.add, x, indices, updates, dimensionNumbers, uniqueIndices, mode) }

/// The tensor multiplied by updates at the positions that the index vectors hold (`lax.scatter_mul`).
///
/// The result has the shape of `x`. Fails if the indices are not integers, the numbers are not axes of the operands,
/// the updates have another dtype or do not fit.
public func scatterMul(
  _ x: Tensor, _ indices: Tensor, _ updates: Tensor, dimensionNumbers: ScatterDimensionNumbers,
  uniqueIndices: Bool = false, mode: IndexMode = .drop
) -> Tensor { scatter(.multiply, x, indices, updates, dimensionNumbers, uniqueIndices, mode) }

/// The lesser of the tensor and updates at the positions that the index vectors hold (`lax.scatter_min`).
///
/// The result has the shape of `x`. Fails if the indices are not integers, the numbers are not axes of the operands,
/// the updates have another dtype or do not fit.
public func scatterMin(
  _ x: Tensor, _ indices: Tensor, _ updates: Tensor, dimensionNumbers: ScatterDimensionNumbers,
  uniqueIndices: Bool = false, mode: IndexMode = .drop
) -> Tensor { scatter(.min, x, indices, updates, dimensionNumbers, uniqueIndices, mode) }

/// The greater of the tensor and updates at the positions that the index vectors hold (`lax.scatter_max`).
///
/// The result has the shape of `x`. Fails if the indices are not integers, the numbers are not axes of the operands,
/// the updates have another dtype or do not fit.
public func scatterMax(
  _ x: Tensor, _ indices: Tensor, _ updates: Tensor, dimensionNumbers: ScatterDimensionNumbers,
  uniqueIndices: Bool = false, mode: IndexMode = .drop
) -> Tensor { scatter(.max, x, indices, updates, dimensionNumbers, uniqueIndices, mode) }

private func scatter(
  _ combination: Scatter.Combination, _ x: Tensor, _ indices: Tensor, _ updates: Tensor,
  _ numbers: ScatterDimensionNumbers, _ isUnique: Bool, _ mode: IndexMode
) -> Tensor {
  if let failed = [x, indices, updates].first(where: \.isFailed) { return failed }
  let dimensions = numbers.gather.hlo(indices)
  let primitive = Scatter(combination, dimensions: dimensions, isUnique: isUnique)
  guard mode == .clip, indices.ndim > 0 else { return bind(primitive, x, indices, updates) }
  if let problem = vectorProblem(primitive.name, [x, indices, updates], dimensions, mode) { return problem }
  return fused(primitive.name, [x, indices, updates], primitive) { operands, primitive in
    let sizes = primitive.sliceSizes(operands[0].type, operands[2].type)
    let limits = primitive.dimensions.startIndexMap.map { operands[0].type.shape[$0] - sizes[$0] }
    return bind(primitive, [operands[0], clippedVectors(operands[1], limits), operands[2]])
  }[0]
}

/// Index vectors with each component moved into the range from 0 to its limit.
private func clippedVectors(_ indices: Tensor, _ limits: [Int]) -> Tensor {
  let components = limits.enumerated().map { component, limit in
    clip(indices[Ellipsis(), component].positions, 0, Tensor(limit))
  }
  return components.isEmpty ? indices : stack(components, axis: -1)
}

/// What is wrong with index vectors or dimension numbers where they are taken apart.
private func vectorProblem(
  _ name: String, _ operands: [Tensor], _ dimensions: HLOFunction.GatherDimensions, _ mode: IndexMode
) -> Tensor? {
  let (x, indices) = (operands[0], operands[1])
  guard
    mode == .wrap || indices.type.shape[-1] != dimensions.startIndexMap.count
      || dimensions.startIndexMap.contains(where: { !(0..<x.ndim).contains($0) })
  else { return nil }
  return Tensor.failed(
    TensorError(
      name, operands: operands,
      problem:
        "index vectors of \(indices.type.shape[-1]) components for the axes \(dimensions.startIndexMap), mode \(mode)",
      expected: "a component for each of these axes of the operand; modes clip and fill"))
}

// Combinations of rows that belong to one segment: row i of the data goes to segment `ids[i]`; ids out of range are left
// out.

/// The sums of the rows of each segment (`jax.ops.segment_sum`).
///
/// Data `[n, …]` and ids `[n]` give `[numSegments, …]`. Fails if the ids are not integers, not one for each row, or
/// `numSegments` is negative.
public func segmentSum(_ data: Tensor, _ ids: Tensor, numSegments count: Int) -> Tensor {
  segments(data, ids, count, ScalarLiteral(0, data.dtype)) { $0.at[$1].add(data) }
}

/// The products of the rows of each segment (`jax.ops.segment_prod`).
///
/// Data `[n, …]` and ids `[n]` give `[numSegments, …]`. Fails if the ids are not integers, not one for each row, or
/// `numSegments` is negative.
public func segmentProd(_ data: Tensor, _ ids: Tensor, numSegments count: Int) -> Tensor {
  segments(data, ids, count, ScalarLiteral(1, data.dtype)) { $0.at[$1].multiply(data) }
}

/// The greatest of the rows of each segment; the lowest value of an empty one (`jax.ops.segment_max`).
///
/// Data `[n, …]` and ids `[n]` give `[numSegments, …]`. Fails if the ids are not integers, not one for each row, or
/// `numSegments` is negative.
public func segmentMax(_ data: Tensor, _ ids: Tensor, numSegments count: Int) -> Tensor {
  segments(data, ids, count, data.dtype.lowest) { $0.at[$1].max(data) }
}

/// The least of the rows of each segment; the highest value of an empty one (`jax.ops.segment_min`).
///
/// Data `[n, …]` and ids `[n]` give `[numSegments, …]`. Fails if the ids are not integers, not one for each row, or
/// `numSegments` is negative.
public func segmentMin(_ data: Tensor, _ ids: Tensor, numSegments count: Int) -> Tensor {
  segments(data, ids, count, data.dtype.highest) { $0.at[$1].min(data) }
}

private func segments(
  _ data: Tensor, _ ids: Tensor, _ count: Int, _ start: ScalarLiteral, _ combine: (Tensor, Tensor) -> Tensor
) -> Tensor {
  if let failed = [data, ids].first(where: \.isFailed) { return failed }
  let shape = Shape([count] + data.type.shape.dimensions.dropFirst())
  // Negative ids do not count from the end.
  let rows = ids.dtype.isInteger ? select(ids .< 0, Tensor(count), ids.positions) : ids
  return combine(Tensor.full(shape, Tensor(start), dtype: data.dtype), rows)
}
