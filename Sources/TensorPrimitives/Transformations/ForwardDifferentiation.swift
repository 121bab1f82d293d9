package import TensorCore

/// A function and its derivative along tangents, computed side by side: `jvp`.
package struct ForwardDifferentiation<Argument: TensorTree, Results: TensorTree, E: Error> {
  package let name = "jvp"

  package init() {}

  /// The results and their tangents.
  package func callAsFunction(
    _ primals: Argument, _ tangents: Argument, _ body: (Argument) throws(E) -> Results
  ) throws(E) -> (Results, Results) {
    let trace = JVPTrace(parent: Trace.current, label: name)
    defer { trace.close() }
    let given = tangents.leaves
    let error = TensorError.mismatch(name, "tangent", primals.leaves, given)
    var traced = primals
    var index = 0
    traced.forEachLeaf { leaf in
      leaf = error.map { Tensor.failed($0) } ?? trace.tracer(leaf, given[index])
      index += 1
    }
    var results = try Trace.with(trace.trace) { () throws(E) in try body(traced) }
    var tangentsOut = results
    results.forEachLeaf { $0 = trace.split($0).primal }
    tangentsOut.forEachLeaf { leaf in
      let pair = trace.split(leaf)
      leaf = pair.tangent ?? (pair.primal.isFailed ? pair.primal : pair.primal.zeroTangent)
    }
    return (results, tangentsOut)
  }
}

/// The tangent of a function, for derivative rules that differentiate other operations.
package func tangent<Argument: TensorTree>(
  of body: (Argument) -> Tensor, at primal: Argument, along tangent: Argument
) -> Tensor {
  ForwardDifferentiation<Argument, Tensor, Never>()(primal, tangent, body).1
}
