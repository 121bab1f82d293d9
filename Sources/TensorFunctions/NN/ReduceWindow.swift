import StableHLO
public import TensorCore
import TensorPrimitives
import TensorTransformations

/// What a window reduction does with the elements of a window.
public enum WindowOperation: Sendable, Hashable {
  case add, max, min, multiply
}

/// Reduces the windows that slide over a tensor (`lax.reduce_window`), the core of pooling.
///
/// Every list has an entry for each axis of `x`: batch and feature axes have a window of 1. What is outside of the
/// tensor counts as the operation's identity (0, the lowest, the highest value, 1). Of equal elements the first has
/// the derivative of a maximum or minimum.
/// Fails if a list does not have an entry for each axis, a step or distance is below 1, or the operation does not go
/// with the dtype.
///
/// - Parameters:
///   - x: the tensor.
///   - operation: what is done with the elements of a window.
///   - window: the extents of a window, one for each axis.
///   - strides: the window's steps; 1 where nil.
///   - padding: what surrounds the tensor.
///   - baseDilation: the distance of the tensor's elements; 1 where nil.
///   - windowDilation: the distance of the window's elements; 1 where nil.
public func reduceWindow(
  _ x: Tensor, _ operation: WindowOperation, windowDimensions window: [Int],
  windowStrides strides: [Int]? = nil, padding: Padding = .valid, baseDilation: [Int]? = nil,
  windowDilation: [Int]? = nil
) -> Tensor {
  if x.isFailed { return x }
  let ones = [Int](repeating: 1, count: x.ndim)
  let steps = strides ?? ones
  let spread = windowDilation ?? ones
  do throws(TypeRuleError) {
    let edges = try padding.edges(
      extents: x.type.shape.dimensions, window: WindowRule.dilated(window, spread), strides: steps)
    let whole = HLOFunction.Window(
      sizes: window, strides: steps, low: edges.low, high: edges.high, baseDilations: baseDilation ?? ones,
      windowDilations: spread)
    switch operation {
    case .add: return bind(ReduceWindowSum(window: whole), x)
    case .max: return bind(ReduceWindowExtremum(isMaximum: true, window: whole), x)
    case .min: return bind(ReduceWindowExtremum(isMaximum: false, window: whole), x)
    case .multiply: return bind(ReduceWindowProduct(window: whole), x)
    }
  } catch {
    return Tensor.failed(
      TensorError("reduceWindow", operands: [x], problem: error.problem, expected: error.expected))
  }
}
