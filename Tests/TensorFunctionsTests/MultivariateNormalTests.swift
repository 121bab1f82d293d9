import Tensors
import Testing

@testable import TensorFunctions

/// Values of jax.random.multivariate_normal, JAX 0.10.2.
@Suite struct MultivariateNormalTests {
  let key = Random.key(3)
  let mean = Tensor([1.0, -2.0])
  let covariance = Tensor([[2.0, 0.5], [0.5, 1.0]])

  private func areClose(_ a: Tensor, _ b: Tensor) throws -> Bool {
    a.shape == b.shape ? try allclose(a, b, rtol: 1e-5, atol: 1e-6).item(Bool.self) : false
  }

  @Test("The vectors are JAX's")
  func values() throws {
    let two = Tensor([[-1.0453162, -1.0713699], [1.5409455, -0.021340847]])
    #expect(try areClose(Random.multivariateNormal(key, mean, covariance, [2]), two))
    #expect(try areClose(Random.multivariateNormal(key, mean, covariance), two[0]))
    let means = stack([mean, mean * 2])
    #expect(
      try areClose(
        Random.multivariateNormal(key, means, covariance),
        Tensor([[-1.0453162, -1.0713699], [2.5409455, -2.0213408]])))
    let matrices = stack([covariance, covariance * 4])
    let many = Random.multivariateNormal(key, mean, matrices, [3, 2])
    #expect(many.shape == [3, 2, 2])
    #expect(try areClose(many[0], Tensor([[-1.0453162, -1.0713699], [2.081891, 1.9573183]])))
    #expect(try areClose(many[2, 0], Tensor([-0.13597214, -3.3466954])))
  }

  @Test("It goes through transformations")
  func transformations() throws {
    let draw = { (key: Tensor) in Random.multivariateNormal(key, mean, covariance) }
    let keys = Random.split(key, 4)
    #expect(try areClose(vmap(draw)(keys)[2], draw(keys[2])))
    let gradient = grad { (mean: Tensor) in
      Random.multivariateNormal(key, mean, covariance).sum()
    }(mean)
    #expect(try gradient.scalars(Float.self) == [1, 1])
  }

  @Test("Shapes that do not go together are errors")
  func errors() throws {
    let other = Random.multivariateNormal(key, .ones([3]), covariance)
    #expect(try #require(other.error).description.contains("the same n"))
    let shape = Random.multivariateNormal(key, .ones([2, 2]), covariance, [3])
    #expect(try #require(shape.error).description.contains("do not broadcast to [3]"))
    #expect(Random.multivariateNormal(key, 1.0, covariance).error != nil)
  }
}
