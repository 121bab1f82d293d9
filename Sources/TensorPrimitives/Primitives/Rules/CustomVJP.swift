package import TensorCore

/// A function with a reverse-mode rule of the user's: `customVJP`.
package struct CustomVJP: CustomDerivativePrimitive {
  package let program: Program
  package let ownCapturedCount: Int
  package let capturedCount: Int
  package let rule: CotangentRule

  package init(program: Program, ownCapturedCount: Int, capturedCount: Int, rule: CotangentRule) {
    self.program = program
    self.ownCapturedCount = ownCapturedCount
    self.capturedCount = capturedCount
    self.rule = rule
  }

  package let name = "customVjp"

  package func batched(_ program: Program, _ axes: [Int?], _ context: BatchContext) -> Self {
    Self(
      program: program, ownCapturedCount: ownCapturedCount, capturedCount: capturedCount,
      rule: rule.batched(axes, capturedCount: capturedCount, resultCount: resultCount, context))
  }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    if tangents[capturedCount...].allSatisfy({ $0 == nil }), capturedError(primals, tangents) == nil {
      return (bind(Call(program: program), primals), program.outputs.map { _ in nil })
    }
    let error = CustomTranspose.forwardError(name)
    return (failed(error), failed(error))
  }

  package func linearize(_ primals: [Tensor], _ tangents: [Tensor?]) -> (
    primals: [Tensor], tangents: [Tensor?]
  ) {
    if let error = capturedError(primals, tangents) { return (failed(error), failed(error)) }
    let active = tangents[capturedCount...].compactMap { $0 }
    // Only the rule captured what moves: the function does not depend on it.
    if active.isEmpty { return (bind(Call(program: program), primals), program.outputs.map { _ in nil }) }
    let forward = rule.applied(primals, capturedCount: capturedCount, resultCount: resultCount)
    if let error = (forward.results + forward.residuals).lazy.compactMap(\.error).first {
      return (failed(error), failed(error))
    }
    guard forward.results.count == resultCount else {
      let error = TensorError(
        name, problem: "the forward rule gives \(forward.results.count) results",
        expected: "\(resultCount) results, as the function gives")
      return (failed(error), failed(error))
    }
    let transpose = CustomTranspose(
      rule: forward.backward, residualCount: forward.residuals.count,
      argumentTypes: primals[capturedCount...].map(\.type),
      isActive: tangents[capturedCount...].map { $0 != nil }, resultTypes: forward.results.map(\.type))
    var tangentsOut = bind(transpose, forward.residuals + active)[...]
    return (forward.results, forward.results.map { $0.dtype.isDifferentiable ? tangentsOut.popFirst() : nil })
  }
}
