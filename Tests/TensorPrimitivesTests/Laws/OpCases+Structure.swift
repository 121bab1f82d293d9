import Tensors

extension OpCase {
  private static func shaped(
    _ name: String, _ shape: [Int], _ function: @escaping @Sendable (Tensor) -> Tensor
  ) -> OpCase { OpCase(name, [Operand(shape)]) { function($0[0]) } }

  static let shapes: [OpCase] = [
    shaped("reshape", [2, 3]) { $0.reshape([3, 2]) },
    shaped("transpose", [2, 3, 2]) { $0.transpose([2, 0, 1]) },
    shaped("broadcastTo", [1, 3]) { broadcastTo($0, [2, 4, 3]) },
    shaped("flip", [2, 3]) { flip($0, axis: 1) },
    shaped("roll", [2, 3]) { roll($0, 2, axis: 1) }, shaped("rot90", [2, 3]) { rot90($0) },
    shaped("repeat", [2, 3]) { $0.repeat(2, axis: 1) }, shaped("tile", [2, 3]) { tile($0, [2, 2]) },
    shaped("split", [4, 3]) {
      let parts = split($0, [1]); return parts[0].sum() * parts[1]
    },
    shaped("tril", [3, 3]) { tril($0) }, shaped("triu", [3, 3]) { triu($0, k: 1) },
    shaped("diagonal", [2, 3, 3]) { $0.diagonal(offset: 1, axis1: 1, axis2: 2) },
    shaped("diag", [3]) { diag($0, k: -1) },
    shaped("trace", [3, 3]) { $0.trace() }, shaped("pad", [2, 3]) { pad($0, [(1, 2), (0, 1)]) },
    shaped("padded by edges", [2, 3]) { pad($0, [(1, 2), (2, 1)], mode: .edge) },
    shaped("padded by reflection", [3, 3]) { pad($0, [(1, 2), (2, 1)], mode: .reflect) },
    shaped("padded symmetrically", [2, 3]) { pad($0, [(1, 2), (2, 1)], mode: .symmetric) },
    shaped("padded around", [2, 3]) { pad($0, [(1, 2), (2, 1)], mode: .wrap) },
    OpCase("lax pad", [Operand([2, 3]), Operand([])]) {
      pad($0[0], $0[1], [(1, 0, 1), (-1, 2, 0)])
    },
    OpCase("concatenate", [Operand([2, 3]), Operand([2, 2])]) { concatenate([$0[0], $0[1]], axis: 1) },
    OpCase("stack", [Operand([2, 3]), Operand([2, 3])]) { stack([$0[0], $0[1]], axis: 1) },
    shaped("no elements", [0, 3]) { exp($0).sum(axis: 0) + 1 }, shaped("a scalar", []) { sin($0) * $0 },
  ]

