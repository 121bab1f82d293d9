import Blox
import PJRT

/// What a training step costs on the host and on each device, for more and more devices.
enum Costs {
  static func print() throws {
    let clock = ContinuousClock()
    Swift.print(
      "strategy        devices  trace+lower ms  compile ms  call ms  text KiB  arguments KiB  temporaries KiB"
    )
    for strategy in Strategy.allCases {
      for count in [1, 2, 4, 8] {
        let training = try Training(strategy, deviceCount: count)
        var params = try training.initialize(training.inputs)
        var start = clock.now
        let lowered = try training.lowered(params, training.inputs, training.targets)
        let lowering = clock.now - start
        start = clock.now
        let executable = try lowered.compile()
        let compilation = clock.now - start
        // The first call compiles; after that a call is what the host does until it gets its results to hand on.
        var loss = Tensor(0)
        (loss, params) = try training.step(params, training.inputs, training.targets)
        try loss.blockUntilReady()
        start = clock.now
        for _ in 0..<10 { (loss, params) = try training.step(params, training.inputs, training.targets) }
        try loss.blockUntilReady()
        let call = (clock.now - start) / 10
        let memory = try executable.memoryAnalysis()
        let cells = [
          milliseconds(lowering), milliseconds(compilation), milliseconds(call),
          "\(lowered.text.utf8.count / 1024)",
          "\(memory.arguments / 1024)", "\(memory.temporaries / 1024)",
        ]
        Swift.print(
          strategy.rawValue + "  \(count)  " + cells.joined(separator: "  "))
      }
    }
  }

  /// What the host does that may grow with the number of devices, with as many as there are: no program is compiled.
  static func printHostSide(_ deviceCounts: [Int]) throws {
    let clock = ContinuousClock()
    Swift.print("devices  partitioned: ms, KiB  shardMap: ms, KiB  devicePut ms  compare ms")
    for count in deviceCounts {
      let mesh = try Mesh(["data": count / 8, "model": 8])
      let (data, whole) = (NamedSharding(mesh, ["data"]), NamedSharding(mesh, []))
      let (x, w) = (Tensor.ones([count, 64]), Tensor.ones([64, 64]))
      let loss = { (w: Tensor, x: Tensor) in tanh(matmul(x, w)).mean() }
      func measure(_ body: () throws -> Int) rethrows -> String {
        let start = clock.now
        let bytes = try body()
        return milliseconds(clock.now - start) + (bytes > 0 ? ", \(bytes / 1024)" : "")
      }
      let partitioned = try measure {
        try lower(inShardings: [whole, data], outShardings: [whole], grad(loss))(w, x).text.utf8.count
      }
      let mapped = try measure {
        try lower(
          shardMap(mesh, in: [[], ["data"]], out: [[]]) { (w: Tensor, x: Tensor) in
            pmean(grad(loss)(w, x), "data")
          })(w, x).text.utf8.count
      }
      var placed = x
      let placing = try measure {
        placed = devicePut(x, data)
        try placed.blockUntilReady()
        return 0
      }
      // A mesh of the same devices that was made anew: the case in which lists of devices are compared.
      let again = NamedSharding(try Mesh(["data": count / 8, "model": 8]), ["data"])
      let comparing = measure { again == placed.sharding ? 0 : 1024 }
      Swift.print("\(count)  \(partitioned)  \(mapped)  \(placing)  \(comparing)")
    }
  }

  private static func milliseconds(_ duration: Duration) -> String {
    String((duration / .milliseconds(1) * 10).rounded() / 10)
  }
}
