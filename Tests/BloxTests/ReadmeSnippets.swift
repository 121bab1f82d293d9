// Made of the Swift code in README.md by ReadmeTests.swift; change it there.
// swift-format-ignore-file
import Blox
import Optimizers

enum ReadmeSnippets {
  static let programs: [@Sendable () throws -> Void] = [program1, program2, program3, program4, program5, program6, program7]

  static func program1() throws {

    final class Linear: Module, Layer, @unchecked Sendable {
      let outputSize: Int
      let rng: Rng

      init(_ graph: Graph, outputSize: Int, rng: Rng) throws {
        self.outputSize = outputSize
        self.rng = rng
        try super.init(graph)
      }

      func callAsFunction(_ params: Params, _ x: Tensor) -> (Tensor, Params) {
        // Parameters are created when they are first asked for:
        // no input shapes to give beforehand, no memory to allocate.
        var (kernel, params) = getParam(
          params, "kernel", shape: [x.shape[-1], outputSize], initializer: .normal(), rng: rng)
        let bias: Tensor
        (bias, params) = getParam(params, "bias", shape: [outputSize], initializer: .zeros, rng: rng)
        return (matmul(x, kernel) + bias, params)
      }
    }
    final class MLP: Module, Layer, @unchecked Sendable {
      let hidden: Linear
      let output: Linear

      init(_ graph: Graph, hiddenSize: Int, outputSize: Int, rng: Rng) throws {
        // graph.child("name"), or graph / "name", is a path of its own for each parameter.
        hidden = try Linear(graph.child("hidden"), outputSize: hiddenSize, rng: rng)
        output = try Linear(graph / "output", outputSize: outputSize, rng: rng)
        try super.init(graph)
      }

      func callAsFunction(_ params: Params, _ x: Tensor) -> (Tensor, Params) {
        var (x, params) = hidden(params, x)
        x = relu(x)
        return output(params, x)
      }
    }
    // The structure.
    let graph = try Graph("net")
    let rng = try Rng(graph.child("rng"))
    let model = try MLP(graph.child("mlp"), hiddenSize: 128, outputSize: 10, rng: rng)

    // The parameters: first the generator's state, since the others are drawn from it.
    var params = rng.seed(Params(), seed: 42)

    // A forward pass creates the rest.
    (_, params) = model(params, .ones([1, 784]))

    // Locked, so that a parameter that is asked for by mistake is an error and not a new parameter.
    params = params.locked()

    // The structure with the parameters in it.
    display(graph, params)
    let inputs = Tensor.ones([1, 784]), targets = Tensor.ones([1, 10])
    var outputs: Tensor
    (outputs, params) = try jit(model)(params, inputs)
    print(outputs)
    let trainStep = jit(donating: 0) { (params: Params, inputs: Tensor, targets: Tensor) in
      // Split into trainable (weights) and not trainable (the Rng's state and the like).
      let (trainable, nonTrainable) = params.split()

      let loss = { (t: Params, nt: Params) in
        // Merge to run the forward pass.
        let (predictions, newParams) = try model(t.merge(nt), inputs)
        let loss = ((predictions - targets) ** 2).mean()
        // What the forward pass has updated.
        let (_, newNonTrainable) = newParams.split()
        return (loss, newNonTrainable)
      }
      // Gradients of the trainable parameters, and the updated others.
      let (gradients, newNonTrainable) = try grad(loss)(trainable, nonTrainable)
      // Update by SGD, and merge.
      let newTrainable = map(trainable, gradients) { w, g in w - 0.01 * g }
      return try newTrainable.merge(newNonTrainable)
    }
    params = try trainStep(params, inputs, targets)

    let optimizer = GradientTransformation.chain(
      .clipByGlobalNorm(1),
      // Kernels decay, biases do not.
      .adamw(learningRate: .cosineDecaySchedule(1e-3, 1000), weightDecay: 0.01) { param in param.ndim > 1 })
    var state = optimizer.initialState(params.split().0)

    let adamStep = jit(donating: [0, 1]) {
      (params: Params, state: OptimizerState, inputs: Tensor, targets: Tensor) in
      let (trainable, nonTrainable) = params.split()
      let ((loss, newNonTrainable), gradients) = try valueAndGrad { (t: Params) in
        let (predictions, newParams) = try model(t.merge(nonTrainable), inputs)
        return (((predictions - targets) ** 2).mean(), newParams.split().1)
      }(trainable)
      let (updates, newState) = optimizer.update(gradients, state, trainable)
      return (try applyUpdates(trainable, updates).merge(newNonTrainable), newState, loss)
    }
    let loss: Tensor
    (params, state, loss) = try adamStep(params, state, inputs, targets)
    print(loss)
  }

