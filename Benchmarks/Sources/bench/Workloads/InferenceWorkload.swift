import Blox

/// The outputs of a training workload's model.
struct InferenceWorkload: Workload {
  let model: @Sendable (Graph, Rng) throws -> any Layer
  let inputs: @Sendable () -> Tensor
  var block = 10

  func run(_ meter: Meter) throws {
    let graph = try Graph("net")
    let rng = try Rng(graph.child("rng"))
    let layer = try model(graph.child("model"), rng)
    let inputs = inputs()
    let params = try layer.initialized(rng, inputs[0..<1])
    let forward = jit(name: "forward") { (params: Params, inputs: Tensor) in layer(params, inputs).0 }
    try TrainingMeasures(lastStep: 10, block: block).takeSteps(meter) { try forward(params, inputs) }
  }
}
