// Made by Utilities/generate/fuzz_calls.py; edit that instead.
// swift-format-ignore-file

import Blox
import Optimizers

extension Calls {
  static func tensor(_ add: Add) {
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
    add("Tensor.subscript(_:)") { d in
      d.keep(d.tensor()[d.index(), d.index()])
    }
    add("Tensor.take(_:axis:mode:fillValue:)") { d in
      d.keep(d.tensor().take(d.tensor(), axis: d.optional(d.int()), mode: d.one(of: [.fill, .clip, .wrap, .promiseInBounds]), fillValue: d.optional(d.tensor())))
    }
    add("Tensor.takeAlongAxis(_:axis:mode:)") { d in
      d.keep(d.tensor().takeAlongAxis(d.tensor(), axis: d.int(), mode: d.one(of: [.fill, .clip, .wrap, .promiseInBounds])))
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
    add("Tensor.matmul(_:precision:preferredElementType:)") { d in
      d.keep(d.tensor().matmul(d.tensor(), precision: d.one(of: [.default, .high, .highest]), preferredElementType: d.optional(d.dtype())))
    }
    add("Tensor.cast(to:)") { d in
      d.keep(d.tensor().cast(to: d.dtype()))
    }
    add("Tensor.bitcast(to:)") { d in
      d.keep(d.tensor().bitcast(to: d.dtype()))
    }
    add("Tensor.searchsorted(_:right:)") { d in
      d.keep(d.tensor().searchsorted(d.tensor(), right: d.bool()))
    }
    add("Tensor.nonzero(size:fillValue:)") { d in
      d.keep(d.tensor().nonzero(size: d.int(), fillValue: d.int()))
    }
    add("Tensor.unique(size:fillValue:)") { d in
      d.keep(d.tensor().unique(size: d.int(), fillValue: d.optional(d.double())))
    }
    add("Tensor.bincount(length:weights:)") { d in
      d.keep(d.tensor().bincount(length: d.int(), weights: d.optional(d.tensor())))
    }
    add("Tensor.unraveled(_:)") { d in
      d.keep(d.tensor().unraveled(d.shape()))
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
    add("Tensor.percentile(_:axis:method:keepDims:)") { d in
      d.keep(d.tensor().percentile(d.double(), axis: d.optional(d.axes()), method: d.one(of: [.linear, .lower, .higher, .midpoint, .nearest]), keepDims: d.bool()))
    }
    add("Tensor.covariance(correction:variablesInColumns:)") { d in
      d.keep(d.tensor().covariance(correction: d.int(), variablesInColumns: d.bool()))
    }
    add("Tensor.correlation(variablesInColumns:)") { d in
      d.keep(d.tensor().correlation(variablesInColumns: d.bool()))
    }
    add("Tensor.digitized(_:right:)") { d in
      d.keep(d.tensor().digitized(d.tensor(), right: d.bool()))
    }
    add("Tensor.histogram(edges:weights:)") { d in
      d.keep(d.tensor().histogram(edges: d.tensor(), weights: d.optional(d.tensor())))
    }
    add("Tensor.isIn(_:)") { d in
      d.keep(d.tensor().isIn(d.tensor()))
    }
    add("Tensor.slope(axis:spacing:)") { d in
      d.keep(d.tensor().slope(axis: d.int(), spacing: d.double()))
    }
    add("Tensor.trapezoid(axis:spacing:)") { d in
      d.keep(d.tensor().trapezoid(axis: d.int(), spacing: d.double()))
    }
    add("Tensor.polynomial(at:)") { d in
      d.keep(d.tensor().polynomial(at: d.tensor()))
    }
    add("Tensor.vandermonde(_:increasing:)") { d in
      d.keep(d.tensor().vandermonde(d.optional(d.int()), increasing: d.bool()))
    }
    add("Tensor.cumsum(axis:reverse:dtype:)") { d in
      d.keep(d.tensor().cumsum(axis: d.optional(d.int()), reverse: d.bool(), dtype: d.optional(d.dtype())))
    }
    add("Tensor.cumprod(axis:reverse:dtype:)") { d in
      d.keep(d.tensor().cumprod(axis: d.optional(d.int()), reverse: d.bool(), dtype: d.optional(d.dtype())))
    }
    add("Tensor.cummax(axis:reverse:)") { d in
      d.keep(d.tensor().cummax(axis: d.optional(d.int()), reverse: d.bool()))
    }
  }
}
