// Made by Utilities/generate/fuzz_calls.py; edit that instead.
// swift-format-ignore-file

import Blox
import Optimizers

extension Calls {
  static func tensor2(_ add: Add) {
    add("Tensor.cummin(axis:reverse:)") { d in
      d.keep(d.tensor().cummin(axis: d.optional(d.int()), reverse: d.bool()))
    }
    add("Tensor.cumlogsumexp(axis:reverse:)") { d in
      d.keep(d.tensor().cumlogsumexp(axis: d.optional(d.int()), reverse: d.bool()))
    }
    add("Tensor.diff(axis:order:)") { d in
      d.keep(d.tensor().diff(axis: d.int(), order: d.int()))
    }
    add("Tensor.tril(offset:)") { d in
      d.keep(d.tensor().tril(offset: d.int()))
    }
    add("Tensor.triu(offset:)") { d in
      d.keep(d.tensor().triu(offset: d.int()))
    }
    add("Tensor.diagonal(offset:axes:)") { d in
      d.keep(d.tensor().diagonal(offset: d.int(), axes: (d.int(), d.int())))
    }
    add("Tensor.trace(offset:axes:)") { d in
      d.keep(d.tensor().trace(offset: d.int(), axes: (d.int(), d.int())))
    }
    add("Tensor.diag(offset:)") { d in
      d.keep(d.tensor().diag(offset: d.int()))
    }
    add("Tensor.trilIndices(_:offset:columns:)") { d in
      d.keep(Tensor.trilIndices(d.int(), offset: d.int(), columns: d.optional(d.int())))
    }
    add("Tensor.triuIndices(_:offset:columns:)") { d in
      d.keep(Tensor.triuIndices(d.int(), offset: d.int(), columns: d.optional(d.int())))
    }
    add("Tensor.nanSum(axis:keepDims:)") { d in
      d.keep(d.tensor().nanSum(axis: d.optional(d.axes()), keepDims: d.bool()))
    }
    add("Tensor.nanProduct(axis:keepDims:)") { d in
      d.keep(d.tensor().nanProduct(axis: d.optional(d.axes()), keepDims: d.bool()))
    }
    add("Tensor.nanMean(axis:keepDims:)") { d in
      d.keep(d.tensor().nanMean(axis: d.optional(d.axes()), keepDims: d.bool()))
    }
    add("Tensor.nanVariance(axis:correction:keepDims:)") { d in
      d.keep(d.tensor().nanVariance(axis: d.optional(d.axes()), correction: d.int(), keepDims: d.bool()))
    }
    add("Tensor.nanStandardDeviation(axis:correction:keepDims:)") { d in
      d.keep(d.tensor().nanStandardDeviation(axis: d.optional(d.axes()), correction: d.int(), keepDims: d.bool()))
    }
    add("Tensor.nanMax(axis:keepDims:)") { d in
      d.keep(d.tensor().nanMax(axis: d.optional(d.axes()), keepDims: d.bool()))
    }
    add("Tensor.nanMin(axis:keepDims:)") { d in
      d.keep(d.tensor().nanMin(axis: d.optional(d.axes()), keepDims: d.bool()))
    }
    add("Tensor.nanArgmax(axis:keepDims:)") { d in
      d.keep(d.tensor().nanArgmax(axis: d.optional(d.int()), keepDims: d.bool()))
    }
    add("Tensor.nanArgmin(axis:keepDims:)") { d in
      d.keep(d.tensor().nanArgmin(axis: d.optional(d.int()), keepDims: d.bool()))
    }
    add("Tensor.nanCumsum(axis:)") { d in
      d.keep(d.tensor().nanCumsum(axis: d.optional(d.int())))
    }
    add("Tensor.nanCumprod(axis:)") { d in
      d.keep(d.tensor().nanCumprod(axis: d.optional(d.int())))
    }
    add("Tensor.padded(_:mode:)") { d in
      d.keep(d.tensor().padded(d.pairs(), mode: d.paddingMode()))
    }
    add("Tensor.padded(low:high:interior:with:)") { d in
      d.keep(d.tensor().padded(low: d.ints(), high: d.ints(), interior: d.ints(), with: d.tensor()))
    }
    add("Tensor.flipped(axis:)") { d in
      d.keep(d.tensor().flipped(axis: d.optional(d.axes())))
    }
    add("Tensor.rolled(by:axis:)") { d in
      d.keep(d.tensor().rolled(by: d.int(), axis: d.optional(d.int())))
    }
    add("Tensor.rolled(by:axis:)") { d in
      d.keep(d.tensor().rolled(by: d.ints(), axis: d.ints()))
    }
    add("Tensor.rotated90(_:axes:)") { d in
      d.keep(d.tensor().rotated90(d.int(), axes: (d.int(), d.int())))
    }
    add("Tensor.repeated(_:axis:)") { d in
      d.keep(d.tensor().repeated(d.int(), axis: d.optional(d.int())))
    }
    add("Tensor.tiled(_:)") { d in
      d.keep(d.tensor().tiled(d.ints()))
    }
    add("Tensor.split(into:axis:)") { d in
      d.keep(d.tensor().split(into: d.int(), axis: d.int()))
    }
    add("Tensor.arraySplit(into:axis:)") { d in
      d.keep(d.tensor().arraySplit(into: d.int(), axis: d.int()))
    }
    add("Tensor.split(at:axis:)") { d in
      d.keep(d.tensor().split(at: d.ints(), axis: d.int()))
    }
    add("Tensor.broadcast(to:dimensions:)") { d in
      d.keep(d.tensor().broadcast(to: d.shape(), dimensions: d.ints()))
    }
    add("Tensor.sum(axis:keepDims:where:initial:dtype:)") { d in
      d.keep(d.tensor().sum(axis: d.optional(d.axes()), keepDims: d.bool(), where: d.optional(d.tensor()), initial: d.optional(d.double()), dtype: d.optional(d.dtype())))
    }
    add("Tensor.product(axis:keepDims:where:initial:dtype:)") { d in
      d.keep(d.tensor().product(axis: d.optional(d.axes()), keepDims: d.bool(), where: d.optional(d.tensor()), initial: d.optional(d.double()), dtype: d.optional(d.dtype())))
    }
    add("Tensor.mean(axis:keepDims:where:dtype:)") { d in
      d.keep(d.tensor().mean(axis: d.optional(d.axes()), keepDims: d.bool(), where: d.optional(d.tensor()), dtype: d.optional(d.dtype())))
    }
    add("Tensor.average(weights:axis:keepDims:)") { d in
      d.keep(d.tensor().average(weights: d.tensor(), axis: d.optional(d.axes()), keepDims: d.bool()))
    }
    add("Tensor.variance(axis:correction:keepDims:where:)") { d in
      d.keep(d.tensor().variance(axis: d.optional(d.axes()), correction: d.int(), keepDims: d.bool(), where: d.optional(d.tensor())))
    }
    add("Tensor.standardDeviation(axis:correction:keepDims:where:)") { d in
      d.keep(d.tensor().standardDeviation(axis: d.optional(d.axes()), correction: d.int(), keepDims: d.bool(), where: d.optional(d.tensor())))
    }
    add("Tensor.max(axis:keepDims:where:initial:)") { d in
      d.keep(d.tensor().max(axis: d.optional(d.axes()), keepDims: d.bool(), where: d.optional(d.tensor()), initial: d.optional(d.double())))
    }
    add("Tensor.min(axis:keepDims:where:initial:)") { d in
      d.keep(d.tensor().min(axis: d.optional(d.axes()), keepDims: d.bool(), where: d.optional(d.tensor()), initial: d.optional(d.double())))
    }
    add("Tensor.peakToPeak(axis:keepDims:)") { d in
      d.keep(d.tensor().peakToPeak(axis: d.optional(d.axes()), keepDims: d.bool()))
    }
    add("Tensor.all(axis:keepDims:where:)") { d in
      d.keep(d.tensor().all(axis: d.optional(d.axes()), keepDims: d.bool(), where: d.optional(d.tensor())))
    }
    add("Tensor.any(axis:keepDims:where:)") { d in
      d.keep(d.tensor().any(axis: d.optional(d.axes()), keepDims: d.bool(), where: d.optional(d.tensor())))
    }
    add("Tensor.countNonzero(axis:keepDims:)") { d in
      d.keep(d.tensor().countNonzero(axis: d.optional(d.axes()), keepDims: d.bool()))
    }
    add("Tensor.argmax(axis:keepDims:)") { d in
      d.keep(d.tensor().argmax(axis: d.optional(d.int()), keepDims: d.bool()))
    }
    add("Tensor.argmin(axis:keepDims:)") { d in
      d.keep(d.tensor().argmin(axis: d.optional(d.int()), keepDims: d.bool()))
    }
    add("Tensor.sorted(axis:descending:)") { d in
      d.keep(d.tensor().sorted(axis: d.int(), descending: d.bool()))
    }
    add("Tensor.argsort(axis:descending:)") { d in
      d.keep(d.tensor().argsort(axis: d.int(), descending: d.bool()))
    }
    add("Tensor.topK(_:axis:)") { d in
      d.keep(d.tensor().topK(d.int(), axis: d.int()))
    }
    add("Tensor.quantile(_:axis:method:keepDims:)") { d in
      d.keep(d.tensor().quantile(d.double(), axis: d.optional(d.axes()), method: d.one(of: [.linear, .lower, .higher, .midpoint, .nearest]), keepDims: d.bool()))
    }
    add("Tensor.median(axis:keepDims:)") { d in
      d.keep(d.tensor().median(axis: d.optional(d.axes()), keepDims: d.bool()))
    }
    add("Tensor.hanning(_:)") { d in
      d.keep(Tensor.hanning(d.int()))
    }
    add("Tensor.hamming(_:)") { d in
      d.keep(Tensor.hamming(d.int()))
    }
    add("Tensor.blackman(_:)") { d in
      d.keep(Tensor.blackman(d.int()))
    }
    add("Tensor.bartlett(_:)") { d in
      d.keep(Tensor.bartlett(d.int()))
    }
    add("Tensor.init(processLocalData:sharding:shape:)") { d in
      try d.keep(Tensor(processLocalData: d.tensor(), sharding: d.sharding(), shape: d.optional(d.shape())))
    }
    add("Tensor.init(arrayLiteral:)") { d in
      d.keep(Tensor(arrayLiteral: d.tensor(), d.tensor()))
    }
    add("Tensor.bytes()") { d in
      try d.keep(d.tensor().bytes())
    }
    add("Tensor.wait()") { d in
      try d.keep(d.tensor().wait())
    }
    add("Tensor.init(floatLiteral:)") { d in
      d.keep(Tensor(floatLiteral: d.double()))
    }
    add("Tensor.init(integerLiteral:)") { d in
      d.keep(Tensor(integerLiteral: d.int()))
    }
    add("Tensor.init(booleanLiteral:)") { d in
      d.keep(Tensor(booleanLiteral: d.bool()))
    }
  }
}
