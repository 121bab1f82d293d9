/// Computes tangents beside values: forward-mode differentiation.
final class JVPTrace: Trace, @unchecked Sendable {
  // Unchecked as Trace is.
  final class JVPTracer: Tracer, @unchecked Sendable {
    // Unchecked as Tracer is.
    let primal: Tensor
    let tangent: Tensor
    init(_ primal: Tensor, _ tangent: Tensor, _ trace: JVPTrace) {
      self.primal = primal
      self.tangent = tangent
      super.init(primal.type, trace)
    }
    override var differentiatedValue: Tensor? { primal }
  }

  /// A value with a tangent; without one (or where the type has none) the value itself.
  func tracer(_ primal: Tensor, _ tangent: Tensor?) -> Tensor {
    guard let tangent, primal.dtype.isDifferentiable, !primal.isFailed else { return primal }
    if tangent.isFailed { return tangent }
    return Tensor(.tracer(JVPTracer(primal, tangent, self)), origin: primal.origin)
  }

  /// The value and tangent of a result of the function; a tangent of nil is zero.
  func split(_ tensor: Tensor) -> (primal: Tensor, tangent: Tensor?) {
    if case .tracer(let tracer) = tensor.storage, let own = tracer as? JVPTracer, own.trace === self {
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
    if let failed = primitive.failedResults(operands) { return failed }
    return Trace.with(parent ?? EvaluationTrace.shared) {
      let result = primitive.jvp(primals, pairs.map { $0.tangent })
      return zip(result.primals, result.tangents).map { tracer($0, $1) }
    }
  }
}
