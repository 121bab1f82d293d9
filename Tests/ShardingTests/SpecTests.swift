import Blox
import Optimizers
import Testing

extension ShardingTests {
  /// Specs that differ within an argument, results that have to be the same on all devices, and lanes of `vmap` that
  /// are divided over devices.
  struct SpecTests {
    let mesh: Mesh

    init() throws { mesh = try Mesh(["a": 2, "b": 4]) }

    @Test func aSpecForEachTensor() throws {
      let (x, y) = (counting([4, 2]), counting([2, 8]))
      let f = shardMap(mesh, in: [.each([["b"], ["a", "b"]])], out: [.each([["b"], [nil, "b"]])]) {
        (both: [Tensor]) in
        both.enumerated().map { $0 == 0 ? $1 * axisIndex("b") : psum($1, "a") }
      }
      let result = f([x, y])
      #expect(result.map { $0.sharding?.spec } == [["b"], [nil, "b"]])
      #expect(try areClose(result[0], x * Tensor.arange(4).reshape([4, 1])))
      #expect(try areClose(result[1], y.sum(axis: 0).reshape([1, 8])))
      #expect(problem { try f([x]).checked() } == "2 specs were given for the 1 tensors of argument 0")
      let single = shardMap(mesh, in: [.each([["b"]])], out: [.each([])]) { (x: Tensor) in [x] }
      #expect(problem { try single(x).checked() } == "0 specs were given for the 1 tensors of result 0")
    }

    /// A Megatron-style layer with collectives of one's own: params as their shardings say.
    @Test func paramsAsTheirShardingsSay() throws {
      let graph = try Graph("net")
      let rng = try Rng(graph.child("rng"))
      let up = try Linear(
        graph.child("up"), outputSize: 16, rng: rng, kernelMetadata: Metadata(sharding: [nil, "b"]),
        biasMetadata: Metadata(sharding: ["b"]))
      let down = try Linear(
        graph.child("down"), outputSize: 8, rng: rng, useBias: false,
        kernelMetadata: Metadata(sharding: ["b", nil]))
      let model = { (params: Params, x: Tensor) -> (Tensor, Params) in
        let (hidden, next) = up(params, x)
        return down(next, tanh(hidden))
      }
      let x = waves([4, 8])
      let initialize = { (x: Tensor) in model(rng.seed(Params(), seed: 1), x).1.locked() }
      let shardings = try evalShape(initialize)(x).shardings(on: mesh)
      let params = try jit(outShardings: [shardings], initialize)(x)
      let onDevices = shardMap(mesh, in: [.like(shardings), ["a"]], out: [["a"], .like(shardings)]) {
        (params: Params, x: Tensor) -> (Tensor, Params) in
        let (y, after) = model(params, x)
        return (psum(y, "b"), after)
      }
      let plain = try jit(initialize)(x)
      let wanted = model(plain, x).0
      let (y, after) = try jit(onDevices)(params, x)
      #expect(try areClose(y, wanted))
      for (path, param) in after.items { #expect(param.value.sharding == shardings[path]) }
      // Gradients lie as the params do.
      let (trainable, rest) = params.split()
      let step = jit { (t: Params, x: Tensor) in
        try grad { (t: Params) in try (onDevices(t.merge(rest), x).0 * waves([4, 8], 3)).sum() }(t)
      }
      let gradients = try step(trainable, x)
      let (plainTrainable, plainRest) = plain.split()
      let expected = try grad { (t: Params) in try (model(t.merge(plainRest), x).0 * waves([4, 8], 3)).sum()
      }(
        plainTrainable)
      for (path, param) in expected.items {
        let gradient = try gradients[path].value
        #expect(try areClose(gradient, param.value), "\(path)")
        #expect(gradient.sharding?.spec == shardings[path]?.spec, "\(path)")
      }
      // Axes that shardMap leaves to the compiler are none of its specs' business.
      let partly = shardMap(
        mesh, in: [.like(shardings), ["a"]], out: [["a"]], axisNames: ["a"]
      ) { (params: Params, x: Tensor) in model(params, x).0 }
      #expect(try areClose(jit(partly)(params, x), wanted))
      let other = try Mesh(["b": 4])
      let wrong = shardMap(other, in: [.like(shardings), []], out: [[]]) { (p: Params, x: Tensor) in x }
      #expect(
        problem { try wrong(params, x).checked() }
          == "the shardings of argument 0 are on Mesh(a: 2, b: 4)")
    }

