/// A trace together with its interpreter, for who made both.
package struct Interpretation<I: Interpreter>: Sendable {
  package let interpreter: I
  package let trace: Trace

  package init(_ interpreter: I, _ trace: Trace) {
    self.interpreter = interpreter
    self.trace = trace
  }

  package init(_ interpreter: I, parent: Trace?, label: String) {
    self.init(interpreter, Trace(interpreter, parent: parent, label: label))
  }

  package func close() { trace.close() }

  /// What a tensor stands for in this trace; nil for one that is none of its own.
  package func payload(_ tensor: Tensor) -> Tracer.Payload? {
    if case .tracer(let tracer) = tensor.storage, tracer.trace === trace { return tracer.payload }
    return nil
  }
}
