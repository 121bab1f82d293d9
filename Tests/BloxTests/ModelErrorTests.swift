import Blox
import Testing

/// Wrong models and wrong use of params, as a user would write them: a readable error at the right moment, and
/// everything usable afterwards.
@Suite struct ModelErrorTests {
  let graph: Graph
  let rng: Rng
  let linear: Linear
  let params: Params

  init() throws {
    graph = try Graph("net")
    rng = try Rng(graph.child("rng"))
    linear = try Linear(graph.child("linear"), outputSize: 3, rng: rng)
    params = linear(rng.seed(Params(), seed: 42), .ones([1, 2])).1.locked()
  }

  func expectModelError(_ parts: [String], _ body: () throws -> Void) {
    let error = #expect(throws: ModelError.self) { try body() }
    for part in parts {
      #expect(error?.description.contains(part) == true, "\(part) in \(String(describing: error))")
    }
  }

  @Test func buildingThrowsAtOnce() throws {
    expectModelError(["empty name"]) { _ = try Graph("") }
    expectModelError(["empty name", "net"]) { _ = try graph.child("") }
    expectModelError(["'net' already has a child named 'linear'", "another name"]) {
      _ = try graph.child("linear")
    }
    expectModelError(["Linear", "root 'net'", "graph.child"]) {
      _ = try Linear(graph, outputSize: 3, rng: rng)
    }
    expectModelError(["'net/linear' is already bound to Linear(outputSize: 3"]) {
      _ = try Linear(linear.graph, outputSize: 3, rng: rng)
    }
    expectModelError(["Dropout", "1.5", "0.0 to 1.0"]) {
      _ = try Dropout(graph.child("d"), rate: 1.5, rng: rng)
    }
    expectModelError(["Dropout", "nan"]) { _ = try Dropout(graph.child("e"), rate: .nan, rng: rng) }
    expectModelError(["outputSize is -1"]) { _ = try Linear(graph.child("f"), outputSize: -1, rng: rng) }
    expectModelError(["Conv: strides is [1, 2, 3]", "2 spatial axes"]) {
      _ = try Conv(graph.child("g"), kernelSize: [3, 3], outputChannels: 4, rng: rng, strides: [1, 2, 3])
    }
    expectModelError(["Conv: the padding has places for 1 axis"]) {
      _ = try Conv(
        graph.child("h"), kernelSize: [3, 3], outputChannels: 4, rng: rng, padding: .explicit([(1, 1)]))
    }
    expectModelError(["kernelSize is []", "at least one spatial axis"]) {
      _ = try ConvTranspose(graph.child("i"), kernelSize: [], outputChannels: 4, rng: rng)
    }
    expectModelError(["LSTM", "root 'net'"]) { _ = try LSTM(graph, hiddenSize: 2, rng: rng) }
    #expect(!graph.children.contains { $0.name == "gates" })
    // The node of a layer that was refused is free for another try.
    #expect(try graph.child("retry").module == nil)
  }

  @Test func directParamsOperationsThrowAtOnce() throws {
    expectModelError(["no parameter 'net/lin/kernel'", "net/linear/kernel"]) {
      _ = try params["net", "lin", "kernel"]
    }
    expectModelError(["no parameter 'nope'"]) { _ = try Params()["nope"] }
    expectModelError(["'net/x' cannot be set after locking", "unlocked()"]) {
      _ = try params.assigning(Param(0.0), to: ["net", "x"])
    }
    expectModelError(["these params are locked, the others are unlocked"]) {
      _ = try params.merge(params.unlocked())
    }
    expectModelError(["'net/linear/kernel' is f32[5]", "f32[2,3]"]) {
      _ = try params.replacingValues([["net", "linear", "kernel"]: .zeros([5])])
    }
    expectModelError(["no parameter 'net/other/bias'"]) {
      _ = try params.replacingValues([["net", "other", "bias"]: .zeros([3])])
    }
    #expect(params.count == 4)
  }

