package import StableHLO
package import TensorCore
import TensorPrimitives
import TensorTransformations

/// The LU factorization of square matrices with row exchanges, which XLA has not for CPUs.
///
/// Results: l (without its diagonal of ones) and u in one matrix `[…, n, n]`, the order of rows `[…, n]` and the sign of
/// that order `[…]`, in float64, which costs little beside the steps one after the other and spares ill-conditioned
/// matrices the rounding of float32; complex matrices stay complex64. It is a part of operations that have derivatives
/// and has none itself.
package struct LUFactors: NonDifferentiable, Composite {
  package let name = "lu"
  package var resultCount: Int { 3 }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try MatrixRule.check(operands, .floatingOrComplex)
    try MatrixRule.checkSquare(operands[0])
    let wide = operands[0].with(dtype: LUFactors.dtype(operands[0].dtype))
    let order = wide.replacingMatrix(with: [wide.shape[-1]])
    return [wide, order.with(dtype: .int32), wide.replacingMatrix(with: [])]
  }

  /// The dtype to eliminate in.
  package static func dtype(_ dtype: DType) -> DType { dtype.kind == .complex ? .complex64 : .float64 }

  /// Gaussian elimination, a column a step: the largest element on or below the diagonal becomes the pivot.
  package func evaluate(_ operands: [Tensor]) -> [Tensor] {
    let type = operands[0].type
    let count = type.shape[-1]
    let leading = type.replacingMatrix(with: []).shape
    let order = Tensor.broadcastedIota(leading + [count], -1)
    let dtype = LUFactors.dtype(type.dtype)
    let state = [operands[0].astype(dtype), order, Tensor.ones(leading, dtype: dtype)]
    return count == 0 ? state : foriLoop(0, count, state, LUFactors.eliminate)
  }

  private static func eliminate(_ step: Tensor, _ state: [Tensor]) -> [Tensor] {
    let (a, order, sign) = (state[0], state[1], state[2])
    let indices = Tensor.broadcastedIota(order.type.shape, -1)
    let column = dynamicIndexInDim(a, step, axis: -1, keepdims: false)
    let size = select(indices .>= step, abs(column), -1)
    let pivot = size.argmax(axis: -1, keepdims: true)
    /// Exchanges the elements at the step and at the pivot along the last axis.
    func exchanged(_ x: Tensor) -> Tensor {
      let upper = dynamicIndexInDim(x, step, axis: -1)
      let lower = takeAlongAxis(x, pivot, axis: -1, mode: .promiseInBounds)
      return select(indices .== step, lower, select(indices .== pivot, upper, x))
    }
    let isStepRow = expandDims(indices .== step, axis: -1)
    let isPivotRow = expandDims(indices .== pivot, axis: -1)
    let upperRow = dynamicIndexInDim(a, step, axis: -2)
    let pivotRow = takeAlongAxis(a, expandDims(pivot, axis: -1), axis: -2, mode: .promiseInBounds)
    let rows = select(isStepRow, pivotRow, select(isPivotRow, upperRow, a))
    let divisor = dynamicIndexInDim(pivotRow, step, axis: -1).squeeze(axis: -1)
    let isBelow = indices .> step
    let factors = select(isBelow .& (divisor .!= 0), exchanged(column) / divisor, 0)
    let rest = select(expandDims(isBelow, axis: -2), pivotRow, 0)
    let reduced = rows - expandDims(factors, axis: -1) * rest
    let isFactor = expandDims(isBelow, axis: -1) .& expandDims(indices .== step, axis: -2)
    return [
      select(isFactor, expandDims(factors, axis: -1), reduced), exchanged(order),
      select(pivot.squeeze(axis: -1) .== step, sign, -sign),
    ]
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    lowerToLAPACK(operands[0], context) ?? lowerEvaluation(operands, context)
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) { MatrixRule.batch(self, operands, axes, context) }
}
