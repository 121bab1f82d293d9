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
        #expect(try isClose(again[path].value, param.value, 1e-6), "\(path)")
      }
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
      let divided = try Training(.fullySharded).compiled().memoryAnalysis()
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
        (x: Tensor, up: Tensor) in relu(x.matmul(up))
      }(x, up).compile()
      #expect(try collectives(first) == [:])
      let both = try lower(inShardings: [whole, columns, rows], outShardings: [whole]) {
        (x: Tensor, up: Tensor, down: Tensor) in relu(x.matmul(up)).matmul(down)
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
