package import TensorCore

/// Computes tangents beside values: forward-mode differentiation.
package struct JVPInterpreter: DifferentiatingInterpreter {
  package func process(_ primitive: any Primitive, _ operands: [Tensor], _ trace: Trace) -> [Tensor] {
    let own = JVPTrace(self, trace)
    let pairs = operands.map(own.split)
    let primals = pairs.map { $0.primal }
    guard pairs.contains(where: { $0.tangent != nil }) else {
      return trace.around { bind(primitive, primals) }
    }
    if let failed = primitive.failedResults(operands) { return failed }
    return trace.around {
      let result = primitive.jvp(primals, pairs.map { $0.tangent })
      return zip(result.primals, result.tangents).map { own.tracer($0, $1) }
    }
  }
}

typealias JVPTrace = Interpretation<JVPInterpreter>

extension JVPTrace {
  init(parent: Trace?, label: String) { self.init(JVPInterpreter(), parent: parent, label: label) }
}
