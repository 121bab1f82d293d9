// Made by Utilities/generate/fuzz_calls.py; edit that instead.
// swift-format-ignore-file

import Blox
import Optimizers

extension Calls {
  static func functions2(_ add: Add) {
    add("relu6(_:)") { d in
      d.keep(relu6(d.tensor()))
    }
    add("leakyRelu(_:negativeSlope:)") { d in
      d.keep(leakyRelu(d.tensor(), negativeSlope: d.double()))
    }
    add("sigmoid(_:)") { d in
      d.keep(sigmoid(d.tensor()))
    }
    add("logSigmoid(_:)") { d in
      d.keep(logSigmoid(d.tensor()))
    }
    add("hardSigmoid(_:)") { d in
      d.keep(hardSigmoid(d.tensor()))
    }
    add("sparseSigmoid(_:)") { d in
      d.keep(sparseSigmoid(d.tensor()))
    }
    add("softplus(_:)") { d in
      d.keep(softplus(d.tensor()))
    }
    add("sparsePlus(_:)") { d in
      d.keep(sparsePlus(d.tensor()))
    }
    add("squareplus(_:b:)") { d in
      d.keep(squareplus(d.tensor(), b: d.double()))
    }
    add("softSign(_:)") { d in
      d.keep(softSign(d.tensor()))
    }
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
    add("reduceWindow(_:_:windowDimensions:windowStrides:padding:baseDilation:windowDilation:)") { d in
      d.keep(reduceWindow(d.tensor(), d.one(of: [.add, .max, .min, .multiply]), windowDimensions: d.ints(), windowStrides: d.optional(d.ints()), padding: d.padding(), baseDilation: d.optional(d.ints()), windowDilation: d.optional(d.ints())))
    }
    add("logsumexp(_:axis:keepdims:where:)") { d in
      d.keep(logsumexp(d.tensor(), axis: d.optional(d.axes()), keepdims: d.bool(), where: d.optional(d.tensor())))
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
    add("dotGeneral(_:_:dimensionNumbers:precision:preferredElementType:)") { d in
      d.keep(dotGeneral(d.tensor(), d.tensor(), dimensionNumbers: ((d.ints(), d.ints()), (d.ints(), d.ints())), precision: d.one(of: [.default, .high, .highest]), preferredElementType: d.optional(d.dtype())))
    }
    add("inner(_:_:precision:preferredElementType:)") { d in
      d.keep(inner(d.tensor(), d.tensor(), precision: d.one(of: [.default, .high, .highest]), preferredElementType: d.optional(d.dtype())))
    }
    add("outer(_:_:)") { d in
      d.keep(outer(d.tensor(), d.tensor()))
    }
    add("vdot(_:_:precision:preferredElementType:)") { d in
      d.keep(vdot(d.tensor(), d.tensor(), precision: d.one(of: [.default, .high, .highest]), preferredElementType: d.optional(d.dtype())))
    }
    add("tensordot(_:_:axes:precision:preferredElementType:)") { d in
      d.keep(tensordot(d.tensor(), d.tensor(), axes: d.int(), precision: d.one(of: [.default, .high, .highest]), preferredElementType: d.optional(d.dtype())))
    }
    add("tensordot(_:_:axes:precision:preferredElementType:)") { d in
      d.keep(tensordot(d.tensor(), d.tensor(), axes: (d.ints(), d.ints()), precision: d.one(of: [.default, .high, .highest]), preferredElementType: d.optional(d.dtype())))
    }
    add("kron(_:_:)") { d in
      d.keep(kron(d.tensor(), d.tensor()))
    }
    add("cross(_:_:axis:)") { d in
      d.keep(cross(d.tensor(), d.tensor(), axis: d.int()))
    }
    add("correlate(_:_:mode:precision:)") { d in
      d.keep(correlate(d.tensor(), d.tensor(), mode: d.one(of: [.full, .same, .valid]), precision: d.one(of: [.default, .high, .highest])))
    }
    add("convolve(_:_:mode:precision:)") { d in
      d.keep(convolve(d.tensor(), d.tensor(), mode: d.one(of: [.full, .same, .valid]), precision: d.one(of: [.default, .high, .highest])))
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
    add("rem(_:_:)") { d in
      d.keep(rem(d.tensor(), d.tensor()))
    }
    add("div(_:_:)") { d in
      d.keep(div(d.tensor(), d.tensor()))
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
      d.keep(Tensors.all(d.tensor(), axis: d.optional(d.axes()), keepdims: d.bool(), where: d.optional(d.tensor())))
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
  }
}
