package import TensorCore

/// A function with a derivative rule of the user's: `customJVP`.
package struct CustomJVP: CustomDerivativePrimitive {
  package let program: Program
  package let ownCapturedCount: Int
  package let capturedCount: Int
  /// Captured values, arguments and their tangents to results and their tangents.
  package let rule: CustomRule<Closure>

  package init(program: Program, ownCapturedCount: Int, capturedCount: Int, rule: CustomRule<Closure>) {
    self.program = program
    self.ownCapturedCount = ownCapturedCount
    self.capturedCount = capturedCount
    self.rule = rule
  }

  /// Arguments and their tangents to results and their tangents.
  package typealias Closure = ([Tensor], [Tensor]) -> [Tensor]

  package let name = "customJvp"

  package func batched(_ program: Program, _ axes: [Int?], _ context: BatchContext) -> Self {
    let results = [Bool](repeating: true, count: 2 * resultCount)
    let batched = rule.map { rule in
      let lanes = rule.batched(axes: axes + axes[capturedCount...], context, instantiating: results)
      return DerivedProgram(program: lanes.program, failure: lanes.failure)
    }
    return Self(
      program: program, ownCapturedCount: ownCapturedCount, capturedCount: capturedCount, rule: batched)
  }

  private func applied(_ primals: [Tensor], _ tangents: [Tensor]) -> [Tensor] {
    switch rule {
    case .closure(let closure):
      RuleInterpreter.run { value in
        closure.run(Array(primals[capturedCount...]), tangents).map(value)
      }
    case .program(let program): program.evaluate(primals + tangents)
    case .failure(let failure): [Tensor.failed(failure.error)]
    }
  }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    if let error = capturedError(primals, tangents) { return (failed(error), failed(error)) }
    // Only the rule captured what moves: the function does not depend on it.
    guard tangents[capturedCount...].contains(where: { $0 != nil }) else {
      return (bind(Call(program: program), primals), program.outputs.map { _ in nil })
    }
    let moving = zip(primals, tangents).dropFirst(capturedCount).map { $1 ?? $0.zeroTangent }
    let given = applied(primals, moving)
    if let error = given.lazy.compactMap(\.error).first { return (failed(error), failed(error)) }
    guard given.count == 2 * resultCount else {
      let error = TensorError(
        name, problem: "the rule gives \(given.count) results and tangents",
        expected: "\(resultCount) results, as the function gives, and a tangent for each")
      return (failed(error), failed(error))
    }
    let (results, tangentsOut) = (Array(given[..<resultCount]), given[resultCount...])
    for (result, tangent) in zip(results, tangentsOut) where result.dtype.isDifferentiable {
      if tangent.type.shape == result.type.shape { continue }
      let error = TensorError(
        name, operands: [result, tangent],
        problem: "the rule gives a result \(result.type) and for it a tangent \(tangent.type)",
        expected: "a tangent of the result's shape and dtype")
      return (failed(error), failed(error))
    }
    return (
      results,
      zip(results, tangentsOut).map { result, tangent in
        result.dtype.isDifferentiable ? tangent.astype(result.dtype) : nil
      }
    )
  }
}
