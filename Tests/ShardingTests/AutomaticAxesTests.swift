import Blox
import PJRT
import Testing

extension ShardingTests {
  /// `shardMap` over some axes of the mesh, the others left to XLA's partitioner, and one `shardMap` inside of another.
  struct AutomaticAxesTests {
    let mesh: Mesh

    init() throws { mesh = try Mesh(["a": 2, "b": 4]) }

    /// Each device along "b" has a row; what the rows hold is divided along "a" by the compiler.
    @Test(arguments: Collective.all.indices) func collectivesAreThoseOfVmap(index: Int) throws {
      let (name, f) = (Collective.all[index].name, Collective.all[index].f)
      let x = waves([4, 4, 8])
      let placed = devicePut(x, NamedSharding(mesh, ["b", "a"]))
      let devices = shardMap(mesh, in: [["b"]], out: [["b"]], axisNames: ["b"]) { (x: Tensor) in
        let y = f(x.reshape([4, 8]))
        return y.reshape([1] + y.shape)
      }
      let lanes = vmap(axisName: "b", f)
      let wanted = lanes(x)
      #expect(try areClose(jit(devices)(placed), wanted), "\(name) in jit")
      #expect(try areClose(devices(x), wanted), "\(name)")
      let weights = waves(wanted.shape, 2)
      let loss = { (x: Tensor) in (sin(devices(x)) * weights).sum() }
      let gradient = grad { (x: Tensor) in (sin(lanes(x)) * weights).sum() }(x)
      #expect(try areClose(jit(grad(loss))(placed), gradient), "\(name) backward")
      let batch = waves([3, 4, 4, 8], 4)
      #expect(try areClose(jit(vmap(devices))(batch), vmap(lanes)(batch)), "\(name) in vmap")
    }

    @Test func theCompilerDividesAlongTheOtherAxes() throws {
      let columns = NamedSharding(mesh, [nil, "a"])
      let rows = NamedSharding(mesh, ["b"])
      let step = shardMap(mesh, in: [[], ["b"]], out: [[]], axisNames: ["b"]) { (w: Tensor, x: Tensor) in
        pmean(tanh(matmul(x, w)).mean(), "b")
      }
      let (w, x) = (waves([16, 64]), waves([8, 16], 1))
      let plain = { (w: Tensor, x: Tensor) in tanh(matmul(x, w)).mean() }
      let gradient = jit(inShardings: [columns, rows], outShardings: [columns], grad(step))
      let result = try gradient(w, x)
      #expect(result.sharding == columns)
      #expect(try areClose(result, grad(plain)(w, x)))
      let executable = try lower(inShardings: [columns, rows], outShardings: [columns], grad(step))(w, x)
        .compile()
      // Each device has its columns alone: half a kernel goes in and half a gradient comes out.
      let memory = try executable.memoryAnalysis()
      #expect(memory.arguments == (16 * 64 / 2 + 8 * 16 / 4) * 4 && memory.outputs == 16 * 64 / 2 * 4)
      // Inside, shardings may be told along the axes that the compiler has.
      let told = shardMap(mesh, in: [["b"]], out: [["b"]], axisNames: ["b"]) { (x: Tensor) in
        withShardingConstraint(sin(x), NamedSharding(mesh, [nil, "a"])) * axisIndex("b")
      }
      let places = Tensor.arange(8).reshape([8, 1]) / Tensor(2)
      #expect(try areClose(jit(told)(x), sin(x) * floor(places)))
    }

    @Test func oneInsideOfAnother() throws {
      let x = waves([4, 8])
      let inner = { (x: Tensor) in
        shardMap(mesh, in: [[nil, "b"]], out: [[nil, "b"]]) { (x: Tensor) in
          // The axes of both are there.
          psum(x, "a") * axisIndex("b") + psum(sin(x), ["a", "b"]) + axisIndex("a")
        }(cos(x)) + axisIndex("a")
      }
      let nested = shardMap(mesh, in: [["a"]], out: [["a"]], axisNames: ["a"], inner)
      let flat = shardMap(mesh, in: [["a", "b"]], out: [["a", "b"]]) { (x: Tensor) in
        let y = cos(x)
        return psum(y, "a") * axisIndex("b") + psum(sin(y), ["a", "b"]) + 2 * axisIndex("a")
      }
      let wanted = flat(x)
      #expect(try areClose(nested(x), wanted))
      #expect(try areClose(jit(nested)(x), wanted))
      let program = try makeJaxpr(nested)(x)
      try program.check()
      let weights = waves([4, 8], 2)
      func loss(_ f: @escaping (Tensor) -> Tensor) -> (Tensor) -> Tensor {
        { x in (sin(f(x)) * weights).sum() }
      }
      let gradient = grad(loss(flat))(x)
      #expect(try areClose(grad(loss(nested))(x), gradient))
      #expect(try areClose(jit(grad(loss(nested)))(x), gradient))
      let second = grad { (x: Tensor) in sin(grad(loss(flat))(x)).sum() }(x)
      #expect(try areClose(jit(grad { (x: Tensor) in sin(grad(loss(nested))(x)).sum() })(x), second, 1e-4))
      let direction = waves([4, 8], 3)
      #expect(
        try areClose(
          jvp(nested, primals: x, tangents: direction).1, jvp(flat, primals: x, tangents: direction).1))
      let batch = waves([3, 4, 8], 4)
      #expect(try areClose(vmap(nested)(batch), vmap(flat)(batch)))
    }