  static func program2() throws {

    let graph = try Graph("root")
    let rng = try Rng(graph.child("rng"))
    let dropout = try Dropout(graph.child("dropout"), rate: 0.5, rng: rng)
    let inputs = Tensor.ones([4, 8])

    let withIndex = { (params: Params, x: Tensor, index: Tensor) in
      // A seed of its own for this lane.
      let seed = rng.getSeed(params)
      let folded = rng.seed(params, seed: Random.foldIn(seed, index))
      let (out, after) = dropout(folded, x, isTraining: true)
      // The seed as it was, since the params come back once for all lanes.
      return (out, rng.seed(after, seed: seed))
    }
    let seeded = rng.seed(Params(), seed: 42)
    print(vmap(in: [nil, 0, 0], out: (0, nil), withIndex)(seeded, inputs, .arange(4)).0)
    let withAxisIndex = { (params: Params, x: Tensor) in
      let seed = rng.getSeed(params)
      let folded = rng.seed(params, seed: Random.foldIn(seed, axisIndex("batch")))
      let (out, after) = dropout(folded, x, isTraining: true)
      return (out, rng.seed(after, seed: seed))
    }
    print(vmap(in: [nil, 0], out: (0, nil), axisName: "batch", withAxisIndex)(seeded, inputs).0)
    let forward = { (params: Params, x: Tensor) in
      let seed = rng.getSeed(params)
      // Locked: a run, with random numbers of its own for each lane.
      let start = params.isLocked ? rng.seed(params, seed: Random.foldIn(seed, axisIndex("batch"))) : params
      let (out, after) = dropout(start, x, isTraining: true)
      return (out, rng.seed(after, seed: seed))
    }
    let initialize = { (x: Tensor) in forward(rng.seed(Params(), seed: 42), x).1.locked() }

    let params = vmap(out: nil, axisName: "batch", initialize)(inputs)
    let (outputs, _) = vmap(in: [nil, 0], out: (0, nil), axisName: "batch", forward)(params, inputs)
    print(outputs)
  }

  static func program3() throws {

    let graph = try Graph("net")
    let rng = try Rng(graph.child("rng"))
    let model = try Linear(
      graph.child("linear"), outputSize: 8, rng: rng, kernelMetadata: Metadata(sharding: [nil, "model"]))

    let initialize = { (x: Tensor) in model(rng.seed(Params(), seed: 42), x).1.locked() }
    let paramsSharding = try evalShape(initialize)(.ones([1, 4])).shardings(on: Mesh(["model": 2]))

    // Recommended: by `jit`, which divides everything as its metadata say.
    let params = try jit(outShardings: [paramsSharding], initialize)(.ones([1, 4]))
    print(try params["net", "linear", "kernel"].value.addressableShards.map(\.ranges))
  }

