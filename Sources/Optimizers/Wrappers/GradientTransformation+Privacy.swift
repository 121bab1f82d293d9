public import Tensors

extension GradientTransformation {
  /// The mean of the gradients of examples, each clipped to a norm, with noise
  /// (`optax.contrib.differentially_private_aggregate`; Abadi et al., 2016).
  ///
  /// Gradients have examples along their first axis, as `vmap(grad(loss))` gives them; updates are without it.
  ///
  /// - Parameters:
  ///   - l2NormClip: the greatest norm of one example's gradients.
  ///   - noiseMultiplier: the noise's standard deviation over that norm.
  ///   - key: where the noise comes from.
  public static func differentiallyPrivateAggregate(
    l2NormClip: Double, noiseMultiplier: Double, key: Tensor
  ) -> GradientTransformation {
    GradientTransformation(initial: { _ in
      OptimizerState(values: ["key": key .| Tensor.zerosLike(key)])
    }) { gradients, state, _ in
      let (sums, _) = perExampleGlobalNormClip(gradients, l2NormClip)
      let count = Tensor(Double(Swift.max(gradients.first?.shape[0] ?? 1, 1)))
      let keys = Random.split(state.value("key"), gradients.count +| 1)
      let updates = sums.enumerated().map { index, sum in
        let noise = Random.normal(keys[index + 1], sum.shape, dtype: sum.dtype)
        return (sum + Tensor(l2NormClip * noiseMultiplier) * noise) / count
      }
      return (updates, OptimizerState(values: ["key": keys[0]]))
    }
  }

  /// Differentially private descent (`optax.contrib.dpsgd`; Abadi et al., 2016). The arguments are those of
  /// `differentiallyPrivateAggregate` and `sgd`.
  public static func dpsgd(
    learningRate: Schedule, l2NormClip: Double, noiseMultiplier: Double, key: Tensor, momentum: Double? = nil,
    nesterov: Bool = false
  ) -> GradientTransformation {
    .chain(
      .differentiallyPrivateAggregate(l2NormClip: l2NormClip, noiseMultiplier: noiseMultiplier, key: key),
      .sgd(learningRate: learningRate, momentum: momentum, nesterov: nesterov))
  }
}
