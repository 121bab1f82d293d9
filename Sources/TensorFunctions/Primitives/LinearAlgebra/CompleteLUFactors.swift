package import TensorCore
import TensorPrimitives
import TensorTransformations

/// The LU factorization of square matrices with exchanges of rows and columns, which shows their rank.
///
/// Results: l (without its diagonal of ones) and u in one matrix, the order of rows, that of columns and the sign of both,
/// in the dtype of `LUFactors`. The elements of u's diagonal become 0 where the matrix lacks in rank, and no other in
/// their rows is greater. It is a part of operations that have derivatives and has none itself.
package struct CompleteLUFactors: NonDifferentiable, Composite {
  package let name = "completeLU"
  package var resultCount: Int { 4 }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    let types = try LUFactors().resultTypes(operands)
    return [types[0], types[1], types[1], types[2]]
  }

  /// Gaussian elimination, a row and a column a step: the largest element that is left becomes the pivot.
  package func evaluate(_ operands: [Tensor]) -> [Tensor] {
    let type = operands[0].type
    let count = type.shape[-1]
    let leading = type.replacingMatrix(with: []).shape
    let order = Tensor.broadcastedIota(leading + [count], -1)
    let dtype = LUFactors.dtype(type.dtype)
    let state = [operands[0].astype(dtype), order, order, Tensor.ones(leading, dtype: dtype)]
    return count == 0 ? state : foriLoop(0, count, state, CompleteLUFactors.eliminate)
  }

  private static func eliminate(_ step: Tensor, _ state: [Tensor]) -> [Tensor] {
    let (a, rows, columns, sign) = (state[0], state[1], state[2], state[3])
    let indices = Tensor.broadcastedIota(rows.type.shape, -1)
    let count = rows.type.shape[-1]
    let isLeft = indices .>= step
    let counts = expandDims(isLeft, axis: -1) .& expandDims(isLeft, axis: -2)
    let flat = Shape(rows.type.shape.dimensions.dropLast() + [count * count])
    let pivot = select(counts, abs(a), -1).reshape(flat).argmax(axis: -1, keepdims: true)
    let (row, column) = (floorDivide(pivot, Tensor(count)), remainder(pivot, Tensor(count)))
    /// The places with the step and the pivot exchanged.
    func exchanged(_ pivot: Tensor) -> Tensor {
      select(indices .== step, pivot, select(indices .== pivot, step, indices))
    }
    let (rowOrder, columnOrder) = (exchanged(row), exchanged(column))
    let ordered = a.ordered(rowOrder, axis: -2).ordered(columnOrder, axis: -1)
    let isBelow = indices .> step
    let line = dynamicIndexInDim(ordered, step, axis: -2)
    let divisor = dynamicIndexInDim(line, step, axis: -1).squeeze(axis: -1)
    let values = dynamicIndexInDim(ordered, step, axis: -1, keepdims: false)
    let factors = expandDims(select(isBelow .& (divisor .!= 0), values / divisor, 0), axis: -1)
    let rest = ordered - factors * select(expandDims(isBelow, axis: -2), line, 0)
    let isFactor = expandDims(isBelow, axis: -1) .& expandDims(indices .== step, axis: -2)
    let isEven = ((row .== step) .== (column .== step)).squeeze(axis: -1)
    return [
      select(isFactor, factors, rest), rows.takeAlong(rowOrder, axis: rows.ndim - 1),
      columns.takeAlong(columnOrder, axis: rows.ndim - 1), select(isEven, sign, -sign),
    ]
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) { MatrixRule.batch(self, operands, axes, context) }
}

extension Tensor {
  /// The rows or columns of matrices, one of the last two axes, in an order `[…, n]`.
  package func ordered(_ order: Tensor, axis: Int) -> Tensor {
    takeAlongAxis(self, expandDims(order, axis: axis == -2 ? -1 : -2), axis: axis, mode: .promiseInBounds)
  }
}
