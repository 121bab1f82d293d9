public import Tensors

extension GradientTransformation {
  /// How `scaleByMuon` makes singular values small enough before it makes them equal.
  public enum MuonPreconditioning: Sendable {
    case frobenius, spectral, aol, schatten
  }

  /// Averaged gradients of matrices with all their singular values near 1, by iterations of Newton and Schulz
  /// (`optax.contrib.scale_by_muon`; Jordan et al., 2024). Parameters of more than two axes are matrices of the first
  /// axis and all others together.
  ///
  /// - Parameters:
  ///   - coefficients: the coefficients of the iterations' polynomial, or of each iteration.
  ///   - steps: how many iterations there are.
  ///   - beta: how much of the average stays at each update.
  ///   - epsilon: what is added to norms.
  ///   - muDtype: the dtype that the average is kept in; the gradients', but at least float32, if left out.
  ///   - nesterov: whether the average looks one update ahead.
  ///   - adaptive: whether updates are scaled by how much they agree with the average.
  ///   - preconditioning: what is done before the iterations.
  public static func scaleByMuon(
    nsCoeffs coefficients: [[Double]] = [[3.4445, -4.775, 2.0315]], nsSteps steps: Int = 5,
    beta: Double = 0.95,
    eps epsilon: Double = 1e-8, muDtype: DType? = nil, nesterov: Bool = true, adaptive: Bool = false,
    preconditioning: MuonPreconditioning = .frobenius
  ) -> GradientTransformation {
    guard (0...1000).contains(steps), !coefficients.isEmpty, coefficients.allSatisfy({ $0.count == 3 }) else {
      return invalid(
        "scaleByMuon", "\(steps) steps with the coefficients \(coefficients)",
        expected: "up to 1000 steps, with three coefficients, or three for each")
    }
    let chosen =
      coefficients.count == 1
      ? Array(repeating: coefficients[0], count: steps) : Array(coefficients.suffix(steps))
    return GradientTransformation(initial: { params in
      OptimizerState(count: Tensor(Int32(0)), averages: [zeros(params, dtype: muDtype)])
    }) { gradients, state, _ in
      let count = state.count + 1
      let first = average(gradients, state.average(0, gradients), beta)
      let means = firstMoments(first, gradients, beta, count, nesterov: nesterov)
      let updates = means.map { mean in
        let update = orthogonalized(mean, chosen, epsilon, preconditioning)
        return adaptive ? innerProduct([mean], [update]) * update : update
      }
      return (
        rounded(updates, to: gradients), OptimizerState(count: count, averages: [stored(first, muDtype)])
      )
    }
  }

  /// A matrix with the same singular vectors and singular values near 1.
  private static func orthogonalized(
    _ tensor: Tensor, _ coefficients: [[Double]], _ epsilon: Double, _ preconditioning: MuonPreconditioning
  ) -> Tensor {
    guard tensor.ndim >= 2 else {
      return Tensor(
        failure: TensorError(
          operation: "scaleByMuon", problem: "a parameter has the shape \(tensor.shape)",
          expected: "matrices; muon(…) gives the others to Adam", module: nil))
    }
    let matrix = tensor.reshape([tensor.shape[0], tensor.shape.dimensions.dropFirst().reduce(1, *|)])
    let isTall = matrix.shape[0] > matrix.shape[1]
    var x = isTall ? matrix.transpose() : matrix
    switch preconditioning {
    case .frobenius: x = x / (x.squaredSize.sum().rootOfSquares + Tensor(epsilon))
    case .spectral: x = x / (Linalg.svdvals(x).max() + Tensor(epsilon))
    case .aol, .schatten: break
    }
    for (index, step) in coefficients.enumerated() {
      var gram = matmul(x, x.conj().transpose())
      if index == 0 { (x, gram) = rescaled(x, gram, preconditioning) }
      let polynomial = Tensor(step[1]) * gram + matmul(Tensor(step[2]) * gram, gram)
      x = Tensor(step[0]) * x + matmul(polynomial, x)
    }
    return (isTall ? x.transpose() : x).reshape(tensor.shape)
  }

