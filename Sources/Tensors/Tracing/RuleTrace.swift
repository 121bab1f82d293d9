/// Runs a rule of the user's while the function that it belongs to is differentiated.
///
/// What the rule captured from around the function may be a value that is being differentiated, too. The function does
/// not depend on it, so it stands for its value.
final class RuleTrace: Trace, @unchecked Sendable {
  // Unchecked as Trace is.
  init() { super.init(parent: Trace.current, label: "a derivative rule") }

  override func process(_ primitive: any Primitive, _ operands: [Tensor]) -> [Tensor] {
    let values = operands.map(valueInRule)
    return Trace.with(parent ?? EvaluationTrace.shared) { bind(primitive, values) }
  }

  override func valueInRule(_ tensor: Tensor) -> Tensor {
    guard case .tracer(let tracer) = tensor.storage, let value = tracer.differentiatedValue,
      !encloses(tracer.trace)
    else { return parent?.valueInRule(tensor) ?? tensor }
    return valueInRule(value)
  }

  /// Runs a rule and gives the values of its results.
  static func run(_ rule: () -> [Tensor]) -> [Tensor] {
    let trace = RuleTrace()
    defer { trace.close() }
    return Trace.with(trace, rule).map(trace.valueInRule)
  }
}
