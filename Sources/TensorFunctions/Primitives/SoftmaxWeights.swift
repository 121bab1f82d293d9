import TensorCore
import TensorPrimitives
import TensorTransformations

/// Exponentials divided by their sum along axes, with the derivative that needs the result alone:
/// y · (ẋ - Σ y ẋ), as `jax.nn.softmax` has.
struct SoftmaxWeights: Composite {
  let name = "softmax"
  let axes: [Int]
  var parameters: String { "axes: \(axes)" }

  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try Domain.floating.check(operands)
    try ShapeRule.checkAxes(axes, rank: operands[0].ndim)
    return operands
  }

  func evaluate(_ operands: [Tensor]) -> [Tensor] {
    let x = operands[0]
    let unnormalized = exp(x - stopGradient(x.max(axis: axes, keepdims: true, initial: -.infinity)))
    return [unnormalized / unnormalized.sum(axis: axes, keepdims: true)]
  }

  func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let y: Tensor = bind(self, primals[0])
    return ([y], [tangents[0].map { y * ($0 - (y * $0).sum(axis: axes, keepdims: true)) }])
  }

  func batch(
    _ operands: [Tensor], _ batchAxes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    let batched = SoftmaxWeights(axes: axes.map { $0 + 1 })
    return (bind(batched, [operands[0].batchedFirst(batchAxes[0], context)]), [0])
  }
}
