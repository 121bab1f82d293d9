import Blox
import Foundation
import Optimizers

// Functions whose arguments cannot be drawn by their types: transformations, and what takes functions.
extension Calls {
  static func byHand(_ add: Add) {
    tensorsByHand(add)
    transformationsByHand(add)
    loopsByHand(add)
    modelsByHand(add)
  }

  private static func tensorsByHand(_ add: Add) {
    add("Tensor.init(_:)") { d in d.keep([Tensor(d.int()), Tensor(d.double()), Tensor([[d.double()], [1]])]) }
    add("Tensor.init(_:shape:)") { d in d.keep(Tensor([Float(d.double()), 2], shape: d.shape())) }
    add("Tensor.init(bytes:shape:dtype:)") { d in
      d.keep(
        Tensor(bytes: [UInt8](repeating: 7, count: Int(d.bits() % 20)), shape: d.shape(), dtype: d.dtype()))
    }
    add("makeArrayFromCallback(_:_:dtype:_:)") { d in
      let (shape, dtype) = (d.shape(), d.dtype())
      d.keep(try makeArrayFromCallback(shape, d.sharding(), dtype: dtype) { _ in [] })
    }
    add("Tensor.init(failure:)") { d in
      d.keep(Tensor(failure: TensorError(operation: d.text(), problem: "", expected: "", module: nil)))
    }
    add("Tensor.with(origin:)") { d in d.keep(d.tensor().with(origin: Origin(parameter: [d.text()]))) }
    add("Tensor.scalars(_:)") { d in d.keep(try d.tensor().scalars(Int.self).count) }
    add("Tensor.item(_:)") { d in d.keep(try d.tensor().item(UInt8.self)) }
    add("devicePut(_:_:)") { d in d.keep(devicePut(d.tensors(), try d.sharding())) }
    add("Mesh.init(_:devices:)") { d in d.keep(try Mesh(["i": d.int()], devices: [])) }
    add("also NamedSharding") { d in
      let sharding = try d.sharding()
      d.keep(try sharding.devicesIndicesMap(d.shape()).count)
    }
  }

  private static func transformationsByHand(_ add: Add) {
    add("jit") { d in d.keep(try jit(donating: d.int()) { (x: Tensor) in x + 1 }(d.tensor())) }
    add("evalShape") { d in
      let (axis, count) = (d.int(), d.int())
      d.keep(try evalShape { (x: Tensor) in oneHot(x, count, axis: axis) }(d.tensor()))
    }
    add("makeJaxpr") { d in d.keep("\(try makeJaxpr { (x: Tensor) in x.sum() }(d.tensor()))") }
    add("lower") { d in d.keep(try lower { (x: Tensor) in x.sum() }(d.tensor()).text) }
    add("grad") { d in
      let axis = d.int()
      d.keep(grad { (x: Tensor) in x.cumsum(axis: axis).sum() }(d.tensor()))
    }
    add("valueAndGrad") { d in d.keep(valueAndGrad { (x: Tensor) in (x * x).sum() }(d.tensor())) }
    add("jvp") { d in d.keep(jvp({ (x: Tensor) in x * x }, primals: d.tensor(), tangents: d.tensor())) }
    add("vjp") { d in
      let (value, pull) = vjp({ (x: Tensor) in x * x }, primals: d.tensor())
      d.keep([value, pull(d.tensor())])
    }
    add("linearize") { d in
      let (value, push) = linearize({ (x: Tensor) in x * x }, primals: d.tensor())
      d.keep([value, push(d.tensor())])
    }
    add("hessian") { d in d.keep(hessian { (x: Tensor) in (x * x * x).sum() }(d.tensor())) }
    add("jacfwd") { d in d.keep(jacfwd { (x: Tensor) in x * x }(d.tensor())) }
    add("jacrev") { d in d.keep(jacrev { (x: Tensor) in x * x }(d.tensor())) }
    add("checkpoint") { d in d.keep(checkpoint { (x: Tensor) in sin(x) }(d.tensor())) }
    add("customJvp") { d in d.keep(customJvp({ (x: Tensor) in x * 2 }, jvp: { ($0 * 2, $1 * 3) })(d.tensor()))
    }
    add("customVjp") { d in
      let f = customVjp({ (x: Tensor) in x * 2 }, forward: { ($0 * 2, $0) }, backward: { $0 * $1 })
      d.keep(f(d.tensor()))
    }
    add("linearTranspose(_:primals:)") { d in
      d.keep(linearTranspose({ (x: Tensor) in x * 2 }, primals: d.tensor())(d.tensor()))
    }
    add("vmap") { d in
      let (axis, inner, out) = (d.int(), d.int(), d.int())
      let mapped = vmap(
        in: d.optional([.axis(axis)]), out: .axis(out), axisName: d.optional(d.text()),
        axisSize: d.optional(d.int())
      ) { (x: Tensor) in roll(x, inner, axis: inner) + axisIndex("i") }
      d.keep(mapped(d.tensor()))
    }
    add("shardMap") { d in
      let f = shardMap(try d.mesh(), in: [SpecTree(d.spec())], out: [SpecTree(d.spec())]) { (x: Tensor) in
        x + 1
      }
      d.keep(f(d.tensor()))
    }
  }

