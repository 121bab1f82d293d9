import ArgumentParser
import Blox
import Checkpoints
import Foundation
import Logs

// The training of Examples/Digits on parts of every batch: lanes of a `vmap`, or one part for each of several processes.

/// Two hidden layers with batch norm and dropout. Images `[batch, 64]` give logits `[batch, 10]`.
final class Classifier: Module, @unchecked Sendable {
  let hidden: [(linear: Linear, norm: BatchNorm, dropout: Dropout)]
  let output: Linear

  /// - Parameter axisName: a named axis along which there are other parts of the batch, for the norms.
  init(_ graph: Graph, hiddenSizes: [Int], dropoutRate: Double, axisName: String?, rng: Rng) throws {
    hidden = try hiddenSizes.enumerated().map { index, size in
      let block = try graph.child("block_\(index)")
      return (
        linear: try Linear(block / "linear", outputSize: size, rng: rng),
        norm: try BatchNorm(block / "norm", axisName: axisName, rng: rng),
        dropout: try Dropout(block / "dropout", rate: dropoutRate, rng: rng)
      )
    }
    output = try Linear(graph / "output", outputSize: 10, rng: rng)
    try super.init(graph)
  }

  func callAsFunction(_ params: Params, _ images: Tensor, isTraining: Bool) -> (Tensor, Params) {
    var (x, params) = (images, params)
    for layer in hidden {
      (x, params) = layer.linear(params, x)
      (x, params) = layer.norm(params, x, isTraining: isTraining)
      (x, params) = layer.dropout(params, relu(x), isTraining: isTraining)
    }
    return output(params, x)
  }
}

@main
struct DigitsInProcesses: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "digits-in-processes",
    abstract: "Trains a classifier of handwritten digits on parts of every batch.")

  @Option(help: "The images: lines of 64 pixel values from 0 to 16 and the digit, separated by commas.")
  var data: String
  @Option(help: "How often every training image is seen.") var epochs = 60
  @Option(help: "Images in a step.") var batchSize = 64
  @Option(help: "The learning rate at the start; it falls to zero along a cosine.") var learningRate = 0.2
  @Option(help: "The probability of dropping an activation.") var dropoutRate = 0.25
  @Option(help: "Where all random numbers come from.") var seed = 42
  @Option(help: "Where the trained parameters are saved.") var output = "digits.safetensors"
  @Option(help: "Parts that every batch is divided into, each with dropout of its own.") var parts = 1
  @Flag(
    help: "This is one of several processes, started by mpirun, each of which takes a part of every batch.")
  var mpi = false

  func validate() throws {
    guard parts > 0 else { throw ValidationError("--parts is \(parts); expected at least 1") }
    guard epochs > 0 else { throw ValidationError("--epochs is \(epochs); expected at least 1") }
    guard batchSize > 0 else { throw ValidationError("--batch-size is \(batchSize); expected at least 1") }
  }

  func run() throws {
    let (training, test) = try DigitsData(contentsOfFile: data).split(testCount: 360)
    guard batchSize <= training.count else {
      throw ValidationError(
        "--batch-size is \(batchSize); expected at most \(training.count), the training images")
    }

    let parts = try BatchParts(count: parts, mpi: mpi, batchSize: batchSize)

    // The structure, and then the parameters: a pass over an image creates them.
    let graph = try Graph("digits")
    let rng = try Rng(graph.child("rng"))
    let model = try Classifier(
      graph.child("classifier"), hiddenSizes: [128, 64], dropoutRate: dropoutRate, axisName: parts.axisName,
      rng: rng)
    let initialize = jit(name: "initialize") { (images: Tensor) in
      model(rng.seed(Params(), seed: Tensor(seed)), images, isTraining: false).1.locked()
    }
    var params = try initialize(training.images[0..<1])
    if parts.reports { display(graph, params) }

    let trainPart = { (params: Params, images: Tensor, labels: Tensor, rate: Tensor) -> (Tensor, Params) in
      // Split into trainable parameters (weights) and the others (statistics of batch norm, the Rng's state).
      let (trainable, nonTrainable) = params.split()
      // Run forward, and back.
      let ((loss, newNonTrainable), gradients) = try valueAndGrad { (t: Params) in
        let params = try parts.seeded(t.merge(nonTrainable), rng)
        let (logits, newParams) = model(params, images, isTraining: true)
        let loss = softmaxCrossEntropyWithIntegerLabels(logits, labels).mean()
        return (loss, newParams.split().1)
      }(trainable)
      // Update the weights, and merge both again, with the seed that all parts share.
      let newTrainable = map(trainable, parts.mean(gradients)) { w, g in w - rate * g }
      let newParams = try newTrainable.merge(newNonTrainable)
      return (parts.mean(loss), rng.seed(newParams, seed: rng.getSeed(params)))
    }
    let trainStep = jit(donating: 0, name: "trainStep", parts.all(trainPart))
    let countCorrect = jit(name: "countCorrect") { (params: Params, images: Tensor, labels: Tensor) in
      let (logits, _) = model(params, images, isTraining: false)
      return (logits.argmax(axis: -1) .== labels).sum()
    }
    func accuracy(on set: DigitsData) throws -> Double {
      try countCorrect(params, set.images, set.labels).item(Double.self) / Double(set.count)
    }

    let steps = training.count / batchSize
    var progress = ProgressBar(total: epochs * steps * batchSize, unit: "examples")
    for epoch in 0..<epochs {
      let order = try Random.permutation(Random.foldIn(Random.key(seed), epoch), training.count)
        .scalars(Int.self)
      var loss = Tensor(0)
      for step in 0..<steps {
        let images = parts.images(ofStep: step, batchSize: batchSize)
        let batch = training.batch(order[images])
        let done = Double(epoch * steps + step) / Double(epochs * steps)
        let rate = Tensor(Float(learningRate * (1 + cos(Double.pi * done)) / 2))
        (loss, params) = try trainStep(params, batch.images, batch.labels, rate)
      }
      let (value, correct) = (try loss.item(Double.self), try accuracy(on: test))
      guard parts.reports else { continue }
      let figures = String(format: "loss %.4f  test accuracy %5.1f %%", value, correct * 100)
      progress.advance(steps * batchSize, note: "epoch \(epoch + 1)/\(epochs)  \(figures)")
    }
    guard parts.reports else { return }

    let final = try accuracy(on: test)
    try params.save(to: URL(filePath: output), metadata: ["epochs": "\(epochs)", "seed": "\(seed)"])
    progress.finish()
    let percent = String(format: "%.1f", final * 100)
    print("test accuracy \(percent) % of \(test.count) images; parameters saved to \(output)")
  }
}
