import Blox
import Checkpoints
import Foundation
import Optimizers
import Testing

@testable import scaling

extension ShardingTests {
  struct ShardedCheckpointTests {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("shards-\(UUID().uuidString)")

    @Test func anotherMeshTakesUpWhatOneSaved() throws {
      defer { try? FileManager.default.removeItem(at: url) }
      let saved = try Training(.tensorParallel)
      let params = try saved.initialize(saved.inputs)
      try params.saveShards(to: url)
      let files = try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
      // The mesh is 2 × 4, and nothing is divided along the first axis: its second half holds copies.
      #expect(files == (0..<4).map { "device-\($0).safetensors" })
      // Other ways to divide, and other numbers of devices.
      for (strategy, count) in Strategy.allCases.map({ ($0, 8) }) + [
        (.fullySharded, 2), (.tensorParallel, 4),
      ] {
        let training = try Training(strategy, deviceCount: count)
        let shardings = try #require(training.shardings)
        let abstract = try evalShape { (x: Tensor) in try training.initialize(x) }(training.inputs)
        let loaded = try abstract.loading(shards: url, shardings: shardings)
        #expect(loaded.isLocked && loaded.count == params.count)
        for (path, param) in params.items {
          #expect(loaded.contains(path))
          let value = try loaded[path].value
          #expect(value.sharding == shardings[path])
          #expect(try value.bytes() == param.value.bytes(), "\(path)")
        }
      }
      // A folder is replaced as a whole.
      try Training(nil).initialize(saved.inputs).saveShards(to: url)
      #expect(try FileManager.default.contentsOfDirectory(atPath: url.path) == ["device-0.safetensors"])
    }

    @Test func anOptimizersStateIsTakenUpToo() throws {
      defer { try? FileManager.default.removeItem(at: url) }
      func trained(_ mesh: Mesh, _ spec: PartitionSpec) throws -> (
        Params, OptimizerState, OptimizerStateSharding
      ) {
        let sharding = NamedSharding(mesh, spec)
        let params = try Params().assigning(Param(devicePut(waves([8, 4]), sharding)), to: ["net", "w"])
        let adam = GradientTransformation.adam(learningRate: 0.1)
        let shardings = try adam.stateSharding(params, params.shardings(on: mesh) { _, _ in spec })
        let first = try jit(outShardings: [shardings]) { (p: Params) in adam.initialState(p) }(params)
        return (params, adam.update(params, first, params).state, shardings)
      }
      let (_, saved, _) = try trained(Mesh(["x": 4]), ["x"])
      try saved.saveShards(to: url)
      let (_, other, shardings) = try trained(Mesh(["y": 2, "z": 2]), ["y", "z"])
      let loaded = try map(other) { $0 * 0 }.loading(shards: url, shardings: shardings)
      for (value, wanted) in zip(loaded.leaves, saved.leaves) {
        #expect(try value.bytes() == wanted.bytes())
        #expect(value.sharding?.spec == (value.rank == 2 ? ["y", "z"] : []))
      }
      #expect(loaded.leaves.count == 4)
    }

    @Test func whatIsMissingIsNamed() throws {
      defer { try? FileManager.default.removeItem(at: url) }
      let mesh = try Mesh(["x": 4])
      func params(_ name: String, _ shape: Shape) throws -> Params {
        try Params().assigning(
          Param(devicePut(counting(shape), NamedSharding(mesh, ["x"]))), to: ["net", name])
      }
      func loading(_ params: Params) -> String {
        do {
          _ = try params.loading(shards: url, shardings: params.shardings(on: mesh) { _, _ in ["x"] })
          return "no error"
        } catch {
          return "\(error)"
        }
      }
      #expect(loading(try params("w", [8])).contains("No such file"))
      try params("w", [8]).saveShards(to: url)
      #expect(loading(try params("w", [8])) == "no error")
      #expect(loading(try params("v", [8])).contains("has no tensor 'net/v'"))
      #expect(loading(try params("w", [4])).contains("'net/w' is float32[8]"))
      try FileManager.default.removeItem(at: url.appendingPathComponent("device-2.safetensors"))
      #expect(loading(try params("w", [8])).contains("has 0 of the 8 bytes of [Range(4..<6)] of 'net/w'"))
    }
  }
}
