import ArgumentParser
import Blox
import Checkpoints
import Data
import Foundation
import Logs
import Metrics
import Optimizers

// Trains a small GPT to write texts letter by letter like some files, and lets it write. Stopped at any moment and started
// again, it goes on from the last checkpoint with the very next batch. Read it from top to bottom.

/// Letters `[batch, time]` give the logits of each next one, `[batch, time, letters]`.
final class GPT: Module, @unchecked Sendable {
  let letters: Embed
  let blocks: [TransformerBlock]
  let norm: LayerNorm

  init(_ graph: Graph, letterCount: Int, size: Int, layers: Int, heads: Int, dropoutRate: Double, rng: Rng)
    throws
  {
    letters = try Embed(graph / "letters", numEmbeddings: letterCount, embeddingSize: size, rng: rng)
    blocks = try (0..<layers).map { index in
      try TransformerBlock(
        graph.child("block_\(index)"), size: size, heads: heads, rng: rng, rotaryBase: 10_000,
        dropoutRate: dropoutRate)
    }
    norm = try LayerNorm(graph / "norm", rng: rng)
    try super.init(graph)
  }

  func callAsFunction(_ params: Params, _ inputs: Tensor, isTraining: Bool) -> (Tensor, Params) {
    var (x, params) = letters(params, inputs)
    for block in blocks { (x, params) = block(params, x, mask: nil, isTraining: isTraining) }
    (x, params) = norm(params, x)
    // The letters' vectors are also what outputs are compared with.
    return letters.attend(params, x)
  }
}

/// A text as numbers of letters, with the letters that occur in it.
struct Text {
  let letters: [Character]
  let numbers: [Int32]

  init(_ files: [String]) throws {
    let text = try files.map { file in
      guard let bytes = FileManager.default.contents(atPath: file) else {
        throw ValidationError("'\(file)' cannot be read; expected a file of text")
      }
      return String(decoding: bytes, as: UTF8.self)
    }.joined(separator: "\n")
    letters = Array(Set(text + "\n")).sorted()
    let numberOf = Dictionary(uniqueKeysWithValues: zip(letters, Int32(0)...))
    numbers = text.compactMap { numberOf[$0] }
  }

  func encoded(_ text: String) -> [Int32] {
    text.compactMap { letter in letters.firstIndex(of: letter).map { Int32($0) } }
  }

  func decoded(_ numbers: [Int32]) -> String { String(numbers.map { letters[Int($0)] }) }

  /// Every stretch of letters of a length, from each position.
  static func windows(_ numbers: some RandomAccessCollection<Int32> & Sendable, length: Int) -> Dataset<
    Tensor
  > {
    let numbers = Array(numbers)
    return Dataset(count: numbers.count - length + 1) { Tensor(Array(numbers[$0..<$0 + length])) }
  }
}

/// All that a training needs to go on.
struct TrainingState: TensorTree {
  /// The weights, and the state of the random numbers of dropout.
  var params: Params
  var optimizer: OptimizerState
  /// How many batches have been taken.
  var position = DataPosition()

  mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    params.forEachLeaf(body)
    optimizer.forEachLeaf(body)
    position.forEachLeaf(body)
  }
}

