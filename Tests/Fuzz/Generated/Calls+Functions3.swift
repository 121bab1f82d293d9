// Made by Utilities/generate/fuzz_calls.py; edit that instead.
// swift-format-ignore-file

import Blox
import Optimizers

extension Calls {
  static func functions3(_ add: Add) {
    add("dot(_:_:precision:preferredElementType:)") { d in
      d.keep(dot(d.tensor(), d.tensor(), precision: d.one(of: [.default, .high, .highest]), preferredElementType: d.optional(d.dtype())))
    }
    add("astype(_:_:)") { d in
      d.keep(astype(d.tensor(), d.dtype()))
    }
    add("reshape(_:_:)") { d in
      d.keep(reshape(d.tensor(), d.shape()))
    }
    add("ravel(_:)") { d in
      d.keep(ravel(d.tensor()))
    }
    add("transpose(_:_:)") { d in
      d.keep(transpose(d.tensor(), d.optional(d.ints())))
    }
    add("matrixTranspose(_:)") { d in
      d.keep(matrixTranspose(d.tensor()))
    }
    add("swapaxes(_:_:_:)") { d in
      d.keep(swapaxes(d.tensor(), d.int(), d.int()))
    }
    add("squeeze(_:axis:)") { d in
      d.keep(squeeze(d.tensor(), axis: d.optional(d.axes())))
    }
    add("take(_:_:axis:mode:fillValue:)") { d in
      d.keep(take(d.tensor(), d.tensor(), axis: d.optional(d.int()), mode: d.one(of: [.fill, .clip, .wrap, .promiseInBounds]), fillValue: d.optional(d.tensor())))
    }
    add("searchsorted(_:_:side:)") { d in
      d.keep(searchsorted(d.tensor(), d.tensor(), side: d.one(of: [.left, .right])))
    }
    add("nonzero(_:size:fillValue:)") { d in
      d.keep(nonzero(d.tensor(), size: d.int(), fillValue: d.int()))
    }
    add("diagonal(_:offset:axis1:axis2:)") { d in
      d.keep(diagonal(d.tensor(), offset: d.int(), axis1: d.int(), axis2: d.int()))
    }
    add("trace(_:offset:axis1:axis2:)") { d in
      d.keep(trace(d.tensor(), offset: d.int(), axis1: d.int(), axis2: d.int()))
    }
    add("finfo(_:)") { d in
      d.keep(finfo(d.dtype()))
    }
    add("iinfo(_:)") { d in
      d.keep(iinfo(d.dtype()))
    }
    add("promoteTypes(_:_:)") { d in
      d.keep(promoteTypes(d.dtype(), d.dtype()))
    }
    add("resultType(_:)") { d in
      d.keep(resultType(d.tensor(), d.tensor()))
    }
    add("broadcastShapes(_:)") { d in
      try d.keep(broadcastShapes(d.shape(), d.shape()))
    }
    add("matmul(_:_:precision:preferredElementType:)") { d in
      d.keep(matmul(d.tensor(), d.tensor(), precision: d.one(of: [.default, .high, .highest]), preferredElementType: d.optional(d.dtype())))
    }
    add("quantizedMatmul(_:_:scale:isTransposed:)") { d in
      d.keep(quantizedMatmul(d.tensor(), d.tensor(), scale: d.tensor(), isTransposed: d.bool()))
    }
    add("unique(_:size:fillValue:)") { d in
      d.keep(unique(d.tensor(), size: d.int(), fillValue: d.optional(d.double())))
    }
    add("bincount(_:weights:length:)") { d in
      d.keep(bincount(d.tensor(), weights: d.optional(d.tensor()), length: d.int()))
    }
    add("unravelIndex(_:_:)") { d in
      d.keep(unravelIndex(d.tensor(), d.shape()))
    }
    add("interp(_:_:_:)") { d in
      d.keep(interp(d.tensor(), d.tensor(), d.tensor()))
    }
    add("xlogy(_:_:)") { d in
      d.keep(xlogy(d.tensor(), d.tensor()))
    }
    add("xlog1py(_:_:)") { d in
      d.keep(xlog1py(d.tensor(), d.tensor()))
    }
    add("entr(_:)") { d in
      d.keep(entr(d.tensor()))
    }
    add("relEntr(_:_:)") { d in
      d.keep(relEntr(d.tensor(), d.tensor()))
    }
    add("klDiv(_:_:)") { d in
      d.keep(klDiv(d.tensor(), d.tensor()))
    }
    add("logit(_:)") { d in
      d.keep(logit(d.tensor()))
    }
    add("sinc(_:)") { d in
      d.keep(sinc(d.tensor()))
    }
    add("ndtr(_:)") { d in
      d.keep(ndtr(d.tensor()))
    }
    add("gamma(_:)") { d in
      d.keep(gamma(d.tensor()))
    }
    add("betaln(_:_:)") { d in
      d.keep(betaln(d.tensor(), d.tensor()))
    }
    add("factorial(_:)") { d in
      d.keep(factorial(d.tensor()))
    }
    add("logaddexp2(_:_:)") { d in
      d.keep(logaddexp2(d.tensor(), d.tensor()))
    }
    add("logmeanexp(_:axis:where:keepdims:)") { d in
      d.keep(logmeanexp(d.tensor(), axis: d.optional(d.axes()), where: d.optional(d.tensor()), keepdims: d.bool()))
    }
    add("cov(_:rowvar:ddof:)") { d in
      d.keep(cov(d.tensor(), rowvar: d.bool(), ddof: d.int()))
    }
    add("corrcoef(_:rowvar:)") { d in
      d.keep(corrcoef(d.tensor(), rowvar: d.bool()))
    }
    add("percentile(_:_:axis:method:keepdims:)") { d in
      d.keep(percentile(d.tensor(), d.double(), axis: d.optional(d.axes()), method: d.one(of: [.linear, .lower, .higher, .midpoint, .nearest]), keepdims: d.bool()))
    }
    add("digitize(_:_:right:)") { d in
      d.keep(digitize(d.tensor(), d.tensor(), right: d.bool()))
    }
    add("histogram(_:bins:weights:)") { d in
      d.keep(histogram(d.tensor(), bins: d.tensor(), weights: d.optional(d.tensor())))
    }
    add("isin(_:_:)") { d in
      d.keep(isin(d.tensor(), d.tensor()))
    }
    add("gradient(_:_:axis:)") { d in
      d.keep(gradient(d.tensor(), d.double(), axis: d.int()))
    }
    add("trapezoid(_:dx:axis:)") { d in
      d.keep(trapezoid(d.tensor(), dx: d.double(), axis: d.int()))
    }
    add("polyval(_:_:)") { d in
      d.keep(polyval(d.tensor(), d.tensor()))
    }
    add("vander(_:_:increasing:)") { d in
      d.keep(vander(d.tensor(), d.optional(d.int()), increasing: d.bool()))
    }
    add("cummax(_:axis:reverse:)") { d in
      d.keep(cummax(d.tensor(), axis: d.optional(d.int()), reverse: d.bool()))
    }
    add("cummin(_:axis:reverse:)") { d in
      d.keep(cummin(d.tensor(), axis: d.optional(d.int()), reverse: d.bool()))
    }
    add("cumlogsumexp(_:axis:reverse:)") { d in
      d.keep(cumlogsumexp(d.tensor(), axis: d.optional(d.int()), reverse: d.bool()))
    }
    add("diff(_:n:axis:)") { d in
      d.keep(diff(d.tensor(), n: d.int(), axis: d.int()))
    }
    add("tril(_:k:)") { d in
      d.keep(tril(d.tensor(), k: d.int()))
    }
    add("triu(_:k:)") { d in
      d.keep(triu(d.tensor(), k: d.int()))
    }
    add("diag(_:k:)") { d in
      d.keep(diag(d.tensor(), k: d.int()))
    }
    add("nansum(_:axis:keepdims:)") { d in
      d.keep(nansum(d.tensor(), axis: d.optional(d.axes()), keepdims: d.bool()))
    }
    add("nanprod(_:axis:keepdims:)") { d in
      d.keep(nanprod(d.tensor(), axis: d.optional(d.axes()), keepdims: d.bool()))
    }
    add("nanmean(_:axis:keepdims:)") { d in
      d.keep(nanmean(d.tensor(), axis: d.optional(d.axes()), keepdims: d.bool()))
    }
    add("nanvar(_:axis:ddof:keepdims:)") { d in
      d.keep(nanvar(d.tensor(), axis: d.optional(d.axes()), ddof: d.int(), keepdims: d.bool()))
    }
    add("nanstd(_:axis:ddof:keepdims:)") { d in
      d.keep(nanstd(d.tensor(), axis: d.optional(d.axes()), ddof: d.int(), keepdims: d.bool()))
    }
    add("nanmax(_:axis:keepdims:)") { d in
      d.keep(nanmax(d.tensor(), axis: d.optional(d.axes()), keepdims: d.bool()))
    }
    add("nanmin(_:axis:keepdims:)") { d in
      d.keep(nanmin(d.tensor(), axis: d.optional(d.axes()), keepdims: d.bool()))
    }
    add("nanargmax(_:axis:keepdims:)") { d in
      d.keep(nanargmax(d.tensor(), axis: d.optional(d.int()), keepdims: d.bool()))
    }
    add("nanargmin(_:axis:keepdims:)") { d in
      d.keep(nanargmin(d.tensor(), axis: d.optional(d.int()), keepdims: d.bool()))
    }
    add("nancumsum(_:axis:)") { d in
      d.keep(nancumsum(d.tensor(), axis: d.optional(d.int())))
    }
    add("nancumprod(_:axis:)") { d in
      d.keep(nancumprod(d.tensor(), axis: d.optional(d.int())))
    }
    add("pad(_:_:_:)") { d in
      d.keep(pad(d.tensor(), d.tensor(), [(d.int(), d.int(), d.int())]))
    }
    add("pad(_:_:mode:)") { d in
      d.keep(pad(d.tensor(), d.pairs(), mode: d.paddingMode()))
    }
    add("flip(_:axis:)") { d in
      d.keep(flip(d.tensor(), axis: d.optional(d.axes())))
    }
    add("roll(_:_:axis:)") { d in
      d.keep(roll(d.tensor(), d.int(), axis: d.optional(d.int())))
    }
    add("roll(_:_:axis:)") { d in
      d.keep(roll(d.tensor(), d.ints(), axis: d.ints()))
    }
    add("rot90(_:k:axes:)") { d in
      d.keep(rot90(d.tensor(), k: d.int(), axes: (d.int(), d.int())))
    }
    add("tile(_:_:)") { d in
      d.keep(tile(d.tensor(), d.ints()))
    }
    add("split(_:_:axis:)") { d in
      d.keep(split(d.tensor(), d.int(), axis: d.int()))
    }
    add("arraySplit(_:_:axis:)") { d in
      d.keep(arraySplit(d.tensor(), d.int(), axis: d.int()))
    }
    add("split(_:_:axis:)") { d in
      d.keep(split(d.tensor(), d.ints(), axis: d.int()))
    }
    add("broadcastInDim(_:_:_:)") { d in
      d.keep(broadcastInDim(d.tensor(), d.shape(), d.ints()))
    }
    add("vstack(_:)") { d in
      d.keep(vstack(d.tensors()))
    }
    add("hstack(_:)") { d in
      d.keep(hstack(d.tensors()))
    }
    add("dstack(_:)") { d in
      d.keep(dstack(d.tensors()))
    }
    add("columnStack(_:)") { d in
      d.keep(columnStack(d.tensors()))
    }
    add("broadcastArrays(_:)") { d in
      d.keep(broadcastArrays(d.tensors()))
    }
    add("topK(_:_:axis:)") { d in
      d.keep(topK(d.tensor(), d.int(), axis: d.int()))
    }
    add("quantile(_:_:axis:method:keepdims:)") { d in
      d.keep(quantile(d.tensor(), d.double(), axis: d.optional(d.axes()), method: d.one(of: [.linear, .lower, .higher, .midpoint, .nearest]), keepdims: d.bool()))
    }
    add("median(_:axis:keepdims:)") { d in
      d.keep(median(d.tensor(), axis: d.optional(d.axes()), keepdims: d.bool()))
    }
    add("sort(_:dimension:numKeys:)") { d in
      d.keep(sort(d.tensors(), dimension: d.int(), numKeys: d.int()))
    }
    add("lexsort(_:axis:)") { d in
      d.keep(lexsort(d.tensors(), axis: d.int()))
    }
    add("rotaryEmbedding(_:positions:base:options:)") { d in
      d.keep(rotaryEmbedding(d.tensor(), positions: d.tensor(), base: d.double(), options: d.rotaryOptions()))
    }
    add("displayText(_:_:isColored:depth:folded:)") { d in
      try d.keep(displayText(d.graph(), d.optional(d.params()), isColored: d.bool(), depth: d.optional(d.int()), folded: d.bool()))
    }
    add("displayText(_:_:isColored:depth:folded:)") { d in
      try d.keep(displayText([d.graph()], d.optional(d.params()), isColored: d.bool(), depth: d.optional(d.int()), folded: d.bool()))
    }
    add("displayHTML(_:_:)") { d in
      try d.keep(displayHTML(d.graph(), d.optional(d.params())))
    }
    add("displayHTML(_:_:)") { d in
      try d.keep(displayHTML([d.graph()], d.optional(d.params())))
    }
    add("jit(_:)") { d in
      try d.keep(jit(d.layer()))
    }
    add("maxPool(_:windowShape:strides:padding:)") { d in
      d.keep(maxPool(d.tensor(), windowShape: d.extents(), strides: d.optional(d.extents()), padding: d.padding()))
    }
    add("minPool(_:windowShape:strides:padding:)") { d in
      d.keep(minPool(d.tensor(), windowShape: d.extents(), strides: d.optional(d.extents()), padding: d.padding()))
    }
    add("avgPool(_:windowShape:strides:padding:)") { d in
      d.keep(avgPool(d.tensor(), windowShape: d.extents(), strides: d.optional(d.extents()), padding: d.padding()))
    }
    add("quantized(_:groupSize:embeddings:where:)") { d in
      try d.keep(quantized(d.params(), groupSize: d.optional(d.int()), embeddings: d.bool(), where: { path, _ in path.count > 1 }))
    }
    add("applyUpdates(_:_:)") { d in
      d.keep(applyUpdates(d.tensors(), d.tensors()))
    }
    add("valueAndGradFromState(_:)") { d in
      d.keep(valueAndGradFromState({ (tree: [Tensor]) in globalNorm(tree) }))
    }
    add("ctcLoss(_:_:_:_:blankId:logEpsilon:)") { d in
      d.keep(ctcLoss(d.tensor(), d.tensor(), d.tensor(), d.tensor(), blankId: d.int(), logEpsilon: d.double()))
    }
    add("ctcLossWithForwardProbs(_:_:_:_:blankId:logEpsilon:)") { d in
      d.keep(ctcLossWithForwardProbs(d.tensor(), d.tensor(), d.tensor(), d.tensor(), blankId: d.int(), logEpsilon: d.double()))
    }
  }
}
