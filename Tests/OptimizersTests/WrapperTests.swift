import Blox
import Foundation
import Optimizers
import Testing

/// Masks by path, parts of states, values in states, and what happens to gradients that are not finite.
@Suite struct WrapperTests {
  private let params = [
    "encoder": ["kernel": Tensor([1.0, 2.0])], "head": ["bias": Tensor([3.0]), "kernel": Tensor([4.0])],
  ]
  private var ones: [String: [String: Tensor]] { map(params) { .onesLike($0) } }

  private func numbers(_ tree: some TensorTree) throws -> [Float] {
    try tree.leaves.flatMap { try $0.scalars(Float.self) }
  }

  @Test("Masks and labels know the path of a parameter, in dictionaries, structs and Params")
  func paths() throws {
    let decay = GradientTransformation.addDecayedWeights(1, mask: { path, _ in path == ["head", "kernel"] })
    #expect(try numbers(decay.update(ones, decay.initialState(params), params).updates) == [1, 1, 1, 5])
    let frozen = GradientTransformation.selectiveTransform(.trace(0.5)) { path, _ in path.first == "encoder" }
    let state = frozen.initialState(params)
    #expect(state.leaves.map(\.shape) == [[1], [1]])
    #expect(try numbers(frozen.update(ones, state, params).updates) == [0, 0, 1, 1])

    let graph = try Graph("net")
    let rng = try Rng(graph.child("rng"))
    let linear = try Linear(graph.child("linear"), outputSize: 2, rng: rng)
    let model = linear(rng.seed(Params(), seed: 1), .ones([1, 2])).1.locked().split().0
    let biases = GradientTransformation.masked(.scale(2)) { path, _ in path == ["net", "linear", "bias"] }
    let gradients = map(model) { Tensor.onesLike($0) }
    let updates = biases.update(gradients, biases.initialState(model), model).updates
    #expect(try updates["net", "linear", "bias"].value.scalars(Float.self) == [2, 2])
    #expect(try updates["net", "linear", "kernel"].value.scalars(Float.self) == [1, 1, 1, 1])
  }

  @Test func aLabelThatNoTransformationHasSaysSo() throws {
    let optimizer = GradientTransformation.multiTransform(["a": .sgd(learningRate: 1)]) { _, _ in "b" }
    let updates = optimizer.update(ones, optimizer.initialState(params), params).updates
    #expect("\(try #require(updates.firstError))".contains("no transformation has the label 'b'"))
    let doubled = GradientTransformation.namedChain(("a", .scale(1)), ("a", .scale(2)))
    #expect(doubled.update(ones, doubled.initialState(params), params).updates.firstError != nil)
  }

  @Test func partsOfAStateHaveNames() throws {
    let optimizer = GradientTransformation.namedChain(("clip", .clip(0.5)), ("momentum", .trace(0.9)))
    let (updates, state) = optimizer.update(ones, optimizer.initialState(params), params)
    #expect(try numbers(updates) == [0.5, 0.5, 0.5, 0.5])
    #expect(state.part("momentum")?.averages.first?.count == 3)
    #expect(state.part("other") == nil)
  }

  @Test("Hyperparameters are in the state, seen and changed, also between compiled steps")
  func hyperparams() throws {
    let optimizer = GradientTransformation.chain(
      .clip(10),
      .injectHyperparams(["learningRate": 0.1, "weightDecay": .linearSchedule(1, 0, 2)]) {
        .chain(.addDecayedWeights($0["weightDecay"]), .sgd(learningRate: $0["learningRate"]))
      })
    var state = optimizer.initialState(params)
    #expect(try state.get("learningRate")?.item(Float.self) == 0.1)
    let step = jit { (state: OptimizerState) in optimizer.update(ones, state, params) }
    var updates = params
    (updates, state) = try step(state)
    #expect(try numbers(updates).map { ($0 * 10).rounded() } == [-2, -3, -4, -5])
    try state.set("learningRate", Tensor(1.0))
    (updates, state) = try step(state)
    #expect(try numbers(updates) == [-1.5, -2, -2.5, -3])
    #expect(try state.get("weightDecay")?.item(Float.self) == 0.5)
    #expect(throws: TensorError.self) { try state.set("momentum", Tensor(1.0)) }
    #expect(throws: TensorError.self) { try state.set("learningRate", Tensor([1.0, 2.0])) }
    let missing = GradientTransformation.injectHyperparams([:]) { .sgd(learningRate: $0["rate"]) }
    #expect(missing.update(ones, missing.initialState(params), params).updates.firstError != nil)
  }

