// Made by Utilities/generate/fuzz_calls.py; edit that instead.
// swift-format-ignore-file

import Blox
import Optimizers

extension Calls {
  static func functions(_ add: Add) {
    add("clearCaches()") { d in
      d.keep(clearCaches())
    }
    add("map(_:_:)") { d in
      d.keep(map(d.tensors(), { -$0 }))
    }
    add("map(_:_:_:)") { d in
      d.keep(map(d.tensors(), d.tensors(), { $0 + $1 }))
    }
    add("map(_:_:_:_:)") { d in
      d.keep(map(d.tensors(), d.tensors(), d.tensors(), { $0 + $1 * $2 }))
    }
    add("real(_:)") { d in
      d.keep(real(d.tensor()))
    }
    add("imag(_:)") { d in
      d.keep(imag(d.tensor()))
    }
    add("complex(_:_:)") { d in
      d.keep(complex(d.tensor(), d.tensor()))
    }
    add("conj(_:)") { d in
      d.keep(conj(d.tensor()))
    }
    add("angle(_:)") { d in
      d.keep(angle(d.tensor()))
    }
    add("meshgrid(_:matrixIndexing:)") { d in
      d.keep(meshgrid(d.tensors(), matrixIndexing: d.bool()))
    }
    add("exp(_:)") { d in
      d.keep(exp(d.tensor()))
    }
    add("expm1(_:)") { d in
      d.keep(expm1(d.tensor()))
    }
    add("log(_:)") { d in
      d.keep(log(d.tensor()))
    }
    add("log1p(_:)") { d in
      d.keep(log1p(d.tensor()))
    }
    add("sqrt(_:)") { d in
      d.keep(sqrt(d.tensor()))
    }
    add("rsqrt(_:)") { d in
      d.keep(rsqrt(d.tensor()))
    }
    add("cbrt(_:)") { d in
      d.keep(cbrt(d.tensor()))
    }
    add("sin(_:)") { d in
      d.keep(sin(d.tensor()))
    }
    add("cos(_:)") { d in
      d.keep(cos(d.tensor()))
    }
    add("tan(_:)") { d in
      d.keep(tan(d.tensor()))
    }
    add("asin(_:)") { d in
      d.keep(asin(d.tensor()))
    }
    add("acos(_:)") { d in
      d.keep(acos(d.tensor()))
    }
    add("atan(_:)") { d in
      d.keep(atan(d.tensor()))
    }
    add("sinh(_:)") { d in
      d.keep(sinh(d.tensor()))
    }
    add("cosh(_:)") { d in
      d.keep(cosh(d.tensor()))
    }
    add("tanh(_:)") { d in
      d.keep(tanh(d.tensor()))
    }
    add("asinh(_:)") { d in
      d.keep(asinh(d.tensor()))
    }
    add("acosh(_:)") { d in
      d.keep(acosh(d.tensor()))
    }
    add("atanh(_:)") { d in
      d.keep(atanh(d.tensor()))
    }
    add("erf(_:)") { d in
      d.keep(erf(d.tensor()))
    }
    add("erfc(_:)") { d in
      d.keep(erfc(d.tensor()))
    }
    add("erfInv(_:)") { d in
      d.keep(erfInv(d.tensor()))
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
    add("isFinite(_:)") { d in
      d.keep(isFinite(d.tensor()))
    }
    add("isNaN(_:)") { d in
      d.keep(isNaN(d.tensor()))
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
    add("select(conditions:choices:default:)") { d in
      d.keep(select(conditions: d.tensors(), choices: d.tensors(), default: d.tensor()))
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
    add("concatenate(_:axis:)") { d in
      d.keep(concatenate(d.tensors(), axis: d.int()))
    }
    add("stack(_:axis:)") { d in
      d.keep(stack(d.tensors(), axis: d.int()))
    }
    add("withShardingConstraint(_:_:)") { d in
      try d.keep(withShardingConstraint(d.tensors(), d.sharding()))
    }
    add("stopGradient(_:)") { d in
      d.keep(stopGradient(d.tensors()))
    }
    add("ravel(_:)") { d in
      d.keep(ravel(d.tensors()))
    }
    add("psumScatter(_:_:axis:tiled:axisIndexGroups:)") { d in
      d.keep(psumScatter(d.tensors(), d.text(), axis: d.int(), tiled: d.bool(), axisIndexGroups: d.optional([d.ints(), d.ints()])))
    }
    add("allToAll(_:_:splitAxis:concatAxis:tiled:axisIndexGroups:)") { d in
      d.keep(allToAll(d.tensors(), d.text(), splitAxis: d.int(), concatAxis: d.int(), tiled: d.bool(), axisIndexGroups: d.optional([d.ints(), d.ints()])))
    }
    add("axisIndex(_:)") { d in
      d.keep(axisIndex(d.text()))
    }
    add("psum(_:_:axisIndexGroups:)") { d in
      d.keep(psum(d.tensor(), d.text(), axisIndexGroups: d.optional([d.ints(), d.ints()])))
    }
    add("psum(_:_:axisIndexGroups:)") { d in
      d.keep(psum(d.tensors(), d.text(), axisIndexGroups: d.optional([d.ints(), d.ints()])))
    }
    add("pmean(_:_:axisIndexGroups:)") { d in
      d.keep(pmean(d.tensors(), d.text(), axisIndexGroups: d.optional([d.ints(), d.ints()])))
    }
    add("pmax(_:_:axisIndexGroups:)") { d in
      d.keep(pmax(d.tensors(), d.text(), axisIndexGroups: d.optional([d.ints(), d.ints()])))
    }
    add("pmin(_:_:axisIndexGroups:)") { d in
      d.keep(pmin(d.tensors(), d.text(), axisIndexGroups: d.optional([d.ints(), d.ints()])))
    }
    add("allGather(_:_:axis:tiled:axisIndexGroups:)") { d in
      d.keep(allGather(d.tensors(), d.text(), axis: d.int(), tiled: d.bool(), axisIndexGroups: d.optional([d.ints(), d.ints()])))
    }
    add("ppermute(_:_:_:)") { d in
      d.keep(ppermute(d.tensors(), d.text(), d.pairs()))
    }
    add("identity(_:)") { d in
      d.keep(identity(d.tensor()))
    }
    add("relu(_:)") { d in
      d.keep(relu(d.tensor()))
    }
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
  }
}
