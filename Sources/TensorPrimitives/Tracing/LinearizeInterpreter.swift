package import TensorCore

/// Computes values under the trace around and stages their tangents into a linear program.
///
/// Each primitive's JVP runs under a linear staging trace, which stages what depends on tangents and computes the rest
/// at once; what the staged part needs of the rest becomes its residuals.
package struct LinearizeInterpreter: DifferentiatingInterpreter {
  package let staging: StagingTrace

  package func process(_ primitive: any Primitive, _ operands: [Tensor], _ trace: Trace) -> [Tensor] {
    let own = LinearizeTrace(self, trace)
    let pairs = operands.map(own.split)
    let primals = pairs.map { $0.primal }
    guard pairs.contains(where: { $0.tangent != nil }) else {
      return trace.around { bind(primitive, primals) }
    }
    if let failed = primitive.failedResults(operands) { return failed }
    let tangents = pairs.map { $0.tangent }
    return Trace.with(staging.trace) {
      let result = primitive.linearize(primals, tangents)
      return zip(result.primals, result.tangents).map { own.tracer($0, $1) }
    }
  }

  package func close() { staging.close() }
}

package typealias LinearizeTrace = Interpretation<LinearizeInterpreter>

extension LinearizeTrace {
  package init(parent: Trace?, label: String) {
    let staging = StagingTrace(parent: parent, label: label, isLinear: true)
    self.init(LinearizeInterpreter(staging: staging), parent: parent, label: label)
  }

  package var staging: StagingTrace { interpreter.staging }

  /// A value to differentiate with respect to; one whose type has no derivative stays as it is.
  package func input(_ primal: Tensor) -> Tensor { tracer(primal, staging.input(primal.type.tangent)) }
}

extension StagingTrace {
  /// A tangent of zeros that is computed in the program, not before it.
  package func zeros(_ type: TensorType) -> Tensor {
    let zero = Tensor(ScalarLiteral(0, type.dtype))
    if type.ndim == 0 { return zero }
    return interpreter.stage(BroadcastInDim(shape: type.shape, dimensions: []), [zero], trace)[0]
  }
}
