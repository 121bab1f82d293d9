// Made by Utilities/generate/fuzz_calls.py; edit that instead.
// swift-format-ignore-file

import Blox
import Optimizers

extension Calls {
  static func functions2(_ add: Add) {
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
    add("clearCaches()") { d in
      d.keep(clearCaches())
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
    add("map(_:_:)") { d in
      d.keep(map(d.tensors(), { -$0 }))
    }
    add("map(_:_:_:)") { d in
      d.keep(map(d.tensors(), d.tensors(), { $0 + $1 }))
    }
    add("map(_:_:_:_:)") { d in
      d.keep(map(d.tensors(), d.tensors(), d.tensors(), { $0 + $1 * $2 }))
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
