import ArgumentParser
import Blox
import Data
import Foundation
import Images
import Logs
import Metrics
import Optimizers

// Trains a variational autoencoder (Kingma and Welling, 2014) on handwritten digits: it learns to describe a picture by a few
// numbers, to draw it again from them, and to draw digits that nobody wrote. Read it from top to bottom.

/// Pictures `[batch, 64]`, of numbers from 0 to 1, to the mean and the logarithm of the variance of their description,
/// `[batch, latentSize]` each; and descriptions to the logits of pictures.
final class Autoencoder: Module, @unchecked Sendable {
  let encoder, moments, decoder, pixels: Linear
  let rng: Rng

  init(_ graph: Graph, latentSize: Int, hiddenSize: Int, rng: Rng) throws {
    encoder = try Linear(graph / "encoder", outputSize: hiddenSize, rng: rng)
    moments = try Linear(graph / "moments", outputSize: 2 * latentSize, rng: rng)
    decoder = try Linear(graph / "decoder", outputSize: hiddenSize, rng: rng)
    pixels = try Linear(graph / "pixels", outputSize: 64, rng: rng)
    self.rng = rng
    try super.init(graph)
  }

  func encoded(_ params: Params, _ pictures: Tensor) -> (mean: Tensor, logVariance: Tensor, params: Params) {
    var (x, params) = encoder(params, pictures)
    (x, params) = moments(params, relu(x))
    let size = x.shape[-1] / 2
    return (x[0..., ..<size], x[0..., size...], params)
  }

  func decoded(_ params: Params, _ latents: Tensor) -> (Tensor, Params) {
    let (x, params) = decoder(params, latents)
    return pixels(params, relu(x))
  }

  /// For each picture, how many nats it costs: those of the pixels, and those of the description.
  func losses(_ params: Params, _ pictures: Tensor) -> (pixels: Tensor, description: Tensor, params: Params) {
    var (mean, logVariance, params) = encoded(params, pictures)
    let key, logits: Tensor
    (key, params) = rng(params)
    (logits, params) = decoded(params, mean + exp(logVariance / 2) * Random.normal(key, mean.shape))
    // From the normal distribution around the mean to that around 0.
    let description = 0.5 * (square(mean) + exp(logVariance) - logVariance - 1).sum(axis: -1)
    return (sigmoidBinaryCrossEntropy(logits, pictures).sum(axis: -1), description, params)
  }
}

/// The means of both losses.
struct Costs: TensorTree {
  var pixels = Average()
  var description = Average()

  mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    pixels.forEachLeaf(body)
    description.forEachLeaf(body)
  }
}

