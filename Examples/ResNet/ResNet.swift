import ArgumentParser
import Blox
import Data
import Foundation
import Images
import Logs
import Metrics
import Optimizers

// Trains a residual network on colour pictures of CIFAR's shape, 32×32, of ten kinds of figures. The pictures are made by the
// program itself; those of a training are cropped, flipped and partly erased at random. Read it from top to bottom.

/// Two convolutions on top of what comes in (He et al., 2016), `[batch, height, width, channels]`.
final class ResidualBlock: Module, @unchecked Sendable {
  let convolutions: [Conv]
  let norms: [BatchNorm]
  /// What comes in with other channels, or half as high and wide, where the block changes that.
  let shortcut: Conv?

  init(_ graph: Graph, channels: Int, strides: Int, changesShape: Bool, rng: Rng) throws {
    convolutions = try (0..<2).map { index in
      try Conv(
        graph / "convolution_\(index)", kernelSize: [3, 3], outputChannels: channels, rng: rng,
        strides: index == 0 ? strides : 1, useBias: false)
    }
    norms = try (0..<2).map { try BatchNorm(graph / "norm_\($0)", rng: rng) }
    shortcut =
      changesShape
      ? try Conv(
        graph / "shortcut", kernelSize: [1, 1], outputChannels: channels, rng: rng, strides: strides,
        useBias: false)
      : nil
    try super.init(graph)
  }

  func callAsFunction(_ params: Params, _ inputs: Tensor, isTraining: Bool) -> (Tensor, Params) {
    var (x, params) = convolutions[0](params, inputs)
    (x, params) = norms[0](params, x, isTraining: isTraining)
    (x, params) = convolutions[1](params, relu(x))
    (x, params) = norms[1](params, x, isTraining: isTraining)
    guard let shortcut else { return (relu(x + inputs), params) }
    let passed: Tensor
    (passed, params) = shortcut(params, inputs)
    return (relu(x + passed), params)
  }
}

/// Three stages of blocks, each with twice the channels and half the height and width of the one before. Pictures
/// `[batch, 32, 32, 3]` give logits `[batch, classes]`.
final class ResNet: Module, @unchecked Sendable {
  let stem: Conv
  let norm: BatchNorm
  let blocks: [ResidualBlock]
  let output: Linear

  init(_ graph: Graph, width: Int, blocksInStage: Int, classes: Int, rng: Rng) throws {
    stem = try Conv(graph / "stem", kernelSize: [3, 3], outputChannels: width, rng: rng, useBias: false)
    norm = try BatchNorm(graph / "norm", rng: rng)
    blocks = try (0..<3 * blocksInStage).map { index in
      let isFirstOfStage = index > 0 && index % blocksInStage == 0
      return try ResidualBlock(
        graph.child("block_\(index)"), channels: width << (index / blocksInStage),
        strides: isFirstOfStage ? 2 : 1,
        changesShape: isFirstOfStage, rng: rng)
    }
    output = try Linear(graph / "output", outputSize: classes, rng: rng)
    try super.init(graph)
  }

  func callAsFunction(_ params: Params, _ pictures: Tensor, isTraining: Bool) -> (Tensor, Params) {
    var (x, params) = stem(params, pictures)
    (x, params) = norm(params, x, isTraining: isTraining)
    x = relu(x)
    for block in blocks { (x, params) = block(params, x, isTraining: isTraining) }
    return output(params, x.mean(axis: [1, 2]))
  }
}

/// Pictures with what they show, uint8 `[…, 32, 32, 3]` and int32 `[…]`.
struct Pictures: TensorTree, Sendable {
  var pixels: Tensor
  var labels: Tensor

  mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    body(&pixels)
    body(&labels)
  }
}

/// The figures, which lie anywhere in their pictures, in any two colours, under noise.
enum Figures {
  static let names = [
    "disc", "ring", "square", "frame", "diamond", "plus", "cross", "rows", "columns", "checks",
  ]