  private static func rescaled(
    _ x: Tensor, _ gram: Tensor, _ preconditioning: MuonPreconditioning
  ) -> (Tensor, Tensor) {
    switch preconditioning {
    case .frobenius, .spectral: return (x, gram)
    case .aol:
      let scale = expandDims(rsqrt(maximum(abs(gram).sum(axis: -1), 1e-8)), axis: -1)
      return (x * scale, gram * scale * scale.transpose())
    case .schatten:
      let scale = rsqrt(maximum(gram.squaredSize.sum().rootOfSquares, 1e-8))
      return (x * scale, gram * square(scale))
    }
  }

  /// Muon for matrices and AdamW for the other parameters (`optax.contrib.muon`; Jordan et al., 2024).
  ///
  /// - Parameters:
  ///   - learningRate: the factor of matrices' updates.
  ///   - coefficients: the coefficients of the iterations' polynomial, or of each iteration.
  ///   - steps: how many iterations there are.
  ///   - beta: how much of the average of gradients stays at each update.
  ///   - epsilon: what is added to norms, and to Adam's root.
  ///   - weightDecay: the share of matrices that is subtracted.
  ///   - weightDecayMask: which matrices decay; all if left out.
  ///   - muDtype: the dtype that averages of gradients are kept in; theirs, but at least float32, if left out.
  ///   - nesterov: whether the averages look one update ahead.
  ///   - adaptive: whether updates are scaled by how much they agree with the average.
  ///   - preconditioning: what is done before the iterations.
  ///   - adamB1: how much of Adam's average of gradients stays.
  ///   - adamB2: how much of Adam's average of squares stays.
  ///   - adamEpsRoot: what is added inside of Adam's root.
  ///   - adamWeightDecay: the share of other parameters that is subtracted.
  ///   - adamLearningRate: the factor of other parameters' updates; `learningRate` if left out.
  ///   - isMatrix: which parameters are Muon's, by path and tensor; those of two axes if left out.
  ///   - consistentRms: the root mean square of updates, if given; by the matrix's shape otherwise.
  public static func muon(
    learningRate: Schedule, nsCoeffs coefficients: [[Double]] = [[3.4445, -4.775, 2.0315]],
    nsSteps steps: Int = 5, beta: Double = 0.95, eps epsilon: Double = 1e-8, weightDecay: Schedule = 0,
    weightDecayMask: Mask? = nil, muDtype: DType? = nil, nesterov: Bool = true, adaptive: Bool = false,
    preconditioning: MuonPreconditioning = .frobenius, adamB1: Double = 0.9, adamB2: Double = 0.999,
    adamEpsRoot: Double = 0, adamWeightDecay: Schedule = 0, adamLearningRate: Schedule? = nil,
    muonMask isMatrix: @escaping Mask = { $1.ndim == 2 }, consistentRms: Double? = nil
  ) -> GradientTransformation {
    let matrices = chain(
      .scaleByMuon(
        nsCoeffs: coefficients, nsSteps: steps, beta: beta, eps: epsilon, muDtype: muDtype,
        nesterov: nesterov,
        adaptive: adaptive, preconditioning: preconditioning),
      .scaleByShape(consistentRms: consistentRms), .addDecayedWeights(weightDecay, mask: weightDecayMask),
      .scaleByLearningRate(learningRate))
    let others = adamw(
      learningRate: adamLearningRate ?? learningRate, b1: adamB1, b2: adamB2, eps: epsilon,
      epsRoot: adamEpsRoot, muDtype: muDtype, weightDecay: adamWeightDecay, mask: nil, nesterov: nesterov)
    return partition(["muon": matrices, "adam": others]) { isMatrix($0, $1) ? "muon" : "adam" }
  }

  /// Updates of matrices times the root of the quotient of their extents, at least 1; or such that their root mean square
  /// is `consistentRms` (`optax.contrib.scale_by_shape`).
  public static func scaleByShape(consistentRms: Double? = nil) -> GradientTransformation {
    GradientTransformation { update, _ in
      let fanIn = Double(update.shape[0])
      let fanOut = Double(update.shape.dimensions.dropFirst().reduce(1, *|))
      let factor =
        consistentRms.map { Swift.max(fanIn, fanOut).squareRoot() * $0 }
        ?? Swift.max(1, fanOut / fanIn).squareRoot()
      return Tensor(factor) * update
    }
  }
}