  @Test("Gradients that are not finite change neither parameters nor state")
  func notFinite() throws {
    let bad = map(params) { $0 * Tensor(Double.nan) }
    let optimizer = GradientTransformation.applyIfFinite(
      .sgd(learningRate: 1, momentum: 0.5), maxConsecutiveErrors: 1)
    let first = optimizer.update(bad, optimizer.initialState(params), params)
    #expect(try numbers(first.updates) == [0, 0, 0, 0])
    #expect(try first.state.get("notfiniteCount")?.item(Int.self) == 1)
    let second = optimizer.update(ones, first.state, params)
    #expect(try numbers(second.updates) == [-1, -1, -1, -1])
    let third = optimizer.update(bad, first.state, params)
    #expect(try numbers(third.updates).allSatisfy(\.isNaN))

    let steps = GradientTransformation.multiSteps(
      .sgd(learningRate: 1), every: 2, shouldSkipUpdate: GradientTransformation.skipNotFinite())
    var (updates, state) = steps.update(ones, steps.initialState(params), params)
    (updates, state) = steps.update(bad, state, params)
    #expect(try numbers(updates) == [0, 0, 0, 0])
    (updates, state) = steps.update(map(ones) { 3 * $0 }, state, params)
    #expect(try numbers(updates) == [-2, -2, -2, -2])
    #expect(try state.get("gradientStep")?.item(Int.self) == 1)
    let large = GradientTransformation.skipLargeUpdates(maxSquaredNorm: 3)
    #expect(try large(ones.leaves, Tensor(0)).item(Bool.self))
  }

  @Test("A loss scale falls with gradients that are not finite and grows with many that are")
  func lossScale() throws {
    let optimizer = GradientTransformation.dynamicLossScale(
      .sgd(learningRate: 1), growthInterval: 2, scale: 1024)
    let half = map(params) { $0.astype(.float16) }
    func step(_ state: OptimizerState, _ factor: Double) -> ([String: [String: Tensor]], OptimizerState) {
      // 2^-20 is lost in float16, its product with the scale is not.
      let scaled = optimizer.lossScale(state) * Tensor(factor)
      return optimizer.update(map(half) { _ in scaled.astype(.float16) }, state, half)
    }
    var (updates, state) = step(optimizer.initialState(half), 0.0009765625)
    #expect(try updates.leaves.first?.astype(.float32).item(Float.self) == -0.0009765625)
    (updates, state) = step(state, 1)
    #expect(try optimizer.lossScale(state).item(Float.self) == 2048)
    (updates, state) = step(state, 1e6)
    #expect(try optimizer.lossScale(state).item(Float.self) == 1024)
    #expect(try updates.leaves.first?.astype(.float32).item(Float.self) == 0)
    #expect(optimizer.lossScale(OptimizerState()).error != nil)
  }