  /// A picture, uint8 `[32, 32, 3]`, of the figure of a number.
  static func drawn(_ key: Tensor, _ label: Tensor) -> Tensor {
    let keys = Random.split(key, 5)
    let center = Random.uniform(keys[0], [2], minval: 11, maxval: 21)
    let size = Random.uniform(keys[1], minval: 6, maxval: 10)
    let positions = Tensor.arange(32).astype(.float32)
    let x = expandDims(positions - center[0], axis: 0)
    let y = expandDims(positions - center[1], axis: 1)
    let (distance, largest) = (sqrt(x * x + y * y), maximum(abs(x), abs(y)))
    let isInSquare = largest .< size
    let (row, column) = (sin(y) .> 0, sin(x) .> 0)
    let figures = [
      distance .< size, (distance .< size) .& (distance .> 0.6 * size), isInSquare,
      isInSquare .& (largest .> 0.6 * size), abs(x) + abs(y) .< size,
      isInSquare .& (minimum(abs(x), abs(y)) .< 2), isInSquare .& (abs(abs(x) - abs(y)) .< 2.5),
      isInSquare .& row, isInSquare .& column, isInSquare .& (row .!= column),
    ]
    let shape = stack(figures.map { broadcastTo($0, [32, 32]) })[label]
    let ground = Random.uniform(keys[2], [3])
    // The same colour a third to two thirds of the way around: never alike.
    let turned = ground + Random.uniform(keys[3], [3], minval: 0.33, maxval: 0.67)
    let colour = turned - floor(turned)
    let clean = select(expandDims(shape, axis: 2), colour, ground)
    let noisy = clean + 0.08 * Random.normal(keys[4], [32, 32, 3])
    return (noisy.clip(0, 1) * 255).astype(.uint8)
  }

  /// So many pictures with their labels.
  static func dataset(_ key: Tensor, count: Int) throws -> Dataset<Pictures> {
    let draw = jit(name: "draw") { (key: Tensor) in
      let keys = Random.split(key)
      let labels = Random.randint(keys[0], [count], minval: 0, maxval: names.count)
      return Pictures(pixels: vmap(drawn)(Random.split(keys[1], count), labels), labels: labels)
    }
    return try Dataset(draw(key))
  }
}

