import Blox
import Foundation

/// From the start of the process to the loss of the first step of the mlp workload.
struct StartupWorkload: Workload {
  var isInitializationJitted = false

  func run(_ meter: Meter) throws {
    let began = ProcessInfo.processInfo.environment["BENCH_T0"].flatMap(Double.init) ?? Meter.started
    var last = began
    func lap(_ part: String) {
      let now = Date().timeIntervalSince1970
      meter.print(part, now - last, "s")
      last = now
    }
    lap("process")
    let (images, labels) = MLPWorkload.batch()
    try images.blockUntilReady()
    lap("data")
    let (model, rng) = try Stack.build(MLPWorkload.sizes)
    var params = try model.initialized(rng, images[0..<1], jitted: isInitializationJitted)
    for leaf in params.leaves { try leaf.blockUntilReady() }
    lap("init")
    let step = jit(donating: 0, name: "step", trainingStep(model, MLPWorkload.crossEntropy))
    let loss: Tensor
    (loss, params) = try step(params, images, labels)
    let value = try loss.item(Double.self)
    lap("first_step")
    meter.print("total", last - began, "s")
    meter.print("first_loss", value, "1")
  }
}
