import Tensors
import Testing

/// Programs that XLA for CPUs computes wrongly when they are lowered as they stand; JAX has these wrong values.
@Suite struct CompilerFaultTests {
  /// The rows moved down by one, which reads what it overwrites.
  @Test(arguments: [3, 4, 9, 64, 256]) func updatesFromShiftedSlicesOfTheSameTensor(rows: Int) throws {
    let h = Tensor.arange(rows * 2).astype(.float32).reshape([rows, 2])
    let before = (0..<(rows * 2)).map(Double.init)
    let moved = before.prefix(2) + before.dropLast(2)
    func after(_ combine: (Double, Double) -> Double) -> [Double] {
      zip(before, before.prefix(2) + before.dropLast(2)).enumerated().map { offset, pair in
        offset < 2 ? pair.0 : combine(pair.0, pair.1)
      }
    }
    let results = try jit { (h: Tensor, one: Tensor) -> [Tensor] in
      let part = h[..<(rows - 1)]
      return [
        h.at[1...].set(part).reshape([1, rows, 2]),
        h.at[1...].add(part)[NewAxis()],
        h.at[1...].multiply(part).reshape([rows * 2]),
        dynamicUpdateSlice(h, part, [1, 0])[FullRange(), NewAxis()],
        dynamicUpdateSlice(h, part, [one, 0]).reshape([2, rows]),
        h.at[1...].set(part).transpose().transpose(),
        (h + 1).at[1...].set((h + 1)[..<(rows - 1)]).reshape([1, rows, 2]) - 1,
      ]
    }(h, Tensor(Int32(1)))
    let expected = [
      Array(moved), after(+), after(*), Array(moved), Array(moved), Array(moved), Array(moved),
    ]
    for (number, (result, right)) in zip(results, expected).enumerated() {
      #expect(try result.astype(.float64).scalars(Double.self) == right, "result \(number)")
    }
  }

  /// Every window that reaches an element hands back its weights; the padding is wider than the window.
  @Test func gradientsOfConvolutionsPaddedByMoreThanTheKernelReaches() throws {
    let gradient = try jit {
      grad { x in
        convGeneralDilated(
          x, .ones([2, 8, 8]), windowStrides: [1], padding: .explicit([(2, 0)]),
          dimensionNumbers: .featuresLast(1)
        ).sum()
      }($0)
    }(Tensor.ones([2, 6, 8]))
    // [batch, time, features]: two windows of two places reach every time but the last, which one reaches.
    let row = [16.0, 16, 16, 16, 16, 8].flatMap { [Double](repeating: $0, count: 8) }
    #expect(try gradient.astype(.float64).scalars(Double.self) == row + row)
  }

  @Test func slicesOfSlicesAreMovedInOneAfterTheOther() throws {
    let x = Tensor.arange(18)
    let result = try jit { (x: Tensor, s: Tensor, t: Tensor) in
      dynamicSlice(dynamicSlice(x, [s], [9]), [t], [4])
    }(x, Tensor(Int32(5)), Tensor(Int32(12)))
    #expect(try result.scalars(Int.self) == [10, 11, 12, 13])
    // An axis longer than the positions' dtype counts.
    let narrow = try jit { (x: Tensor, s: Tensor) in dynamicSlice(x, [s], [2]) }(
      Tensor.arange(400), Tensor(UInt8(200)))
    #expect(try narrow.scalars(Int.self) == [200, 201])
  }

  /// XLA makes a `map` of a scatter whose window is the whole operand, and ends the process when that is reversed.
  @Test func scattersOfTheWholeAreReversed() throws {
    let (x, y) = (
      Tensor([[1, 2, 3], [4, 5, 6]] as [[Float]]), Tensor([[6, 5, 4], [3, 2, 1]] as [[Float]])
    )
    let whole = ScatterDimensionNumbers(
      updateWindowDims: [0, 1], insertedWindowDims: [], scatterDimsToOperandDims: [0])
    let results = try jit { (x: Tensor, y: Tensor, zero: Tensor, one: Tensor) -> [Tensor] in
      let all = StridedRange(start: 0, end: 2, step: 1)
      return [
        flip(x.at[all, 0..<3].add(y)), flip(x.at[all].multiply(y)), flip(x.at[0...].min(y)),
        flip(x.at[0..<2, 0..<3].max(y)), flip(x.at[all].set(y)),
        flip(scatterAdd(x, zero, y, dimensionNumbers: whole)),
        flip(scatterMul(x, one, y, dimensionNumbers: whole)),
        flip(grad { scatterMax($0, zero, y, dimensionNumbers: whole).sum() }(x)),
      ]
    }(x, y, Tensor([Int32(0)]), Tensor([Int32(1)]))
    let expected: [[Float]] = [
      [7, 7, 7, 7, 7, 7], [6, 10, 12, 12, 10, 6], [1, 2, 3, 3, 2, 1], [6, 5, 4, 4, 5, 6], [1, 2, 3, 4, 5, 6],
      [7, 7, 7, 7, 7, 7], [6, 5, 4, 3, 2, 1], [1, 1, 1, 0, 0, 0],
    ]
    for (number, (result, right)) in zip(results, expected).enumerated() {
      #expect(try result.scalars(Float.self) == right, "result \(number)")
    }
  }
}