  /// The parameter of a path is there, and carries an error, which is thrown when it is looked up.
  func expectError(_ params: Params, _ path: [String], _ parts: [String]) {
    let names = path.flatMap { $0.split(separator: "/").map(String.init) }
    #expect(params.contains(names))
    let error = #expect(throws: TensorError.self) { try params[names] }
    for part in parts { #expect(error?.description.contains(part) == true, "\(String(describing: error))") }
  }

  func expectFailure(_ tensor: Tensor, _ parts: [String]) {
    let text = tensor.error?.description ?? "no error"
    for part in parts { #expect(text.contains(part), "\(part) in \(text)") }
  }

  @Test func mismatchesNameTheModule() throws {
    let failed = linear(params, .ones([4, 5])).0
    expectFailure(
      failed, ["f32[4,5]", "f32[2,3] (the parameter net/linear/kernel)", "module:   net/linear"])
    let error = #expect(throws: TensorError.self) { try jit(linear)(params, .ones([4, 5])) }
    #expect(error?.module == "net/linear")
    #expect(try jit(linear)(params, .ones([4, 2])).0.shape == [4, 3])
  }

  @Test func scalarsAndLowRanksNameTheModule() throws {
    expectFailure(linear(params, 1.0).0, ["Linear: the input is a scalar", "module:   net/linear"])
    let conv = try Conv(
      graph.child("conv"), kernelSize: [3, 3], outputChannels: 4, rng: rng, featureGroupCount: 2)
    expectFailure(
      conv(params, .ones([5, 5])).0, ["Conv: the input has rank 2", "rank 3 or more", "net/conv"])
    expectFailure(conv(params, .ones([5, 5, 3])).0, ["3 channels do not make 2 groups", "net/conv"])
    expectFailure(
      maxPool(.ones([5]), windowShape: [2, 2]), ["maxPool: the input has rank 1", "rank 3 or more"])
    let norm = try LayerNorm(graph.child("norm"))
    expectFailure(norm(params, 1.0).0, ["LayerNorm: the input is a scalar", "net/norm"])
  }

  @Test func lockedParamsThatLackAParameter() throws {
    let other = try Linear(graph.child("other"), outputSize: 3, rng: rng)
    let (failed, after) = other(params, .ones([1, 2]))
    expectFailure(failed, ["'net/other/kernel' is missing and the params are locked", "params.unlocked()"])
    #expect(after.paths == params.paths && after.firstError == nil)
    let error = #expect(throws: TensorError.self) { try jit(other)(params, .ones([1, 2])) }
    #expect(error?.module == "net/other")
    #expect(try other(params.unlocked(), .ones([1, 2])).0.checked().shape == [1, 3])
  }

  @Test func aGeneratorThatIsNotSeeded() throws {
    let (failed, unseeded) = linear(Params(), .ones([1, 2]))
    expectFailure(failed, ["generator 'net/rng' is not seeded", "rng.seed(params, seed: 42)"])
    // The error is kept where the parameter should be, so that it is not lost with the output.
    #expect(throws: TensorError.self) { try jit(linear)(unseeded.locked(), .ones([1, 2])) }
    expectError(unseeded, ["net", "linear", "kernel"], ["not seeded"])
    // Seeding and calling again repairs it.
    let (output, repaired) = linear(rng.seed(unseeded, seed: 42), .ones([1, 2]))
    #expect(try output.checked().shape == [1, 3])
    #expect(repaired.firstError == nil)
    #expect(
      try repaired["net", "linear", "kernel"].value.scalars(Float.self)
        == params["net", "linear", "kernel"].value.scalars(Float.self))
    expectFailure(rng(Params()).0, ["not seeded"])
    expectFailure(rng.getSeed(Params()), ["not seeded"])
    expectFailure(rng.getCounter(Params()), ["not seeded"])
  }

  @Test func seedsThatAreNone() throws {
    let counted = rng.seed(Params(), counter: 3)
    expectFailure(
      rng.getSeed(counted), ["only a counter was given", "rng.seed(params, seed: 42, counter: …)"])
    #expect(try rng.getCounter(rng.seed(counted, seed: 1)).item(Int.self) == 0)
    expectFailure(rng.getSeed(rng.seed(Params(), seed: Tensor.ones([3]))), ["not a key", "net/rng"])
    let locked = rng.seed(Params().locked(), seed: 42)
    expectFailure(rng.getSeed(locked), ["'net/rng/seed' is missing and the params are locked"])
    // Where there are parameters, locked params take new values.
    #expect(try rng.getCounter(rng.seed(params, counter: 7)).item(Int.self) == 7)
    #expect(rng.seed(params, counter: 7).isLocked)
  }

  @Test func initializersThatNeedAGenerator() throws {
    let without = try Linear(graph.child("without"), outputSize: 3, rng: nil)
    expectFailure(
      without(Params(), .ones([1, 2])).0,
      ["lecunNormal() of 'net/without/kernel' needs random numbers", "no rng was given", "net/without"])
    let zeros = try Linear(graph.child("zeros"), outputSize: 3, rng: nil, kernelInit: .zeros)
    #expect(try zeros(Params(), .ones([1, 2])).0.scalars(Float.self) == [0, 0, 0])
    #expect(try jit { (x: Tensor) in zeros(Params(), x).0 }(.ones([1, 2])).shape == [1, 3])
  }

  @Test func parametersThatDoNotExist() throws {
    expectFailure(
      linear.getParam(params, "gain").0, ["'net/linear/gain' does not exist", "shape and initializer"])
    let wrong = linear.setParam(params, "gain", 1.0)
    expectError(wrong, ["net", "linear", "gain"], ["setParam", "'net/linear/gain' does not exist"])
    #expect(try wrong["net", "linear", "kernel"].value.checked().shape == [2, 3])
    #expect(throws: TensorError.self) {
      try jit { (params: Params) in linear.setParam(params, "gain", 1.0).split().1 }(params)
    }
  }

