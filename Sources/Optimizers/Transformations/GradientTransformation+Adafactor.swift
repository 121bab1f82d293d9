public import Tensors

extension GradientTransformation {
  /// Gradients divided by the root of their averaged squares, of which matrices keep one for each row and each column
  /// (`optax.scale_by_factored_rms`; Shazeer and Stern, 2018).
  ///
  /// - Parameters:
  ///   - factored: whether matrices keep rows and columns alone.
  ///   - decayRate: the exponent of the average's length: `1 - (count + 1 - offset)^-decayRate` of it stays.
  ///   - offset: from which update on it counts.
  ///   - least: the two longest axes are factored where both have at least this extent.
  ///   - epsilon: what is added to squares.
  public static func scaleByFactoredRms(
    factored: Bool = true, decayRate: Double = 0.8, stepOffset offset: Int = 0,
    minDimSizeToFactor least: Int = 128, epsilon: Double = 1e-30
  ) -> GradientTransformation {
    @Sendable func axes(_ param: Tensor) -> (Int, Int)? { factored ? factoredAxes(param.shape, least) : nil }
    return GradientTransformation(initial: { params in
      let none = Tensor.zeros([1])
      let rows = params.map { param in axes(param).map { averaged(param, over: $0.1) } ?? 1 * none }
      let columns = params.map { param in axes(param).map { averaged(param, over: $0.0) } ?? 1 * none }
      let whole = params.map { axes($0) == nil ? zeros([$0], ofSquares: true)[0] : 1 * none }
      return OptimizerState(count: Tensor(Int32(0)), averages: [rows, columns, whole])
    }) { gradients, state, _ in
      let time = (state.count - Tensor(offset) + 1).astype(.float32)
      let decay = 1 - power(time, Tensor(-decayRate))
      let averages = (0..<3).map { state.average($0, gradients) }
      var updates: [Tensor] = []
      var next: [[Tensor]] = [[], [], []]
      for (index, gradient) in gradients.enumerated() {
        let wide = gradient.accumulating
        let square = wide.squaredSize + Tensor(epsilon)
        if let (first, second) = axes(gradient) {
          let row = mixed(averages[0][index], square.mean(axis: second), decay)
          let column = mixed(averages[1][index], square.mean(axis: first), decay)
          let mean = row.mean(axis: first > second ? first - 1 : first, keepdims: true)
          let factors = expandDims(rsqrt(row / mean), axis: second) * expandDims(rsqrt(column), axis: first)
          updates.append(wide * factors)
          for (slot, value) in [row, column, averages[2][index]].enumerated() { next[slot].append(value) }
        } else {
          let whole = mixed(averages[2][index], square, decay)
          updates.append(wide * rsqrt(whole))
          for (slot, value) in [averages[0][index], averages[1][index], whole].enumerated() {
            next[slot].append(value)
          }
        }
      }
      return (rounded(updates, to: gradients), OptimizerState(count: state.count + 1, averages: next))
    }
  }

  private static func mixed(_ old: Tensor, _ new: Tensor, _ decay: Tensor) -> Tensor {
    decay * old + (1 - decay) * new
  }

  /// Zeros of a parameter's shape without an axis.
  private static func averaged(_ param: Tensor, over axis: Int) -> Tensor {
    var shape = param.shape.dimensions
    shape.remove(at: axis)
    return .zeros(Shape(shape), dtype: param.dtype.accumulation.realPart)
  }

  /// The two longest axes, the longest last, where both are long enough.
  private static func factoredAxes(_ shape: Shape, _ least: Int) -> (Int, Int)? {
    let order = shape.dimensions.indices.sorted {
      (shape.dimensions[$0], $0) < (shape.dimensions[$1], $1)
    }
    guard let last = order.last, let other = order.dropLast().last, shape.dimensions[other] >= least else {
      return nil
    }
    return (other, last)
  }

