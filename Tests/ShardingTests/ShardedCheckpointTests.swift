import Blox
import Checkpoints
import DurableFiles
import Foundation
import Optimizers
import Testing

@testable import scaling

extension ShardingTests {
  struct ShardedCheckpointTests {
    /// Each test has a folder of its own, since it looks at what is beside a checkpoint.
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("shards-\(UUID().uuidString)")
    let url: URL

    init() throws {
      url = folder.appendingPathComponent("checkpoint")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    @Test func anotherMeshTakesUpWhatOneSaved() throws {
      defer { try? FileManager.default.removeItem(at: folder) }
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
      defer { try? FileManager.default.removeItem(at: folder) }
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
        #expect(value.sharding?.spec == (value.ndim == 2 ? ["y", "z"] : []))
      }
      #expect(loaded.leaves.count == 4)
    }

    @Test func whatIsMissingIsNamed() throws {
      defer { try? FileManager.default.removeItem(at: folder) }
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

    private func params(_ value: Float, _ mesh: Mesh) throws -> Params {
      let values = Tensor([Float](repeating: value, count: 32), shape: [8, 4])
      return try Params().assigning(Param(devicePut(values, NamedSharding(mesh, ["x"]))), to: ["net", "w"])
    }

    private func loaded(_ mesh: Mesh, mapped: Bool = false) throws -> [Float] {
      let params = try params(0, mesh)
      let shardings = try params.shardings(on: mesh) { _, _ in ["x"] }
      return try params.loading(shards: url, shardings: shardings, mapped: mapped)["net", "w"].value
        .scalars(Float.self)
    }

    @Test func whatIsNoCheckpointIsNotReplaced() throws {
      let manager = FileManager.default
      defer { try? manager.removeItem(at: folder) }
      let mesh = try Mesh(["x": 4])
      func refusal() throws -> String {
        let error = #expect(throws: SafetensorsError.self) { try params(1, mesh).saveShards(to: url) }
        #expect(try manager.contentsOfDirectory(atPath: folder.path) == ["checkpoint"])
        return error?.description ?? ""
      }
      try Data("mine".utf8).write(to: url)
      #expect(try refusal().contains("cannot be written: Not a directory"))
      #expect(try Data(contentsOf: url) == Data("mine".utf8))
      try manager.removeItem(at: url)
      // An empty folder may be one that was made for it.
      try manager.createDirectory(at: url, withIntermediateDirectories: true)
      try params(1, mesh).saveShards(to: url)
      for name in [
        "notes.txt", "model.safetensors", "device-x.safetensors", "device-01.safetensors", ".hidden",
      ] {
        try Data("mine".utf8).write(to: url.appending(path: name))
        #expect(try refusal().contains("that is no checkpoint, for it has '\(name)' in it"))
        #expect(try Data(contentsOf: url.appending(path: name)) == Data("mine".utf8))
        #expect(try manager.contentsOfDirectory(atPath: url.path).count == 5)
        try manager.removeItem(at: url.appending(path: name))
      }
      try manager.createDirectory(
        at: url.appending(path: "device-9.safetensors"), withIntermediateDirectories: true)
      #expect(try refusal().contains("'device-9.safetensors' in it"))
      try manager.removeItem(at: url.appending(path: "device-9.safetensors"))
      try params(2, mesh).saveShards(to: url)
      #expect(try loaded(mesh) == [Float](repeating: 2, count: 32))
      #expect(try loaded(mesh, mapped: true) == [Float](repeating: 2, count: 32))
    }

    /// Every reading is of one state, while another thread replaces it, by exchange and in two steps.
    @Test(arguments: [true, false]) func aCheckpointIsReadWhileItIsReplaced(isExchanging: Bool) throws {
      defer { try? FileManager.default.removeItem(at: folder) }
      let mesh = try Mesh(["x": 4])
      let states = [try params(1, mesh), try params(2, mesh)]
      try states[0].saveShards(to: url)
      let url = url
      let writer = Thread {
        AtomicFolder.$isExchanging.withValue(isExchanging) {
          var number = 0
          while !Thread.current.isCancelled {
            number += 1
            try? states[number % 2].saveShards(to: url)
          }
        }
      }
      writer.start()
      defer { writer.cancel() }
      for _ in 0..<40 {
        let values = try loaded(mesh)
        #expect(Set(values).count == 1 && [1, 2].contains(values.first), "\(values)")
      }
    }

    @Test(arguments: [
      "8,4", "8,4@", "@0,0", "8@0", "8,4@0,0,0", "8,4@7,0", "8,4@-1,0", "8,4@9223372036854775807,0",
      "-9223372036854775808,4@5,0", "9223372036854775807,4@-9223372036854775808,0", "x,y@0,0", "8,4@0,0@0,0",
      "9223372036854775808,4@0,0",
    ]) func damagedPlacesAreErrors(place: String) throws {
      defer { try? FileManager.default.removeItem(at: folder) }
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      let tensor = SafetensorsTensor(name: "net/w", dtype: .f32, shape: [2, 4])
      try SafetensorsFile.write(
        [tensor], metadata: ["net/w": place], to: url.appending(path: "device-0.safetensors")
      ) { _ in Data(count: 32) }
      let error = #expect(throws: ModelError.self) { try loaded(Mesh(["x": 4])) }
      #expect(error.map { "\($0)" }?.contains("'net/w' does not say which part of what it is") == true)
    }

    /// Parts that are there twice must not stand for those that are not there.
    @Test func partsThatOverlapAreErrors() throws {
      defer { try? FileManager.default.removeItem(at: folder) }
      let mesh = try Mesh(["x": 4])
      let tensor = SafetensorsTensor(name: "net/w", dtype: .f32, shape: [4, 4])
      func write(_ starts: [Int]) throws {
        try? FileManager.default.removeItem(at: url)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        for (device, start) in starts.enumerated() {
          try SafetensorsFile.write(
            [tensor], metadata: ["net/w": "8,4@\(start),0"],
            to: url.appending(path: "device-\(device).safetensors")
          ) { _ in Data(count: 64) }
        }
      }
      try write([0, 4])
      #expect(try loaded(mesh) == [Float](repeating: 0, count: 32))
      for starts in [[0, 0], [0, 2], [0, 4, 2]] {
        try write(starts)
        let params = try params(0, mesh)
        // One device has it all.
        let error = #expect(throws: ModelError.self) {
          try params.loading(
            shards: url, shardings: params.shardings(on: Mesh(["x": 1])) { _, _ in [] })
        }
        #expect(error.map { "\($0)" }?.contains("the files of all devices, each part once") == true)
      }
    }
  }
}