  private static func loopsByHand(_ add: Add) {
    add("cond") { d in
      d.keep(cond(d.tensor(), d.tensor(), then: { (x: Tensor) in x + 1 }, else: { (x: Tensor) in x - 1 }))
    }
    add("switch") { d in
      d.keep(`switch`(d.tensor(), d.tensor(), { (x: Tensor) in x + 1 }, { (x: Tensor) in x - 1 }))
    }
    add("scan") { d in
      // Steps that are run are few.
      let length = d.loopCount()
      d.keep(scan(d.tensor(), length: length, reverse: d.bool(), unroll: d.int()) { (c: Tensor) in c * 2 })
    }
    add("foriLoop") { d in
      let lower = d.int()
      d.keep(foriLoop(lower, d.chance(50) ? lower &+ d.loopCount() : d.int(), d.tensor()) { i, x in x + i })
    }
    add("whileLoop") { d in
      // There is an end to what a computed loop counts.
      let result = whileLoop((Tensor(Int32(0)), d.tensor())) { (state: (Tensor, Tensor)) in
        state.0 .< 3
      } body: { (state: (Tensor, Tensor)) in
        (state.0 + 1, state.1 * 2)
      }
      d.keep([result.0, result.1])
    }
    add("map") { d in d.keep(map(over: d.tensor(), batchSize: d.optional(d.int())) { (x: Tensor) in x * x }) }
    add("associativeScan") { d in
      d.keep(
        associativeScan(d.tensor(), reverse: d.bool(), axis: d.int()) { (a: Tensor, b: Tensor) in a + b })
    }
    add("also collectives") { d in
      let (axis, other) = (d.int(), d.int())
      let (groups, pairs, tiled) = (d.optional([d.ints(), d.ints()]), d.pairs(), d.bool())
      let collectives: [(Tensor) -> Tensor] = [
        { psum($0, "i", axisIndexGroups: groups) }, { pmax($0, "i") }, { ppermute($0, "i", pairs) },
        { allGather($0, "i", axis: axis, tiled: tiled, axisIndexGroups: groups) },
        { allToAll($0, "i", splitAxis: axis, concatAxis: other, tiled: tiled) },
        { psumScatter($0, "i", scatterDimension: axis, tiled: tiled) },
      ]
      d.keep(vmap(axisName: "i", axisSize: d.optional(d.int()), d.one(of: collectives))(d.tensor()))
    }
  }

  private static func modelsByHand(_ add: Add) {
    add("Initializer.init(_:_:)") { d in
      let value = d.tensor()
      d.keep(Initializer("own") { _, _, _ in value }(d.tensor(), d.shape(), d.dtype()))
    }
    add("Activation.callAsFunction(_:_:)") { d in d.keep(Activation { sin($0) }(try d.params(), d.tensor())) }
    add("Sequential.init(_:_:)") { d in
      d.keep(try Sequential(d.graph(), [d.layer(), d.layer()])(d.params(), d.tensor()))
    }
    add("LayerStack.init(_:count:isCheckpointed:_:)") { d in
      let dropped = try LayerStack(d.graph(), count: d.int(), isCheckpointed: d.bool()) {
        try Dropout($0, rate: 0.5, rng: d.rng())
      }
      d.keep("\(dropped)")
    }
    add("LayerStack.callAsFunction(_:_:)") { d in
      let stack = try LayerStack(d.graph(), count: 3, isCheckpointed: d.bool()) {
        try Linear($0, outputSize: d.int(), rng: d.rng())
      }
      let (x, params) = (d.tensor(), try d.params())
      d.keep(stack(stack(params, x).1, x))
    }
    add("LayerStack.callAsFunction(_:_:_:)") { d in
      let stack = try LayerStack(d.graph(), count: 2) { try RMSNorm($0) }
      let y = d.tensor()
      d.keep(stack(try d.params(), d.tensor()) { params, x in stack.layer(params, x + y) })
    }
    add("Bidirectional.init(_:forward:backward:)") { d in
      _ = try Bidirectional(d.graph(), forward: d.makeGRU(), backward: d.makeLSTM())
    }
    add("Bidirectional.apply(_:_:prevState:isReset:isTraining:)") { d in
      let both = try Bidirectional(d.graph(), forward: d.makeGRU(), backward: d.makeLSTM())
      d.keep(both.apply(try d.params(), d.tensor(), isReset: d.optional(d.tensor())))
    }
    add("RecurrenceBase.apply(_:_:prevState:isReset:isTraining:)") { d in
      d.keep(try d.makeGRU().apply(d.params(), d.tensor(), isReset: d.optional(d.tensor())))
    }
    add("RecurrenceBase.maybeResetState(_:_:_:isReset:)") { d in
      let state = GRUState(hidden: d.tensor())
      d.keep(try d.makeGRU().maybeResetState(d.params(), state, d.tensor(), isReset: d.optional(d.tensor())))
    }
    add("staticScan(_:_:_:prevState:isReset:)") { d in
      let result = staticScan(
        step, try d.params(), d.tensor(), prevState: d.tensor(), isReset: d.optional(d.tensor()))
      d.keep(result)
    }
    add("dynamicScan(_:_:_:prevState:isReset:)") { d in
      let result = dynamicScan(
        step, try d.params(), d.tensor(), prevState: d.tensor(), isReset: d.optional(d.tensor()))
      d.keep(result)
    }
    add("DTypePolicy.run(_:_:_:)") { d in
      let policy = DTypePolicy(computation: d.dtype(), output: d.dtype())
      d.keep(policy.run(try d.params(), d.tensor()) { (params: Params, x: Tensor) in (x * 2, params) })
    }
    add("GradientTransformation.init(initial:_:)") { d in
      let own = GradientTransformation(initial: { _ in OptimizerState() }) { gradients, state, _ in
        (gradients.map { $0 * 2 }, state)
      }
      d.keep(own.update(d.tensors(), d.optimizerState(), d.tensors()).updates)
    }
  }

  private static func step(
    _ params: Params, _ inputs: Tensor, _ state: Tensor, _ isReset: Tensor?
  ) -> ((Tensor, Tensor), Params) { ((inputs + state, state * 2), params) }
}
