import Blox
import PJRT
import Testing

@testable import scaling

extension ShardingTests {
  struct ShardMapTests {
    let mesh: Mesh

    init() throws { mesh = try Mesh(["a": 2, "b": 4]) }

    /// The collective on devices: each has one row of the leading axis, and adds one axis to its result.
    func onDevices(_ f: @escaping @Sendable (Tensor) -> Tensor) -> (Tensor) -> Tensor {
      shardMap(mesh, in: [["b"]], out: [["b"]]) { (x: Tensor) in
        let y = f(x.reshape([4, 8]))
        return y.reshape([1] + y.shape)
      }
    }

    @Test(arguments: Collective.all.indices) func collectivesAreThoseOfVmap(index: Int) throws {
      let (name, f) = (Collective.all[index].name, Collective.all[index].f)
      let x = waves([4, 4, 8])
      let expected = vmap(axisName: "b", f)(x)
      let devices = onDevices(f)
      #expect(try areClose(devices(x), expected), "\(name)")
      #expect(try areClose(jit(devices)(x), expected), "\(name) in jit")
      // Whatever weighs the results: forward and reverse mode are those of vmap.
      let weights = waves(expected.shape, 2)
      let gradient = grad { (x: Tensor) in (sin(devices(x)) * weights).sum() }
      let wanted = grad { (x: Tensor) in (sin(vmap(axisName: "b", f)(x)) * weights).sum() }(x)
      #expect(try areClose(gradient(x), wanted), "\(name) backward")
      #expect(try areClose(jit(gradient)(x), wanted), "\(name) backward in jit")
      let direction = waves(x.shape, 3)
      let forward = jvp(devices, primals: x, tangents: direction).1
      #expect(
        try areClose(forward, jvp(vmap(axisName: "b", f), primals: x, tangents: direction).1),
        "\(name) forward")
      let batch = waves([3, 4, 4, 8], 4)
      #expect(try areClose(vmap(devices)(batch), vmap(vmap(axisName: "b", f))(batch)), "\(name) in vmap")
    }

    @Test(arguments: Collective.all.indices) func collectivesAreThoseOfJAX(index: Int) throws {
      let collective = Collective.all[index]
      let devices = onDevices(collective.f)
      let x = waves([4, 4, 8])
      let (loss, gradient) = try jit(
        valueAndGrad { (x: Tensor) in
          let y = devices(x)
          return (sin(y) * waves(y.shape, 2)).sum()
        })(x)
      let sum = try (gradient * waves(x.shape, 3)).sum().item(Float.self)
      #expect(Swift.abs(try loss.item(Float.self) - collective.loss) < 1e-4, "\(collective.name)")
      if let wanted = collective.gradient { #expect(Swift.abs(sum - wanted) < 1e-4, "\(collective.name)") }
    }

    @Test(arguments: Collective.all.indices) func eachIsOneInstruction(index: Int) throws {
      let collective = Collective.all[index]
      let executable = try lower(onDevices(collective.f))(waves([4, 4, 8])).compile()
      let counts = try #require(try executable.optimizedHLO().instructionCounts).filter {
        Scaling.isCollective($0.key)
      }
      #expect(counts == (collective.instruction.map { [$0: 1] } ?? [:]), "\(collective.name)")
    }

    @Test func severalAxes() throws {
      let x = counting([2, 4])
      let f = shardMap(mesh, in: [["a", "b"]], out: [[], ["a", "b"], [nil, "b"]]) { (x: Tensor) in
        (psum(x, ["a", "b"]), x * 0 + (10 * axisIndex("a") + axisIndex("b")), psum(x, "a"))
      }
      let (sum, index, columns) = f(x)
      #expect(try sum.scalars(Float.self) == [28])
      #expect(try index.scalars(Float.self) == [0, 1, 2, 3, 10, 11, 12, 13])
      #expect(try columns.scalars(Float.self) == [4, 6, 8, 10])
      #expect(columns.sharding?.spec == [nil, "b"])
    }

    @Test func gradientOfReplicatedOperandsIsSummed() throws {
      let (x, w) = (waves([8, 3]), waves([3, 5], 1))
      let loss = shardMap(mesh, in: [[], ["b"]], out: [[]]) { (w: Tensor, x: Tensor) in
        pmean(tanh(matmul(x, w)).mean(), "b")
      }
      let plain = { (w: Tensor, x: Tensor) in tanh(matmul(x, w)).mean() }
      #expect(try areClose(loss(w, x), plain(w, x)))
      let (dw, dx) = grad(arguments: .all, loss)(w, x)
      let (wantedW, wantedX) = grad(arguments: .all, plain)(w, x)
      #expect(try areClose(dw, wantedW) && areClose(dx, wantedX))
      let second = grad { (w: Tensor) in grad { loss($0, x) }(w).sum() }(w)
      #expect(try areClose(second, grad { (w: Tensor) in grad { plain($0, x) }(w).sum() }(w)))
      let ready = try jit(grad { loss($0, x) })(w)
      #expect(try areClose(ready, wantedW))
    }

