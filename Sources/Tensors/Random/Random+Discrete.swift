extension Random {
  /// How finely distributions that end in rare values resolve them.
  public enum Mode: String, Sendable, Hashable, CaseIterable {
    /// One draw for each element, JAX's default.
    case low
    /// Two draws, the second for the digits below the first.
    case high
    /// Two draws used to the last bit; for Gumbel numbers of float32.
    case highest
  }

  /// True with probability `p` (`jax.random.bernoulli`).
  ///
  /// - Parameters:
  ///   - p: probabilities of a floating dtype, of a shape that broadcasts to that of the result.
  ///   - shape: the shape of the result; that of `p` when nil.
  ///   - mode: `.low` or `.high`.
  public static func bernoulli(
    _ key: Tensor, _ p: Tensor = 0.5, shape: Shape? = nil, mode: Mode = .low
  ) -> Tensor {
    let operation = "Random.bernoulli"
    let shape = shape ?? p.type.shape
    if let error = problem(operation, key, shape) ?? parameterProblem(operation, [p], shape) { return error }
    guard p.dtype.isFloating else {
      return failure(
        operation, [p], problem: "the probability has dtype \(p.dtype)",
        expected: "a probability of a floating-point dtype")
    }
    guard mode != .highest else {
      return failure(operation, problem: "the mode is highest", expected: "the mode low or high")
    }
    let dtype = p.dtype
    return fused(operation, BernoulliKey(type: TensorType(shape, dtype), mode: mode), [key, p]) { operands in
      let (key, p) = (operands[0], operands[1].cast(to: dtype))
      guard mode == .high else { return [uniform(key, shape: shape, dtype: dtype) .< p] }
      let draws = uniform(key, shape: [2] + shape, dtype: dtype)
      let (first, second) = (draws.lane(0), draws.lane(1))
      let resolution = Tensor(
        ScalarLiteral(Double(sign: .plus, exponent: -dtype.fractionBits, significand: 1), dtype))
      return [second * resolution .< p - first]
    }[0]
  }

  private struct BernoulliKey: Hashable, Sendable {
    let type: TensorType
    let mode: Mode
  }
}

extension Tensor {
  /// One element of the first axis.
  func lane(_ index: Int) -> Tensor {
    if isFailed { return self }
    return sliced(axis: 0, from: index, to: index + 1).reshape(
      Shape(Array(type.shape.dimensions.dropFirst())))
  }
}
