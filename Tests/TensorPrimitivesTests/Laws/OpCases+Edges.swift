import Tensors

extension OpCase {
  /// Positions in integers that do not count to the end of the axis, beside steps, and none; what is 0 times infinity.
  static let edges: [OpCase] = [
    OpCase("narrow positions", [Operand([300]), Operand([3], .fixed([127, 0, -3], .int8))]) { $0[0][$0[1]] },
    OpCase("narrow take", [Operand([300]), Operand([3], .fixed([255, 0, 3], .uint8))]) {
      $0[0].take($0[1], axis: 0)
    },
    OpCase("narrow gather", [Operand([300]), Operand([2, 1], .fixed([255, 3], .uint8))]) {
      let numbers = GatherDimensionNumbers(offsetDims: [], collapsedSliceDims: [0], startIndexMap: [0])
      return gather($0[0], $0[1], dimensionNumbers: numbers, sliceSizes: [1])
    },
    OpCase("narrow scatter", [Operand([300]), Operand([2, 1], .fixed([255, 3], .uint8)), Operand([2])]) {
      let numbers = ScatterDimensionNumbers(
        updateWindowDims: [], insertedWindowDims: [0], scatterDimsToOperandDims: [0])
      return scatterAdd($0[0], $0[1], $0[2], dimensionNumbers: numbers)[250...]
    },
    OpCase("narrow dynamicSlice", [Operand([300]), Operand([], .fixed([254], .uint8))]) {
      dynamicSlice($0[0], [$0[1]], [2])
    },
    OpCase("narrow segments", [Operand([3]), Operand([3], .fixed([127, 0, 127], .int8))]) {
      segmentSum($0[0], $0[1], numSegments: 300)[120...]
    },
    OpCase("steps beside positions", [Operand([3, 4]), Operand([3], .fixed([1, 1, -1]))]) {
      $0[0][$0[1], StridedRange(step: 2)]
    },
    OpCase(
      "set steps beside positions", [Operand([3, 4]), Operand([2, 2]), Operand([2], .fixed([1, -1]))]
    ) {
      $0[0].at[$0[2], StridedRange(step: 2)].set($0[1])
    },
    OpCase("positions of none", [Operand([3]), Operand([0], .fixed([], .uint8))]) {
      $0[0][$0[1]].sum() + $0[0]
    },
    OpCase("xlogy at 0", [Operand([3], .fixed([0, 0, 1], .float64)), Operand([3], .positive)]) {
      xlogy($0[0], $0[1])
    },
  ]
}
