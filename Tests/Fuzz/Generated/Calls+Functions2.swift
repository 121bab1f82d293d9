// Made by Utilities/generate/fuzz_calls.py; edit that instead.
// swift-format-ignore-file

import Blox
import Optimizers

extension Calls {
  static func functions2(_ add: Add) {
    add("silu(_:)") { d in
      d.keep(silu(d.tensor()))
    }
    add("hardSilu(_:)") { d in
      d.keep(hardSilu(d.tensor()))
    }
    add("mish(_:)") { d in
      d.keep(mish(d.tensor()))
    }
    add("hardTanh(_:)") { d in
      d.keep(hardTanh(d.tensor()))
    }
    add("elu(_:alpha:)") { d in
      d.keep(elu(d.tensor(), alpha: d.double()))
    }
    add("celu(_:alpha:)") { d in
      d.keep(celu(d.tensor(), alpha: d.double()))
    }
    add("selu(_:)") { d in
      d.keep(selu(d.tensor()))
    }
    add("gelu(_:approximate:)") { d in
      d.keep(gelu(d.tensor(), approximate: d.bool()))
    }
    add("glu(_:axis:)") { d in
      d.keep(glu(d.tensor(), axis: d.int()))
    }
    add("log1mexp(_:)") { d in
      d.keep(log1mexp(d.tensor()))
    }
    add("dotProductAttention(_:_:_:bias:mask:scale:isCausal:querySequenceLengths:keyValueSequenceLengths:localWindow:)") { d in
      d.keep(dotProductAttention(d.tensor(), d.tensor(), d.tensor(), bias: d.optional(d.tensor()), mask: d.optional(d.tensor()), scale: d.optional(d.double()), isCausal: d.bool(), querySequenceLengths: d.optional(d.tensor()), keyValueSequenceLengths: d.optional(d.tensor()), localWindow: d.optional((before: d.int(), after: d.int()))))
    }
    add("convGeneralDilated(_:_:windowStrides:padding:lhsDilation:rhsDilation:dimensionNumbers:featureGroupCount:batchGroupCount:precision:preferredElementType:)") { d in
      d.keep(convGeneralDilated(d.tensor(), d.tensor(), windowStrides: d.ints(), padding: d.padding(), lhsDilation: d.optional(d.ints()), rhsDilation: d.optional(d.ints()), dimensionNumbers: d.optional(d.convDimensionNumbers()), featureGroupCount: d.int(), batchGroupCount: d.int(), precision: d.one(of: [.default, .high, .highest]), preferredElementType: d.optional(d.dtype())))
    }
    add("convTranspose(_:_:strides:padding:rhsDilation:dimensionNumbers:transposeKernel:precision:preferredElementType:)") { d in
      d.keep(convTranspose(d.tensor(), d.tensor(), strides: d.ints(), padding: d.padding(), rhsDilation: d.optional(d.ints()), dimensionNumbers: d.optional(d.convDimensionNumbers()), transposeKernel: d.bool(), precision: d.one(of: [.default, .high, .highest]), preferredElementType: d.optional(d.dtype())))
    }
    add("softmaxCrossEntropy(_:_:axis:)") { d in
      d.keep(softmaxCrossEntropy(d.tensor(), d.tensor(), axis: d.int()))
    }
    add("softmaxCrossEntropyWithIntegerLabels(_:_:axis:)") { d in
      d.keep(softmaxCrossEntropyWithIntegerLabels(d.tensor(), d.tensor(), axis: d.int()))
    }
    add("sigmoidBinaryCrossEntropy(_:_:)") { d in
      d.keep(sigmoidBinaryCrossEntropy(d.tensor(), d.tensor()))
    }
    add("l2Loss(_:_:)") { d in
      d.keep(l2Loss(d.tensor(), d.optional(d.tensor())))
    }
    add("huberLoss(_:_:delta:)") { d in
      d.keep(huberLoss(d.tensor(), d.optional(d.tensor()), delta: d.double()))
    }
    add("reduceWindow(_:_:window:strides:padding:baseDilation:windowDilation:)") { d in
      d.keep(reduceWindow(d.tensor(), d.one(of: [.add, .max, .min, .multiply]), window: d.ints(), strides: d.optional(d.ints()), padding: d.padding(), baseDilation: d.optional(d.ints()), windowDilation: d.optional(d.ints())))
    }
    add("logSumExp(_:axis:keepDims:where:)") { d in
      d.keep(logSumExp(d.tensor(), axis: d.optional(d.axes()), keepDims: d.bool(), where: d.optional(d.tensor())))
    }
    add("softmax(_:axis:where:)") { d in
      d.keep(softmax(d.tensor(), axis: d.optional(d.axes()), where: d.optional(d.tensor())))
    }
    add("logSoftmax(_:axis:where:)") { d in
      d.keep(logSoftmax(d.tensor(), axis: d.optional(d.axes()), where: d.optional(d.tensor())))
    }
    add("standardize(_:axis:epsilon:where:)") { d in
      d.keep(standardize(d.tensor(), axis: d.optional(d.axes()), epsilon: d.double(), where: d.optional(d.tensor())))
    }
    add("oneHot(_:_:dtype:axis:)") { d in
      d.keep(oneHot(d.tensor(), d.int(), dtype: d.dtype(), axis: d.int()))
    }
    add("dotGeneral(_:_:contracting:batching:precision:preferredElementType:)") { d in
      d.keep(dotGeneral(d.tensor(), d.tensor(), contracting: (d.ints(), d.ints()), batching: (d.ints(), d.ints()), precision: d.one(of: [.default, .high, .highest]), preferredElementType: d.optional(d.dtype())))
    }
    add("floorDivide(_:_:)") { d in
      d.keep(floorDivide(d.tensor(), d.tensor()))
    }
    add("remainder(_:_:)") { d in
      d.keep(remainder(d.tensor(), d.tensor()))
    }
    add("fmod(_:_:)") { d in
      d.keep(fmod(d.tensor(), d.tensor()))
    }
    add("truncatedRemainder(_:_:)") { d in
      d.keep(truncatedRemainder(d.tensor(), d.tensor()))
    }
    add("truncatedDivide(_:_:)") { d in
      d.keep(truncatedDivide(d.tensor(), d.tensor()))
    }
    add("divmod(_:_:)") { d in
      d.keep(divmod(d.tensor(), d.tensor()))
    }
    add("gcd(_:_:)") { d in
      d.keep(gcd(d.tensor(), d.tensor()))
    }
    add("lcm(_:_:)") { d in
      d.keep(lcm(d.tensor(), d.tensor()))
    }
    add("einsum(_:_:precision:preferredElementType:)") { d in
      d.keep(einsum(d.text(), d.tensor(), d.tensor(), precision: d.one(of: [.default, .high, .highest]), preferredElementType: d.optional(d.dtype())))
    }
    add("einsum(_:_:precision:preferredElementType:)") { d in
      d.keep(einsum(d.text(), d.tensors(), precision: d.one(of: [.default, .high, .highest]), preferredElementType: d.optional(d.dtype())))
    }
    add("slice(_:start:limit:strides:)") { d in
      d.keep(slice(d.tensor(), start: d.ints(), limit: d.ints(), strides: d.optional(d.ints())))
    }
    add("dynamicSlice(_:_:sizes:)") { d in
      d.keep(dynamicSlice(d.tensor(), d.tensors(), sizes: d.ints()))
    }
    add("dynamicUpdateSlice(_:_:_:)") { d in
      d.keep(dynamicUpdateSlice(d.tensor(), d.tensor(), d.tensors()))
    }
    add("dynamicSliceInDim(_:_:size:axis:)") { d in
      d.keep(dynamicSliceInDim(d.tensor(), d.tensor(), size: d.int(), axis: d.int()))
    }
    add("dynamicIndexInDim(_:_:axis:keepDims:)") { d in
      d.keep(dynamicIndexInDim(d.tensor(), d.tensor(), axis: d.int(), keepDims: d.bool()))
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
    add("segmentSum(_:_:count:)") { d in
      d.keep(segmentSum(d.tensor(), d.tensor(), count: d.int()))
    }
    add("segmentProduct(_:_:count:)") { d in
      d.keep(segmentProduct(d.tensor(), d.tensor(), count: d.int()))
    }
    add("segmentMax(_:_:count:)") { d in
      d.keep(segmentMax(d.tensor(), d.tensor(), count: d.int()))
    }
    add("segmentMin(_:_:count:)") { d in
      d.keep(segmentMin(d.tensor(), d.tensor(), count: d.int()))
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
    add("isInf(_:)") { d in
      d.keep(isInf(d.tensor()))
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
    add("countLeadingZeros(_:)") { d in
      d.keep(countLeadingZeros(d.tensor()))
    }
    add("shiftRightLogical(_:_:)") { d in
      d.keep(shiftRightLogical(d.tensor(), d.tensor()))
    }
    add("isClose(_:_:rtol:atol:equalNaN:)") { d in
      d.keep(isClose(d.tensor(), d.tensor(), rtol: d.double(), atol: d.double(), equalNaN: d.bool()))
    }
    add("allClose(_:_:rtol:atol:equalNaN:)") { d in
      d.keep(allClose(d.tensor(), d.tensor(), rtol: d.double(), atol: d.double(), equalNaN: d.bool()))
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
    add("relativeEntropy(_:_:)") { d in
      d.keep(relativeEntropy(d.tensor(), d.tensor()))
    }
    add("klDivergence(_:_:)") { d in
      d.keep(klDivergence(d.tensor(), d.tensor()))
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
    add("logAddExp2(_:_:)") { d in
      d.keep(logAddExp2(d.tensor(), d.tensor()))
    }
    add("logMeanExp(_:axis:keepDims:where:)") { d in
      d.keep(logMeanExp(d.tensor(), axis: d.optional(d.axes()), keepDims: d.bool(), where: d.optional(d.tensor())))
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
    add("broadcastTogether(_:)") { d in
      d.keep(broadcastTogether(d.tensors()))
    }
    add("sort(_:axis:keyCount:)") { d in
      d.keep(sort(d.tensors(), axis: d.int(), keyCount: d.int()))
    }
    add("lexsort(_:axis:)") { d in
      d.keep(lexsort(d.tensors(), axis: d.int()))
    }
    add("rotaryEmbedding(_:positions:base:)") { d in
      d.keep(rotaryEmbedding(d.tensor(), positions: d.tensor(), base: d.double()))
    }
    add("displayText(_:_:isColored:)") { d in
      try d.keep(displayText(d.graph(), d.optional(d.params()), isColored: d.bool()))
    }
    add("displayText(_:_:isColored:)") { d in
      try d.keep(displayText([d.graph()], d.optional(d.params()), isColored: d.bool()))
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
    add("applyUpdates(_:_:)") { d in
      d.keep(applyUpdates(d.tensors(), d.tensors()))
    }
    add("globalNorm(_:)") { d in
      d.keep(globalNorm(d.tensors()))
    }
    add("incrementalUpdate(_:_:stepSize:)") { d in
      d.keep(incrementalUpdate(d.tensors(), d.tensors(), stepSize: d.double()))
    }
  }
}