    @Test func resultsHaveToBeTheSameWhereTheirSpecSaysSo() throws {
      let x = counting([8, 4])
      func text(
        _ inSpec: SpecTree, _ outSpec: SpecTree, _ f: @escaping (Tensor) -> Tensor
      ) -> String {
        problem { try shardMap(mesh, in: [inSpec], out: [outSpec], f)(x).checked() }
      }
      let differs = "result 0 may differ from device to device along \"b\", which its spec [] does not name"
      #expect(text(["b"], []) { $0 } == differs)
      #expect(text([], []) { $0 } == "no error")
      #expect(text([], []) { $0 * axisIndex("b") } == differs)
      #expect(text(["b"], []) { psum($0, "b") } == "no error")
      #expect(text(["b"], []) { pmax(sin($0), "b") + 1 } == "no error")
      #expect(text(["b"], []) { psum($0, "b", axisIndexGroups: [[0, 1], [2, 3]]) } == differs)
      #expect(text(["b"], []) { allGather($0, "b") } == "no error")
      #expect(text(["a", "b"], []) { psum($0, "a") } == differs)
      #expect(text(["a", "b"], [nil, "b"]) { psum($0, "a") } == "no error")
      #expect(text([], []) { psumScatter($0, "b", tiled: true) } == differs)
      #expect(text([], []) { ppermute($0, "b", [(0, 1)]) } == differs)
      // Loops and branches: what a carry becomes, which branch is taken, when a loop ends.
      #expect(text(["b"], []) { x in scan(x * 0, length: 2) { psum($0, "b") } } == differs)
      #expect(text(["b"], []) { x in scan(psum(x, "b"), length: 2) { $0 + psum(x, "b") } } == "no error")
      #expect(text(["b"], []) { x in scan(psum(x, "b"), length: 2) { $0 + x } } == differs)
      #expect(text([], []) { x in cond(axisIndex("b") .> 1, then: { x }, else: { -x }) } == differs)
      #expect(text([], []) { x in cond(x.sum() .> 1, then: { x }, else: { -x }) } == "no error")
      #expect(
        text([], []) { x in
          whileLoop(Tensor(Int32(0)), condition: { $0 .< axisIndex("b") }) { $0 + 1 } + x.sum()
        } == differs)
      #expect(text(["b"], []) { x in checkpoint { psum(sin($0), "b") }(x) } == "no error")
      #expect(text(["b"], []) { x in grad { psum(sin($0), "b").sum() }(x) } == differs)
      // One may know better: the value of one device is taken.
      let first = shardMap(mesh, in: [["b"]], out: [[]], checkReplication: false) { (x: Tensor) in x }
      #expect(try first(x).scalars(Float.self) == x[0..<2].scalars(Float.self))
    }

    @Test func lanesAlongAnAxisOfTheMesh() throws {
      let x = waves([4, 8, 2])
      let told = { (x: Tensor) in withShardingConstraint(sin(x), NamedSharding(mesh, ["b"])) }
      let divided = try jit(vmap(spmdAxisName: "a", told))(x)
      #expect(divided.sharding?.spec == ["a", "b"])
      #expect(try areClose(divided, sin(x)))
      // shardMap inside: each device has its lanes alone.
      let sums = shardMap(mesh, in: [["b"]], out: [[]]) { (x: Tensor) in psum(tanh(x), "b") }
      let plain = vmap(sums)(x)
      for f in [vmap(spmdAxisName: "a", sums), jit(vmap(spmdAxisName: "a", sums))]
        as [(Tensor) throws -> Tensor]
      {
        let result = try f(x)
        #expect(result.sharding?.spec == ["a"])
        #expect(try areClose(result, plain))
      }
      let weights = waves([4, 2, 2], 1)
      #expect(
        try areClose(
          jit(grad { (x: Tensor) in (vmap(spmdAxisName: "a", sums)(x) * weights).sum() })(x),
          grad { (x: Tensor) in (vmap(sums)(x) * weights).sum() }(x)))
      func text(_ x: Tensor, _ f: (Tensor) -> Tensor) -> String { problem { try f(x).checked() } }
      #expect(
        text(x, vmap(spmdAxisName: "b", sums))
          == "vmap's spmdAxisName \"b\" is an axis that the specs of the shardMap in it name")
      #expect(
        text(x, vmap(spmdAxisName: "z", sums)) == "vmap's spmdAxisName \"z\" is no axis of Mesh(a: 2, b: 4)")
      #expect(
        text(waves([3, 8]), vmap(spmdAxisName: "a", sums))
          == "3 lanes do not divide into the 2 parts of [\"a\"]")
      let lanes = shardMap(mesh, in: [["b"]], out: [[]]) { (x: Tensor) in psum(psum(x, "b"), "lanes") }
      #expect(
        text(x, vmap(axisName: "lanes", spmdAxisName: "a", lanes))
          == "a collective over \"lanes\", whose lanes are divided along [\"a\"]")
      #expect(
        text(x, vmap(spmdAxisName: "b", told))
          == "the sharding [\"b\", \"b\"] of the tensor names the axis \"b\" twice")
    }
  }
}
