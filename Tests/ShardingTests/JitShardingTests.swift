import Blox
import Testing

extension ShardingTests {
  struct JitShardingTests {
    let mesh: Mesh

    init() throws { mesh = try Mesh(["a": 2, "b": 4]) }

    func named(_ spec: PartitionSpec) -> NamedSharding { NamedSharding(mesh, spec) }

    @Test func resultsFollowArguments() throws {
      let f = jit { (x: Tensor, w: Tensor) in (tanh(matmul(x, w)), x) }
      let (x, w) = (waves([8, 4]), waves([4, 8], 1))
      let plain = try f(x, w)
      #expect(plain.0.sharding == nil)
      let (y, same) = try f(devicePut(x, named(["a"])), devicePut(w, named([nil, "b"])))
      #expect(y.sharding?.spec == ["a", "b"] && same.sharding?.spec == ["a"])
      #expect(try areClose(y, plain.0))
      // The same function, other shardings: compiled again, and both are kept.
      let z = try f(devicePut(x, named([nil, "b"])), devicePut(w, named(["b"]))).0
      #expect(try areClose(z, plain.0))
      #expect(try areClose(f(x, w).0, plain.0))
    }

    @Test func shardingsAreAsSaid() throws {
      let f = jit(inShardings: [named(["a"]), nil], outShardings: [named([nil, "b"]), nil]) {
        (x: Tensor, w: Tensor) in (matmul(x, w), x.sum())
      }
      let (x, w) = (waves([8, 4]), waves([4, 8], 1))
      let (y, sum) = try f(x, w)
      #expect(y.sharding?.spec == [nil, "b"])
      #expect(try areClose(y, matmul(x, w)) && areClose(sum, x.sum(), 1e-4))
      #expect(
        problem { _ = try f(devicePut(x, named(["b"])), w) }
          == "argument 0 is sharded [\"b\"] on Mesh(a: 2, b: 4), and inShardings says [\"a\"] on Mesh(a: 2, b: 4)"
      )
      #expect(
        problem { _ = try jit(inShardings: [named([])]) { (x: Tensor, y: Tensor) in x + y }(x, x) }
          == "1 shardings were given for 2 arguments")
      #expect(
        problem { _ = try jit(inShardings: [named([[], "a"])]) { (x: Tensor) in x + 1 }(waves([4])) }
          == "the sharding [nil, \"a\"] has 2 entries, but argument 0 has shape [4]")
      // The other's axes are of another name, but the parts are the same.
      let other = try Mesh(["data": 2, "model": 4])
      #expect(try areClose(f(devicePut(x, NamedSharding(other, ["data"])), w).0, matmul(x, w)))
    }

    @Test func constraintsInside() throws {
      let f = { (x: Tensor) in withShardingConstraint(sin(x), named(["b", "a"])) * 2 }
      let x = waves([8, 4])
      let y = try jit(f)(x)
      #expect(y.sharding?.spec == ["b", "a"])
      #expect(try areClose(y, sin(x) * 2))
      let gradient = try jit(grad { (x: Tensor) in f(x).sum() })(x)
      #expect(try areClose(gradient, cos(x) * 2))
      let rows = try jit(vmap { (row: Tensor) in withShardingConstraint(cos(row), named(["b"])) })(x)
      #expect(try areClose(rows, cos(x)))
      #expect(withShardingConstraint(x, named(["b"])).sharding?.spec == ["b"])
      #expect(
        problem { _ = try jit { (x: Tensor) in withShardingConstraint(x, named(["c"])) }(x) }
          == "the sharding [\"c\"] of the tensor names the axis \"c\", which Mesh(a: 2, b: 4) does not have")
      let inner = jit(outShardings: [named([nil, "b"])]) { (x: Tensor) in x * x }
      #expect(try areClose(jit { (x: Tensor) in try inner(x) + 1 }(x), x * x + 1))
      #expect(try areClose(grad { (x: Tensor) in try inner(x).sum() }(x), 2 * x))
    }

    @Test func capturedShardedTensors() throws {
      let w = devicePut(waves([4, 8]), named([nil, "b"]))
      let y = try jit { (x: Tensor) in matmul(x, w) }(waves([2, 4], 1))
      #expect(y.sharding?.mesh == mesh)
      #expect(try areClose(y, matmul(waves([2, 4], 1), waves([4, 8]))))
    }

    @Test func donatedShardsAreTakenOver() throws {
      let step = jit(donating: 0, outShardings: [named(["a", "b"])], name: "step") { (x: Tensor) in x + 1 }
      let x = devicePut(counting([8, 8]), named(["a", "b"]))
      let y = try step(x)
      #expect(try y.scalars(Float.self) == (counting([8, 8]) + 1).scalars(Float.self))
      let message = problem { _ = try x.scalars(Float.self) }
      #expect(message.contains("donated to `step`"))
      #expect(problem { _ = try step(x) }.hasPrefix("argument 0 of step"))
      // A tensor of one device is copied to the mesh, and stays.
      let z = counting([8, 8])
      _ = try step(z)
      #expect(try z.scalars(Float.self).count == 64)
    }

    @Test func manyStepsWithoutWaiting() throws {
      let step = jit(donating: 0) { (x: Tensor) in 0.5 * (x + x.mean()) }
      var x = devicePut(counting([8, 4]), named(["a", "b"]))
      for _ in 0..<200 { x = try step(x) }
      #expect(x.sharding?.spec == ["a", "b"])
      #expect(try x.scalars(Float.self).allSatisfy { Swift.abs($0 - 15.5) < 1e-4 })
    }

    @Test func theTextSaysHowEveryArgumentAndResultLies() throws {
      let text = try lower(inShardings: [named(["a"])], outShardings: [named(["b"])]) { (x: Tensor) in x * 2
      }(
        waves([8])
      ).text
      #expect(text.contains("sdy.mesh @mesh = <[\"a\"=2, \"b\"=4]>"))
      #expect(text.contains("%arg0: tensor<8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{\"a\"}]>}"))
      #expect(text.contains("-> (tensor<8xf32> {sdy.sharding = #sdy.sharding<@mesh, [{\"b\"}]>})"))
    }
  }
}