@main
struct ResNetExample: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resnet", abstract: "Trains a residual network on pictures of ten kinds of figures.")

  @Option(help: "Pictures to train on; there is a quarter of it for the test.") var pictures = 2048
  @Option(help: "How often every picture is seen.") var epochs = 8
  @Option(help: "Pictures in a step.") var batchSize = 32
  @Option(help: "Channels of the first stage.") var width = 16
  @Option(help: "Blocks in each of the three stages.") var blocks = 1
  @Option(help: "The greatest learning rate.") var learningRate = 0.005
  @Option(help: "Where all random numbers come from.") var seed = 0
  @Option(help: "The page with curves and pictures.") var output = "images.html"

  func validate() throws {
    let numbers = [
      ("pictures", pictures, 4), ("epochs", epochs, 1), ("batch-size", batchSize, 1), ("width", width, 1),
      ("blocks", blocks, 1),
    ]
    for (name, value, least) in numbers where value < least {
      throw ValidationError("--\(name) is \(value); expected at least \(least)")
    }
    guard batchSize <= pictures else {
      throw ValidationError("--batch-size is \(batchSize); expected at most \(pictures), the pictures")
    }
  }

  func run() throws {
    let keys = Random.split(Random.key(seed), 4)
    let training = try Figures.dataset(keys[0], count: pictures)
    let test = try Figures.dataset(keys[1], count: pictures / 4)

    let graph = try Graph("images")
    let rng = try Rng(graph / "rng")
    let model = try ResNet(
      graph.child("resnet"), width: width, blocksInStage: blocks, classes: Figures.names.count, rng: rng)
    let (mean, deviation) = (Tensor(127.5), Tensor(64.0))
    var params = try jit(name: "initialize") { (pictures: Tensor) in
      model(rng.seed(Params(), seed: Tensor(seed)), pictures, isTraining: false).1.locked()
    }(.zeros([1, 32, 32, 3]))

    let stepCount = epochs * (pictures / batchSize)
    let schedule = Schedule.warmupCosineDecaySchedule(
      initValue: 0, peakValue: learningRate, warmupSteps: stepCount / 10, decaySteps: stepCount)
    let optimizer = GradientTransformation.adamw(
      learningRate: schedule, weightDecay: 0.01, mask: { path, _ in path.last == "kernel" })
    var state = optimizer.initialState(params.split().0)

    let augmented = { (key: Tensor, picture: Tensor) -> Tensor in
      let keys = Random.split(key, 3)
      var picture = randomCrop(keys[0], picture, height: 32, width: 32, padding: 3)
      picture = randomFlip(keys[1], picture)
      picture = randomErase(keys[2], picture, height: 6, width: 6)
      return normalize(picture, mean: mean, standardDeviation: deviation)
    }
    let trainStep = jit(donating: [0, 1], name: "trainStep") {
      (params: Params, state: OptimizerState, batch: Pictures, key: Tensor) in
      let (trainable, others) = params.split()
      let inputs = vmap(augmented)(Random.split(key, batchSize), batch.pixels)
      let ((loss, newOthers), gradients) = try valueAndGrad { (trainable: Params) in
        let (logits, params) = model(try trainable.merge(others), inputs, isTraining: true)
        return (softmaxCrossEntropyWithIntegerLabels(logits, batch.labels).mean(), params.split().1)
      }(trainable)
      let (updates, newState) = optimizer.update(gradients, state, trainable)
      return (loss, try applyUpdates(trainable, updates).merge(newOthers), newState)
    }
    let evaluate = jit(name: "evaluate") {
      (params: Params, counts: ConfusionMatrix, batch: Pictures) in
      let pictures = normalize(batch.pixels, mean: mean, standardDeviation: deviation)
      return counts.adding(model(params, pictures, isTraining: false).0, batch.labels)
    }

    try? FileManager.default.removeItem(atPath: output)
    let log = try HTMLLog(URL(filePath: output), title: "A residual network")
    try log.image(0, "Ten of the pictures", sheet(training.prefix(10)), height: 32, width: 320)
    let loader = try training.shuffled(keys[2]).batched(batchSize, remainder: .drop).repeated(epochs)
      .prefetched()
    let testBatches = test.batched(batchSize)
    var progress = ProgressBar(total: epochs * (pictures / batchSize) * batchSize, unit: "pictures")
    var (step, results) = (0, ConfusionMatrix(classes: Figures.names.count))
    while let batch = try loader.next() {
      let loss: Tensor
      (loss, params, state) = try trainStep(params, state, batch, Random.foldIn(keys[3], step))
      step += 1
      let value = try loss.item(Double.self)
      try log.write(step, ["loss": value])
      if step % (pictures / batchSize) == 0 {
        results = ConfusionMatrix(classes: Figures.names.count)
        for index in 0..<testBatches.count { results = try evaluate(params, results, testBatches[index]) }
        try log.write(step, ["test accuracy": results.value.item()])
      }
      progress.advance(batchSize, note: String(format: "loss %.3f", value))
    }
    progress.finish()

    let recalls = try results.recall.scalars(Double.self)
    for (name, recall) in zip(Figures.names, recalls) {
      print(name.padding(toLength: 9, withPad: " ", startingAt: 0) + String(format: "%5.1f %%", recall * 100))
    }
    let accuracy = String(format: "%.1f", try results.value.item(Double.self) * 100)
    print("test accuracy \(accuracy) % of \(test.count) pictures; curves in \(output)")
  }

  /// The pixels of pictures beside each other.
  private func sheet(_ examples: Dataset<Pictures>) throws -> [UInt8] {
    try concatenate((0..<examples.count).map { try examples[$0].pixels }, axis: 1).scalars(UInt8.self)
  }
}
