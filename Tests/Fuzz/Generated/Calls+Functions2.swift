// Made by Utilities/generate/fuzz_calls.py; edit that instead.
// swift-format-ignore-file

import Blox
import Optimizers

extension Calls {
  static func functions2(_ add: Add) {
    add("erfinv(_:)") { d in
      d.keep(erfinv(d.tensor()))
    }
    add("abs(_:)") { d in
      d.keep(abs(d.tensor()))
    }
    add("sign(_:)") { d in
      d.keep(sign(d.tensor()))
    }
    add("floor(_:)") { d in
      d.keep(floor(d.tensor()))
    }
    add("ceil(_:)") { d in
      d.keep(ceil(d.tensor()))
    }
    add("round(_:)") { d in
      d.keep(round(d.tensor()))
    }
    add("round(_:decimals:)") { d in
      d.keep(round(d.tensor(), decimals: d.int()))
    }
    add("rint(_:)") { d in
      d.keep(rint(d.tensor()))
    }
    add("reciprocal(_:)") { d in
      d.keep(reciprocal(d.tensor()))
    }
    add("square(_:)") { d in
      d.keep(square(d.tensor()))
    }
    add("isfinite(_:)") { d in
      d.keep(isfinite(d.tensor()))
    }
    add("isnan(_:)") { d in
      d.keep(isnan(d.tensor()))
    }
    add("maximum(_:_:)") { d in
      d.keep(maximum(d.tensor(), d.tensor()))
    }
    add("minimum(_:_:)") { d in
      d.keep(minimum(d.tensor(), d.tensor()))
    }
    add("atan2(_:_:)") { d in
      d.keep(atan2(d.tensor(), d.tensor()))
    }
    add("power(_:_:)") { d in
      d.keep(power(d.tensor(), d.tensor()))
    }
    add("select(_:_:_:)") { d in
      d.keep(select(d.tensor(), d.tensor(), d.tensor()))
    }
    add("clip(_:_:_:)") { d in
      d.keep(clip(d.tensor(), d.tensor(), d.tensor()))
    }
    add("stopGradient(_:)") { d in
      d.keep(stopGradient(d.tensor()))
    }
    add("trunc(_:)") { d in
      d.keep(trunc(d.tensor()))
    }
    add("slice(_:_:_:strides:)") { d in
      d.keep(slice(d.tensor(), d.ints(), d.ints(), strides: d.optional(d.ints())))
    }
    add("dynamicSlice(_:_:_:)") { d in
      d.keep(dynamicSlice(d.tensor(), d.tensors(), d.ints()))
    }
    add("dynamicUpdateSlice(_:_:_:)") { d in
      d.keep(dynamicUpdateSlice(d.tensor(), d.tensor(), d.tensors()))
    }
    add("dynamicSliceInDim(_:_:_:axis:)") { d in
      d.keep(dynamicSliceInDim(d.tensor(), d.tensor(), d.int(), axis: d.int()))
    }
    add("dynamicIndexInDim(_:_:axis:keepdims:)") { d in
      d.keep(dynamicIndexInDim(d.tensor(), d.tensor(), axis: d.int(), keepdims: d.bool()))
    }
    add("dynamicUpdateSliceInDim(_:_:_:axis:)") { d in
      d.keep(dynamicUpdateSliceInDim(d.tensor(), d.tensor(), d.tensor(), axis: d.int()))
    }
    add("dynamicUpdateIndexInDim(_:_:_:axis:)") { d in
      d.keep(dynamicUpdateIndexInDim(d.tensor(), d.tensor(), d.tensor(), axis: d.int()))
    }
    add("gather(_:_:dimensionNumbers:sliceSizes:mode:fillValue:)") { d in
      d.keep(gather(d.tensor(), d.tensor(), dimensionNumbers: d.gatherDimensionNumbers(), sliceSizes: d.ints(), mode: d.one(of: [.fill, .clip, .wrap, .promiseInBounds]), fillValue: d.optional(d.tensor())))
    }
    add("scatter(_:_:_:dimensionNumbers:uniqueIndices:mode:)") { d in
      d.keep(scatter(d.tensor(), d.tensor(), d.tensor(), dimensionNumbers: d.scatterDimensionNumbers(), uniqueIndices: d.bool(), mode: d.one(of: [.fill, .clip, .wrap, .promiseInBounds])))
    }
    add("scatterAdd(_:_:_:dimensionNumbers:uniqueIndices:mode:)") { d in
      d.keep(scatterAdd(d.tensor(), d.tensor(), d.tensor(), dimensionNumbers: d.scatterDimensionNumbers(), uniqueIndices: d.bool(), mode: d.one(of: [.fill, .clip, .wrap, .promiseInBounds])))
    }
    add("scatterMul(_:_:_:dimensionNumbers:uniqueIndices:mode:)") { d in
      d.keep(scatterMul(d.tensor(), d.tensor(), d.tensor(), dimensionNumbers: d.scatterDimensionNumbers(), uniqueIndices: d.bool(), mode: d.one(of: [.fill, .clip, .wrap, .promiseInBounds])))
    }
    add("scatterMin(_:_:_:dimensionNumbers:uniqueIndices:mode:)") { d in
      d.keep(scatterMin(d.tensor(), d.tensor(), d.tensor(), dimensionNumbers: d.scatterDimensionNumbers(), uniqueIndices: d.bool(), mode: d.one(of: [.fill, .clip, .wrap, .promiseInBounds])))
    }
    add("scatterMax(_:_:_:dimensionNumbers:uniqueIndices:mode:)") { d in
      d.keep(scatterMax(d.tensor(), d.tensor(), d.tensor(), dimensionNumbers: d.scatterDimensionNumbers(), uniqueIndices: d.bool(), mode: d.one(of: [.fill, .clip, .wrap, .promiseInBounds])))
    }
    add("segmentSum(_:_:numSegments:)") { d in
      d.keep(segmentSum(d.tensor(), d.tensor(), numSegments: d.int()))
    }
    add("segmentProd(_:_:numSegments:)") { d in
      d.keep(segmentProd(d.tensor(), d.tensor(), numSegments: d.int()))
    }
    add("segmentMax(_:_:numSegments:)") { d in
      d.keep(segmentMax(d.tensor(), d.tensor(), numSegments: d.int()))
    }
    add("segmentMin(_:_:numSegments:)") { d in
      d.keep(segmentMin(d.tensor(), d.tensor(), numSegments: d.int()))
    }
    add("takeAlongAxis(_:_:axis:mode:)") { d in
      d.keep(takeAlongAxis(d.tensor(), d.tensor(), axis: d.int(), mode: d.one(of: [.fill, .clip, .wrap, .promiseInBounds])))
    }
    add("matvec(_:_:)") { d in
      d.keep(matvec(d.tensor(), d.tensor()))
    }
    add("logicalAnd(_:_:)") { d in
      d.keep(logicalAnd(d.tensor(), d.tensor()))
    }
    add("logicalOr(_:_:)") { d in
      d.keep(logicalOr(d.tensor(), d.tensor()))
    }
    add("logicalXor(_:_:)") { d in
      d.keep(logicalXor(d.tensor(), d.tensor()))
    }
    add("logicalNot(_:)") { d in
      d.keep(logicalNot(d.tensor()))
    }
    add("isinf(_:)") { d in
      d.keep(isinf(d.tensor()))
    }
    add("leftShift(_:_:)") { d in
      d.keep(leftShift(d.tensor(), d.tensor()))
    }
    add("rightShift(_:_:)") { d in
      d.keep(rightShift(d.tensor(), d.tensor()))
    }
    add("populationCount(_:)") { d in
      d.keep(populationCount(d.tensor()))
    }
    add("clz(_:)") { d in
      d.keep(clz(d.tensor()))
    }
    add("shiftRightLogical(_:_:)") { d in
      d.keep(shiftRightLogical(d.tensor(), d.tensor()))
    }
    add("isclose(_:_:rtol:atol:equalNan:)") { d in
      d.keep(isclose(d.tensor(), d.tensor(), rtol: d.double(), atol: d.double(), equalNan: d.bool()))
    }
    add("allclose(_:_:rtol:atol:equalNan:)") { d in
      d.keep(allclose(d.tensor(), d.tensor(), rtol: d.double(), atol: d.double(), equalNan: d.bool()))
    }
    add("matmul(_:_:precision:preferredElementType:)") { d in
      d.keep(matmul(d.tensor(), d.tensor(), precision: d.one(of: [.default, .high, .highest]), preferredElementType: d.optional(d.dtype())))
    }
    add("bitcastConvertType(_:_:)") { d in
      d.keep(bitcastConvertType(d.tensor(), d.dtype()))
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
    add("select(_:_:default:)") { d in
      d.keep(select(d.tensors(), d.tensors(), default: d.tensor()))
    }
    add("selectN(_:_:)") { d in
      d.keep(selectN(d.tensor(), d.tensors()))
    }
    add("clamp(_:_:_:)") { d in
      d.keep(clamp(d.tensor(), d.tensor(), d.tensor()))
    }
    add("fmax(_:_:)") { d in
      d.keep(fmax(d.tensor(), d.tensor()))
    }
    add("fmin(_:_:)") { d in
      d.keep(fmin(d.tensor(), d.tensor()))
    }
    add("broadcastTo(_:_:)") { d in
      d.keep(broadcastTo(d.tensor(), d.shape()))
    }
    add("expandDims(_:axis:)") { d in
      d.keep(expandDims(d.tensor(), axis: d.axes()))
    }
    add("moveaxis(_:_:_:)") { d in
      d.keep(moveaxis(d.tensor(), d.int(), d.int()))
    }
    add("moveaxis(_:_:_:)") { d in
      d.keep(moveaxis(d.tensor(), d.ints(), d.ints()))
    }
    add("concatenate(_:axis:)") { d in
      d.keep(concatenate(d.tensors(), axis: d.int()))
    }
    add("stack(_:axis:)") { d in
      d.keep(stack(d.tensors(), axis: d.int()))
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
  }
}