  static let indexing: [OpCase] = [
    shaped("a position", [3, 4]) { $0[1] }, shaped("ranges", [3, 4]) { $0[1..., ..<3] },
    shaped("steps", [3, 4]) { $0[FullRange().by(-1), (0..<4).by(2)] },
    shaped("new axes", [3, 4]) { $0[Ellipsis(), NewAxis(), 0] },
    OpCase("index tensor", [Operand([3, 4]), Operand([2, 2], .fixed([0, 2, 2, 1]))]) { $0[0][$0[1]] },
    OpCase(
      "index tensors apart",
      [Operand([3, 2, 4]), Operand([2], .fixed([0, 2])), Operand([2], .fixed([3, 1]))]
    ) {
      $0[0][$0[1], FullRange(), $0[2]]
    },
    OpCase("a traced position", [Operand([3, 4]), Operand([], .fixed([2]))]) { $0[0][$0[1], 1..<3] },
    OpCase("filled", [Operand([3, 4]), Operand([2], .fixed([1, 7]))]) {
      $0[0].at[$0[1]].get(mode: .fill, fillValue: 0.5)
    },
    OpCase("clipped", [Operand([3, 4]), Operand([2], .fixed([1, 7]))]) { $0[0].at[$0[1]].get(mode: .clip) },
    OpCase("set", [Operand([3, 4]), Operand([2, 4]), Operand([2], .fixed([0, 2]))]) {
      $0[0].at[$0[2]].set($0[1])
    },
    OpCase("set twice", [Operand([3, 4]), Operand([2, 4]), Operand([2], .fixed([2, 2]))]) {
      $0[0].at[$0[2]].set($0[1])
    },
    OpCase("set a range", [Operand([3, 4]), Operand([2, 4])]) { $0[0].at[1...].set($0[1]) },
    OpCase("set steps", [Operand([3, 4]), Operand([2])]) { $0[0].at[FullRange(), (0..<4).by(2)].set($0[1]) },
    OpCase("add at", [Operand([3, 4]), Operand([2, 4]), Operand([2], .fixed([2, 2]))]) {
      $0[0].at[$0[2]].add($0[1])
    },
    OpCase("add out of range", [Operand([3, 4]), Operand([2, 4]), Operand([2], .fixed([2, 7]))]) {
      $0[0].at[$0[2]].add($0[1])
    },
    OpCase("set out of range", [Operand([3, 4]), Operand([2, 4]), Operand([2], .fixed([2, 7]))]) {
      $0[0].at[$0[2]].set($0[1], uniqueIndices: true)
    },
    OpCase("multiply at", [Operand([3, 4]), Operand([2, 4]), Operand([2], .fixed([0, 2]))]) {
      $0[0].at[$0[2]].multiply($0[1], uniqueIndices: true)
    },
    OpCase("divide at", [Operand([3, 4]), Operand([2, 4], .positive), Operand([2], .fixed([0, 2]))]) {
      $0[0].at[$0[2]].divide($0[1], uniqueIndices: true)
    },
    OpCase("multiply at repeated", [Operand([3, 4]), Operand([4, 4]), Operand([4], .fixed([0, 2, 0, 0]))]) {
      $0[0].at[$0[2]].multiply($0[1])
    },
    OpCase("multiply out of range", [Operand([3]), Operand([4]), Operand([4], .fixed([2, 7, 2, -9]))]) {
      $0[0].at[$0[2]].multiply($0[1])
    },
    OpCase("multiply at none", [Operand([3]), Operand([0]), Operand([0], .fixed([]))]) {
      $0[0].at[$0[2]].multiply($0[1])
    },
    OpCase("divide at repeated", [Operand([2]), Operand([3], .positive), Operand([3], .fixed([1, 1, 0]))]) {
      $0[0].at[$0[2]].divide($0[1])
    },
    OpCase(
      "power at repeated",
      [Operand([2], .positive), Operand([3], .positive), Operand([3], .fixed([1, 1, 0]))]
    ) {
      $0[0].at[$0[2]].power($0[1])
    },
    OpCase("add at repeated and one", [Operand([1, 2]), Operand([3, 2]), Operand([3], .fixed([0, 0, 0]))]) {
      $0[0].at[$0[2]].add($0[1])
    },
    OpCase("min at repeated", [Operand([3]), Operand([3]), Operand([3], .fixed([0, 2, 0]))]) {
      $0[0].at[$0[2]].min($0[1])
    },
    OpCase("apply at repeated", [Operand([3]), Operand([]), Operand([3], .fixed([2, 0, 2]))]) { x in
      x[0].at[x[2]].apply { sin($0 * x[1]) }
    },
    OpCase("get repeated", [Operand([3, 2]), Operand([4], .fixed([2, 2, 0, 2]))]) { $0[0][$0[1]] },
    OpCase("scatterMul of windows", [Operand([4]), Operand([3, 2]), Operand([3, 1], .fixed([0, 1, 2]))]) {
      scatterMul(
        $0[0], $0[2], $0[1],
        dimensionNumbers: ScatterDimensionNumbers(
          updateWindowDims: [1], insertedWindowDims: [], scatterDimsToOperandDims: [0]))
    },
    OpCase("max at", [Operand([3, 4]), Operand([2, 4]), Operand([2], .fixed([0, 2]))]) {
      $0[0].at[$0[2]].max($0[1])
    },
    OpCase("apply at", [Operand([3, 4])]) { $0[0].at[1].apply { sin($0) } },
    OpCase("take", [Operand([3, 4]), Operand([3], .fixed([3, 0, 0]))]) { $0[0].take($0[1], axis: 1) },
    OpCase("takeAlongAxis", [Operand([3, 4]), Operand([3, 2], .fixed([0, 1, 3, 3, 2, 0]))]) {
      takeAlongAxis($0[0], $0[1], axis: 1)
    },
    OpCase("dynamicSlice", [Operand([3, 4]), Operand([], .fixed([1])), Operand([], .fixed([2]))]) {
      dynamicSlice($0[0], [$0[1], $0[2]], [2, 2])
    },
    OpCase("dynamicUpdateSlice", [Operand([3, 4]), Operand([2, 2]), Operand([], .fixed([1]))]) {
      dynamicUpdateSlice($0[0], $0[1], [$0[2], 1])
    },
    OpCase("gather", [Operand([4, 5]), Operand([2, 2], .fixed([0, 1, 2, 2]))]) {
      gather(
        $0[0], $0[1],
        dimensionNumbers: GatherDimensionNumbers(
          offsetDims: [1, 2], collapsedSliceDims: [], startIndexMap: [0, 1]),
        sliceSizes: [2, 3])
    },
    OpCase("scatterAdd", [Operand([4, 5]), Operand([2, 5]), Operand([2, 1], .fixed([3, 3]))]) {
      scatterAdd(
        $0[0], $0[2], $0[1],
        dimensionNumbers: ScatterDimensionNumbers(
          updateWindowDims: [1], insertedWindowDims: [0], scatterDimsToOperandDims: [0]))
    },
  ]

