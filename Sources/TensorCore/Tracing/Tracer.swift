/// A tensor that a transformation follows instead of a value.
package final class Tracer: Sendable {
  /// What the tensor is for the interpreter of its trace.
  package enum Payload: Sendable {
    /// A variable of the program that is being staged.
    case variable(Variable)
    /// A value that is being differentiated, and its tangent.
    case dual(primal: Tensor, tangent: Tensor)
    /// A whole batch; `axis` is the batch axis in it.
    case lanes(Tensor, axis: Int)
  }

  package let type: TensorType
  package let trace: Trace
  package let payload: Payload

  package init(_ type: TensorType, _ payload: Payload, _ trace: Trace) {
    self.type = type
    self.payload = payload
    self.trace = trace
  }

  /// The value that is being differentiated, where there is one: it can be read, and Swift's control flow can depend
  /// on it. A value that is staged or batched cannot.
  var readableValue: Tensor? { trace.isOpen ? differentiatedValue : nil }

  /// The value that is or was being differentiated, where there is one.
  var differentiatedValue: Tensor? {
    if case .dual(let primal, _) = payload { return primal }
    return nil
  }
}
