// Made by Utilities/generate/fuzz_calls.py; edit that instead.
// swift-format-ignore-file

import Blox
import Optimizers

extension Calls {
  static func functions(_ add: Add) {
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
    add("meshgrid(_:indexing:)") { d in
      d.keep(meshgrid(d.tensors(), indexing: d.one(of: [.xy, .ij])))
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
    add("gammaln(_:)") { d in
      d.keep(gammaln(d.tensor()))
    }
    add("digamma(_:)") { d in
      d.keep(digamma(d.tensor()))
    }
    add("polygamma(_:_:)") { d in
      d.keep(polygamma(d.int(), d.tensor()))
    }
    add("exp2(_:)") { d in
      d.keep(exp2(d.tensor()))
    }
    add("log2(_:)") { d in
      d.keep(log2(d.tensor()))
    }
    add("log10(_:)") { d in
      d.keep(log10(d.tensor()))
    }
    add("logaddexp(_:_:)") { d in
      d.keep(logaddexp(d.tensor(), d.tensor()))
    }
    add("hypot(_:_:)") { d in
      d.keep(hypot(d.tensor(), d.tensor()))
    }
    add("sinc(_:)") { d in
      d.keep(sinc(d.tensor()))
    }
    add("heaviside(_:_:)") { d in
      d.keep(heaviside(d.tensor(), d.tensor()))
    }
    add("deg2rad(_:)") { d in
      d.keep(deg2rad(d.tensor()))
    }
    add("rad2deg(_:)") { d in
      d.keep(rad2deg(d.tensor()))
    }
    add("copysign(_:_:)") { d in
      d.keep(copysign(d.tensor(), d.tensor()))
    }
    add("signbit(_:)") { d in
      d.keep(signbit(d.tensor()))
    }
    add("nextafter(_:_:)") { d in
      d.keep(nextafter(d.tensor(), d.tensor()))
    }
    add("nanToNum(_:nan:posinf:neginf:)") { d in
      d.keep(nanToNum(d.tensor(), nan: d.double(), posinf: d.optional(d.double()), neginf: d.optional(d.double())))
    }
    add("reducePrecision(_:exponentBits:mantissaBits:)") { d in
      d.keep(reducePrecision(d.tensor(), exponentBits: d.int(), mantissaBits: d.int()))
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
  }
}