  @Test func failedInputsPassThroughLayersUnchanged() throws {
    let failed = matmul(Tensor.ones([2]), .ones([3]))
    let fresh = rng.seed(Params(), seed: 1)
    let layers: [any Layer] = [
      linear, try LayerNorm(graph.child("a")), try RMSNorm(graph.child("b")), try BatchNorm(graph.child("c")),
      try Dropout(graph.child("d"), rate: 0.5, rng: rng),
      try Conv(graph.child("e"), kernelSize: 3, outputChannels: 2, rng: rng),
      try ConvTranspose(graph.child("f"), kernelSize: 3, outputChannels: 2, rng: rng),
      try Sequential(graph.child("g"), [Activation(relu)]),
    ]
    for layer in layers {
      let (output, params) = layer(fresh, failed)
      #expect(output.error?.operation == "matmul")
      // What it could not create says why; locked params are as they were.
      #expect(params.paths.starts(with: fresh.paths))
      #expect(params.items.dropFirst(2).allSatisfy { $0.param.value.error?.operation == "matmul" })
      #expect(layer(fresh.locked(), failed).1.paths == fresh.paths)
    }
    #expect(avgPool(failed, windowShape: 2, padding: .same).error?.operation == "matmul")
  }

  /// Also where the elements of a window are more than an integer can count.
  @Test func windowsBeyondReason() throws {
    let x = Tensor.ones([1, 4, 4, 1])
    for window in [[Int.max, Int.max], [1 << 40, 1 << 40], [Int.min, 2], [.max, 1]] {
      for padding in [Padding.valid, .same] {
        for pool in [avgPool, maxPool, minPool] {
          let result = pool(x, window, nil, padding)
          // A window that is larger than the input has no place in it.
          #expect(
            result.error != nil || result.shape.dimensions.contains(0) || padding != .valid, "\(window)")
        }
      }
    }
    #expect(try avgPool(x, windowShape: [2, 4]).scalars(Float.self) == [1, 1])
  }

  /// A layer that does not ask whether its input has failed, as the README's.
  private final class Scale: Module, Layer, @unchecked Sendable {
    func callAsFunction(_ params: Params, _ x: Tensor) -> (Tensor, Params) {
      let (scale, params) = getParam(params, "scale", shape: [x.shape[-1]], initializer: .ones)
      return (x * scale, params)
    }
  }

  @Test func noParameterIsMadeOfAFailedInput() throws {
    let scale = try Scale(graph.child("scale"))
    let failed = matmul(Tensor.ones([2, 5]), .ones([3]))
    let (output, created) = scale(Params(), failed)
    #expect(output.error?.operation == "matmul")
    // Broadcast, a scale of [1] would never have been noticed.
    expectError(created, ["net", "scale", "scale"], ["matmul", "f32[2,5], f32[3]"])
    #expect(throws: TensorError.self) { try jit(scale)(created.locked(), .ones([2, 4])) }
    let (right, repaired) = scale(created, .ones([2, 4]))
    #expect(try right.checked().shape == [2, 4])
    #expect(try repaired["net", "scale", "scale"].value.checked().shape == [4])
    // A shape that was read elsewhere is nobody's business.
    #expect(failed.shape[-1] == 1)
    #expect(try scale(Params(), .ones([2, 3])).1["net", "scale", "scale"].value.checked().shape == [3])
  }

  @Test func sequencesWithoutACommonTime() throws {
    let lstm = try LSTM(graph.child("lstm"), hiddenSize: 4, rng: rng)
    let (((output, state), after)) = lstm.apply(
      params.unlocked(), .ones([2, 3, 2]), isReset: .zeros([2, 4, 1], dtype: .bool))
    expectFailure(output, ["axis 1", "3", "4"])
    expectFailure(state.cell, ["axis 1"])
    // The params say why the LSTM's are missing.
    expectError(after, ["net/lstm/gates/kernel"], ["axis 1", "3", "4"])
    #expect(Set(lstm.apply(params, .ones([2, 3, 2])).1.paths) == Set(params.paths))
    expectFailure(lstm.apply(params, .ones([3])).0.0, ["rank 2 or more"])
    expectFailure(lstm.apply(params, .ones([3, 0, 2])).0.0, ["0 elements"])
  }

  @Test func gradOfUnsplitParamsNamesTheParameter() throws {
    let gradients = grad { (params: Params) in linear(params, .ones([1, 2])).0.sum() }(params)
    #expect(gradients.firstError?.problem.contains("net/rng/counter has dtype uint32") == true)
  }
}
