import Blox
import PJRT
import Testing

@testable import scaling

extension ShardingTests {
  /// The transformer of `Examples/Scaling`, divided in three ways.
  struct TransformerTests {
    static let single = Result { try Training(nil).losses(steps: 10) }

    @Test(arguments: Strategy.allCases) func lossesAreThoseOfOneDevice(strategy: Strategy) throws {
      let expected = try Self.single.get()
      let losses = try Training(strategy).losses(steps: 10)
      #expect(losses.count == 10 && losses[9] < losses[0])
      for (loss, wanted) in zip(losses, expected) { #expect(Swift.abs(loss - wanted) < 1e-4) }
    }

    @Test(arguments: Strategy.allCases) func parametersLieAsSaid(strategy: Strategy) throws {
      let training = try Training(strategy)
      let params = try training.initialize(training.inputs)
      let plain = try Training(nil).initialize(training.inputs)
      let (_, updated) = try training.step(
        params, training.inputs, training.targets)
      for (path, param) in updated.items {
        let sharding = try #require(training.shardings?[path])
        #expect(param.value.sharding == sharding)
        let local = try sharding.shardShape(param.value.shape)
        for shard in try param.value.addressableShards { #expect(shard.data.shape == local) }
      }
      // The same seed gives the same parameters, however they are divided. (The step took over the first ones.)
      let again = try training.initialize(training.inputs)
      for (path, param) in plain.items where param.trainable {
        #expect(try areClose(again[path].value, param.value, 1e-6), "\(path)")
      }
    }

    /// The shapes of the parameters that are divided, but for those that whole ones have, too.
    private func dividedShapes(_ training: Training) throws -> [Shape] {
      let shardings = try #require(training.shardings)
      var (divided, whole): (Set<Shape>, Set<Shape>) = ([], [])
      for (path, param) in try training.initialize(training.inputs).items {
        let local = try shardings[path]?.shardShape(param.value.shape)
        if local == param.value.shape { whole.insert(local ?? []) } else { divided.insert(param.value.shape) }
      }
      return Array(divided.subtracting(whole))
    }

    /// The program that makes the parameters takes nothing but the tokens, and no instruction of it gives a whole kernel
    /// that is divided: neither the host nor a device ever has one.
    @Test(arguments: [Strategy.tensorParallel, .fullySharded])
    func parametersAreMadeInParts(strategy: Strategy) throws {
      let training = try Training(strategy)
      let lowered = try training.loweredInitialize(training.inputs)
      let executable = try lowered.compile()
      let shapes = Set(try executable.optimizedHLO().instructions.map { $0.map(\.dimensions) } ?? [])
      let divided = try dividedShapes(training)
      #expect(divided.count >= 3 && !shapes.isEmpty)
      for shape in divided { #expect(!shapes.contains(shape.dimensions), "\(shape)") }
      let kernels = try training.initialize(training.inputs).items.reduce(0) {
        $0 + $1.param.value.shape.size * 4
      }
      let memory = try executable.memoryAnalysis()
      #expect(memory.arguments <= training.inputs.shape.size * 4 && memory.outputs < kernels)
      #expect(lowered.text.utf8.count < kernels)
    }

    /// Where each device has its columns or rows (Megatron), a training step never puts a kernel together.
    @Test func tensorParallelStepsHaveNoWholeKernel() throws {
      let training = try Training(.tensorParallel)
      let shapes = Set(
        try training.compiled().optimizedHLO().instructions.map { $0.map(\.dimensions) } ?? [])
      let divided = try dividedShapes(training)
      #expect(divided.contains([64, 256]) && divided.contains([256, 64]))
      for shape in divided { #expect(!shapes.contains(shape.dimensions), "\(shape)") }
    }

    /// A training step of two wide layers needs less memory on each device than one of its kernels.
    @Test func stepsOfWideLayersStayBelowOneKernel() throws {
      let mesh = try Mesh(["model": 8])
      let whole = NamedSharding(mesh, [])
      let kernels = [NamedSharding(mesh, [nil, "model"]), NamedSharding(mesh, ["model"])]
      let step = { (kernels: [Tensor], x: Tensor) -> (Tensor, [Tensor]) in
        let (loss, gradients) = valueAndGrad { (k: [Tensor]) in
          k.dropFirst().reduce(matmul(x, k[0])) { matmul(relu($0), $1) }.mean()
        }(kernels)
        return (loss, map(kernels, gradients) { $0 - 0.1 * $1 })
      }
      let lowered = lower(
        donating: 0, inShardings: [kernels, whole], outShardings: [whole, kernels], step)
      let executable = try lowered([.ones([256, 4096]), .ones([4096, 256])], .ones([16, 256])).compile()
      let memory = try executable.memoryAnalysis()
      let kernelBytes = 256 * 4096 * 4
      #expect(memory.arguments < 2 * kernelBytes / 8 + 64 * 1024)
      #expect(memory.peak < kernelBytes / 2)
      #expect(try collectives(executable) == ["all-reduce": 1])
    }

    /// Fully sharded, a kernel is gathered when it is used. In a loop over the layers that is one at a time: however many
    /// there are, no device has room for all.
    @Test func fullyShardedLayersAreGatheredOneByOne() throws {
      let mesh = try Mesh(["data": 8])
      let (kernels, data) = (NamedSharding(mesh, [nil, "data"]), NamedSharding(mesh, ["data"]))
      func memory(layers: Int) throws -> (CompiledMemory, [String: Int]) {
        let step = { (kernels: Tensor, x: Tensor) -> Tensor in
          let gradient = grad { (kernels: Tensor) in
            let y: Tensor = scan(x, kernels) { (x: Tensor, k: Tensor) in
              checkpoint { (x: Tensor, k: Tensor) in tanh(matmul(x, k)) }(x, k)
            }
            return y.mean()
          }(kernels)
          return kernels - 0.1 * gradient
        }
        let executable = try lower(donating: 0, inShardings: [kernels, data], outShardings: [kernels], step)(
          .ones([layers, 256, 256]), .ones([16, 256])
        ).compile()
        return (try executable.memoryAnalysis(), try collectives(executable))
      }
      let kernelBytes = 256 * 256 * 4
      let (few, _) = try memory(layers: 8)
      let (many, kinds) = try memory(layers: 32)
      #expect(many.arguments < 32 * kernelBytes / 8 + 4096)
      // Each further layer takes its part of a gradient and an activation, not a kernel.
      #expect(many.temporaries - few.temporaries < 24 * (kernelBytes / 8 + 4096))
      #expect(many.peak < 32 * kernelBytes / 2)
      #expect(kinds["all-gather", default: 0] > 0)
    }

    func collectives(_ executable: Executable) throws -> [String: Int] {
      try #require(try executable.optimizedHLO().instructionCounts).filter { Scaling.isCollective($0.key) }
    }

    @Test func dataParallelAddsUpGradients() throws {
      let training = try Training(.dataParallel)
      let counts = try collectives(training.compiled())
      #expect(Set(counts.keys) == ["all-reduce"])
    }

    @Test func fullyShardedHoldsNoWholeParameters() throws {
      let whole = try Training(.dataParallel).compiled().memoryAnalysis()
      let executable = try Training(.fullySharded).compiled()
      let divided = try executable.memoryAnalysis()
      let kinds = try collectives(executable)
      #expect(kinds["all-gather", default: 0] > 0 && kinds["all-reduce", default: 0] > 0)
      #expect(Set(kinds.keys).isSubset(of: ["all-gather", "all-reduce", "reduce-scatter", "all-to-all"]))
      // The kernels are nearly all of the parameters.
      #expect(divided.arguments * 4 < whole.arguments)
      #expect(divided.aliases * 10 > divided.outputs * 9, "the parameters are updated in place")
    }

    /// Initialization happens where the parameters will live: no device makes a whole kernel.
    @Test func initializationIsDividedToo() throws {
      let mesh = try Mesh(["model": 8])
      let graph = try Graph("net")
      let rng = try Rng(graph.child("rng"))
      let linear = try Linear(
        graph.child("linear"), outputSize: 4096, rng: rng,
        kernelMetadata: Metadata(sharding: [nil, "model"]),
        biasMetadata: Metadata(sharding: ["model"]))
      let initialize = { (x: Tensor) in linear(rng.seed(Params(), seed: 42), x).1.locked() }
      let x = Tensor.ones([1, 256])
      let shardings = try evalShape(initialize)(x).shardings(on: mesh)
      let executable = try lower(outShardings: [shardings], initialize)(x).compile()
      let memory = try executable.memoryAnalysis()
      let kernelBytes = 256 * 4096 * 4
      #expect(memory.outputs >= kernelBytes / 8 && memory.peak < kernelBytes)
      #expect(try collectives(executable) == [:])
      #expect(
        problem { _ = try evalShape(initialize)(x).shardings(on: Mesh(["batch": 2])) }
          == "the sharding [\"model\"] of net/linear/bias names the axis \"model\", which Mesh(batch: 2) does not have"
      )
    }

    /// Megatron's count: forward, one all-reduce after attention and one after the wide layer of each block.
    @Test func tensorParallelAddsUpOncePerRowDividedMap() throws {
      let training = try Training(.tensorParallel)
      let mesh = try Strategy.tensorParallel.mesh()
      let shardings = try #require(training.shardings)
      let data = NamedSharding(mesh, ["data"])
      let forward = lower(inShardings: [shardings, data], outShardings: [data]) {
        (params: Params, inputs: Tensor) in training.model(params, inputs).0
      }
      let executable = try forward(training.initialize(training.inputs), training.inputs).compile()
      #expect(try collectives(executable) == ["all-reduce": 4])
    }

    /// A block of two maps, the first divided by columns and the second by rows: forward takes one all-reduce.
    @Test func columnsNeedNoCollectiveAndRowsOne() throws {
      let mesh = try Mesh(["model": 8])
      let columns = NamedSharding(mesh, [nil, "model"])
      let rows = NamedSharding(mesh, ["model", nil])
      let whole = NamedSharding(mesh, [])
      let (x, up, down) = (waves([4, 16]), waves([16, 64], 1), waves([64, 16], 2))
      let first = try lower(inShardings: [whole, columns], outShardings: [columns]) {
        (x: Tensor, up: Tensor) in relu(matmul(x, up))
      }(x, up).compile()
      #expect(try collectives(first) == [:])
      let both = try lower(inShardings: [whole, columns, rows], outShardings: [whole]) {
        (x: Tensor, up: Tensor, down: Tensor) in matmul(relu(matmul(x, up)), down)
      }(x, up, down).compile()
      #expect(try collectives(both) == ["all-reduce": 1])
      // No device has a whole kernel, nor the memory for one.
      let memory = try both.memoryAnalysis()
      let kernelBytes = 16 * 64 * 4
      #expect(memory.arguments == 4 * 16 * 4 + 2 * kernelBytes / 8)
      #expect(memory.temporaries < kernelBytes)
    }
  }
}
