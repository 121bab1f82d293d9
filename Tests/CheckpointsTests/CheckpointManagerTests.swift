import Blox
import Checkpoints
import Foundation
import Metrics
import Tensors
import Testing

/// Which checkpoints stay, what comes back, and what is told of folders that cannot be written to.
@Suite struct CheckpointManagerTests {
  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("manager-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private func state(_ value: Double) -> [String: Tensor] {
    ["w": Tensor([value, 1.0]), "count": Tensor(Int32(value))]
  }

  @Test("The latest and the best stay, and come back with their step")
  func retention() throws {
    try withFolder { folder in
      let manager = try CheckpointManager(folder, keep: 2, best: .init("loss", .least, keep: 1))
      #expect(try manager.restore(state(0)) == nil)
      for (step, loss) in [(100, 3.0), (200, 1.0), (300, 2.0), (400, .nan), (500, 2.5)] {
        try manager.save(step, state(Double(step)), metrics: ["loss": loss])
      }
      try manager.wait()
      #expect(manager.steps == [200, 400, 500])
      #expect(manager.latestStep == 500 && manager.bestStep == 200)
      #expect(try manager.metrics(200) == ["loss": 1])
      // Parts without the file that is written last are no checkpoint, and go with the next one.
      let parts = folder.appendingPathComponent("step-0000000450")
      try FileManager.default.createDirectory(at: parts, withIntermediateDirectories: true)
      #expect(manager.steps == [200, 400, 500])
      try manager.save(500, state(500), metrics: ["loss": 2.5])
      try manager.wait()
      #expect(manager.steps == [200, 400, 500] && !FileManager.default.fileExists(atPath: parts.path))
      let again = try CheckpointManager(folder, keep: 2)
      let latest = try #require(try again.restore(state(0)))
      #expect(latest.step == 500)
      #expect(try latest.tree["w"]?.scalars(Float.self) == [500, 1])
      let best = try #require(try again.restore(state(0), step: manager.bestStep))
      #expect(try best.tree["count"]?.item(Int.self) == 200)
      #expect(throws: (any Error).self) { try again.restore(["other": Tensor(1.0)]) }
      #expect(throws: (any Error).self) { try again.restore(state(0), step: 7) }
    }
  }

  @Test("Values are read before save returns: the tensors can be donated meanwhile")
  func donated() throws {
    try withFolder { folder in
      let manager = try CheckpointManager(folder)
      let step = jit(donating: [0]) { (state: [String: Tensor]) in map(state) { $0 + 1 } }
      var current = state(1)
      for index in 0..<3 {
        try manager.save(index, current)
        current = try step(current)
      }
      for index in 0..<3 {
        let found = try #require(try manager.restore(state(0), step: index))
        #expect(try found.tree["count"]?.item(Int.self) == index + 1)
      }
    }
  }

  @Test("What is on another mesh comes back on it")
  func shardings() throws {
    try withFolder { folder in
      let manager = try CheckpointManager(folder)
      let rows = NamedSharding(try Mesh(["a": 2]), ["a"])
      try manager.save(1, [devicePut(Tensor([1.0, 2.0, 3.0, 4.0]), rows)])
      let other = NamedSharding(try Mesh(["a": 4]), ["a"])
      let found = try #require(try manager.restore([Tensor.zeros([4])], shardings: other))
      #expect(found.tree[0].sharding == other)
      #expect(try found.tree[0].scalars(Float.self) == [1, 2, 3, 4])
    }
  }

  @Test("A half file of a process that ended is none of the checkpoints, and an error of writing is told")
  func trouble() throws {
    try withFolder { folder in
      let manager = try CheckpointManager(folder, keep: 1)
      try manager.save(1, state(1))
      try manager.wait()
      try Data([1, 2, 3]).write(to: folder.appendingPathComponent("other.txt"))
      // In the place of the next file there is a folder, which cannot be replaced.
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent("step-0000000002.safetensors"), withIntermediateDirectories: true)
      try manager.save(2, state(2))
      #expect(throws: SafetensorsError.self) { try manager.wait() }
      try manager.wait()
      #expect(throws: (any Error).self) { try manager.save(-1, state(1)) }
      #expect(throws: TensorError.self) {
        try manager.save(3, [Tensor([1.0, 2.0]) + Tensor([1.0, 2.0, 3.0])])
      }
      for path in [folder.appendingPathComponent("other.txt").path, "/proc/checkpoints"] {
        let error = #expect(throws: (any Error).self) { try CheckpointManager(URL(fileURLWithPath: path)) }
        #expect("\(try #require(error))".contains(path))
      }
    }
  }

  /// A disk that is full: `KillTests`, in a process of its own.
  @Test("A ragged array, or a state of other shapes, is told, and the newest checkpoint stays what it was")
  func unlikeShapes() throws {
    try withFolder { folder in
      let manager = try CheckpointManager(folder)
      try manager.save(1, state(1))
      try manager.wait()
      var ragged = state(2)
      ragged["w"] = Tensor([[1, 2], [3]] as [[Float]])
      let error = #expect(throws: TensorError.self) { try manager.save(2, ragged) }
      #expect(try #require(error).description.contains("the nested arrays have different lengths"))
      var other = state(2)
      for value in [Tensor([1.0, 2.0, 3.0]), Tensor([[1.0, 2.0]]), Tensor([1, 2])] {
        other["w"] = value
        let error = #expect(throws: ModelError.self) { try manager.restore(other) }
        let text = "\(try #require(error))"
        #expect(
          text.contains("'w'") && text.contains("is f32[2]") && text.contains("\(value.type)"), "\(text)")
      }
      // What is saved in place of a step may be of other shapes; what was saved before stays.
      other["w"] = Tensor([1.0, 2.0, 3.0])
      try manager.save(2, other)
      #expect(try manager.restore(other)?.tree["w"]?.scalars(Float.self) == [1, 2, 3])
      #expect(throws: ModelError.self) { try manager.restore(state(0)) }
      #expect(try manager.restore(state(0), step: 1)?.tree["w"]?.scalars(Float.self) == [1, 1])
      #expect(manager.steps == [1, 2])
    }
  }

  @Test func trainingStopsEarly() throws {
    var stopping = EarlyStopping(minDelta: 0.1, patience: 1)
    var stops: [Bool] = []
    for loss in [1.0, 0.95, 0.5, 0.45, .nan, 0.1] {
      stopping = stopping.updated(Tensor(loss))
      stops.append(try stopping.shouldStop.item(Bool.self))
    }
    #expect(stops == [false, false, false, false, true, false])
    #expect(try stopping.best.item(Float.self) == 0.1)
  }
}
