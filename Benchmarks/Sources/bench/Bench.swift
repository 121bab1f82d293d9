import ArgumentParser
import Blox
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
    "attention_512": AttentionWorkload(times: 512), "attention_2048": AttentionWorkload(times: 2048),
    "attentions": AttentionsWorkload(), "cnn": CNNWorkload(), "decode": DecodeWorkload(),
    "depth": DepthWorkload(),
    "depthwise": DepthwiseWorkload(), "eager": EagerWorkload(), "gru": LSTMWorkload(isGRU: true),
    "input": InputWorkload(),
    "linalg": LinearAlgebraWorkload(), "lstm": LSTMWorkload(), "mlp": MLPWorkload(),
    "prompts": PromptsWorkload(), "resnet": ResNetWorkload(), "scan": ScanWorkload(),
    "startup": StartupWorkload(), "startup_jitinit": StartupWorkload(isInitializationJitted: true),
    "tiny": TinyWorkload(), "transformer": TransformerWorkload(), "treecall": TreeCallWorkload(),
  ].merging(inferences) { $1 }

  private static let inferences: [String: any Workload] = [
    "mlp_inference": InferenceWorkload(
      model: { try Stack($0, MLPWorkload.sizes, rng: $1) }, inputs: { MLPWorkload.batch().images }, block: 50),
    "cnn_inference": InferenceWorkload(
      model: { try CNNWorkload.Model($0, rng: $1) }, inputs: { numbers([64, 32, 32, 3]) }),
    "lstm_inference": InferenceWorkload(
      model: { try LSTMWorkload.Model($0, rng: $1) }, inputs: { numbers([32, 64, 64]) }),
    "transformer_inference": InferenceWorkload(
      model: { try TransformerWorkload.Model($0, rng: $1) },
      inputs: { TransformerWorkload.text()[FullRange(), 0..<128] }, block: 5),
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
