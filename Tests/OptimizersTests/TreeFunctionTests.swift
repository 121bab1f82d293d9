import Optimizers
import Tensors
import Testing

@Suite struct TreeFunctionTests {
  @Test func averagesOfOnesOwn() throws {
    let gradients = ["a": Tensor([3.0, 0.0])]
    let moments = updateMoment(gradients, ["a": Tensor([1.0, 1.0])], 0.5, 2)
    #expect(try moments["a"]?.scalars(Float.self) == [5, 0.5])
    let corrected = try biasCorrection(moments, 0.5, Tensor(Int32(1)))["a"]?.scalars(Float.self)
    #expect(corrected == [10, 1])
  }

  @Test func targetsAreUpdatedNowAndThen() throws {
    let (new, old) = (["a": Tensor(1.0)], ["a": Tensor(2.0)])
    #expect(try periodicUpdate(new, old, Tensor(4), updatePeriod: 2)["a"]?.item(Float.self) == 1)
    #expect(try periodicUpdate(new, old, Tensor(5), updatePeriod: 2)["a"]?.item(Float.self) == 2)
    #expect(periodicUpdate(new, old, Tensor(5), updatePeriod: 0).firstError != nil)
  }

  @Test func normsHaveDerivativesAtZero() throws {
    #expect(try safeNorm(Tensor([3.0, 4.0]), 1).item(Float.self) == 5)
    #expect(try grad { safeNorm($0, 1e-3) }(Tensor([0.0, 0.0])).scalars(Float.self) == [0, 0])
    #expect(try safeRootMeanSquares(Tensor([3.0, 3.0]), 1).item(Float.self) == 3)
    // 300² is beyond float16.
    #expect(try safeNorm(Tensor([300.0, 400.0]).astype(.float16), 1).item(Float.self) == 500)
  }

  @Test func privateGradientsAreMeansOfClippedOnes() throws {
    let optimizer = GradientTransformation.dpsgd(
      learningRate: 1, l2NormClip: 1, noiseMultiplier: 0, key: Random.key(1))
    let params = ["a": Tensor([0.0, 0.0])]
    let gradients = ["a": Tensor([[3.0, 4.0], [0.5, 0.0]])]
    let (updates, state) = optimizer.update(gradients, optimizer.initialState(params), params)
    let values = try #require(try updates["a"]?.scalars(Float.self))
    #expect(zip(values, [-0.55, -0.4]).allSatisfy { Swift.abs($0 - $1) < 1e-6 })
    let noisy = GradientTransformation.differentiallyPrivateAggregate(
      l2NormClip: 1, noiseMultiplier: 1, key: Random.key(1))
    let first = noisy.update(gradients, noisy.initialState(params), params)
    let second = noisy.update(gradients, first.state, params)
    #expect(try first.updates["a"]?.scalars(Float.self) != second.updates["a"]?.scalars(Float.self))
    #expect(state.get("key") != nil)
  }
}
