/// Runs a rule of the user's while the function that it belongs to is differentiated.
///
/// What the rule captured from around the function may be a value that is being differentiated, too. The function does
/// not depend on it, so it stands for its value.
package struct RuleInterpreter: Interpreter {
  package func process(_ primitive: any Primitive, _ operands: [Tensor], _ trace: Trace) -> [Tensor] {
    let values = operands.map { valueInRule($0, trace) }
    return trace.around { bind(primitive, values) }
  }

  package func valueInRule(_ tensor: Tensor, _ trace: Trace) -> Tensor {
    guard case .tracer(let tracer) = tensor.storage, let value = tracer.differentiatedValue,
      !trace.encloses(tracer.trace)
    else { return trace.parent?.valueInRule(tensor) ?? tensor }
    return valueInRule(value, trace)
  }

  /// Runs a rule under a trace of its own; `body` gets what gives the values of its results.
  package static func run<R>(_ body: (_ value: (Tensor) -> Tensor) -> R) -> R {
    let trace = Trace(RuleInterpreter(), parent: Trace.current, label: "a derivative rule")
    defer { trace.close() }
    return Trace.with(trace) { body(trace.valueInRule) }
  }
}