    @Test func loopsAndJitInside() throws {
      let f = shardMap(mesh, in: [["b"]], out: [["b"]], axisNames: ["b"]) { (x: Tensor) throws -> Tensor in
        let sums: Tensor = scan(x, length: 3) { (x: Tensor) in x + psum(x, "b") * 0.25 }
        return try jit { (x: Tensor) in x * axisIndex("b") }(sums)
      }
      let x = waves([4, 2])
      let wanted = vmap(axisName: "b") { (x: Tensor) in
        let sums: Tensor = scan(x, length: 3) { (x: Tensor) in x + psum(x, "b") * 0.25 }
        return sums * axisIndex("b")
      }(x)
      #expect(try areClose(f(x), wanted))
      #expect(try areClose(jit(f)(x), wanted))
    }

    /// A function that was jitted outside is checked anew where an enclosing `shardMap` takes its axes.
    @Test func jittedFunctionsOverTheMesh() throws {
      let x = waves([8, 4])
      let told = jit { (x: Tensor) in withShardingConstraint(sin(x), NamedSharding(mesh, ["a"])) }
      let sum = jit(shardMap(mesh, in: [["b"]], out: [[]], axisNames: ["b"]) { (x: Tensor) in psum(x, "b") })
      #expect(try told(x).sharding?.spec == ["a"])
      #expect(try areClose(sum(x), x.reshape([4, 2, 4]).sum(axis: 0)))
      func inside(_ axis: String, _ f: @escaping (Tensor) throws -> Tensor) -> (Tensor) throws -> Tensor {
        shardMap(mesh, in: [[]], out: [[]], axisNames: [axis]) { (x: Tensor) in try f(x) }
      }
      #expect(try areClose(inside("b", told)(x), sin(x)))
      #expect(try areClose(inside("a", sum)(x), x.reshape([4, 2, 4]).sum(axis: 0)))
      #expect(
        problem { _ = try inside("a", told)(x).checked() }.hasPrefix(
          "shardingConstraint names the axis \"a\""))
      #expect(
        problem { _ = try inside("b", sum)(x).checked() }
          == "axisNames has the axis \"b\", which an enclosing shardMap is over already")
    }

    @Test func wrongAxesAreErrors() throws {
      let x = waves([8, 4])
      func text(_ f: (Tensor) -> Tensor) -> String { problem { try f(x).checked() } }
      let same = { (x: Tensor) in x }
      #expect(
        text(shardMap(mesh, in: [[]], out: [[]], axisNames: ["c"], same))
          == "axisNames has the axis \"c\", which Mesh(a: 2, b: 4) does not have")
      #expect(
        text(shardMap(mesh, in: [[]], out: [[]], axisNames: [], same))
          == "a shardMap over no axes of Mesh(a: 2, b: 4)")
      #expect(
        text(shardMap(mesh, in: [["b"]], out: [[]], axisNames: ["a"], same))
          == "the spec [\"b\"] of argument 0 names the axis \"b\", which this shardMap is not over")
      #expect(
        text(shardMap(mesh, in: [[]], out: [["b"]], axisNames: ["a"], same))
          == "the spec [\"b\"] of result 0 names the axis \"b\", which this shardMap is not over")
      #expect(
        text(shardMap(mesh, in: [[]], out: [[]], axisNames: ["a"]) { psum($0, "b") })
          == "no axis is named \"b\" here")
      let inner = shardMap(mesh, in: [[]], out: [[]], axisNames: ["a"], same)
      #expect(
        text(shardMap(mesh, in: [[]], out: [[]], axisNames: ["a"], inner))
          == "axisNames has the axis \"a\", which an enclosing shardMap is over already")
      #expect(
        text(shardMap(mesh, in: [[]], out: [[]], shardMap(mesh, in: [[]], out: [[]], same)))
          == "a shardMap was called inside of one that is over all axes of Mesh(a: 2, b: 4)")
      let other = try Mesh(["c": 8])
      #expect(
        text(
          shardMap(mesh, in: [[]], out: [[]], axisNames: ["a"], shardMap(other, in: [[]], out: [[]], same)))
          == "a shardMap over Mesh(c: 8) was called inside of one over Mesh(a: 2, b: 4)")
      #expect(
        text(
          shardMap(mesh, in: [[]], out: [[]], axisNames: ["a"]) {
            withShardingConstraint($0, NamedSharding(mesh, ["a"]))
          })
          == "shardingConstraint names the axis \"a\" inside of a shardMap over it, where each device has its own part"
      )
    }
  }
}
