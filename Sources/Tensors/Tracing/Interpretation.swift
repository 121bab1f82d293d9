/// A trace together with its interpreter, for who made both.
struct Interpretation<I: Interpreter>: Sendable {
  let interpreter: I
  let trace: Trace

  init(_ interpreter: I, _ trace: Trace) {
    self.interpreter = interpreter
    self.trace = trace
  }

  init(_ interpreter: I, parent: Trace?, label: String) {
    self.init(interpreter, Trace(interpreter, parent: parent, label: label))
  }

  func close() { trace.close() }

  /// What a tensor stands for in this trace; nil for one that is none of its own.
  func payload(_ tensor: Tensor) -> Tracer.Payload? {
    if case .tracer(let tracer) = tensor.storage, tracer.trace === trace { return tracer.payload }
    return nil
  }
}
