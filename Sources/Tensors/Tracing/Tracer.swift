/// A tensor that a transformation follows instead of a value.
///
/// Tracers are confined to the synchronous call of the function being traced, like the trace they belong to.
class Tracer: @unchecked Sendable {
  // Unchecked: tracers have only immutable state of their own and refer to a trace, which is confined to one
  // synchronous call (see Trace). One that escapes it is only ever asked for its type and whether its trace is open.
  let type: TensorType
  let trace: Trace

  init(_ type: TensorType, _ trace: Trace) {
    self.type = type
    self.trace = trace
  }

  /// The value that is being differentiated, where there is one: it can be read, and Swift's control flow can depend
  /// on it. A value that is staged or batched cannot.
  var readableValue: Tensor? { trace.isOpen ? differentiatedValue : nil }
  /// The value that is or was being differentiated, where there is one.
  var differentiatedValue: Tensor? { nil }
}
