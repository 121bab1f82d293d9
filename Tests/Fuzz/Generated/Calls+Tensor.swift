// Made by Utilities/generate/fuzz_calls.py; edit that instead.
// swift-format-ignore-file

import Blox
import Optimizers

extension Calls {
  static func tensor(_ add: Add) {
    add("Tensor.init(processLocalData:sharding:shape:)") { d in
      try d.keep(Tensor(processLocalData: d.tensor(), sharding: d.sharding(), shape: d.optional(d.shape())))
    }
    add("Tensor.bytes()") { d in
      try d.keep(d.tensor().bytes())
    }
    add("Tensor.wait()") { d in
      try d.keep(d.tensor().wait())
    }
    add("Tensor.init(floatLiteral:)") { d in
      d.keep(Tensor(floatLiteral: d.double()))
    }
    add("Tensor.init(integerLiteral:)") { d in
      d.keep(Tensor(integerLiteral: d.int()))
    }
    add("Tensor.init(booleanLiteral:)") { d in
      d.keep(Tensor(booleanLiteral: d.bool()))
    }
    add("Tensor.full(_:_:dtype:)") { d in
      d.keep(Tensor.full(d.shape(), d.tensor(), dtype: d.optional(d.dtype())))
    }
    add("Tensor.zeros(_:_:)") { d in
      d.keep(Tensor.zeros(d.shape(), d.dtype()))
    }
    add("Tensor.ones(_:_:)") { d in
      d.keep(Tensor.ones(d.shape(), d.dtype()))
    }
    add("Tensor.zeros(like:)") { d in
      d.keep(Tensor.zeros(like: d.tensor()))
    }
    add("Tensor.ones(like:)") { d in
      d.keep(Tensor.ones(like: d.tensor()))
    }
    add("Tensor.arange(_:dtype:)") { d in
      d.keep(Tensor.arange(d.int(), dtype: d.dtype()))
    }
    add("Tensor.arange(_:_:step:dtype:)") { d in
      d.keep(Tensor.arange(d.int(), d.int(), step: d.int(), dtype: d.dtype()))
    }
    add("Tensor.arange(_:_:step:dtype:)") { d in
      d.keep(Tensor.arange(d.double(), d.double(), step: d.double(), dtype: d.dtype()))
    }
    add("Tensor.linspace(_:_:count:endpoint:dtype:)") { d in
      d.keep(Tensor.linspace(d.double(), d.double(), count: d.int(), endpoint: d.bool(), dtype: d.dtype()))
    }
    add("Tensor.logspace(_:_:count:endpoint:base:dtype:)") { d in
      d.keep(Tensor.logspace(d.double(), d.double(), count: d.int(), endpoint: d.bool(), base: d.double(), dtype: d.dtype()))
    }
    add("Tensor.geomspace(_:_:count:endpoint:dtype:)") { d in
      d.keep(Tensor.geomspace(d.double(), d.double(), count: d.int(), endpoint: d.bool(), dtype: d.dtype()))
    }
    add("Tensor.iota(_:axis:dtype:)") { d in
      d.keep(Tensor.iota(d.shape(), axis: d.int(), dtype: d.dtype()))
    }
    add("Tensor.eye(_:_:offset:dtype:)") { d in
      d.keep(Tensor.eye(d.int(), d.optional(d.int()), offset: d.int(), dtype: d.dtype()))
    }
    add("Tensor.tri(_:_:offset:dtype:)") { d in
      d.keep(Tensor.tri(d.int(), d.optional(d.int()), offset: d.int(), dtype: d.dtype()))
    }
    add("Tensor.+(a:b:)") { d in
      d.keep((d.tensor() + d.double()))
    }
    add("Tensor.+(a:b:)") { d in
      d.keep((d.double() + d.tensor()))
    }
    add("Tensor.+=(a:b:)") { d in
      var x = d.tensor()
      x += d.double()
      d.keep(x)
    }
    add("Tensor.+(a:b:)") { d in
      d.keep((d.tensor() + d.int()))
    }
    add("Tensor.+(a:b:)") { d in
      d.keep((d.int() + d.tensor()))
    }
    add("Tensor.+=(a:b:)") { d in
      var x = d.tensor()
      x += d.int()
      d.keep(x)
    }
    add("Tensor.-(a:b:)") { d in
      d.keep((d.tensor() - d.double()))
    }
    add("Tensor.-(a:b:)") { d in
      d.keep((d.double() - d.tensor()))
    }
    add("Tensor.-=(a:b:)") { d in
      var x = d.tensor()
      x -= d.double()
      d.keep(x)
    }
    add("Tensor.-(a:b:)") { d in
      d.keep((d.tensor() - d.int()))
    }
    add("Tensor.-(a:b:)") { d in
      d.keep((d.int() - d.tensor()))
    }
    add("Tensor.-=(a:b:)") { d in
      var x = d.tensor()
      x -= d.int()
      d.keep(x)
    }
    add("Tensor.*(a:b:)") { d in
      d.keep((d.tensor() * d.double()))
    }
    add("Tensor.*(a:b:)") { d in
      d.keep((d.double() * d.tensor()))
    }
    add("Tensor.*=(a:b:)") { d in
      var x = d.tensor()
      x *= d.double()
      d.keep(x)
    }
    add("Tensor.*(a:b:)") { d in
      d.keep((d.tensor() * d.int()))
    }
    add("Tensor.*(a:b:)") { d in
      d.keep((d.int() * d.tensor()))
    }
    add("Tensor.*=(a:b:)") { d in
      var x = d.tensor()
      x *= d.int()
      d.keep(x)
    }
    add("Tensor./(a:b:)") { d in
      d.keep((d.tensor() / d.double()))
    }
    add("Tensor./(a:b:)") { d in
      d.keep((d.double() / d.tensor()))
    }
    add("Tensor./=(a:b:)") { d in
      var x = d.tensor()
      x /= d.double()
      d.keep(x)
    }
    add("Tensor./(a:b:)") { d in
      d.keep((d.tensor() / d.int()))
    }
    add("Tensor./(a:b:)") { d in
      d.keep((d.int() / d.tensor()))
    }
    add("Tensor./=(a:b:)") { d in
      var x = d.tensor()
      x /= d.int()
      d.keep(x)
    }
    add("Tensor.+(a:b:)") { d in
      d.keep((d.tensor() + d.tensor()))
    }
    add("Tensor.-(a:b:)") { d in
      d.keep((d.tensor() - d.tensor()))
    }
    add("Tensor.*(a:b:)") { d in
      d.keep((d.tensor() * d.tensor()))
    }
    add("Tensor./(a:b:)") { d in
      d.keep((d.tensor() / d.tensor()))
    }
    add("Tensor.**(a:b:)") { d in
      d.keep((d.tensor() ** d.tensor()))
    }
    add("Tensor.-(a:)") { d in
      d.keep((-d.tensor()))
    }
    add("Tensor.+=(a:b:)") { d in
      var x = d.tensor()
      x += d.tensor()
      d.keep(x)
    }
    add("Tensor.-=(a:b:)") { d in
      var x = d.tensor()
      x -= d.tensor()
      d.keep(x)
    }
    add("Tensor.*=(a:b:)") { d in
      var x = d.tensor()
      x *= d.tensor()
      d.keep(x)
    }
    add("Tensor./=(a:b:)") { d in
      var x = d.tensor()
      x /= d.tensor()
      d.keep(x)
    }
    add("Tensor..!=(a:b:)") { d in
      d.keep((d.tensor() .!= d.tensor()))
    }
    add("Tensor..<(a:b:)") { d in
      d.keep((d.tensor() .< d.tensor()))
    }
    add("Tensor..<=(a:b:)") { d in
      d.keep((d.tensor() .<= d.tensor()))
    }
    add("Tensor..>(a:b:)") { d in
      d.keep((d.tensor() .> d.tensor()))
    }
    add("Tensor..>=(a:b:)") { d in
      d.keep((d.tensor() .>= d.tensor()))
    }
    add("Tensor..&(a:b:)") { d in
      d.keep((d.tensor() .& d.tensor()))
    }
    add("Tensor..|(a:b:)") { d in
      d.keep((d.tensor() .| d.tensor()))
    }
    add("Tensor..^(a:b:)") { d in
      d.keep((d.tensor() .^ d.tensor()))
    }
    add("Tensor..!(a:)") { d in
      d.keep((.!d.tensor()))
    }
    add("Tensor.cast(to:)") { d in
      d.keep(d.tensor().cast(to: d.dtype()))
    }
    add("Tensor.bitcast(to:)") { d in
      d.keep(d.tensor().bitcast(to: d.dtype()))
    }
    add("Tensor.broadcast(to:)") { d in
      d.keep(d.tensor().broadcast(to: d.shape()))
    }
    add("Tensor.reshape(_:)") { d in
      d.keep(d.tensor().reshape(d.shape()))
    }
    add("Tensor.transposed(_:)") { d in
      d.keep(d.tensor().transposed(d.optional(d.ints())))
    }
    add("Tensor.expandedDimensions(axis:)") { d in
      d.keep(d.tensor().expandedDimensions(axis: d.axes()))
    }
    add("Tensor.squeezed(axis:)") { d in
      d.keep(d.tensor().squeezed(axis: d.optional(d.axes())))
    }
    add("Tensor.movedAxis(_:to:)") { d in
      d.keep(d.tensor().movedAxis(d.int(), to: d.int()))
    }
    add("Tensor.movedAxes(_:to:)") { d in
      d.keep(d.tensor().movedAxes(d.ints(), to: d.ints()))
    }
    add("Tensor.swappedAxes(_:_:)") { d in
      d.keep(d.tensor().swappedAxes(d.int(), d.int()))
    }
    add("Tensor.raveled()") { d in
      d.keep(d.tensor().raveled())
    }
    add("Tensor.sum(axis:keepDims:where:initial:dtype:)") { d in
      d.keep(d.tensor().sum(axis: d.optional(d.axes()), keepDims: d.bool(), where: d.optional(d.tensor()), initial: d.optional(d.double()), dtype: d.optional(d.dtype())))
    }
    add("Tensor.product(axis:keepDims:where:initial:dtype:)") { d in
      d.keep(d.tensor().product(axis: d.optional(d.axes()), keepDims: d.bool(), where: d.optional(d.tensor()), initial: d.optional(d.double()), dtype: d.optional(d.dtype())))
    }
    add("Tensor.mean(axis:keepDims:where:dtype:)") { d in
      d.keep(d.tensor().mean(axis: d.optional(d.axes()), keepDims: d.bool(), where: d.optional(d.tensor()), dtype: d.optional(d.dtype())))
    }
    add("Tensor.average(weights:axis:keepDims:)") { d in
      d.keep(d.tensor().average(weights: d.tensor(), axis: d.optional(d.axes()), keepDims: d.bool()))
    }
    add("Tensor.variance(axis:correction:keepDims:where:)") { d in
      d.keep(d.tensor().variance(axis: d.optional(d.axes()), correction: d.int(), keepDims: d.bool(), where: d.optional(d.tensor())))
    }
    add("Tensor.standardDeviation(axis:correction:keepDims:where:)") { d in
      d.keep(d.tensor().standardDeviation(axis: d.optional(d.axes()), correction: d.int(), keepDims: d.bool(), where: d.optional(d.tensor())))
    }
    add("Tensor.max(axis:keepDims:where:initial:)") { d in
      d.keep(d.tensor().max(axis: d.optional(d.axes()), keepDims: d.bool(), where: d.optional(d.tensor()), initial: d.optional(d.double())))
    }
    add("Tensor.min(axis:keepDims:where:initial:)") { d in
      d.keep(d.tensor().min(axis: d.optional(d.axes()), keepDims: d.bool(), where: d.optional(d.tensor()), initial: d.optional(d.double())))
    }
    add("Tensor.peakToPeak(axis:keepDims:)") { d in
      d.keep(d.tensor().peakToPeak(axis: d.optional(d.axes()), keepDims: d.bool()))
    }
    add("Tensor.all(axis:keepDims:where:)") { d in
      d.keep(d.tensor().all(axis: d.optional(d.axes()), keepDims: d.bool(), where: d.optional(d.tensor())))
    }
    add("Tensor.any(axis:keepDims:where:)") { d in
      d.keep(d.tensor().any(axis: d.optional(d.axes()), keepDims: d.bool(), where: d.optional(d.tensor())))
    }
    add("Tensor.countNonzero(axis:keepDims:)") { d in
      d.keep(d.tensor().countNonzero(axis: d.optional(d.axes()), keepDims: d.bool()))
    }
    add("Tensor.argmax(axis:keepDims:)") { d in
      d.keep(d.tensor().argmax(axis: d.optional(d.int()), keepDims: d.bool()))
    }
    add("Tensor.argmin(axis:keepDims:)") { d in
      d.keep(d.tensor().argmin(axis: d.optional(d.int()), keepDims: d.bool()))
    }
    add("Tensor.init(arrayLiteral:)") { d in
      d.keep(Tensor(arrayLiteral: d.tensor(), d.tensor()))
    }
    add("Tensor.dot(_:precision:preferredElementType:)") { d in
      d.keep(d.tensor().dot(d.tensor(), precision: d.one(of: [.default, .high, .highest]), preferredElementType: d.optional(d.dtype())))
    }
    add("Tensor.inner(_:precision:preferredElementType:)") { d in
      d.keep(d.tensor().inner(d.tensor(), precision: d.one(of: [.default, .high, .highest]), preferredElementType: d.optional(d.dtype())))
    }
    add("Tensor.outer(_:)") { d in
      d.keep(d.tensor().outer(d.tensor()))
    }
    add("Tensor.vdot(_:precision:preferredElementType:)") { d in
      d.keep(d.tensor().vdot(d.tensor(), precision: d.one(of: [.default, .high, .highest]), preferredElementType: d.optional(d.dtype())))
    }
    add("Tensor.tensordot(_:axes:precision:preferredElementType:)") { d in
      d.keep(d.tensor().tensordot(d.tensor(), axes: d.int(), precision: d.one(of: [.default, .high, .highest]), preferredElementType: d.optional(d.dtype())))
    }
    add("Tensor.tensordot(_:axes:precision:preferredElementType:)") { d in
      d.keep(d.tensor().tensordot(d.tensor(), axes: (d.ints(), d.ints()), precision: d.one(of: [.default, .high, .highest]), preferredElementType: d.optional(d.dtype())))
    }
    add("Tensor.kron(_:)") { d in
      d.keep(d.tensor().kron(d.tensor()))
    }
    add("Tensor.cross(_:axis:)") { d in
      d.keep(d.tensor().cross(d.tensor(), axis: d.int()))
    }
    add("Tensor.correlate(_:mode:precision:)") { d in
      d.keep(d.tensor().correlate(d.tensor(), mode: d.one(of: [.full, .same, .valid]), precision: d.one(of: [.default, .high, .highest])))
    }
    add("Tensor.convolve(_:mode:precision:)") { d in
      d.keep(d.tensor().convolve(d.tensor(), mode: d.one(of: [.full, .same, .valid]), precision: d.one(of: [.default, .high, .highest])))
    }
    add("Tensor.subscript(_:)") { d in
      d.keep(d.tensor()[d.index(), d.index()])
    }
  }
}