  static let contractions: [OpCase] = [
    OpCase("matmul", [Operand([2, 3]), Operand([3, 4])]) { matmul($0[0], $0[1]) },
    OpCase("matmul of batches", [Operand([2, 1, 2, 3]), Operand([4, 3, 2])]) { matmul($0[0], $0[1]) },
    OpCase("matmul of vectors", [Operand([3]), Operand([2, 3, 4])]) { matmul($0[0], $0[1]) },
    OpCase("dotGeneral", [Operand([3, 2, 4, 2]), Operand([4, 3, 5, 2])]) {
      dotGeneral($0[0], $0[1], dimensionNumbers: (([2, 1], [0, 3]), ([0], [1])))
    },
    OpCase("tensordot", [Operand([2, 3, 4]), Operand([4, 3, 2])]) {
      tensordot($0[0], $0[1], axes: ([1, 2], [1, 0]))
    },
    OpCase("einsum", [Operand([2, 3, 2]), Operand([3, 4])]) { einsum("iji,jk->k", $0[0], $0[1]) },
    OpCase("einsum of three", [Operand([2, 3]), Operand([3, 4]), Operand([4, 2])]) {
      einsum("ij,jk,kl->il", $0[0], $0[1], $0[2])
    },
    OpCase("outer", [Operand([2]), Operand([3])]) { outer($0[0], $0[1]) },
    OpCase("kron", [Operand([2, 2]), Operand([2, 3])]) { kron($0[0], $0[1]) },
    OpCase("cross", [Operand([2, 3]), Operand([2, 3])]) { cross($0[0], $0[1]) },
    OpCase("convolve", [Operand([5]), Operand([3])]) { convolve($0[0], $0[1], mode: .same) },
  ]

  static let windows: [OpCase] = [
    OpCase("convolution", [Operand([2, 5, 4, 2]), Operand([3, 2, 2, 3])]) {
      convGeneralDilated(
        $0[0], $0[1], windowStrides: [2, 1], padding: .same, dimensionNumbers: .featuresLast(2))
    },
    OpCase("dilated convolution", [Operand([1, 2, 4, 3]), Operand([2, 2, 2, 2])]) {
      convGeneralDilated(
        $0[0], $0[1], windowStrides: [1, 2], padding: .explicit([(2, 1), (0, 1)]), lhsDilation: [2, 1],
        rhsDilation: [1, 2])
    },
    OpCase("grouped convolution", [Operand([1, 4, 4]), Operand([6, 2, 3])]) {
      convGeneralDilated($0[0], $0[1], windowStrides: [1], padding: .valid, featureGroupCount: 2)
    },
    OpCase("convolution of batch groups", [Operand([4, 2, 4]), Operand([6, 2, 3])]) {
      convGeneralDilated($0[0], $0[1], windowStrides: [1], padding: .valid, batchGroupCount: 2)
    },
    OpCase("convTranspose", [Operand([1, 3, 4, 2]), Operand([3, 2, 2, 3])]) {
      convTranspose($0[0], $0[1], strides: [2, 3], padding: .same)
    },
    OpCase("sums of windows", [Operand([5, 4])]) {
      reduceWindow(
        $0[0], .add, windowDimensions: [3, 2], windowStrides: [2, 1], padding: .same, windowDilation: [1, 2])
    },
    OpCase("sums of windows side by side", [Operand([5, 4])]) {
      reduceWindow($0[0], .add, windowDimensions: [2, 3], windowStrides: [2, 3], padding: .same)
    },
    OpCase("maxima of windows side by side", [Operand([5, 4])]) {
      reduceWindow(
        $0[0], .max, windowDimensions: [2, 2], windowStrides: [3, 2], padding: .explicit([(1, 0), (0, 1)]))
    },
    shaped("optimizationBarrier", [2, 3]) { optimizationBarrier($0) },
    shaped("softmax along two axes", [2, 3, 2]) { softmax($0, axis: [0, 2]) },
    OpCase("maxima of windows", [Operand([5, 4])]) {
      reduceWindow(
        $0[0], .max, windowDimensions: [2, 2], windowStrides: [1, 2], padding: .explicit([(1, 0), (0, 1)]))
    },
    OpCase("products of windows", [Operand([5, 4])]) {
      reduceWindow(
        $0[0], .multiply, windowDimensions: [3, 2], windowStrides: [2, 1], padding: .same,
        windowDilation: [1, 2])
    },
    OpCase("products of dilated windows", [Operand([3])]) {
      reduceWindow($0[0], .multiply, windowDimensions: [4], padding: .explicit([(2, 1)]), baseDilation: [2])
    },
    OpCase("minima of dilated windows", [Operand([5, 4])]) {
      nanToNum(
        reduceWindow($0[0], .min, windowDimensions: [2, 2], baseDilation: [1, 2], windowDilation: [2, 1]),
        posinf: 0)
    },
  ]

