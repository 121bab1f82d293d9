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
        try loss.wait()
        start = clock.now
        for _ in 0..<10 { (loss, params) = try training.step(params, training.inputs, training.targets) }
        try loss.wait()
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

  private static func milliseconds(_ duration: Duration) -> String {
    String((duration / .milliseconds(1) * 10).rounded() / 10)
  }
}