  /// Adafactor (`optax.adafactor`; Shazeer and Stern, 2018).
  ///
  /// - Parameters:
  ///   - learningRate: the factor of updates; none if left out.
  ///   - minDimSizeToFactor: matrices with both axes this long keep averages of rows and columns alone.
  ///   - decayRate: the exponent of the average's length.
  ///   - decayOffset: from which update on it counts.
  ///   - multiplyByParameterScale: whether updates are in units of their parameter's root mean square.
  ///   - clippingThreshold: the greatest root mean square of an update; none if nil.
  ///   - momentum: the decay of an average of updates, if given.
  ///   - dtypeMomentum: the dtype of that average.
  ///   - weightDecayRate: the share of parameters that is subtracted, if given.
  ///   - epsilon: what is added to squares.
  ///   - factored: whether matrices keep averages of rows and columns alone.
  ///   - weightDecayMask: which parameters decay; all if left out.
  public static func adafactor(
    learningRate: Schedule? = nil, minDimSizeToFactor: Int = 128, decayRate: Double = 0.8,
    decayOffset: Int = 0, multiplyByParameterScale: Bool = true, clippingThreshold: Double? = 1,
    momentum: Double? = nil, dtypeMomentum: DType = .float32, weightDecayRate: Schedule? = nil,
    eps epsilon: Double = 1e-30, factored: Bool = true, weightDecayMask: Mask? = nil
  ) -> GradientTransformation {
    var steps: [GradientTransformation] = [
      .scaleByFactoredRms(
        factored: factored, decayRate: decayRate, stepOffset: decayOffset,
        minDimSizeToFactor: minDimSizeToFactor, epsilon: epsilon)
    ]
    if let clippingThreshold { steps.append(.clipByBlockRms(clippingThreshold)) }
    if let learningRate { steps.append(.scaleByLearningRate(learningRate, flipSign: false)) }
    if multiplyByParameterScale { steps.append(.scaleByParamBlockRms()) }
    if let momentum { steps.append(.ema(momentum, debias: false, accumulatorDtype: dtypeMomentum)) }
    if let weightDecayRate { steps.append(.addDecayedWeights(weightDecayRate, mask: weightDecayMask)) }
    return chain(steps + [.scale(-1)])
  }

  /// Gradients divided by the root of sums of squares, of which a tensor keeps one for each index of each axis
  /// (`optax.scale_by_sm3`; Anil et al., 2019). Not for complex numbers.
  ///
  /// - Parameters:
  ///   - b1: how much of the average of updates stays.
  ///   - b2: how much of the sums stays.
  ///   - epsilon: what is added to sums.
  public static func scaleBySm3(
    b1: Double = 0.9, b2: Double = 1, eps epsilon: Double = 1e-8
  ) -> GradientTransformation {
    let share = b2 == 1 ? 1 : 1 - b2
    return GradientTransformation(initial: { params in
      let sums = params.map { param in
        param.shape.dimensions.map { Tensor.zeros([$0], dtype: param.dtype.accumulation) }
      }
      // The sums of each parameter are a list of their own, which has a tensor for each axis.
      return OptimizerState(averages: [zeros(params)], parts: sums.map { OptimizerState(averages: [$0]) })
    }) { gradients, state, _ in
      guard state.parts.count == gradients.count else { return rejected(gradients, state) }
      var (steps, parts): ([Tensor], [OptimizerState]) = ([], [])
      for (gradient, part) in zip(gradients, state.parts) {
        let wide = gradient.accumulating
        guard part.averages.first?.count == wide.ndim else { return rejected(gradients, state) }
        let sums = part.averages[0].enumerated().map { axis, sum in
          expandDims(sum, axis: (0..<wide.ndim).filter { $0 != axis })
        }
        let least = sums.dropFirst().reduce(sums.first ?? Tensor(Float(0)), minimum)
        let total = Tensor(share) * square(wide) + Tensor(b2) * least
        steps.append(wide * select(total .> 0, rsqrt(total + Tensor(epsilon)), 0))
        let next = (0..<wide.ndim).map { axis in
          wide.ndim < 2 ? total : total.max(axis: (0..<wide.ndim).filter { $0 != axis })
        }
        parts.append(OptimizerState(averages: [next]))
      }
      let updates = average(steps, state.average(0, gradients), b1)
      return (rounded(updates, to: gradients), OptimizerState(averages: [updates], parts: parts))
    }
  }

  /// SM3 (`optax.sm3`; Anil et al., 2019).
  public static func sm3(learningRate: Schedule, momentum: Double = 0.9) -> GradientTransformation {
    .chain(.scaleBySm3(b1: momentum), .scaleByLearningRate(learningRate))
  }
}