  private static let wellConditioned = Operand([3, 3], .positiveDefinite)

  static let linearAlgebra: [OpCase] = [
    OpCase("norm", [Operand([2, 3])]) { Linalg.norm($0[0], axis: 1) },
    OpCase("norm of order 3", [Operand([2, 3])]) { Linalg.norm($0[0], .p(3), axis: 1) },
    OpCase("norms of matrices", [Operand([2, 3])]) {
      Linalg.norm($0[0], .p(1)) + Linalg.norm($0[0], .infinity)
    },
    OpCase("cholesky", [wellConditioned]) { Linalg.cholesky($0[0]) },
    OpCase("triangularSolve", [wellConditioned, Operand([3, 2])]) {
      Linalg.triangularSolve($0[0], $0[1], lower: true, transposeA: true)
    },
    OpCase("triangularSolve from the right", [wellConditioned, Operand([2, 3])]) {
      Linalg.triangularSolve($0[0], $0[1], leftSide: false, lower: false, unitDiagonal: true)
    },
    OpCase("solve", [wellConditioned, Operand([3, 2])]) { Linalg.solve($0[0], $0[1]) },
    OpCase("inv", [wellConditioned]) { Linalg.inv($0[0]) },
    OpCase("det of 3", [Operand([3, 3])]) { Linalg.det($0[0]) },
    OpCase("det of 4", [Operand([4, 4], .positiveDefinite)]) { Linalg.det($0[0]) },
    OpCase("slogdet", [wellConditioned]) { Linalg.slogdet($0[0]).logabsdet },
    OpCase("matrixPower", [Operand([3, 3])]) { Linalg.matrixPower($0[0], 3) },
    OpCase("qr", [Operand([4, 3])]) {
      let (q, r) = Linalg.qr($0[0]); return q.sum() + r.sum()
    },
    OpCase("qr of wide matrices", [Operand([2, 2, 4])]) {
      let (q, r) = Linalg.qr($0[0]); return q.sum() + square(r).sum(axis: -1)
    },
    OpCase("qr of square matrices", [Operand([3, 3])]) { Linalg.qr($0[0]).Q },
    OpCase("complete qr", [Operand([4, 2])]) {
      let (q, r) = Linalg.qr($0[0], mode: .complete); return q + r.sum()
    },
    OpCase("det of lower rank", [Operand([4, 2]), Operand([2, 4])]) { Linalg.det(matmul($0[0], $0[1])) },
    OpCase("full svd", [Operand([2, 4])]) {
      let (u, s, vt) = Linalg.svd($0[0])
      return (square(u) * s).sum() + matmul(vt[2...].transpose(), vt[2...])
    },
    OpCase("nuclear norm", [Operand([3, 2])]) { Linalg.norm($0[0], .nuclear) },
    OpCase("pinv of lower rank", [Operand([3, 1]), Operand([1, 2])]) {
      Linalg.pinv(matmul($0[0], $0[1]))
    },
    OpCase("lstsq", [Operand([4, 2]), Operand([4])]) { Linalg.lstsq($0[0], $0[1]).x },
    OpCase("eigh", [wellConditioned]) {
      let (values, vectors) = Linalg.eigh($0[0])
      return values + matmul(square(vectors), Tensor.arange(3).astype(values.dtype))
    },
    OpCase("svdvals", [Operand([2, 3])]) { Linalg.svdvals($0[0]) },
    OpCase("svd", [Operand([4, 2])]) {
      let (u, s, vt) = Linalg.svd($0[0], fullMatrices: false)
      return (square(u) * s).sum() + square(vt)[0].sum(axis: 0) * s[0]
    },
    OpCase("pinv", [Operand([4, 2])]) { Linalg.pinv($0[0]) },
    OpCase("fft", [Operand([6])], dtype: .float32) { abs(FFT.fft($0[0])) },
    OpCase("rfft and irfft", [Operand([2, 5])], dtype: .float32) {
      FFT.irfft(FFT.rfft($0[0]) * FFT.rfft($0[0], norm: .ortho), n: 5)
    },
    OpCase("fftn", [Operand([2, 3, 2])], dtype: .float32) { imag(FFT.fftn($0[0] * complex(1, 0.5))) },
  ]
}
