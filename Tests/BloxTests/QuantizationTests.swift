import Checkpoints
import Foundation
import Optimizers
import Testing

@testable import Blox

/// Kernels as integers of 8 bits: `quantized`, and the layers that take them.
@Suite struct QuantizationTests {
  /// A small language model with embeddings that are shared by its last layer.
  final class Model: Module, Layer, @unchecked Sendable {
    let embed: Embed
    let block: TransformerBlock

    init(_ graph: Graph, rng: Rng) throws {
      embed = try Embed(graph.child("embed"), numEmbeddings: 50, embeddingSize: 64, rng: rng)
      block = try TransformerBlock(
        graph.child("block"), size: 64, heads: 4, rng: rng, keyValueHeads: 2, rotaryBase: 10_000,
        useRMSNorm: true,
        isGated: true)
      try super.init(graph)
    }

    func callAsFunction(_ params: Params, _ tokens: Tensor) -> (Tensor, Params) {
      var (x, params) = embed(params, tokens)
      (x, params) = block(params, x)
      return embed.attend(params, x)
    }
  }

  private func made() throws -> (graph: Graph, rng: Rng, model: Model, params: Params) {
    let graph = try Graph("net")
    let rng = try Rng(graph.child("rng"))
    let model = try Model(graph.child("model"), rng: rng)
    let params = model(rng.seed(Params(), seed: 42), Tensor([1, 2, 3] as [Int32], shape: [1, 3])).1.locked()
    return (graph, rng, model, params)
  }

  private let tokens = Tensor([7, 49, 0, 3, 12, 12] as [Int32], shape: [2, 3])

  @Test func valuesAreNearest() throws {
    let kernel = Tensor(
      [0.5, 0.5, -127, 0.5, 127, 1.5, 1.5, 2.5, 2.5, -2.5, 60, 0.25] as [Float], shape: [6, 2])
    let params = try Params().assigning(Param(kernel), to: ["a", "kernel"]).locked()
    let small = try quantized(params)
    #expect(small.paths == [["a", "kernel_int8"], ["a", "kernel_scale"]] && small.isLocked)
    // Steps of 1 in the first column: halves go to the even number.
    func scales(_ params: Params) throws -> [Float] {
      try params["a/kernel_scale"].value.scalars(Float.self)
    }
    func integers(_ params: Params) throws -> [Int8] {
      try params["a/kernel_int8"].value.scalars(Int8.self)
    }
    let step: Float = 2.5 / 127
    let nearest: [Int8] = [0, 25, -127, 25, 127, 76, 2, 127, 2, -127, 60, 13]
    #expect(try scales(small) == [1, step])
    #expect(try integers(small) == nearest)
    let grouped = try quantized(params, groupSize: 2)
    let steps: [Float] = [1, Float(0.5) / 127, 1, step, Float(60) / 127, step]
    let nearestOfTwo: [Int8] = [0, 127, -127, 127, 127, 76, 2, 127, 5, -127, 127, 13]
    #expect(try scales(grouped) == steps)
    #expect(try integers(grouped) == nearestOfTwo)
    let slot = try small["a/kernel_int8"]
    #expect(!slot.trainable && slot.description == "Param[N](i8[6,2], {quantized: f32, a scale for 6})")
    // Zeros have a scale of 0, and stay zeros.
    let zeros = try quantized(Params().assigning(Param(.zeros([4, 3])), to: ["kernel"]))
    #expect(try zeros["kernel_int8"].value.scalars(Int8.self).allSatisfy { $0 == 0 })
  }

