// Made by Utilities/generate/fuzz_calls.py; edit that instead.
// swift-format-ignore-file

import Blox
import Optimizers

extension Calls {
  static func tensor(_ add: Add) {
    add("Tensor.bytes()") { d in
      try d.keep(d.tensor().bytes())
    }
    add("Tensor.blockUntilReady()") { d in
      try d.keep(d.tensor().blockUntilReady())
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
    add("Tensor.conj()") { d in
      d.keep(d.tensor().conj())
    }
    add("Tensor.full(_:_:dtype:)") { d in
      d.keep(Tensor.full(d.shape(), d.tensor(), dtype: d.optional(d.dtype())))
    }
    add("Tensor.zeros(_:dtype:)") { d in
      d.keep(Tensor.zeros(d.shape(), dtype: d.dtype()))
    }
    add("Tensor.ones(_:dtype:)") { d in
      d.keep(Tensor.ones(d.shape(), dtype: d.dtype()))
    }
    add("Tensor.zerosLike(_:)") { d in
      d.keep(Tensor.zerosLike(d.tensor()))
    }
    add("Tensor.onesLike(_:)") { d in
      d.keep(Tensor.onesLike(d.tensor()))
    }
    add("Tensor.arange(_:dtype:)") { d in
      d.keep(Tensor.arange(d.int(), dtype: d.dtype()))
    }
    add("Tensor.arange(_:_:_:dtype:)") { d in
      d.keep(Tensor.arange(d.int(), d.int(), d.int(), dtype: d.dtype()))
    }
    add("Tensor.arange(_:_:_:dtype:)") { d in
      d.keep(Tensor.arange(d.double(), d.double(), d.double(), dtype: d.dtype()))
    }
    add("Tensor.linspace(_:_:_:endpoint:dtype:)") { d in
      d.keep(Tensor.linspace(d.double(), d.double(), d.int(), endpoint: d.bool(), dtype: d.dtype()))
    }
    add("Tensor.logspace(_:_:_:endpoint:base:dtype:)") { d in
      d.keep(Tensor.logspace(d.double(), d.double(), d.int(), endpoint: d.bool(), base: d.double(), dtype: d.dtype()))
    }
    add("Tensor.geomspace(_:_:_:endpoint:dtype:)") { d in
      d.keep(Tensor.geomspace(d.double(), d.double(), d.int(), endpoint: d.bool(), dtype: d.dtype()))
    }
    add("Tensor.broadcastedIota(dtype:_:_:)") { d in
      d.keep(Tensor.broadcastedIota(dtype: d.dtype(), d.shape(), d.int()))
    }
    add("Tensor.eye(_:_:k:dtype:)") { d in
      d.keep(Tensor.eye(d.int(), d.optional(d.int()), k: d.int(), dtype: d.dtype()))
    }
    add("Tensor.tri(_:_:k:dtype:)") { d in
      d.keep(Tensor.tri(d.int(), d.optional(d.int()), k: d.int(), dtype: d.dtype()))
    }
    add("Tensor.round(decimals:)") { d in
      d.keep(d.tensor().round(decimals: d.int()))
    }
    add("Tensor.clip(_:_:)") { d in
      d.keep(d.tensor().clip(d.tensor(), d.tensor()))
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
    add("Tensor.astype(_:)") { d in
      d.keep(d.tensor().astype(d.dtype()))
    }
    add("Tensor.reshape(_:)") { d in
      d.keep(d.tensor().reshape(d.shape()))
    }
    add("Tensor.transpose(_:)") { d in
      d.keep(d.tensor().transpose(d.optional(d.ints())))
    }
    add("Tensor.squeeze(axis:)") { d in
      d.keep(d.tensor().squeeze(axis: d.optional(d.axes())))
    }
    add("Tensor.swapaxes(_:_:)") { d in
      d.keep(d.tensor().swapaxes(d.int(), d.int()))
    }
    add("Tensor.ravel()") { d in
      d.keep(d.tensor().ravel())
    }
    add("Tensor.sum(axis:dtype:keepdims:initial:where:)") { d in
      d.keep(d.tensor().sum(axis: d.optional(d.axes()), dtype: d.optional(d.dtype()), keepdims: d.bool(), initial: d.optional(d.double()), where: d.optional(d.tensor())))
    }
    add("Tensor.prod(axis:dtype:keepdims:initial:where:)") { d in
      d.keep(d.tensor().prod(axis: d.optional(d.axes()), dtype: d.optional(d.dtype()), keepdims: d.bool(), initial: d.optional(d.double()), where: d.optional(d.tensor())))
    }
    add("Tensor.mean(axis:dtype:keepdims:where:)") { d in
      d.keep(d.tensor().mean(axis: d.optional(d.axes()), dtype: d.optional(d.dtype()), keepdims: d.bool(), where: d.optional(d.tensor())))
    }
    add("Tensor.var(axis:keepdims:where:correction:)") { d in
      d.keep(d.tensor().var(axis: d.optional(d.axes()), keepdims: d.bool(), where: d.optional(d.tensor()), correction: d.int()))
    }
    add("Tensor.std(axis:keepdims:where:correction:)") { d in
      d.keep(d.tensor().std(axis: d.optional(d.axes()), keepdims: d.bool(), where: d.optional(d.tensor()), correction: d.int()))
    }
    add("Tensor.max(axis:keepdims:initial:where:)") { d in
      d.keep(d.tensor().max(axis: d.optional(d.axes()), keepdims: d.bool(), initial: d.optional(d.double()), where: d.optional(d.tensor())))
    }
    add("Tensor.min(axis:keepdims:initial:where:)") { d in
      d.keep(d.tensor().min(axis: d.optional(d.axes()), keepdims: d.bool(), initial: d.optional(d.double()), where: d.optional(d.tensor())))
    }
    add("Tensor.ptp(axis:keepdims:)") { d in
      d.keep(d.tensor().ptp(axis: d.optional(d.axes()), keepdims: d.bool()))
    }
    add("Tensor.all(axis:keepdims:where:)") { d in
      d.keep(d.tensor().all(axis: d.optional(d.axes()), keepdims: d.bool(), where: d.optional(d.tensor())))
    }
    add("Tensor.any(axis:keepdims:where:)") { d in
      d.keep(d.tensor().any(axis: d.optional(d.axes()), keepdims: d.bool(), where: d.optional(d.tensor())))
    }
    add("Tensor.argmax(axis:keepdims:)") { d in
      d.keep(d.tensor().argmax(axis: d.optional(d.int()), keepdims: d.bool()))
    }
    add("Tensor.argmin(axis:keepdims:)") { d in
      d.keep(d.tensor().argmin(axis: d.optional(d.int()), keepdims: d.bool()))
    }
    add("Tensor.init(arrayLiteral:)") { d in
      d.keep(Tensor(arrayLiteral: d.tensor(), d.tensor()))
    }
    add("Tensor.dot(_:precision:preferredElementType:)") { d in
      d.keep(d.tensor().dot(d.tensor(), precision: d.one(of: [.default, .high, .highest]), preferredElementType: d.optional(d.dtype())))
    }
    add("Tensor.subscript(_:)") { d in
      d.keep(d.tensor()[d.index(), d.index()])
    }
    add("Tensor.take(_:axis:mode:fillValue:)") { d in
      d.keep(d.tensor().take(d.tensor(), axis: d.optional(d.int()), mode: d.one(of: [.fill, .clip, .wrap, .promiseInBounds]), fillValue: d.optional(d.tensor())))
    }
    add("Tensor.searchsorted(_:side:)") { d in
      d.keep(d.tensor().searchsorted(d.tensor(), side: d.one(of: [.left, .right])))
    }
    add("Tensor.nonzero(size:fillValue:)") { d in
      d.keep(d.tensor().nonzero(size: d.int(), fillValue: d.int()))
    }
    add("Tensor.cumsum(axis:dtype:reverse:)") { d in
      d.keep(d.tensor().cumsum(axis: d.optional(d.int()), dtype: d.optional(d.dtype()), reverse: d.bool()))
    }
    add("Tensor.cumprod(axis:dtype:reverse:)") { d in
      d.keep(d.tensor().cumprod(axis: d.optional(d.int()), dtype: d.optional(d.dtype()), reverse: d.bool()))
    }
    add("Tensor.diagonal(offset:axis1:axis2:)") { d in
      d.keep(d.tensor().diagonal(offset: d.int(), axis1: d.int(), axis2: d.int()))
    }
    add("Tensor.trace(offset:axis1:axis2:)") { d in
      d.keep(d.tensor().trace(offset: d.int(), axis1: d.int(), axis2: d.int()))
    }
    add("Tensor.trilIndices(_:k:m:)") { d in
      d.keep(Tensor.trilIndices(d.int(), k: d.int(), m: d.optional(d.int())))
    }
    add("Tensor.triuIndices(_:k:m:)") { d in
      d.keep(Tensor.triuIndices(d.int(), k: d.int(), m: d.optional(d.int())))
    }
    add("Tensor.repeat(_:axis:)") { d in
      d.keep(d.tensor().repeat(d.int(), axis: d.optional(d.int())))
    }
    add("Tensor.repeat(_:axis:)") { d in
      d.keep(d.tensor().repeat(d.ints(), axis: d.optional(d.int())))
    }
    add("Tensor.repeat(_:axis:totalRepeatLength:)") { d in
      d.keep(d.tensor().repeat(d.tensor(), axis: d.optional(d.int()), totalRepeatLength: d.int()))
    }
    add("Tensor.sort(axis:descending:)") { d in
      d.keep(d.tensor().sort(axis: d.int(), descending: d.bool()))
    }
    add("Tensor.argsort(axis:descending:)") { d in
      d.keep(d.tensor().argsort(axis: d.int(), descending: d.bool()))
    }
  }
}
