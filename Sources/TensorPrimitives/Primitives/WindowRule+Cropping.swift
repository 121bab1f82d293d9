import StableHLO
import TensorCore

extension HLOFunction {
  /// The operands and the window of a convolution or window reduction with edges of at least 0: what negative ones cut
  /// off is cut off by slices.
  ///
  /// XLA for CPUs reads memory outside of the input where a convolution cuts off elements (jax-ml/jax has the same
  /// values: the input's gradient where the padding is wider than the kernel reaches).
  ///
  /// - Parameters:
  ///   - operands: tensors of one shape that the window slides over.
  ///   - padding: the scalar that surrounds each operand.
  ///   - axes: the operands' axis for each axis of the window.
  func croppingNegativeEdges(
    _ operands: [HLOValue], padding: [HLOValue], axes: [Int], _ window: Window
  ) -> (operands: [HLOValue], window: Window) {
    guard (window.low + window.high).contains(where: { $0 < 0 }),
      var extents = operands.first?.type.dimensions
    else { return (operands, window) }
    var window = window
    var start = extents.map { _ in 0 }
    var limit = extents
    var isAllPadding = false
    for (index, axis) in axes.enumerated() {
      let (extent, dilation) = (extents[axis], window.baseDilations[index])
      // The elements that lie in what is cut off; `dilation - 1` places lie between two of them.
      func cropped(_ edge: Int) -> Int { edge < 0 ? min(extent, (dilation - 1 - edge) / dilation) : 0 }
      let (first, last) = (cropped(window.low[index]), cropped(window.high[index]))
      if first + last >= extent && first + last > 0 {
        isAllPadding = true
        let dilated = (extent - 1) * dilation + 1
        extents[axis] = max(0, dilated + window.low[index] + window.high[index])
        (window.low[index], window.high[index], window.baseDilations[index]) = (0, 0, 1)
      } else {
        (start[axis], limit[axis]) = (first, extent - last)
        window.low[index] += first * dilation
        window.high[index] += last * dilation
        extents[axis] = extent - last - first
      }
    }
    let cut = zip(operands, padding).map { operand, scalar in
      let type = HLOType(operand.type.element, extents)
      return isAllPadding
        ? broadcastInDim(scalar, dimensions: [], to: type)
        : slice(operand, start: start, limit: limit, stride: start.map { _ in 1 }, to: type)
    }
    return (cut, window)
  }
}
