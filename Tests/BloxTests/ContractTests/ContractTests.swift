import Blox
import Testing

/// The README's snippets in Swift, one after the other, unchanged: they compile, run, and give what blox gives.
///
/// Left out is the section on devices. Numbers are compared with Python's in the recorded cases of family readme; here it is that all goes together.
@Suite struct ContractTests {
  @Test func snippets() throws {
    final class Linear: Module, Layer, @unchecked Sendable {
      let outputSize: Int
      let rng: Rng

      init(_ graph: Graph, outputSize: Int, rng: Rng) throws {
        self.outputSize = outputSize
        self.rng = rng
        try super.init(graph)
      }

      func callAsFunction(_ params: Params, _ x: Tensor) -> (Tensor, Params) {
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
    let graph = try Graph("net")
    let rng = try Rng(graph.child("rng"))
    let model = try MLP(graph.child("mlp"), hiddenSize: 128, outputSize: 10, rng: rng)
    var params = rng.seed(Params(), seed: 42)
    (_, params) = model(params, .ones([1, 784]))
    params = params.locked()
    display(graph, params)

    let inputs = Tensor.ones([1, 784]), targets = Tensor.ones([1, 10])
    var outputs: Tensor
    (outputs, params) = try jit(model)(params, inputs)

    let trainStep = jit(donating: 0) { (params: Params, inputs: Tensor, targets: Tensor) in
      // Split into trainable (weights) and non-trainable (RNG, etc).
      let (trainable, nonTrainable) = params.split()

      let loss = { (t: Params, nt: Params) in
        // Merge to run the forward pass.
        let (predictions, newParams) = try model(t.merge(nt), inputs)
        let loss = ((predictions - targets) ** 2).mean()
        // Extract non-trainable parameters updated during the forward pass.
        let (_, newNonTrainable) = newParams.split()
        return (loss, newNonTrainable)
      }
      let (gradients, newNonTrainable) = try grad(loss)(trainable, nonTrainable)
      let newTrainable = map(trainable, gradients) { w, g in w - 0.01 * g }
      return try newTrainable.merge(newNonTrainable)
    }
    params = try trainStep(params, inputs, targets)

    let applyWithIndex = { (params: Params, x: Tensor, index: Tensor) in
      let originalSeed = rng.getSeed(params)
      var params = rng.seed(params, seed: Random.foldIn(originalSeed, index))
      let out: Tensor
      (out, params) = model(params, x)
      params = rng.seed(params, seed: originalSeed)
      return (out, params)
    }
    (outputs, _) = vmap(in: [nil, 0, 0], out: (0, nil), applyWithIndex)(params, inputs, .arange(4))
    let f = { (x: Tensor) in relu(x).mean() }
    let composed = jit(vmap(grad(f)))
    _ = try composed(inputs)
    let hess = grad { (x: Tensor) in grad(f)(x).mean() }
    _ = hess(inputs)
    let y = 1 - 2 * inputs
    let z = inputs[0, 1..<3]

    // Not a snippet: each section of the README begins with params of its own, here they go on with the same.
    params = params.unlocked()

    // Recurrence
    let lstm = try LSTM(graph.child("lstm"), hiddenSize: 256, rng: rng)
    let sequence = Tensor.ones([8, 16, 32])
    var state: LSTMState
    (state, params) = lstm.initialState(params, sequence[FullRange(), 0])
    ((outputs, state), params) = lstm.apply(params, sequence, prevState: state)

    // Not a snippet.
    params = params.locked()

    // Batching, with the same function for initialisation and run time
    let dropout = try Dropout(graph.child("dropout"), rate: 0.5, rng: rng)
    let perExample = { (params: Params, x: Tensor) in
      var params = params
      let originalSeed = rng.getSeed(params)
      if params.isLocked {
        params = rng.seed(params, seed: Random.foldIn(originalSeed, axisIndex("batch")))
      }
      let out: Tensor
      (out, params) = dropout(params, x, isTraining: true)
      params = rng.seed(params, seed: originalSeed)
      return (out, params)
    }
    let initialized = vmap(out: nil, axisName: "batch") { (x: Tensor) in
      perExample(rng.seed(Params(), seed: 42), x).1.locked()
    }(inputs)
    (outputs, _) = vmap(in: [nil, 0], out: (0, nil), axisName: "batch", perExample)(initialized, inputs)

    // Nesting, remat, auxiliary outputs
    let remat = checkpoint { (p: Params, x: Tensor) in model(p, x) }
    let rematGrad = grad { (p: Params, x: Tensor) in remat(p, x).0.mean() }
    _ = rematGrad(params, inputs)
    let step = jit(donating: 0) { (params: Params, x: Tensor) in
      let (trainable, nonTrainable) = params.split()
      let ((loss, newNonTrainable), gradients) = try valueAndGrad { (t: Params) in
        let (y, p) = try model(t.merge(nonTrainable), x)
        return (y.mean(), p.split().1)
      }(trainable)
      return (loss, try map(trainable, gradients) { $0 - 0.01 * $1 }.merge(newNonTrainable))
    }
    var loss: Tensor
    (loss, params) = try step(params, inputs)

    #expect(
      graph.walk().map { "\(type(of: $0.module))" } == [
        "Rng", "MLP", "Linear", "Linear", "LSTM", "Linear", "Dropout",
      ])
    #expect(outputs.shape == [1, 784] && y.shape == [1, 784] && z.shape == [2])
    #expect(state.cell.shape == [8, 256])
    #expect(try loss.item(Float.self).isFinite)
    #expect(try rng.getCounter(initialized).item(Int.self) == 1)
    // Four parameters of the MLP at initialization, two of the LSTM.
    #expect(try rng.getCounter(params).item(Int.self) == 6)
  }
}
