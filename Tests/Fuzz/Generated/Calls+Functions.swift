// Made by Utilities/generate/fuzz_calls.py; edit that instead.
// swift-format-ignore-file

import Blox
import Optimizers

extension Calls {
  static func functions(_ add: Add) {
    add("clearCaches()") { d in
      d.keep(clearCaches())
    }
    add("visualizeSharding(_:_:)") { d in
      try d.keep(visualizeSharding(d.shape(), d.sharding()))
    }
    add("makeArrayFromProcessLocalData(_:_:_:)") { d in
      try d.keep(makeArrayFromProcessLocalData(d.sharding(), d.tensor(), d.optional(d.shape())))
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
    add("mapWithPath(_:_:)") { d in
      d.keep(mapWithPath(d.tensors(), { path, x in path.isEmpty ? x : -x }))
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
    add("meshgrid(_:indexing:)") { d in
      d.keep(meshgrid(d.tensors(), indexing: d.one(of: [.xy, .ij])))
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
    add("bitcastConvertType(_:_:)") { d in
      d.keep(bitcastConvertType(d.tensor(), d.dtype()))
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
    add("average(_:axis:weights:keepdims:)") { d in
      d.keep(average(d.tensor(), axis: d.optional(d.axes()), weights: d.tensor(), keepdims: d.bool()))
    }
    add("countNonzero(_:axis:keepdims:)") { d in
      d.keep(countNonzero(d.tensor(), axis: d.optional(d.axes()), keepdims: d.bool()))
    }
    add("optimizationBarrier(_:)") { d in
      d.keep(optimizationBarrier(d.tensors()))
    }
    add("withShardingConstraint(_:_:)") { d in
      try d.keep(withShardingConstraint(d.tensors(), d.sharding()))
    }
    add("ravelPytree(_:)") { d in
      d.keep(ravelPytree(d.tensors()))
    }
    add("psumScatter(_:_:scatterDimension:tiled:axisIndexGroups:)") { d in
      d.keep(psumScatter(d.tensors(), d.text(), scatterDimension: d.int(), tiled: d.bool(), axisIndexGroups: d.optional([d.ints(), d.ints()])))
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
    add("stopGradient(_:)") { d in
      d.keep(stopGradient(d.tensors()))
    }
    add("identity(_:)") { d in
      d.keep(identity(d.tensor()))
    }
    add("relu(_:)") { d in
      d.keep(relu(d.tensor()))
    }
  }
}
