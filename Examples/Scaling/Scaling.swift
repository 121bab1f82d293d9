import Blox

/// Trains one transformer in several ways on eight virtual devices, and compares; with the argument `costs`, shows what
/// more devices cost; with `host`, what up to 1,024 cost the host.
@main
struct Scaling {
  static func main() throws {
    if CommandLine.arguments.contains("host") {
      try Backend.configure(deviceCount: 1024)
      return try Costs.printHostSide([8, 64, 512, 1024])
    }
    try Backend.configure(deviceCount: 8)
    if CommandLine.arguments.contains("costs") { return try Costs.print() }
    for strategy in [nil] + Strategy.allCases.map(Optional.some) {
      let training = try Training(strategy)
      let losses = try training.losses(steps: 10)
      let compiled = try training.compiled()
      let memory = try compiled.memoryAnalysis()
      let collectives = try compiled.optimizedHLO().instructionCounts?.filter { isCollective($0.key) } ?? [:]
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