  @Test func conditionsOnTheStep() throws {
    let every = GradientTransformation.conditionallyMask(.scale(-1)) { remainder($0, 2) .== 0 }
    var (updates, state) = every.update(ones, every.initialState(params), params)
    #expect(try numbers(updates) == [-1, -1, -1, -1])
    (updates, state) = every.update(ones, state, params)
    #expect(try numbers(updates) == [0, 0, 0, 0])
    let other = GradientTransformation.conditionallyTransform(.scale(-1)) { remainder($0, 2) .== 1 }
    #expect(try numbers(other.update(ones, other.initialState(params), params).updates) == [1, 1, 1, 1])
    let watched = GradientTransformation.snapshot("norm") { globalNorm($0) }
    #expect(
      try watched.update(ones, watched.initialState(params), params).state.get("norm")?.item(Float.self) == 2)
  }

  @Test func gradientsOfExamplesAreClipped() throws {
    let gradients = ["a": Tensor([[3.0, 0], [0, 0.5]]), "b": Tensor([4.0, 0])]
    let (sum, count) = perExampleGlobalNormClip(gradients, 1)
    #expect(try sum["a"]?.scalars(Float.self) == [0.6, 0.5])
    #expect(try sum["b"]?.scalars(Float.self) == [0.8])
    #expect(try count.item(Int.self) == 1)
    let layers = perExampleLayerNormClip(gradients, 2)
    #expect(try Swift.abs(layers.sums["b"]?.item(Float.self) ?? 0 - 1.4142135) < 2)
    #expect(try layers.clippedCounts["a"]?.item(Int.self) == 1)
  }

  @Test func opaqueSamIsTransparentSamInOneUpdate() throws {
    func loss(_ tree: [String: [String: Tensor]]) -> Tensor {
      tree.leaves.map { square(square($0)).sum() }.reduce(Tensor(0.0), +)
    }
    let away = GradientTransformation.chain(.normalize(), .sgd(learningRate: 0.1))
    let opaque = GradientTransformation.sam(.sgd(learningRate: 0.01), away, opaqueMode: true)
    let open = GradientTransformation.sam(.sgd(learningRate: 0.01), away)
    let gradients = grad(loss)(params)
    let once = opaque.update(
      gradients, opaque.initialState(params), params, value: loss(params), valueFn: loss)
    var (state, moved) = (open.initialState(params), params)
    for _ in 0..<2 {
      let result = open.update(grad(loss)(moved), state, moved)
      (moved, state) = (applyUpdates(moved, result.updates), result.state)
    }
    let expected = try numbers(applyUpdates(params, once.updates))
    #expect(zip(try numbers(moved), expected).allSatisfy { Swift.abs($0 - $1) < 1e-5 })
    #expect(opaque.update(gradients, opaque.initialState(params), params).updates.firstError != nil)
  }

  @Test func whatTheUpdateWasNotGivenIsSaid() throws {
    for optimizer in [GradientTransformation.polyakSgd(), .reduceOnPlateau(), .momo()] {
      let error = optimizer.update(ones, optimizer.initialState(params), params).updates.firstError
      #expect("\(try #require(error))".contains("the update was not given value:"))
    }
    let search = GradientTransformation.lbfgs()
    let error = search.update(ones, search.initialState(params), params, value: Tensor(1.0)).updates
      .firstError
    #expect("\(try #require(error))".contains("valueFn:"))
    for wrong: GradientTransformation in [
      .reduceOnPlateau(factor: 2), .lookahead(.identity(), syncPeriod: 0, slowStepSize: 1),
      .scaleByLbfgs(memorySize: 0),
      .scaleByMuon(nsCoeffs: [[1]]),
    ] { #expect(wrong.update(ones, wrong.initialState(params), params).updates.firstError != nil) }
  }

  @Test func scheduleFreeHasParametersForUse() throws {
    let optimizer = GradientTransformation.scheduleFreeSgd(learningRate: 0.5)
    let (updates, state) = optimizer.update(ones, optimizer.initialState(params), params)
    let average = scheduleFreeEvalParams(state, applyUpdates(params, updates))
    #expect(zip(try numbers(average), [0.5, 1.5, 2.5, 3.5]).allSatisfy { Swift.abs($0 - $1) < 1e-5 })
    #expect(scheduleFreeEvalParams(OptimizerState(), params).firstError != nil)
  }
}
