public import TensorCore
import TensorPrimitives
import TensorTransformations

extension Random {
  /// True with probability `p` (`jax.random.bernoulli`).
  ///
  /// The result is bool. Fails if the key is not uint32 `[2]`, an extent is negative, `p` is not a float or does not
  /// broadcast to the shape, or the mode is `.highest`.
  ///
  /// - Parameters:
  ///   - key: a key, uint32 `[2]`.
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
    return fused(operation, [key, p], shape, mode) { operands, shape, mode in
      let (key, p) = (operands[0], operands[1])
      let dtype = p.dtype
      guard mode == .high else { return [uniform(key, shape, dtype: dtype) .< p] }
      let draws = uniform(key, [2] + shape, dtype: dtype)
      let (first, second) = (draws[0], draws[1])
      return [second * Tensor(dtype.resolution) .< p - first]
    }[0]
  }

  /// -1 or 1 with equal probability (`jax.random.rademacher`).
  ///
  /// The result has the shape `shape`. Fails if the key is not uint32 `[2]`, an extent is negative, or the dtype is
  /// bool.
  public static func rademacher(_ key: Tensor, _ shape: Shape = [], dtype: DType = .int32) -> Tensor {
    let operation = "Random.rademacher"
    if let error = problem(operation, key, shape, dtype, in: .numeric) { return error }
    return fused(operation, key, shape, dtype) { key, shape, dtype in
      2 * bernoulli(key, shape: shape).astype(dtype) - 1
    }
  }

  /// Positions along an axis, drawn with the probabilities of which `logits` are the logarithms, up to a constant
  /// (`jax.random.categorical`).
  ///
  /// Logits `[batch, classes]` give int32 `[batch]`.
  /// Fails if the key is not uint32 `[2]`, the axis is out of range, the logits are not floats, or the shape does not
  /// end in that of the batch.
  ///
  /// - Parameters:
  ///   - key: a key, uint32 `[2]`.
  ///   - logits: logarithms of probabilities, which need not add up to 1.
  ///   - axis: the axis of the classes.
  ///   - shape: the shape of the result: that of the logits without the axis (when nil), or more axes before it.
  ///   - replace: whether a class may be drawn again along the axes before; if not, more draws than there are logits above
  ///     -infinity are an error, or give -1 while the logits are traced.
  ///   - mode: how exactly the tails are drawn.
  public static func categorical(
    _ key: Tensor, _ logits: Tensor, axis: Int = -1, shape: Shape? = nil, replace: Bool = true,
    mode: Mode = .low
  ) -> Tensor {
    let operation = "Random.categorical"
    if let error = problem(operation, key, shape ?? []) { return error }
    if logits.isFailed { return logits }
    guard logits.dtype.isFloating else {
      return failure(
        operation, [logits], problem: "the logits have dtype \(logits.dtype)",
        expected: "logits of a floating-point dtype")
    }
    let axes: [Int]
    switch logits.normalized(axis, operation) {
    case .success(let valid): axes = valid
    case .failure(let error): return Tensor.failed(error)
    }
    var batch = logits.type.shape.dimensions
    let classes = batch.remove(at: axes[0])
    let shape = shape ?? Shape(batch)
    if Promotion.broadcastShape([shape, Shape(batch)]) != shape {
      return failure(
        operation, [logits],
        problem: "the shape \(shape) does not go with logits for a batch of \(Shape(batch))",
        expected: "a shape that ends in \(Shape(batch))")
    }
    let draw = CategoricalDraw(axis: axes[0], prefix: shape.count - batch.count, shape: shape, mode: mode)
    if !replace && draw.prefixCount > classes {
      return failure(
        operation, [logits], problem: "\(draw.prefixCount) samples without replacement of \(classes) classes",
        expected: "at most \(classes) samples")
    }
    if !replace, let possible = leastPossible(logits, above: -.infinity, axis: axes[0]),
      draw.prefixCount > possible
    {
      return failure(
        operation, [logits],
        problem: "\(draw.prefixCount) samples without replacement of \(possible) classes that are possible",
        expected: "at most as many samples as there are logits above -infinity")
    }
    return fused(operation, [key, logits], draw, replace) { operands, draw, replace in
      [replace ? draw.sample(operands[0], operands[1]) : draw.sampleOnce(operands[0], operands[1])]
    }[0]
  }
}

/// A categorical draw: the axis of the classes, the number of axes before the batch, and the shape of the result.
private struct CategoricalDraw: Hashable, Sendable {
  let axis: Int
  let prefix: Int
  let shape: Shape
  let mode: Random.Mode

  var prefixCount: Int { Shape(Array(shape.dimensions.prefix(prefix))).size }

  /// The class of the greatest logit after Gumbel numbers are added to all.
  func sample(_ key: Tensor, _ logits: Tensor) -> Tensor {
    var full = shape.dimensions
    full.insert(logits.type.shape[axis], at: prefix + axis)
    let noise = Random.gumbel(key, Shape(full), dtype: logits.dtype, mode: mode)
    return (noise + logits).argmax(axis: prefix + axis)
  }

  /// The classes of the greatest logits after Gumbel numbers are added.
  func sampleOnce(_ key: Tensor, _ logits: Tensor) -> Tensor {
    let noise = Random.gumbel(key, logits.type.shape, dtype: logits.dtype, mode: mode)
    let perturbed = moveaxis(logits + noise, axis, 0)
    let best = topK(perturbed, prefixCount, axis: 0)
    return Random.possible(best.indices, best.values).reshape(shape)
  }
}
