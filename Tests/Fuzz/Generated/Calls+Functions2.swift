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
    add("sum(_:axis:dtype:keepdims:initial:where:)") { d in
      d.keep(sum(d.tensor(), axis: d.optional(d.axes()), dtype: d.optional(d.dtype()), keepdims: d.bool(), initial: d.optional(d.double()), where: d.optional(d.tensor())))
    }
    add("prod(_:axis:dtype:keepdims:initial:where:)") { d in
      d.keep(prod(d.tensor(), axis: d.optional(d.axes()), dtype: d.optional(d.dtype()), keepdims: d.bool(), initial: d.optional(d.double()), where: d.optional(d.tensor())))
    }
    add("mean(_:axis:dtype:keepdims:where:)") { d in
      d.keep(mean(d.tensor(), axis: d.optional(d.axes()), dtype: d.optional(d.dtype()), keepdims: d.bool(), where: d.optional(d.tensor())))
    }
    add("std(_:axis:keepdims:where:correction:)") { d in
      d.keep(std(d.tensor(), axis: d.optional(d.axes()), keepdims: d.bool(), where: d.optional(d.tensor()), correction: d.int()))
    }
    add("max(_:axis:keepdims:initial:where:)") { d in
      d.keep(max(d.tensor(), axis: d.optional(d.axes()), keepdims: d.bool(), initial: d.optional(d.double()), where: d.optional(d.tensor())))
    }
    add("min(_:axis:keepdims:initial:where:)") { d in
      d.keep(min(d.tensor(), axis: d.optional(d.axes()), keepdims: d.bool(), initial: d.optional(d.double()), where: d.optional(d.tensor())))
    }
    add("ptp(_:axis:keepdims:)") { d in
      d.keep(ptp(d.tensor(), axis: d.optional(d.axes()), keepdims: d.bool()))
    }
    add("all(_:axis:keepdims:where:)") { d in
      d.keep(all(d.tensor(), axis: d.optional(d.axes()), keepdims: d.bool(), where: d.optional(d.tensor())))
    }
    add("any(_:axis:keepdims:where:)") { d in
      d.keep(any(d.tensor(), axis: d.optional(d.axes()), keepdims: d.bool(), where: d.optional(d.tensor())))
    }
    add("argmax(_:axis:keepdims:)") { d in
      d.keep(argmax(d.tensor(), axis: d.optional(d.int()), keepdims: d.bool()))
    }
    add("argmin(_:axis:keepdims:)") { d in
      d.keep(argmin(d.tensor(), axis: d.optional(d.int()), keepdims: d.bool()))
    }
    add("sort(_:axis:descending:)") { d in
      d.keep(sort(d.tensor(), axis: d.int(), descending: d.bool()))
    }
    add("argsort(_:axis:descending:)") { d in
      d.keep(argsort(d.tensor(), axis: d.int(), descending: d.bool()))
    }
    add("cumsum(_:axis:dtype:reverse:)") { d in
      d.keep(cumsum(d.tensor(), axis: d.optional(d.int()), dtype: d.optional(d.dtype()), reverse: d.bool()))
    }
    add("cumprod(_:axis:dtype:reverse:)") { d in
      d.keep(cumprod(d.tensor(), axis: d.optional(d.int()), dtype: d.optional(d.dtype()), reverse: d.bool()))
    }
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
  }
}
