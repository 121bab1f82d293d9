// Made by Utilities/generate/fuzz_calls.py; edit that instead.
// swift-format-ignore-file

import Blox
import Optimizers

extension Calls {
  static func tensor2(_ add: Add) {
    add("Tensor.take(_:axis:mode:fillValue:)") { d in
      d.keep(d.tensor().take(d.tensor(), axis: d.optional(d.int()), mode: d.one(of: [.fill, .clip, .wrap, .promiseInBounds]), fillValue: d.optional(d.tensor())))
    }
    add("Tensor.takeAlongAxis(_:axis:mode:)") { d in
      d.keep(d.tensor().takeAlongAxis(d.tensor(), axis: d.int(), mode: d.one(of: [.fill, .clip, .wrap, .promiseInBounds])))
    }
    add("Tensor.matmul(_:precision:preferredElementType:)") { d in
      d.keep(d.tensor().matmul(d.tensor(), precision: d.one(of: [.default, .high, .highest]), preferredElementType: d.optional(d.dtype())))
    }
    add("Tensor.searchsorted(_:right:)") { d in
      d.keep(d.tensor().searchsorted(d.tensor(), right: d.bool()))
    }
    add("Tensor.nonzero(size:fillValue:)") { d in
      d.keep(d.tensor().nonzero(size: d.int(), fillValue: d.int()))
    }
    add("Tensor.unique(size:fillValue:)") { d in
      d.keep(d.tensor().unique(size: d.int(), fillValue: d.optional(d.double())))
    }
    add("Tensor.bincount(length:weights:)") { d in
      d.keep(d.tensor().bincount(length: d.int(), weights: d.optional(d.tensor())))
    }
    add("Tensor.unraveled(_:)") { d in
      d.keep(d.tensor().unraveled(d.shape()))
    }
    add("Tensor.percentile(_:axis:method:keepDims:)") { d in
      d.keep(d.tensor().percentile(d.double(), axis: d.optional(d.axes()), method: d.one(of: [.linear, .lower, .higher, .midpoint, .nearest]), keepDims: d.bool()))
    }
    add("Tensor.covariance(correction:variablesInColumns:)") { d in
      d.keep(d.tensor().covariance(correction: d.int(), variablesInColumns: d.bool()))
    }
    add("Tensor.correlation(variablesInColumns:)") { d in
      d.keep(d.tensor().correlation(variablesInColumns: d.bool()))
    }
    add("Tensor.digitized(_:right:)") { d in
      d.keep(d.tensor().digitized(d.tensor(), right: d.bool()))
    }
    add("Tensor.histogram(edges:weights:)") { d in
      d.keep(d.tensor().histogram(edges: d.tensor(), weights: d.optional(d.tensor())))
    }
    add("Tensor.isIn(_:)") { d in
      d.keep(d.tensor().isIn(d.tensor()))
    }
    add("Tensor.slope(axis:spacing:)") { d in
      d.keep(d.tensor().slope(axis: d.int(), spacing: d.double()))
    }
    add("Tensor.trapezoid(axis:spacing:)") { d in
      d.keep(d.tensor().trapezoid(axis: d.int(), spacing: d.double()))
    }
    add("Tensor.polynomial(at:)") { d in
      d.keep(d.tensor().polynomial(at: d.tensor()))
    }
    add("Tensor.vandermonde(_:increasing:)") { d in
      d.keep(d.tensor().vandermonde(d.optional(d.int()), increasing: d.bool()))
    }
    add("Tensor.cumsum(axis:reverse:dtype:)") { d in
      d.keep(d.tensor().cumsum(axis: d.optional(d.int()), reverse: d.bool(), dtype: d.optional(d.dtype())))
    }
    add("Tensor.cumprod(axis:reverse:dtype:)") { d in
      d.keep(d.tensor().cumprod(axis: d.optional(d.int()), reverse: d.bool(), dtype: d.optional(d.dtype())))
    }
    add("Tensor.cummax(axis:reverse:)") { d in
      d.keep(d.tensor().cummax(axis: d.optional(d.int()), reverse: d.bool()))
    }
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
  }
}
