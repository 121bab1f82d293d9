import Tensors
import Testing

@testable import TensorFunctions

/// Positions of every integer dtype, on axes longer than a narrow one counts, and beyond what int32 holds.
@Suite struct NarrowIndexTests {
  static let dtypes = DType.allCases.filter(\.isInteger)
  /// An axis longer than int8 and uint8 count.
  private let axis = Tensor.arange(300, dtype: .float32)
  /// The greatest position that all dtypes hold, the first, and one in between.
  private func positions(_ dtype: DType) -> Tensor { Tensor([127, 0, 3], shape: [3]).astype(dtype) }

  private func expect(
    _ tensor: Tensor, _ want: [Double], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let values = try tensor.scalars(Double.self)
    #expect(
      values.count == want.count && zip(values, want).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN },
      "\(values) is not \(want)", sourceLocation: sourceLocation)
  }

  @Test func theExamples() throws {
    let counts = try bincount(Tensor([3, 200, 255] as [UInt8]), length: 256).scalars(Int.self)
    #expect(counts.enumerated().filter { $0.element != 0 }.map(\.offset) == [3, 200, 255])
    #expect(counts.reduce(0, +) == 3)
    let hot = try oneHot(Tensor([5] as [UInt8]), 300).scalars(Float.self)
    #expect(hot.enumerated().filter { $0.element != 0 }.map(\.offset) == [5])
    let places = unravelIndex(Tensor([200] as [UInt8]), [2, 256])
    try expect(places[0], [0])
    try expect(places[1], [200])
  }

  @Test(arguments: dtypes) func reads(dtype: DType) throws {
    let p = positions(dtype)
    try expect(axis[p], [127, 0, 3])
    for mode in [IndexMode.fill, .clip, .wrap, .promiseInBounds] {
      try expect(axis.take(p, axis: 0, mode: mode), [127, 0, 3])
      try expect(takeAlongAxis(axis, p, axis: 0, mode: mode), [127, 0, 3])
    }
    try expect(axis.at[p].get(mode: .fill), [127, 0, 3])
    try expect(axis.reshape([300, 1]).at[p, Tensor(0)].get(mode: .clip), [127, 0, 3])
    try expect(dynamicSlice(axis, [p[0]], [2]), [127, 128])
    try expect(dynamicIndexInDim(axis, p[0]), [127])
    try expect(vmap { dynamicSlice(axis, [$0], [2]) }(p), [127, 128, 0, 1, 3, 4])
    let numbers = GatherDimensionNumbers(offsetDims: [], collapsedSliceDims: [0], startIndexMap: [0])
    for mode in [IndexMode.fill, .clip, .promiseInBounds] {
      try expect(
        gather(axis, p.reshape([3, 1]), dimensionNumbers: numbers, sliceSizes: [1], mode: mode), [127, 0, 3])
    }
    let rows = Tensor.arange(600, dtype: .float32).reshape([300, 2])
    try expect(rows[p, 1], [255, 1, 7])
    try expect(chosen(p[2]), [3])
    try expect(selectN(p[2], (0..<5).map { Tensor(Double($0)) }), [3])
  }

  private func chosen(_ index: Tensor) -> Tensor {
    `switch`(index, { Tensor(0.0) }, { Tensor(1.0) }, { Tensor(2.0) }, { Tensor(3.0) }, { Tensor(4.0) })
  }

  @Test(arguments: dtypes) func writes(dtype: DType) throws {
    let p = positions(dtype)
    func marked(_ places: [Int], _ value: Double = 1, _ count: Int = 300) -> [Double] {
      (0..<count).map { places.contains($0) ? value : 0 }
    }
    let zeros = Tensor.zeros([300])
    try expect(zeros.at[p].set(1), marked([127, 0, 3]))
    try expect(zeros.at[p].add(1), marked([127, 0, 3]))
    try expect(zeros.at[p].max(1), marked([127, 0, 3]))
    try expect((zeros + 1).at[p].multiply(0), marked([127, 0, 3]).map { 1 - $0 })
    let numbers = ScatterDimensionNumbers(
      updateWindowDims: [], insertedWindowDims: [0], scatterDimsToOperandDims: [0])
    for mode in [IndexMode.drop, .clip] {
      try expect(
        scatterAdd(zeros, p.reshape([3, 1]), Tensor.ones([3]), dimensionNumbers: numbers, mode: mode),
        marked([127, 0, 3]))
    }
    try expect(dynamicUpdateSlice(zeros, Tensor.ones([2]), [p[0]]), marked([127, 128]))
    try expect(
      vmap { dynamicUpdateSlice(zeros, Tensor.ones([2]), [$0]) }(p),
      marked([127, 128]) + marked([0, 1]) + marked([3, 4]))
    try expect(segmentSum(Tensor.ones([3]), p, numSegments: 300), marked([127, 0, 3]))
    try expect(segmentMax(Tensor.ones([3]), p, numSegments: 300)[p], [1, 1, 1])
    try expect(bincount(p, length: 300), marked([127, 0, 3]))
    try expect(oneHot(p, 300), marked([127]) + marked([0]) + marked([3]))
    let places = unravelIndex(p, [2, 300])
    try expect(places[0], [0, 0, 0])
    try expect(places[1], [127, 0, 3])
  }

  @Test(arguments: dtypes) func gradients(dtype: DType) throws {
    let p = positions(dtype)
    let want = (0..<300).map { [127, 0, 3].contains($0) ? 2 * Double($0) : 0 }
    try expect(grad { square($0[p]).sum() }(axis), want)
    try expect(grad { square($0.take(p, axis: 0)).sum() }(axis), want)
    try expect(grad { square(takeAlongAxis($0, p, axis: 0)).sum() }(axis), want)
    let numbers = GatherDimensionNumbers(offsetDims: [], collapsedSliceDims: [0], startIndexMap: [0])
    let vectors = p.reshape([3, 1])
    for mode in [IndexMode.fill, .clip, .promiseInBounds] {
      try expect(
        grad { square(gather($0, vectors, dimensionNumbers: numbers, sliceSizes: [1], mode: mode)).sum() }(
          axis), want)
    }
    let values = Tensor([1, 2, 3] as [Float])
    let scatters = ScatterDimensionNumbers(
      updateWindowDims: [], insertedWindowDims: [0], scatterDimsToOperandDims: [0])
    for unique in [true, false] {
      try expect(
        grad { u in
          let written = scatter(axis, vectors, u, dimensionNumbers: scatters, uniqueIndices: unique)
          return (written * axis).sum()
        }(values), [127, 0, 3])
    }
    try expect(
      grad { u in (scatterAdd(axis, vectors, u, dimensionNumbers: scatters) * axis).sum() }(values),
      [127, 0, 3])
    try expect(
      grad { (dynamicUpdateSlice(axis, $0, [p[0]]) * axis).sum() }(Tensor.ones([2])), [127, 128])
    try expect(grad { dynamicSlice($0, [p[0]], [1]).sum() }(axis)[127], [1])
  }

  @Test(arguments: [DType.int8, .int16, .int32, .int64]) func negativePositions(dtype: DType) throws {
    let p = Tensor([-1, -128, -3], shape: [3]).astype(dtype)
    try expect(axis[p], [299, 172, 297])
    try expect(axis.take(p, axis: 0), [299, 172, 297])
    try expect(axis.take(p, axis: 0, mode: .wrap), [299, 172, 297])
    try expect(axis.take(p, axis: 0, mode: .clip), [0, 0, 0])
    try expect(takeAlongAxis(axis, p, axis: 0), [299, 172, 297])
    try expect(dynamicSlice(axis, [p[1]], [1]), [172])
    try expect(segmentSum(Tensor.ones([3]), p, numSegments: 2), [0, 0])
    try expect(bincount(p, length: 2), [3, 0])
    try expect(oneHot(p, 2), [0, 0, 0, 0, 0, 0])
    try expect(Tensor.zeros([300]).at[p].add(1)[172], [1])
  }

  @Test func unsignedPositionsAbove127() throws {
    for dtype in [DType.uint8, .uint16, .uint32, .uint64, .int16] {
      let p = Tensor([255, 128], shape: [2]).astype(dtype)
      try expect(axis[p], [255, 128])
      try expect(axis.take(p, axis: 0, mode: .clip), [255, 128])
      try expect(axis[..<200].take(p, axis: 0, mode: .wrap), [55, 128])
      try expect(axis[..<200].take(p, axis: 0, mode: .fill), [.nan, 128])
      try expect(dynamicSlice(axis, [p[0]], [1]), [255])
    }
  }

  @Test func positionsBeyondInt32() throws {
    let x = Tensor([10, 11, 12] as [Float])
    // Their low 32 bits are 1.
    let far = [
      Tensor([(1 << 32) + 1, 1] as [Int64]), Tensor([(UInt64(1) << 63) + 1, 1]),
    ]
    for p in far + [Tensor([UInt32.max, 1])] {
      try expect(x.take(p, axis: 0), [.nan, 11])
      try expect(takeAlongAxis(x, p, axis: 0), [.nan, 11])
      try expect(x.take(p, axis: 0, mode: .clip), [12, 11])
      try expect(x[p], [12, 11])
      try expect(Tensor.zeros([3]).at[p].add(1), [0, 1, 0])
      try expect(dynamicSlice(x, [p[0]], [1]), [12])
      try expect(segmentSum(Tensor.ones([2]), p, numSegments: 3), [0, 1, 0])
      try expect(oneHot(p, 3), [0, 0, 0, 0, 1, 0])
      try expect(bincount(p, length: 3), [0, 1, 0])
      try expect(selectN(p[0], (0..<3).map { Tensor(Double($0)) }), [2])
      try expect(chosen(p[0]), [4])
      let numbers = GatherDimensionNumbers(offsetDims: [], collapsedSliceDims: [0], startIndexMap: [0])
      try expect(gather(x, p.reshape([2, 1]), dimensionNumbers: numbers, sliceSizes: [1]), [.nan, 11])
      try expect(
        gather(x, p.reshape([2, 1]), dimensionNumbers: numbers, sliceSizes: [1], mode: .clip), [12, 11])
    }
    try expect(x.take(Tensor([1 << 32, -(1 << 32) - 1] as [Int64]), axis: 0, mode: .wrap), [11, 11])
    try expect(x.take(Tensor([UInt64.max]), axis: 0, mode: .wrap), [10])
    let low = Tensor([.min, -(1 << 32) + 1] as [Int64])
    try expect(x.take(low, axis: 0), [.nan, .nan])
    try expect(dynamicSlice(x, [low[0]], [1]), [10])
    try expect(bincount(low, length: 3), [2, 0, 0])
  }

  @Test func indicesOfAllKindsTogether() throws {
    let x = Tensor.arange(12, dtype: .float32).reshape([3, 4])
    let rows = Tensor([1, 1, -1] as [Int32])
    try expect(x[rows, StridedRange(step: 2)], [4, 6, 4, 6, 8, 10])
    try expect(x[rows, FullRange().by(2)], [4, 6, 4, 6, 8, 10])
    try expect(x[StridedRange(step: -2), rows], [9, 9, 11, 1, 1, 3])
    try expect(x[rows, (0..<4).by(3)], [4, 7, 4, 7, 8, 11])
    try expect(x[rows, 1..<3], [5, 6, 5, 6, 9, 10])
    try expect(x[rows, 1...2], [5, 6, 5, 6, 9, 10])
    try expect(x[rows, 2...], [6, 7, 6, 7, 10, 11])
    try expect(x[rows, ..<1], [4, 4, 8])
    try expect(x[rows, 0], [4, 4, 8])
    try expect(x[rows, NewAxis(), -1], [7, 7, 11])
    try expect(x[Ellipsis(), rows], [1, 1, 3, 5, 5, 7, 9, 9, 11])
    try expect(x[rows, Ellipsis()][2], [8, 9, 10, 11])
    try expect(x[rows, Tensor([0, 1, 2] as [UInt8])], [4, 5, 10])
    try expect(x[0, StridedRange(start: 1, step: 2)], [1, 3])
    #expect(x[NewAxis(), rows, StridedRange(step: 2), NewAxis()].shape == [1, 3, 2, 1])
    try expect(x.at[rows, StridedRange(step: 2)].set(0)[1], [0, 5, 0, 7])
    try expect(x.at[rows, StridedRange(step: 2)].add(1)[1], [6, 5, 8, 7])
    try expect(x.at[rows, StridedRange(step: 2)].get(mode: .fill)[0], [4, 6])
    try expect(grad { $0[rows, StridedRange(step: 2)].sum() }(x), [0, 0, 0, 0, 2, 0, 2, 0, 1, 0, 1, 0])
  }
}