    @Test func loopsAndBranchesInside() throws {
      let f = shardMap(mesh, in: [["b"]], out: [["b"]]) { (x: Tensor) in
        let sums: Tensor = scan(x, length: 3) { (x: Tensor) in x + psum(x, "b") * 0.25 }
        return cond(axisIndex("b") .> 1, then: { sums }, else: { -sums })
      }
      let x = waves([4, 2])
      let expected = vmap(axisName: "b") { (x: Tensor) in
        let sums: Tensor = scan(x, length: 3) { (x: Tensor) in x + psum(x, "b") * 0.25 }
        return cond(axisIndex("b") .> 1, then: { sums }, else: { -sums })
      }(x)
      #expect(try areClose(jit(f)(x), expected))
      #expect(
        try areClose(
          grad { (x: Tensor) in sin(f(x)).sum() }(x),
          grad { (x: Tensor) in
            sin(
              vmap(axisName: "b") { (x: Tensor) in
                let sums: Tensor = scan(x, length: 3) { (x: Tensor) in x + psum(x, "b") * 0.25 }
                return cond(axisIndex("b") .> 1, then: { sums }, else: { -sums })
              }(x)
            ).sum()
          }(x)))
    }

    @Test func normsAggregateAcrossDevices() throws {
      let graph = try Graph("net")
      let rng = try Rng(graph.child("rng"))
      let batchNorm = try BatchNorm(graph.child("batch"), axisName: "b", rng: rng)
      let layerNorm = try LayerNorm(graph.child("layer"), axisName: "b", rng: rng)
      let rmsNorm = try RMSNorm(graph.child("rms"), axisName: "b", rng: rng)
      let model = { (params: Params, x: Tensor) -> (Tensor, Params) in
        var (x, params) = batchNorm(params, x, isTraining: true)
        (x, params) = layerNorm(params, x)
        return rmsNorm(params, x)
      }
      let initialize = { (x: Tensor) in model(rng.seed(Params(), seed: 1), x).1.locked() }
      let x = waves([8, 3])
      let lanes = x.reshape([4, 2, 3])
      let params = vmap(out: nil, axisName: "b", initialize)(lanes)
      let onDevices = shardMap(mesh, in: [[], ["b"]], out: [["b"], []], model)
      let (y, updated) = try jit(onDevices)(params, x)
      let (wanted, others) = vmap(in: [nil, 0], out: (0, nil), axisName: "b", model)(params, lanes)
      #expect(try areClose(y, wanted.reshape([8, 3])))
      for (path, param) in others.items where path.last?.hasPrefix("running") == true {
        #expect(try areClose(updated[path].value, param.value), "\(path)")
      }
    }

    /// Values and gradients are those of one device that has everything; in blox for Python the variance is the mean of
    /// the devices' own.
    @Test func normsOverDevicesAreThoseOfOneDevice() throws {
      let graph = try Graph("net")
      let rng = try Rng(graph.child("rng"))
      let seeded = rng.seed(Params(), seed: 1)
      let (x, weights) = (waves([8, 12]), waves([8, 12], 1))
      func compare(
        _ spec: SpecTree, _ part: Tensor, _ layer: @escaping (Params, Tensor) -> (Tensor, Params),
        _ reference: @escaping (Tensor) -> Tensor
      ) throws {
        let params = vmap(out: nil, axisName: "b") { layer(seeded, $0).1 }(part).locked()
        let onDevices = shardMap(mesh, in: [[], spec], out: [spec]) { layer($0, $1).0 }
        #expect(try areClose(jit(onDevices)(params, x), reference(x)))
        let gradient = jit(grad { (x: Tensor) in (onDevices(params, x) * weights).sum() })
        #expect(
          try areClose(gradient(x), grad { (x: Tensor) in (reference(x) * weights).sum() }(x), 1e-4))
      }
      let batchNorm = try BatchNorm(graph.child("batch"), axisName: "b", rng: rng)
      try compare(["b"], x.reshape([4, 2, 12]), { batchNorm($0, $1, isTraining: true) }) { x in
        (x - x.mean(axis: 0)) / sqrt(x.var(axis: 0) + 1e-5)
      }
      let columns = moveaxis(x.reshape([8, 4, 3]), 1, 0)
      let layerNorm = try LayerNorm(graph.child("layer"), axisName: "b", rng: rng)
      try compare([nil, "b"], columns, { layerNorm($0, $1) }) { x in
        (x - x.mean(axis: 1, keepdims: true)) / sqrt(x.var(axis: 1, keepdims: true) + 1e-5)
      }
      let rmsNorm = try RMSNorm(graph.child("rms"), axisName: "b", rng: rng)
      try compare([nil, "b"], columns, { rmsNorm($0, $1) }) { x in
        x / sqrt(square(x).mean(axis: 1, keepdims: true) + 1e-5)
      }
    }

    @Test func threeAxes() throws {
      let mesh = try Mesh(["x": 2, "y": 2, "z": 2])
      let value = counting([2, 4, 2])
      let f = shardMap(mesh, in: [["x", ["z", "y"]]], out: [[nil, "y"], ["x", ["z", "y"]]]) {
        (part: Tensor) in
        (psum(part, ["x", "z"]), part * 0 + (100 * axisIndex("x") + 10 * axisIndex("y") + axisIndex("z")))
      }
      let (sums, places) = try jit(f)(value)
      #expect(try areClose(sums, value.reshape([2, 2, 2, 2]).sum(axis: [0, 1]).reshape([1, 2, 2])))
      #expect(
        try places[FullRange(), FullRange(), 0].scalars(Float.self) == [0, 10, 1, 11, 100, 110, 101, 111])
      #expect(sums.sharding?.spec == [nil, "y"] && places.sharding?.spec == ["x", ["z", "y"]])
      let placed = devicePut(value, NamedSharding(mesh, ["z", "x", "y"]))
      #expect(try areClose(jit { (x: Tensor) in sin(x) }(placed), sin(value)))
      #expect(try jit { (x: Tensor) in sin(x) }(placed).sharding?.spec == ["z", "x", "y"])
    }

    @Test func everyDeviceCanHaveRandomNumbersOfItsOwn() throws {
      let graph = try Graph("net")
      let rng = try Rng(graph.child("rng"))
      let dropout = try Dropout(graph.child("dropout"), rate: 0.5, rng: rng)
      let params = rng.seed(Params(), seed: 42).locked()
      let perDevice = { (params: Params, x: Tensor) -> (Tensor, Params) in
        let original = rng.getSeed(params)
        let folded = rng.seed(params, seed: Random.foldIn(original, axisIndex("b")))
        let (y, after) = dropout(folded, x, isTraining: true)
        return (y, rng.seed(after, seed: original))
      }
      let x = Tensor.ones([4, 16])
      let (y, after) = try jit(shardMap(mesh, in: [[], ["b"]], out: [["b"], []], perDevice))(params, x)
      let (wanted, _) = vmap(in: [nil, 0], out: (0, nil), axisName: "b", perDevice)(params, x)
      #expect(try y.scalars(Float.self) == wanted.scalars(Float.self))
      #expect(try after["net", "rng", "counter"].value.item(Int.self) == 1)
      // What blox in Python gives for the same under jax.shard_map.
      let masks = try (0..<4).map { try y[$0].scalars(Float.self).map { $0 == 0 ? "0" : "1" }.joined() }
      #expect(masks == ["1010001111100110", "1001110000001001", "1011000101010010", "1110101101111110"])
    }

    @Test func wrongUseIsAnError() throws {
      let x = waves([8, 4])
      func text(_ f: (Tensor) -> Tensor) -> String { problem { try f(x).checked() } }
      let same = { (x: Tensor) in x }
      #expect(
        text(shardMap(mesh, in: [["c"]], out: [[]], same))
          == "the sharding [\"c\"] of argument 0 names the axis \"c\", which Mesh(a: 2, b: 4) does not have")
      #expect(
        text(shardMap(mesh, in: [[]], out: [["a", "b", "a"]], same))
          == "the sharding [\"a\", \"b\", \"a\"] of result 0 names the axis \"a\" twice")
      #expect(
        text(shardMap(mesh, in: [[nil, ["a", "b"]]], out: [[]], same))
          == "axis 1 of argument 0, of extent 4, does not divide into the 8 parts of [\"a\", \"b\"] in Mesh(a: 2, b: 4)"
      )
      #expect(
        text(shardMap(mesh, in: [[]], out: [[]]) { withShardingConstraint($0, NamedSharding(mesh, ["a"])) })
          == "shardingConstraint names the axis \"a\" inside of a shardMap over it, where each device has its own part"
      )
      #expect(
        text(shardMap(mesh, in: [["a"]], out: [["a"]], shardMap(mesh, in: [["b"]], out: [["b"]], same)))
          == "a shardMap was called inside of one that is over all axes of Mesh(a: 2, b: 4)")
      #expect(text(shardMap(mesh, in: [[], []], out: [[]], same)) == "2 specs were given for 1 arguments")
      #expect(text(shardMap(mesh, in: [[]], out: [[], []], same)) == "2 specs were given for 1 results")
      #expect(
        text(shardMap(mesh, in: [[]], out: [[]]) { (x: Tensor) in psum(x, "c") })
          == "no axis is named \"c\" here")
      #expect(
        text(shardMap(mesh, in: [[]], out: [[]]) { (x: Tensor) in psumScatter(x, "b", scatterDimension: 0) })
          == "each lane's part of axis 0 has 2 elements")
      #expect(
        text(shardMap(mesh, in: [["b"]], out: [[]]) { (x: Tensor) in psumScatter(x, "b", tiled: true) })
          == "axis 0 of extent 2 does not divide among 4 lanes")
    }
  }
}
