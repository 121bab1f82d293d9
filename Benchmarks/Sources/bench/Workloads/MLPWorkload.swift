import Blox

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
    try TrainingMeasures(lastStep: 50, block: 50).take(
      meter, model, rng, images, labels, loss: MLPWorkload.crossEntropy)
  }
}
