import Blox

extension WrongUse {
  /// Models under JAX's transformations.
  static let transformations = [
    WrongUse(
      "at vmap out_axes[1][…][('net', 'rng', 'seed')][…], got axis spec None but output was batched on axis 0",
      ["vmap", "net/rng/seed", "nil", "lane"]
    ) { model in
      let dropout = try Dropout(model.node("d"), rate: 0.5, rng: model.rng)
      let lanes = vmap(in: [nil, 0, 0], out: (0, nil)) { (params: Params, x: Tensor, index: Tensor) in
        let folded = Random.foldIn(model.rng.getSeed(params), index)
        return dropout(model.rng.seed(params, seed: folded), x)
      }
      try lanes(model.params, .ones([4, 2]), .arange(4)).1.checked()
    },
    WrongUse(
      "at vmap out_axes[…][('net', 'linear', 'kernel')][…], got axis spec None but output was batched on axis 0",
      ["vmap", "net/linear/kernel", "nil"]
    ) { model in
      let initialize = vmap(out: nil) { (seed: Tensor) in
        model.linear(model.rng.seed(Params(), seed: seed), .ones([1, 2])).1
      }
      try initialize(Tensor.arange(4)).checked()
    },
    WrongUse("vmap got inconsistent sizes for array axes to be mapped", ["vmap", "f32[3]", "f32[4]"]) { _ in
      try vmap { (a: Tensor, b: Tensor) in a + b }(.ones([3]), .ones([4])).checked()
    },
    WrongUse(
      "Attempted boolean conversion of traced array with shape bool[]. (TracerBoolConversionError)",
      ["reading values", "traced value of jit at", "`cond`", "`debugPrint`"]
    ) { model in
      let step = jit { (x: Tensor) in try x.sum().item(Float.self) > 0 ? x : -x }
      try step(.ones([2])).checked()
    },
    WrongUse("unbound axis name: batch (BatchNorm)", ["\"batch\"", "vmap(axisName:", "module:   net/n"]) {
      try BatchNorm($0.node("n"), axisName: "batch")($0.open, .ones([3, 4])).0.checked()
    },
    WrongUse("Found an unbound axis name: batch.", ["\"batch\"", "vmap(axisName:"]) { _ in
      try axisIndex("batch").checked()
    },
    // Lanes that average among themselves fail there under vmap; here groups must only be groups of lanes.
    WrongUse("axis_index_groups not supported in vmap collectives", ["[[0, 1], [2, 2]]", "each lane"]) {
      model in
      let norm = try BatchNorm(model.node("n"), axisName: "i", axisIndexGroups: [[0, 1], [2, 2]])
      try vmap(axisName: "i") { (x: Tensor) in norm(model.open, x).0 }(.ones([4, 3, 2])).checked()
    },
    WrongUse(
      "grad requires real- or complex-valued inputs …, but got uint32.",
      ["net/rng/counter", "uint32", "split()"]
    ) { model in
      try grad { (params: Params) in model.linear(params, .ones([1, 2])).0.sum() }(model.params).checked()
    },
    WrongUse(
      "Gradient only defined for scalar-output functions. Output had shape: (1, 3).", ["f32[1,3]", "scalar"]
    ) { model in
      let (trainable, rest) = model.params.split()
      try grad { (t: Params) in try model.linear(t.merge(rest), .ones([1, 2])).0 }(trainable).checked()
    },
    WrongUse("Array has been deleted with shape=float32[2,3].", ["donated to", "jit at", "use what"]) {
      model in
      let step = jit(donating: 0) { (x: Tensor) in x + 1 }
      let x = Tensor.ones([2, 3])
      _ = try step(x)
      try (x + 1).checked()
    },
    WrongUse(
      "… given argument arrays with axis sizes that are not evenly divisible …",
      ["axis 0", "extent 6", "4 parts of \"b\"", "multiple of 4"]
    ) { _ in
      let mesh = try Mesh(["b": 4])
      try shardMap(mesh, in: [["b"]], out: [["b"]]) { (x: Tensor) in x }(.ones([6])).checked()
    },
    WrongUse(
      "Resource axis: model of P('model',) is not found in mesh: ('b',).",
      ["\"model\"", "net/l/kernel", "axes of the mesh: b"]
    ) { model in
      let layer = try Linear(
        model.node("l"), outputSize: 4, rng: model.rng, kernelMetadata: Metadata(sharding: [nil, "model"]))
      _ = try layer(model.open, .ones([1, 2])).1.shardings(on: Mesh(["b": 4]))
    },
  ]
}