@main
struct VAE: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vae",
    abstract: "Trains a variational autoencoder on handwritten digits, and lets it draw some.")

  @Option(help: "The pictures: lines of 64 pixel values from 0 to 16 and a digit, separated by commas.")
  var data: String
  @Option(help: "How often every picture is seen.") var epochs = 100
  @Option(help: "Pictures in a step.") var batchSize = 64
  @Option(help: "Numbers that describe a picture.") var latentSize = 8
  @Option(help: "Features between pictures and descriptions.") var hiddenSize = 256
  @Option(help: "The learning rate.") var learningRate = 0.001
  @Option(help: "Where all random numbers come from.") var seed = 0
  @Option(help: "The page with curves and pictures.") var output = "vae.html"

  func validate() throws {
    let numbers = [
      ("epochs", epochs), ("batch-size", batchSize), ("latent-size", latentSize), ("hidden-size", hiddenSize),
    ]
    for (name, value) in numbers where value < 1 {
      throw ValidationError("--\(name) is \(value); expected at least 1")
    }
  }

  func run() throws {
    let all = try pictures().shuffled(Random.key(0))
    let testCount = all.count / 5
    let (test, training) = (all.prefix(testCount).batched(testCount), all.dropFirst(testCount))
    guard testCount >= 10, batchSize <= training.count else {
      throw ValidationError(
        "there are \(all.count) pictures; expected at least 50, and more than --batch-size")
    }
    let testPictures = try test[0]

    let graph = try Graph("digits")
    let rng = try Rng(graph / "rng")
    let model = try Autoencoder(graph.child("vae"), latentSize: latentSize, hiddenSize: hiddenSize, rng: rng)
    var params = try jit(name: "initialize") { (pictures: Tensor) in
      model.losses(rng.seed(Params(), seed: Tensor(seed)), pictures).params.locked()
    }(testPictures)
    let optimizer = GradientTransformation.adam(learningRate: .constantSchedule(learningRate))
    var state = optimizer.initialState(params.split().0)

    let trainStep = jit(donating: [0, 1], name: "trainStep") {
      (params: Params, state: OptimizerState, pictures: Tensor) in
      let (trainable, others) = params.split()
      let ((loss, newOthers), gradients) = try valueAndGrad { (trainable: Params) in
        let (pixels, description, params) = try model.losses(trainable.merge(others), pictures)
        return ((pixels + description).mean(), params.split().1)
      }(trainable)
      let (updates, newState) = optimizer.update(gradients, state, trainable)
      return (loss, try applyUpdates(trainable, updates).merge(newOthers), newState)
    }
    let evaluate = jit(name: "evaluate") { (params: Params, costs: Costs, pictures: Tensor) in
      let (pixels, description, _) = model.losses(params, pictures)
      var costs = costs
      costs.pixels = costs.pixels.adding(pixels)
      costs.description = costs.description.adding(description)
      return costs
    }
    let draw = jit(name: "draw") { (params: Params, latents: Tensor) in
      sigmoid(model.decoded(params, latents).0)
    }
    let describe = jit(name: "describe") { (params: Params, pictures: Tensor) in
      model.encoded(params, pictures).mean
    }

    try? FileManager.default.removeItem(atPath: output)
    let log = try HTMLLog(URL(filePath: output), title: "A variational autoencoder")
    let latents = Random.normal(Random.key(seed + 1), [100, latentSize])
    let loader = try training.shuffled(Random.key(seed)).batched(batchSize, remainder: .drop).repeated(epochs)
      .prefetched()
    let stepsInEpoch = training.count / batchSize
    var progress = ProgressBar(total: epochs * stepsInEpoch * batchSize, unit: "pictures")
    var (step, costs) = (0, Costs())
    while let batch = try loader.next() {
      let loss: Tensor
      (loss, params, state) = try trainStep(params, state, batch)
      step += 1
      if step % stepsInEpoch == 0 {
        costs = try evaluate(params, Costs(), testPictures)
        try log.write(
          step,
          [
            "nats/training": loss.item(), "nats/test pixels": costs.pixels.value.item(),
            "nats/test description": costs.description.value.item(),
          ])
      }
      progress.advance(
        batchSize, note: step % 10 == 0 ? String(format: "loss %.2f", try loss.item(Double.self)) : nil)
    }
    progress.finish()

    let written = testPictures[..<10]
    let drawnAgain = try draw(params, describe(params, written))
    try show(log, step, "Digits, and drawn again", concatenate([written, drawnAgain]))
    try show(log, step, "Digits that nobody wrote", draw(params, latents))
    let (pixels, description) = (
      try costs.pixels.value.item(Double.self), try costs.description.value.item(Double.self)
    )
    let total = String(
      format: "%.2f: %.2f of the pixels, %.2f of the description", pixels + description, pixels, description)
    print("nats for a picture of the test \(total); pictures in \(output)")
  }

  /// The pictures of the file, `[64]` of numbers from 0 to 1.
  private func pictures() throws -> Dataset<Tensor> {
    let rows = try CSV(URL(filePath: data), hasHeader: false).rows.map { $0.compactMap(Float.init) }
    guard let first = rows.first, rows.allSatisfy({ $0.count == 65 }), first.count == 65 else {
      throw ValidationError("'\(data)' has other lines; expected 64 pixel values from 0 to 16 and a digit")
    }
    return try Dataset(Tensor(rows)[0..., ..<64] / 16)
  }

  /// Pictures in rows of ten, with a margin each and four times as large.
  private func show(_ log: HTMLLog, _ step: Int, _ name: String, _ pictures: Tensor) throws {
    let rows = pictures.shape[0] / 10
    let framed = pad(pictures.reshape([rows, 10, 8, 8]), [(0, 0), (0, 0), (1, 1), (1, 1)])
    let sheet = framed.swapaxes(1, 2).reshape([rows * 10, 100])
    let large = resize(sheet * 255, [rows * 40, 400], .nearest)
    try log.image(step, name, large.astype(.uint8).scalars(), height: rows * 40, width: 400)
  }
}
