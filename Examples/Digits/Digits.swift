import ArgumentParser
import Blox
import Checkpoints
import Foundation
import Logs

// Trains a classifier of handwritten digits: 1,797 real images of 8×8 pixels, in the README's pattern of split, run,
// update, merge. Read it from top to bottom.

/// Two hidden layers with batch norm and dropout. Images `[batch, 64]` give logits `[batch, 10]`.
final class Classifier: Module, @unchecked Sendable {
  let hidden: [(linear: Linear, norm: BatchNorm, dropout: Dropout)]
  let output: Linear

  init(_ graph: Graph, hiddenSizes: [Int], dropoutRate: Double, rng: Rng) throws {
    hidden = try hiddenSizes.enumerated().map { index, size in
      let block = try graph.child("block_\(index)")
      return (
        linear: try Linear(block / "linear", outputSize: size, rng: rng),
        norm: try BatchNorm(block / "norm", rng: rng),
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

/// Images `[count, 64]`, of numbers from 0 to 1, and what they show, `[count]`.
struct Images {
  let pixels: Tensor
  let digits: Tensor

  var count: Int { digits.shape[0] }

  /// Those of these positions.
  subscript(positions: ArraySlice<Int32>) -> Images {
    let positions = Tensor(Array(positions))
    return Images(pixels: pixels[positions], digits: digits[positions])
  }

  /// Lines of 64 pixel values from 0 to 16 and the digit, separated by commas.
  static func read(_ path: String) throws -> Images {
    let expected =
      "\n  expected: lines of 64 pixel values from 0 to 16 and a digit, separated by commas; `make train` fetches such a file"
    guard let bytes = FileManager.default.contents(atPath: path) else {
      let isThere = FileManager.default.fileExists(atPath: path)
      throw ReadingError(
        description: "'\(path)' cannot be read: "
          + (isThere ? "it is a folder, or not for you" : "there is no such file") + expected)
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { line in
      line.split(separator: ",").compactMap { Float($0) }
    }
    let wrong = lines.firstIndex { $0.count != 65 || !(0...9).contains($0[64]) }
    guard wrong == nil, !lines.isEmpty else {
      throw ReadingError(
        description: wrong.map { "line \($0 + 1) of '\(path)' is another\(expected)" }
          ?? "'\(path)' is empty\(expected)")
    }
    let table = Tensor(lines)
    return Images(pixels: table[FullRange(), ..<64] / 16, digits: table[FullRange(), 64].astype(.int32))
  }
}

/// Data that cannot be read.
struct ReadingError: Error, CustomStringConvertible {
  let description: String
}

@main
struct Digits: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "digits", abstract: "Trains a classifier of handwritten digits on real data.")

  @Option(help: "The images: lines of 64 pixel values from 0 to 16 and the digit, separated by commas.")
  var data: String
  @Option(help: "How often every training image is seen.") var epochs = 60
  @Option(help: "Images in a step.") var batchSize = 64
  @Option(help: "The learning rate at the start; it falls to zero along a cosine.") var learningRate = 0.2
  @Option(help: "The probability of dropping an activation.") var dropoutRate = 0.25
  @Option(help: "Where all random numbers come from.") var seed = 42
  @Option(help: "Where the trained parameters are saved.") var output = "digits.safetensors"

  func validate() throws {
    guard epochs > 0 else { throw ValidationError("--epochs is \(epochs); expected at least 1") }
    guard batchSize > 0 else { throw ValidationError("--batch-size is \(batchSize); expected at least 1") }
  }

  func run() throws {
    // Always the same images for the test, whatever the seed of the training.
    let all = try Images.read(data)
    let order = try Random.permutation(Random.key(0), all.count).scalars(Int32.self)
    let (test, training) = (all[order.prefix(360)], all[order.dropFirst(360)])
    guard batchSize <= training.count else {
      throw ValidationError(
        "--batch-size is \(batchSize); expected at most \(training.count), the training images")
    }

    // The structure, and then the parameters: a pass over an image creates them.
    let graph = try Graph("digits")
    let rng = try Rng(graph.child("rng"))
    let model = try Classifier(
      graph.child("classifier"), hiddenSizes: [128, 64], dropoutRate: dropoutRate, rng: rng)
    let initialize = jit(name: "initialize") { (pixels: Tensor) in
      model(rng.seed(Params(), seed: Tensor(seed)), pixels, isTraining: false).1.locked()
    }
    var params = try initialize(training.pixels[0..<1])
    display(graph, params)

    let trainStep = jit(donating: 0, name: "trainStep") {
      (params: Params, pixels: Tensor, digits: Tensor, rate: Tensor) in
      // Split into trainable parameters (weights) and the others (statistics of batch norm, the Rng's state).
      let (trainable, nonTrainable) = params.split()
      // Run forward, and back.
      let ((loss, newNonTrainable), gradients) = try valueAndGrad { (t: Params) in
        let (logits, newParams) = model(try t.merge(nonTrainable), pixels, isTraining: true)
        let loss = softmaxCrossEntropyWithIntegerLabels(logits, digits).mean()
        return (loss, newParams.split().1)
      }(trainable)
      // Update the weights, and merge both again.
      let newTrainable = map(trainable, gradients) { w, g in w - rate * g }
      return (loss, try newTrainable.merge(newNonTrainable))
    }
    let countCorrect = jit(name: "countCorrect") { (params: Params, pixels: Tensor, digits: Tensor) in
      let (logits, _) = model(params, pixels, isTraining: false)
      return (logits.argmax(axis: -1) .== digits).sum()
    }
    func accuracy() throws -> Double {
      try countCorrect(params, test.pixels, test.digits).item(Double.self) / Double(test.count)
    }

    let steps = training.count / batchSize
    let start = ContinuousClock.now
    var progress = ProgressBar(total: epochs * steps * batchSize, unit: "images")
    for epoch in 0..<epochs {
      let order = try Random.permutation(Random.foldIn(Random.key(seed), epoch), training.count)
        .scalars(Int32.self)
      var loss = Tensor(0)
      for step in 0..<steps {
        let batch = training[order[step * batchSize..<(step + 1) * batchSize]]
        let done = Double(epoch * steps + step) / Double(epochs * steps)
        let rate = Tensor(Float(learningRate * (1 + cos(Double.pi * done)) / 2))
        (loss, params) = try trainStep(params, batch.pixels, batch.digits, rate)
      }
      let figures = String(
        format: "loss %.4f  test accuracy %5.1f %%", try loss.item(Double.self), try accuracy() * 100)
      progress.advance(steps * batchSize, note: "epoch \(epoch + 1)/\(epochs)  \(figures)")
    }
    progress.finish()

    let seconds = (ContinuousClock.now - start) / .seconds(1)
    try params.save(to: URL(filePath: output), metadata: ["epochs": "\(epochs)", "seed": "\(seed)"])
    let percent = String(format: "%.1f %% of %d images, %.1f s", try accuracy() * 100, test.count, seconds)
    print("test accuracy \(percent); parameters saved to \(output)")
    print(
      "Next: make train ARGS=\"--epochs 10 --dropout-rate 0.5\", or change the Classifier in Examples/Digits/Digits.swift"
    )
  }
}
