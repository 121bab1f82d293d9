import Tensors

extension GradientTransformation {
  /// Gradients times an approximation of the inverse Hessian, by the last changes of parameters and gradients
  /// (`optax.scale_by_lbfgs`; Liu and Nocedal, 1989).
  ///
  /// - Parameters:
  ///   - memorySize: how many changes are remembered.
  ///   - scaleInitPrecond: whether the approximation begins with the curvature of the last change, and not with 1.
  public static func scaleByLbfgs(memorySize: Int = 10, scaleInitPrecond: Bool = true)
    -> GradientTransformation
  {
    guard (1...1000).contains(memorySize) else {
      return invalid("scaleByLbfgs", "a memory of \(memorySize)", expected: "a number from 1 to 1000")
    }
    return GradientTransformation(initial: { params in
      @Sendable func memory() -> [Tensor] {
        params.map { .zeros([memorySize] + $0.shape, dtype: $0.dtype.accumulation) }
      }
      return OptimizerState(
        count: Tensor(Int32(0)), averages: [zeros(params), zeros(params), memory(), memory()],
        values: ["weights": .zeros([memorySize])])
    }) { gradients, state, params in
      let isLater = state.count .> 0
      let (now, slopes) = (params.map(\.accumulating), gradients.map(\.accumulating))
      let moves = zip(now, state.average(0, gradients)).map { select(isLater, $0 - $1, 0) }
      let turns = zip(slopes, state.average(1, gradients)).map { select(isLater, $0 - $1, 0) }
      let product = innerProduct(turns, moves)
      let weight = select(product .== 0, 0, 1 / select(product .== 0, 1, product))
      // The oldest change comes first.
      let moveMemory = zip(state.average(2, gradients), moves).map(pushed)
      let turnMemory = zip(state.average(3, gradients), turns).map(pushed)
      let weights = pushed(state.value("weights"), weight.astype(.float32))
      var scale = Tensor(Float(1))
      if scaleInitPrecond {
        let size = squaredNorm(turns)
        let curvature = select(size .> 0, product / select(size .> 0, size, 1), 1)
        scale = select(isLater, curvature, minimum(1, 1 / globalNorm(slopes)))
      }
      let updates = preconditioned(slopes, moveMemory, turnMemory, weights, scale)
      let next = OptimizerState(
        count: state.count + 1,
        averages: [copies(params), slopes, moveMemory, turnMemory], values: ["weights": weights])
      return (rounded(updates, to: gradients), next)
    }
  }

  private static func pushed(_ memory: Tensor, _ new: Tensor) -> Tensor {
    concatenate([memory[1...], expandDims(new, axis: 0)])
  }

  /// The two loops of L-BFGS (Nocedal and Wright, algorithm 7.4).
  private static func preconditioned(
    _ gradients: [Tensor], _ moves: [Tensor], _ turns: [Tensor], _ weights: Tensor, _ scale: Tensor
  ) -> [Tensor] {
    let indices = 0..<weights.shape[0]
    var direction = gradients
    var shares: [Tensor] = []
    for index in indices.reversed() {
      let share = weights[index] * innerProduct(moves.map { $0[index] }, direction)
      direction = zip(direction, turns).map { $0 - share * $1[index] }
      shares.append(share)
    }
    direction = direction.map { scale * $0 }
    for (index, share) in zip(indices, shares.reversed()) {
      let back = weights[index] * innerProduct(turns.map { $0[index] }, direction)
      direction = zip(direction, moves).map { $0 + (share - back) * $1[index] }
    }
    return direction
  }

  /// L-BFGS with a line search (`optax.lbfgs`; Liu and Nocedal, 1989). `update` needs `value:` and `valueFn:`, for loss
  /// and gradients of all data.
  ///
  ///     (updates, state) = optimizer.update(gradients, state, params, value: loss, valueFn: lossFunction)
  ///
  /// - Parameters:
  ///   - learningRate: a factor of directions; 1 if left out.
  ///   - memorySize: how many changes are remembered.
  ///   - scaleInitPrecond: whether the approximation begins with the curvature of the last change.
  ///   - linesearch: finds how far to go; `.identity()` for the whole direction.
  public static func lbfgs(
    learningRate: Schedule? = nil, memorySize: Int = 10, scaleInitPrecond: Bool = true,
    linesearch: GradientTransformation = .scaleByZoomLinesearch(
      maxLinesearchSteps: 20, initialGuessStrategy: .one)
  ) -> GradientTransformation {
    .chain(
      .scaleByLbfgs(memorySize: memorySize, scaleInitPrecond: scaleInitPrecond),
      learningRate.map { .scaleByLearningRate($0) } ?? .scale(-1), linesearch)
  }
}
