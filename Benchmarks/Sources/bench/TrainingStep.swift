import Blox

/// The README's training step, split, gradient, update, merge, which hands the loss back too.
func trainingStep(
  _ model: any Layer, _ loss: @escaping (Tensor, Tensor) -> Tensor
) -> (Params, Tensor, Tensor) throws -> (Tensor, Params) {
  { params, inputs, targets in
    let (trainable, nonTrainable) = params.split()
    let ((loss, newNonTrainable), gradients) = try valueAndGrad { (t: Params) in
      let (outputs, newParams) = try model(t.merge(nonTrainable), inputs)
      return (loss(outputs, targets), newParams.split().1)
    }(trainable)
    return (loss, try map(trainable, gradients) { w, g in w - 0.01 * g }.merge(newNonTrainable))
  }
}