@main
struct CharacterGPT: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "character-gpt", abstract: "Trains a small GPT to write like some files, and lets it write.")

  @Argument(help: "Files of text.") var files: [String]
  @Option(help: "Until which step to train, of those before too.") var steps = 1000
  @Option(help: "Stretches of text in a step.") var batchSize = 16
  @Option(help: "How many letters it looks at.") var context = 64
  @Option(help: "Features of a letter.") var size = 96
  @Option(help: "Layers of the transformer.") var layers = 2
  @Option(help: "The learning rate after the first 100 steps.") var learningRate = 0.002
  @Option(help: "The probability of dropping an activation.") var dropoutRate = 0.1
  @Option(help: "Steps between checkpoints.") var checkpointEvery = 100
  @Option(help: "How the text that it writes begins.") var prompt = "The "
  @Option(help: "How bold it writes: near 0 it takes the likeliest letter.") var temperature = 0.7
  @Option(help: "How many letters it writes.") var length = 400
  @Option(help: "Where all random numbers come from.") var seed = 0
  @Option(help: "The folder of checkpoints and of the page with curves.") var output = "text"

  func validate() throws {
    let numbers = [
      ("steps", steps), ("batch-size", batchSize), ("context", context), ("size", size), ("layers", layers),
      ("checkpoint-every", checkpointEvery), ("length", length),
    ]
    for (name, value) in numbers where value < 1 {
      throw ValidationError("--\(name) is \(value); expected at least 1")
    }
    guard temperature > 0 else {
      throw ValidationError("--temperature is \(temperature); expected more than 0")
    }
    guard size % 8 == 0 else {
      throw ValidationError("--size is \(size); expected a multiple of 8, for 4 heads")
    }
  }

  func run() throws {
    let text = try Text(files)
    let testCount = text.numbers.count / 10
    guard testCount > context, text.numbers.count - testCount >= context + batchSize else {
      throw ValidationError(
        "the files have \(text.numbers.count) letters; expected 20 times --context or more")
    }
    let training = Text.windows(text.numbers.dropLast(testCount), length: context + 1)
    // Each letter of the rest once: every window that begins where the one before ended.
    let allTest = Text.windows(text.numbers.suffix(testCount), length: context + 1)
    let test = Dataset(count: (testCount - 1) / context) { [context] in try allTest[$0 * context] }.batched(
      batchSize)

    let graph = try Graph("text")
    let rng = try Rng(graph / "rng")
    let model = try GPT(
      graph.child("gpt"), letterCount: text.letters.count, size: size, layers: layers, heads: 4,
      dropoutRate: dropoutRate, rng: rng)
    let optimizer = GradientTransformation.chain(
      .clipByGlobalNorm(1), .adamw(learningRate: .linearSchedule(0, learningRate, 100), weightDecay: 0.01))
    let initialize = jit(name: "initialize") { (letters: Tensor) in
      let params = model(rng.seed(Params(), seed: Tensor(seed)), letters, isTraining: true).1.locked()
      return TrainingState(params: params, optimizer: optimizer.initialState(params.split().0))
    }
    var state = try initialize(.zeros([1, context], dtype: .int32))

    func losses(_ params: Params, _ windows: Tensor, isTraining: Bool) -> (Tensor, Params) {
      let (logits, params) = model(params, windows[0..., ..<context], isTraining: isTraining)
      return (softmaxCrossEntropyWithIntegerLabels(logits, windows[0..., 1...]), params)
    }
    let trainStep = jit(donating: 0, name: "trainStep") { (state: TrainingState, windows: Tensor) in
      let (trainable, others) = state.params.split()
      let ((loss, newOthers), gradients) = try valueAndGrad { (trainable: Params) in
        let (losses, params) = try losses(trainable.merge(others), windows, isTraining: true)
        return (losses.mean(), params.split().1)
      }(trainable)
      let (updates, optimizerState) = optimizer.update(gradients, state.optimizer, trainable)
      var next = state
      next.params = try applyUpdates(trainable, updates).merge(newOthers)
      next.optimizer = optimizerState
      return (loss, next)
    }
    let evaluate = jit(name: "evaluate") { (params: Params, perplexity: Perplexity, windows: Tensor) in
      perplexity.adding(losses(params, windows, isTraining: false).0)
    }

    let folder = URL(filePath: output)
    let checkpoints = try CheckpointManager(folder, keep: 2, best: .init("perplexity", .least))
    var step = 0
    if let found = try checkpoints.restore(state) {
      (step, state) = found
      print("going on from step \(step) in \(output)")
    }
    let log = try HTMLLog(folder.appending(path: "curves.html"), title: "A GPT of letters")
    let loader = try training.shuffled(Random.key(seed)).batched(batchSize, remainder: .drop).repeated()
      .prefetched(from: state.position)
    var progress = ProgressBar(total: max(steps - step, 0), unit: "steps")
    var perplexity = Perplexity()
    while step < steps, let batch = try loader.next() {
      let loss: Tensor
      (loss, state) = try trainStep(state, batch)
      state.position = loader.position
      step += 1
      let value = try loss.item(Double.self)
      try log.write(step, ["loss": value])
      if step % checkpointEvery == 0 || step == steps {
        perplexity = Perplexity()
        for index in 0..<test.count { perplexity = try evaluate(state.params, perplexity, test[index]) }
        let metrics = ["perplexity": try perplexity.value.item(Double.self)]
        try log.write(step, metrics)
        try checkpoints.save(step, state, metrics: metrics)
      }
      progress.advance(note: String(format: "loss %.3f", value))
    }
    progress.finish()
    try checkpoints.wait()

    let reached = try checkpoints.metrics(step)["perplexity"] ?? .nan
    print(String(format: "step %d: of the rest of the text each letter is one of %.2f", step, reached))
    print("curves in \(output)/curves.html. It writes:\n")
    print(try prompt + written(model, state.params, after: text.encoded(prompt), text))
  }

  /// Letters that the model draws one after the other.
  private func written(_ model: GPT, _ params: Params, after prompt: [Int32], _ text: Text) throws -> String {
    let write = jit(name: "write") { (params: Params, window: Tensor, key: Tensor) in
      let (_, letters) = scan(window, Random.split(key, length)) { window, key in
        let logits = model(params, expandDims(window, axis: 0), isTraining: false).0[0, -1]
        let letter = Random.categorical(key, logits / Tensor(temperature)).astype(.int32)
        return (concatenate([window[1...], expandDims(letter, axis: 0)]), letter)
      }
      return letters
    }
    // Before the prompt there are empty lines.
    let lines = [Int32](repeating: text.encoded("\n").first ?? 0, count: context)
    let window = Tensor(Array((lines + prompt).suffix(context)))
    return text.decoded(try write(params, window, Random.key(seed)).scalars(Int32.self))
  }
}