  static func program4() throws {

    let graph = try Graph("net")
    let rng = try Rng(graph.child("rng"))

    // A layer whose weights are divided along the mesh's axis "model".
    let linear = try Linear(
      graph.child("linear"), outputSize: 4096, rng: rng,
      kernelMetadata: Metadata(sharding: [nil, "model"]), biasMetadata: Metadata(sharding: ["model"]))

    let initialize = { (x: Tensor) in
      let params = rng.seed(Params(), seed: 42)
      return linear(params, x).1.locked()
    }

    // The structure of the parameters, without memory and without computing anything.
    let dummyInput = Tensor.ones([4, 4])
    let abstractParams = try evalShape(initialize)(dummyInput)

    // How everything lies on 2 × 2 devices.
    let mesh = try Mesh(["batch": 2, "model": 2])
    let paramsSharding = try abstractParams.shardings(on: mesh)
    let dataSharding = NamedSharding(mesh, ["batch"])

    // Initialized on the devices.
    let params = try jit(outShardings: [paramsSharding], initialize)(dummyInput)
    print(try paramsSharding["net", "linear", "kernel"].map { try visualizeSharding([4, 4096], $0) } ?? "")

    let forward = jit(
      inShardings: [paramsSharding, dataSharding], outShardings: [dataSharding, paramsSharding]
    ) { (params: Params, x: Tensor) in linear(params, x) }
    let (outputs, _) = try forward(params, dummyInput)
    print(outputs.shape, try outputs.addressableShards.map(\.ranges))
  }

  static func program5() throws {

    let graph = try Graph("net")
    let rng = try Rng(graph.child("rng"))
    let lstm = try LSTM(graph.child("lstm"), hiddenSize: 256, rng: rng)
    let inputs = Tensor.ones([8, 16, 32])  // [batch, time, features]

    var params = rng.seed(Params(), seed: 42)
    var state: LSTMState
    (state, params) = lstm.initialState(params, inputs[FullRange(), 0])

    // The whole sequence at once. The first step creates the parameters.
    var outputs: Tensor
    ((outputs, state), params) = lstm.apply(params, inputs, prevState: state)

    // Sequences that begin anew somewhere: at time 4 in all of the batch.
    let isReset = Tensor.arange(16) .== Tensor(4)
    ((outputs, state), params) = lstm.apply(params.locked(), inputs, isReset: broadcastTo(isReset, [8, 16]))
    print(outputs.shape, state.cell.shape)
  }

  static func program6() throws {

    /// Two of these have the same structure of parameters.
    func makeLSTM(isStatic: Bool) throws -> (Rng, LSTM) {
      let graph = try Graph("model")
      let rng = try Rng(graph.child("rng"))
      return (rng, try LSTM(graph.child("lstm"), hiddenSize: 64, rng: rng, isStatic: isStatic))
    }
    let (rng, lstmStatic) = try makeLSTM(isStatic: true)  // a Swift loop, to look at steps
    let (_, lstmDynamic) = try makeLSTM(isStatic: false)  // one compiled loop, to be fast

    let inputs = Tensor.ones([2, 6, 3])
    let params = lstmDynamic.apply(rng.seed(Params(), seed: 42), inputs).1.locked()

    // Both work with the same params, and agree.
    let ((outStatic, _), _) = lstmStatic.apply(params, inputs)
    let ((outDynamic, _), _) = lstmDynamic.apply(params, inputs)
    print(try abs(outStatic - outDynamic).max().item(Float.self))
  }

  static func program7() throws {

    let graph = try Graph("gpt")
    let rng = try Rng(graph.child("rng"))
    let block = try TransformerBlock(
      graph.child("block"), size: 64, heads: 4, rng: rng, keyValueHeads: 2, rotaryBase: 10_000)
    let average = try ParameterAverage(graph.child("average"), decay: 0.999)
    let inputs = Tensor.ones([1, 8, 64])

    // A whole sequence creates the parameters; their averages begin with them and move at each update.
    var params = block(rng.seed(Params(), seed: 42), inputs).1
    params = average.update(params).locked()
    print(block(average.averaged(params), inputs).0.shape)

    // A chunk, and then step by step with a cache of keys and values.
    var ((outputs, state), _) = block.apply(params, inputs)
    ((outputs, state), _) = block(params, inputs[FullRange(), 0], state)

    // Products in bfloat16, parameters and results in float32.
    (outputs, _) = DTypePolicy.mixed.run(block, params, inputs)
    print(outputs.dtype)

    // Adapters to the attention's linear layers; they alone are trainable now.
    try graph.addLowRankAdapters(rank: 4, rng: rng) { path, _ in path.contains("attention") }
    (outputs, params) = block(params.unlocked().freezing(), inputs)
    params = params.locked()
    display(graph, params)
  }
}
