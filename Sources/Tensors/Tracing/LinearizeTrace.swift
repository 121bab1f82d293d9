/// Computes values under its parent and stages their tangents into a linear program.
///
/// Each primitive's JVP runs under a `LinearStagingTrace`, which stages what depends on tangents and computes the rest
/// at once; what the staged part needs of the rest becomes its residuals.
final class LinearizeTrace: Trace, @unchecked Sendable {
  // Unchecked as Trace is.
  final class LinearizeTracer: Tracer, @unchecked Sendable {
    // Unchecked as Tracer is.
    let primal: Tensor
    let tangent: Tensor
    init(_ primal: Tensor, _ tangent: Tensor, _ trace: LinearizeTrace) {
      self.primal = primal
      self.tangent = tangent
      super.init(primal.type, trace)
    }
    override var differentiatedValue: Tensor? { primal }
  }

  let staging: LinearStagingTrace

  override init(parent: Trace?, label: String) {
    staging = LinearStagingTrace(parent: parent, label: label)
    super.init(parent: parent, label: label)
  }

  override func close() {
    super.close()
    staging.close()
  }

  /// A value to differentiate with respect to; one whose type has no derivative stays as it is.
  func input(_ primal: Tensor) -> Tensor {
    let tangent = staging.input(primal.type.tangent)
    return tracer(primal, tangent)
  }

  func tracer(_ primal: Tensor, _ tangent: Tensor?) -> Tensor {
    guard let tangent, primal.dtype.isDifferentiable, !primal.isFailed else { return primal }
    if tangent.isFailed { return tangent }
    return Tensor(.tracer(LinearizeTracer(primal, tangent, self)), origin: primal.origin)
  }

  /// The value of a result of the function and its tangent in the linear program, nil for zero.
  func split(_ tensor: Tensor) -> (primal: Tensor, tangent: Tensor?) {
    if case .tracer(let tracer) = tensor.storage, let own = tracer as? LinearizeTracer, own.trace === self {
      return (own.primal, own.tangent)
    }
    return (tensor, nil)
  }

  override func process(_ primitive: any Primitive, _ operands: [Tensor]) -> [Tensor] {
    let pairs = operands.map(split)
    let primals = pairs.map { $0.primal }
    guard pairs.contains(where: { $0.tangent != nil }) else {
      return Trace.with(parent ?? EvaluationTrace.shared) { bind(primitive, primals) }
    }
    let tangents = pairs.map { $0.tangent }
    return Trace.with(staging) {
      let result =
        (primitive as? any SelfLinearizing)?.linearize(primals, tangents, staging)
        ?? primitive.jvp(primals, tangents)
      return zip(result.primals, result.tangents).map { tracer($0, $1) }
    }
  }
}

/// Stages operations on its own tracers and hands all others to its parent.
final class LinearStagingTrace: StagingTrace, @unchecked Sendable {
  // Unchecked as Trace is.
  override var runsRulesAtOnce: Bool { parent?.runsRulesAtOnce ?? true }

  override func process(_ primitive: any Primitive, _ operands: [Tensor]) -> [Tensor] {
    let isLinear = operands.contains { operand in
      if case .tracer(let tracer) = operand.storage { return tracer.trace === self }
      return false
    }
    if isLinear { return super.process(primitive, operands) }
    return Trace.with(parent ?? EvaluationTrace.shared) { bind(primitive, operands) }
  }

  /// A tangent of zeros that is computed in the linear program, not before it.
  func zeros(_ type: TensorType) -> Tensor {
    let zero = Tensor(ScalarLiteral(0, type.dtype))
    return type.ndim == 0
      ? zero : super.process(BroadcastInDim(shape: type.shape, dimensions: []), [zero])[0]
  }

  override func record(_ error: TensorError) {
    super.record(error)
    parent?.record(error)
  }

  /// Whether a tensor is a value of the linear program.
  func owns(_ tensor: Tensor) -> Bool {
    if case .tracer(let tracer) = tensor.storage { return tracer.trace === self }
    return false
  }
}
