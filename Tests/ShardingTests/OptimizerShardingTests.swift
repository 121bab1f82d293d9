import Blox
import Optimizers
import Testing

@testable import scaling

extension ShardingTests {
  /// An optimizer's state beside the parameters that it belongs to.
  struct OptimizerShardingTests {
    static let optimizer = GradientTransformation.chain(
      .clipByGlobalNorm(1), .adamw(learningRate: 1e-2), .trace(0.9))

    static let single = Result { try losses(nil, steps: 4).0 }

    /// Steps of the transformer with Adam, whatever the strategy; on one device if nil.
    static func losses(_ strategy: Strategy?, steps: Int) throws -> ([Float], Params, OptimizerState) {
      let training = try Training(strategy)
      var params = try training.initialize(training.inputs)
      let shardings = training.shardings
      let stateSharding = try shardings.map { try optimizer.stateSharding(params.split().0, $0) }
      let initialState = jit(outShardings: stateSharding.map { [$0] }) { (params: Params) in
        optimizer.initialState(params.split().0)
      }
      var state = try initialState(params)
      let whole = shardings.map { NamedSharding($0.mesh, []) }
      let step = jit(
        donating: [0, 1],
        inShardings: shardings.map { [$0, stateSharding] },
        outShardings: shardings.map { [whole, $0, stateSharding] }
      ) { (params: Params, state: OptimizerState) in
        let (trainable, rest) = params.split()
        let (loss, gradients) = try valueAndGrad { (t: Params) in
          let logits = try training.model(t.merge(rest), training.inputs).0
          return softmaxCrossEntropyWithIntegerLabels(logits, training.targets).mean()
        }(trainable)
        let (updates, state) = optimizer.update(gradients, state, trainable)
        return (loss, try applyUpdates(trainable, updates).merge(rest), state)
      }
      let losses = try (0..<steps).map { _ in
        let loss: Tensor
        (loss, params, state) = try step(params, state)
        return try loss.item(Float.self)
      }
      return (losses, params, state)
    }

    @Test(arguments: [Strategy.tensorParallel, .fullySharded])
    func momentsLieBesideTheirParameters(strategy: Strategy) throws {
      let expected = try Self.single.get()
      let (found, params, state) = try Self.losses(strategy, steps: 4)
      for (loss, wanted) in zip(found, expected) { #expect(Swift.abs(loss - wanted) < 1e-4) }
      #expect(found[3] < found[0])
      // Adam's count, its two moments, the learning rate's count and the momentum.
      let trainable = params.split().0.leaves
      let leaves = state.leaves
      #expect(leaves.count == 2 + 3 * trainable.count)
      let moments = leaves.filter { $0.dtype == .float32 }
      for (index, moment) in moments.enumerated() {
        let param = trainable[index % trainable.count]
        #expect(moment.shape == param.shape && moment.sharding == param.sharding)
        let local = try #require(param.sharding).shardShape(param.shape)
        for shard in try moment.addressableShards { #expect(shard.data.shape == local) }
      }
      #expect(trainable.contains { $0.sharding?.isFullyReplicated == false })
      for count in leaves where count.dtype == .int32 { #expect(count.sharding?.isFullyReplicated == true) }
    }

    @Test func aForeignStateIsAnError() throws {
      let params = ["w": waves([4]), "b": waves([2])]
      let adam = GradientTransformation.adam(learningRate: 0.1)
      func text(_ state: OptimizerState) -> String {
        problem { try adam.update(params, state, params).updates.checked() }
      }
      #expect(text(adam.initialState(params)) == "no error")
      let foreign = "the state is not one of this transformation for these parameters"
      #expect(text(GradientTransformation.sgd(learningRate: 0.1).initialState(params)) == foreign)
      #expect(text(adam.initialState(["w": waves([4])])) == foreign)
      let mesh = try Mesh(["x": 2])
      let sharding = try adam.stateSharding(params, NamedSharding(mesh, []))
      #expect(
        problem { _ = try sharding.leafShardings(of: adam.initialState(["w": waves([4])])) }.hasPrefix(
          "the shardings of an optimizer's state of 6 tensors were given for a OptimizerState of 4"))
    }
  }
}
