import Tensors

/// What Momo knows of the loss: averages, and how far a step may go by them.
struct MomoBounds {
  let loss: Tensor
  let gamma: Tensor
  /// The inner product of averaged gradients and parameters.
  let product: Tensor
  /// The squared norm of averaged gradients.
  let norm: Tensor
  let rate: Tensor
  let bias: Tensor
  let weightDecay: Double
  let least: Tensor

  static func initial(_ lowerBound: Double) -> [String: Tensor] {
    ["barf": Tensor(Float(0)), "gamma": Tensor(Float(0)), "lb": Tensor(Float(lowerBound))]
  }

  private var growth: Tensor { 1 + rate * Tensor(weightDecay) }

  /// The factor of parameters by which they decay.
  var decay: Tensor { -(rate * Tensor(weightDecay)) / growth }

  /// The lower bound of the loss, brought down where the averages say that it is too high.
  func current(_ bound: Tensor, adapts: Bool) -> Tensor {
    guard adapts else { return bound }
    let cap = growth * (loss - gamma) + product
    let lowered = maximum(cap / (2 * bias * growth), least)
    return select(cap .< growth * bias * bound, lowered, bound).astype(.float32)
  }

  /// How far a step along the averaged gradients goes.
  func step(_ bound: Tensor) -> Tensor {
    let isFlat = norm .<= Tensor(Double(Float.ulpOfOne))
    let gap = maximum(growth * (loss - bias * bound - gamma) + product, 0)
    return minimum(rate / bias, select(isFlat, 0, gap / select(isFlat, 1, norm)))
  }

  /// The lower bound for the next update.
  func next(_ step: Tensor) -> Tensor {
    maximum((loss + product - gamma - 0.5 * step * norm) / bias, least).astype(.float32)
  }
}
