import Blox
import Foundation

/// A classifier of 784-512-512-10, batch 128: one SGD step with donated parameters.
struct MLPWorkload: Workload {
  static let sizes = [512, 512, 10]

  static func batch() -> (images: Tensor, labels: Tensor) {
    (numbers([128, 784]), Tensor((0..<128).map { Int32($0 * 7 % 10) }))
  }

  static func crossEntropy(_ logits: Tensor, _ labels: Tensor) -> Tensor {
    softmaxCrossEntropyWithIntegerLabels(logits, labels).mean()
  }

  func run(_ meter: Meter) throws {
    let (model, rng) = try Stack.build(MLPWorkload.sizes)
    let (images, labels) = MLPWorkload.batch()
    var params = try model.initialize(rng, images[0..<1])
    let step = jit(donating: 0, name: "step", trainingStep(model, MLPWorkload.crossEntropy))
    var loss: Tensor
    (loss, params) = try step(params, images, labels)
    meter.print("first_loss", try loss.item(Double.self), "1")
    for _ in 0..<49 { (loss, params) = try step(params, images, labels) }
    meter.print("last_loss", try loss.item(Double.self), "1")

    let waiting = try meter.median {
      (loss, params) = try step(params, images, labels)
      try loss.wait()
    }
    meter.print("step", waiting * 1e3, "ms")
    let started = clock()
    var count = 0
    let pipelined = try meter.median {
      for _ in 0..<50 { (loss, params) = try step(params, images, labels) }
      try loss.wait()
      count += 50
    }
    meter.print("step_pipelined", pipelined / 50 * 1e3, "ms")
    meter.print("cpu_ms", Double(clock() - started) / Double(CLOCKS_PER_SEC) / Double(count) * 1e3, "ms")
  }
}
