import ArgumentParser
import Foundation

/// `bench WORKLOAD --seconds S`: prints a JSON line for each measure; exits with 2 for a workload that it lacks.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measures blox for Swift; the same workloads as Utilities/python-peers.")

  @Argument(help: "The workload: \(Bench.workloads.keys.sorted().joined(separator: ", ")).")
  var workload: String

  @Option(help: "How long each measure may take.")
  var seconds = 3.0

  static let workloads: [String: any Workload] = [
    "attentions": AttentionsWorkload(), "cnn": CNNWorkload(), "depth": DepthWorkload(), "eager": EagerWorkload(), "lstm": LSTMWorkload(),
    "mlp": MLPWorkload(), "prompts": PromptsWorkload(), "startup": StartupWorkload(),
    "startup_jitinit": StartupWorkload(isInitializationJitted: true), "tiny": TinyWorkload(),
    "transformer": TransformerWorkload(), "treecall": TreeCallWorkload(),
  ]

  func run() throws {
    _ = Meter.started
    guard let chosen = Bench.workloads[workload] else {
      let known = Bench.workloads.keys.sorted().joined(separator: ", ")
      FileHandle.standardError.write(Data("bench: no workload '\(workload)'; there are \(known)\n".utf8))
      throw ExitCode(2)
    }
    let meter = Meter(workload: workload, seconds: seconds)
    try chosen.run(meter)
    meter.printPeakMemory()
  }
}