  /// Inside of other layers, with whole sequences and step by step, in float32 and bfloat16.
  @Test func modelsRunWithQuantizedParams() throws {
    let (graph, _, model, params) = try made()
    let small = try quantized(params, groupSize: 16, embeddings: true)
    #expect(small.bytes < params.bytes * 2 / 5)
    #expect(small.paths.allSatisfy { !["kernel", "embedding"].contains($0.last) })
    let run = jit { (params: Params, tokens: Tensor) in model(params, tokens).0 }
    let (exact, value) = (try run(params, tokens), try run(small, tokens))
    let scale = try abs(exact).max().item(Double.self)
    #expect(value.dtype == .float32)
    #expect(try abs(value - exact).max().item(Double.self) < 0.03 * scale)
    #expect(try abs(value - exact).max().item(Double.self) > 0)
    // bfloat16 stays bfloat16.
    let halves = try run(quantized(params.cast(to: .bfloat16), groupSize: 16, embeddings: true), tokens)
    #expect(halves.dtype == .bfloat16)
    #expect(try abs(halves.astype(.float32) - exact).max().item(Double.self) < 0.06 * scale)
    // Only the kernels, and only some of them.
    let some = try quantized(params) { path, _ in path.contains("attention") }
    #expect(
      some.contains(["net", "model", "embed", "embedding"])
        && some.contains(["net", "model", "block", "up", "kernel"]))
    #expect(some.paths.filter { $0.last == "kernel_int8" }.count == 4)
    let page = displayText(graph, small)
    #expect(page.contains("kernel_int8") && page.contains("embedding_scale"))
  }

  /// A recurrence reads its kernels by itself.
  @Test func recurrencesTakeThem() throws {
    let graph = try Graph("net")
    let rng = try Rng(graph.child("rng"))
    let lstm = try LSTM(graph.child("lstm"), hiddenSize: 8, rng: rng)
    let inputs = Random.normal(Random.key(1), [2, 5, 6])
    let params = lstm.apply(rng.seed(Params(), seed: 1), inputs).1.locked()
    let small = try quantized(params)
    let outputs = try [params, small].map { params in
      try jit { (params: Params) in lstm.apply(params, inputs).0.0 }(params)
    }
    #expect(try abs(outputs[0] - outputs[1]).max().item(Double.self) < 0.02)
  }

  @Test func layersThatBeginQuantized() throws {
    let graph = try Graph("net")
    let rng = try Rng(graph.child("rng"))
    let layer = try QuantizedLinear(graph.child("linear"), outputSize: 5, rng: rng, groupSize: 4)
    let plain = try Graph("net")
    let other = try Rng(plain.child("rng"))
    let linear = try Linear(plain.child("linear"), outputSize: 5, rng: other)
    let x = Random.normal(Random.key(3), [2, 3, 8])
    let (outputs, params) = layer(rng.seed(Params(), seed: 7), x)
    // They begin as a Linear whose params are quantized, and are what such a one takes.
    let trained = try quantized(linear(other.seed(Params(), seed: 7), x).1, groupSize: 4)
    #expect(params.hasSameStructure(as: trained))
    #expect(try linear(trained, x).0.scalars(Float.self) == outputs.scalars(Float.self))
    #expect(try layer(trained.locked(), x).0.scalars(Float.self) == outputs.scalars(Float.self))
    #expect(outputs.shape == [2, 3, 5])
    #expect(params.split().0.paths == [["net", "linear", "bias"]])
    #expect("\(layer)".contains("groupSize: 4"))
    let wrong = layer(rng.seed(Params(), seed: 7), .ones([2, 6])).0
    #expect(
      wrong.error?.description.contains("the groupSize is 4, and 'net/linear/kernel' is f32[6,5]") == true)
    #expect(throws: ModelError.self) {
      try QuantizedLinear(graph.child("b"), outputSize: 5, rng: rng, groupSize: 0)
    }
  }

  /// What is trained on top of quantized kernels.
  @Test func adaptersAreTrained() throws {
    let (graph, rng, model, params) = try made()
    let small = try quantized(params, embeddings: true)
    try graph.addLowRankAdapters(rank: 2, rng: rng)
    var adapted = model(rng.seed(small.unlocked().freezing(), seed: 5), tokens).1.locked()
    let (trainable, frozen) = adapted.split()
    #expect(trainable.count == 14 && trainable.paths.allSatisfy { $0.contains("adapter") })
    let step = jit { (trainable: Params, frozen: Params, tokens: Tensor) in
      let (loss, slopes) = valueAndGrad { (trainable: Params) in
        square(model(trainable.merging(frozen), tokens).0 - 1).mean()
      }(trainable)
      return (loss, map(trainable, slopes) { $0 - 0.1 * $1 })
    }
    let (first, updated) = try step(trainable, frozen, tokens)
    let (second, _) = try step(updated, frozen, tokens)
    #expect(try second.item(Float.self) < first.item(Float.self))
    adapted = updated.merging(frozen)
    #expect(adapted.contains(["net", "model", "block", "up", "kernel_int8"]))
  }

  @Test func filesKeepThem() throws {
    let (_, _, model, params) = try made()
    let small = try quantized(params, embeddings: true)
    let url = FileManager.default.temporaryDirectory.appending(
      path: "quantized-\(UUID().uuidString).safetensors")
    defer { try? FileManager.default.removeItem(at: url) }
    try small.save(to: url)
    let empty = map(small) { Tensor.zeros($0.shape, dtype: $0.dtype) }
    let loaded = try empty.loading(from: url)
    #expect(try model(loaded, tokens).0.scalars(Float.self) == model(small, tokens).0.scalars(Float.self))
    // A file of the model as it was does not fit.
    #expect(throws: (any Error).self) { try params.loading(from: url) }
  }

  /// The layers of a stack have kernels of their own.
  @Test func stacksAreQuantizedLayerByLayer() throws {
    let graph = try Graph("net")
    let rng = try Rng(graph.child("rng"))
    let stack = try LayerStack(graph.child("blocks"), count: 3) { node in
      try Linear(node, outputSize: 8, rng: rng)
    }
    let x = Random.normal(Random.key(3), [2, 8])
    let params = stack(rng.seed(Params(), seed: 7), x).1.locked()
    let small = try quantized(params)
    #expect(try small["net/blocks/layer/kernel_scale"].value.shape == [3, 1, 8])
    let (exact, value) = (stack(params, x).0, stack(small, x).0)
    #expect(try abs(exact - value).max().item(Double.self) < 0.02 * abs(exact).max().item(Double.self))
  }

  // MARK: Wrong use

  @Test func nothingToQuantize() throws {
    let (_, _, _, params) = try made()
    func error(_ params: Params, embeddings: Bool = false, groupSize: Int? = nil, _ part: String = "")
      -> ModelError?
    {
      #expect(throws: ModelError.self) {
        try quantized(params, groupSize: groupSize, embeddings: embeddings) { path, _ in
          part.isEmpty || path.contains(part)
        }
      }
    }
    let nothing = error(params, "atention")
    #expect(
      nothing?.problem
        == "of 19 parameters none is a 'kernel' that is a matrix of floating-point numbers and included")
    #expect(nothing?.expected.contains("(embeddings: true for those of Embed, too)") == true)
    #expect(nothing?.expected.contains("net/model/embed/embedding") == true)
    #expect(error(Params())?.problem.hasPrefix("of 0 parameters none") == true)
    #expect(try error(quantized(params))?.problem.hasPrefix("the params are quantized already") == true)
    let group = error(params, groupSize: 48)
    #expect(group?.problem.contains("the groupSize is 48, and 'net/model/block/attention/") == true)
    #expect(
      group?.expected == "a positive number that divides 64, or a filter that leaves this parameter out")
    #expect(error(params, groupSize: 0) != nil && error(params, groupSize: -1) != nil)
  }

  /// A module of the user's own does not know the form, and must not compute with integers, or create its kernel anew.
  final class Own: Module, Layer, @unchecked Sendable {
    func callAsFunction(_ params: Params, _ x: Tensor) -> (Tensor, Params) {
      let (kernel, params) = getParam(params, "kernel", shape: [x.shape[-1], 3], initializer: .ones)
      return (matmul(x, kernel), params)
    }
  }

  @Test func paramsThatDoNotFit() throws {
    let graph = try Graph("net")
    let own = try Own(graph.child("own"))
    let params = try quantized(own(Params(), .ones([2, 4])).1)
    for params in [params, params.locked()] {
      let error = own(params, .ones([2, 4])).0.error
      #expect(
        error?.problem == "the parameter 'net/own/kernel' is quantized, and this module asks for it as it was"
      )
      #expect(
        error?.expected.contains(#"quantized(params) { path, _ in path != ["net", "own", "kernel"] }"#)
          == true)
    }
    let linear = try Linear(graph.child("linear"), outputSize: 3, rng: nil, useBias: false, kernelInit: .ones)
    let x = Tensor.ones([2, 4])
    let small = try quantized(linear(Params(), x).1)
    #expect(
      linear(small.locked(), .ones([2, 5])).0.error?.problem
        == "the inputs are f32[2,5], and the kernel i8[4,3]")
    #expect(linear(small.locked(), .ones([2, 5])).0.error?.description.contains("net/linear") == true)
    let alone = small.split { path, _ in path.last == "kernel_int8" }.0.locked()
    let missing = linear(alone, x).0.error
    #expect(missing?.problem == "there is 'kernel_int8', i8[4,3], and no 'kernel_scale'")
    #expect(missing?.expected == "both, as quantized(params) makes them")
    let scale = try small.assigning(Param(.ones([3, 3])), to: ["net", "linear", "kernel_scale"])
    #expect(linear(scale, x).0.error?.problem == "the scale is f32[3,3], and the kernel i8[4,3]")
    let dtype = try small.assigning(Param(.ones([4, 3])), to: ["net", "linear", "kernel_int8"])
    #expect(linear(dtype, x).0.error?.problem == "the kernel is f32[4,3]")
  }
}
