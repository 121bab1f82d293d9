import PJRT
import Blox
import Foundation

/// Trains one transformer in several ways on eight virtual devices, and compares; with the argument `costs`, shows what
/// more devices cost; with `host`, what up to 1,024 cost the host; with the names of ways, trains in these alone.
///
/// One of several processes (`JAX_COORDINATOR_ADDRESS` and the numbers say so) trains on the devices of all.
@main
struct Scaling {
  static func main() {
    // The error alone, and what was printed before is not lost in a pipe.
    do { try run() } catch {
      fflush(nil)
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      exit(1)
    }
  }

  private static func run() throws {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.contains("host") {
      try Backend.configure(deviceCount: 1024)
      return try Costs.printHostSide([8, 64, 512, 1024])
    }
    if ProcessInfo.processInfo.environment["JAX_COORDINATOR_ADDRESS"] != nil {
      try Distributed.initialize()
    } else {
      try Backend.configure(deviceCount: 8)
    }
    if arguments.contains("costs") { return try Costs.print() }
    let named = arguments.compactMap(Strategy.init)
    try compare(named.isEmpty ? [nil] + Strategy.allCases : named)
    try Distributed.shutdown()
  }

  private static func compare(_ strategies: [Strategy?]) throws {
    for strategy in strategies {
      let training = try Training(strategy, deviceCount: Backend.default.devices.count)
      let losses = try training.losses(steps: 10)
      let compiled = try training.compiled()
      let memory = try compiled.memoryAnalysis()
      let collectives = try compiled.optimizedHLO().instructionCounts?.filter { isCollective($0.key) } ?? [:]
      // Every process has the losses; one of them shows them.
      if Distributed.processIndex != 0 { continue }
      print("\(strategy.map(\.rawValue) ?? "one device")")
      print("  losses       " + losses.map { "\($0)" }.joined(separator: " "))
      print(
        "  collectives  "
          + (collectives.isEmpty
            ? "none"
            : collectives.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")))
      print(
        "  memory       \(memory.arguments / 1024) KiB arguments, \(memory.temporaries / 1024) KiB in between"
      )
    }
  }

  static func isCollective(_ instruction: String) -> Bool {
    ["all-reduce", "all-gather", "reduce-scatter", "collective-permute", "all-to-all"].contains(instruction)
  }
}
