package import TensorCore

/// An interpreter whose tensors are values with tangents.
package protocol DifferentiatingInterpreter: Interpreter {}

extension Interpretation where I: DifferentiatingInterpreter {
  /// A value with a tangent; without one (or where the type has none) the value itself.
  package func tracer(_ primal: Tensor, _ tangent: Tensor?) -> Tensor {
    guard let tangent, primal.dtype.isDifferentiable, !primal.isFailed else { return primal }
    if tangent.isFailed { return tangent }
    let tracer = Tracer(primal.type, .dual(primal: primal, tangent: tangent), trace)
    return Tensor(.tracer(tracer), origin: primal.origin)
  }

  /// The value and tangent of a result of the function; a tangent of nil is zero.
  package func split(_ tensor: Tensor) -> (primal: Tensor, tangent: Tensor?) {
    if case .dual(let primal, let tangent)? = payload(tensor) { return (primal, tangent) }
    return (tensor, nil)
  }
}
