import PJRT
import Testing

extension PJRTTests {
  struct LiveObjectTests {
    /// In a process of its own, since tests of other targets may make objects at the same time.
    @Test func nothingIsLeftBehind() async {
      await #expect(processExitsWith: .success) {
        _ = try Support.plugin.get()
        let before = LiveObjects.counts
        try LiveObjectTests.useEverything()
        let after = LiveObjects.counts
        try #require(after == before, "\(after)")
      }
    }

    static func useEverything() throws {
      let client = try Client(plugin: Support.plugin.get(), options: ["cpu_device_count": .int(4)])
      let executable = try client.compile(DonationTests.program)
      var state = try client.makeBuffer(elementType: .float32, dimensions: [1024], on: client.devices[0]) {
        _ in
      }
      for _ in 0..<10 { state = try executable.execute([state], donating: [0], by: "step")[0] }
      _ = try state.values(Float.self)
      _ = try? executable.execute([client.buffer([1] as [Float], .float32)], donating: [0])
      _ = try? client.compile("nonsense")
      _ = try? Client(plugin: Support.plugin.get(), options: ["no_such_option": .bool(true)])
      let loaded = try client.deserialize(executable.serialized())
      _ = try? client.deserialize([1, 2, 3])
      try loaded.execute([client.buffer([Float](repeating: 1, count: 1024), .float32)])[0].awaitReady()
      let sum = try client.compile(DevicesTests.allReduce, options: CompileOptions(partitions: 4))
      var shards = try (0..<4).map { [try client.buffer([1, 2] as [Float], .float32, on: $0)] }
      for _ in 0..<20 { shards = try sum.execute(perDevice: shards) }
      try #require(LiveObjects.counts.clients == 1)
      try #require(LiveObjects.counts.buffers == 5)
      try #require(LiveObjects.counts.executables == 3)
    }
  }
}
