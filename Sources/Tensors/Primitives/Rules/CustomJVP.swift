/// A function with a derivative rule of the user's: `customJvp`.
struct CustomJVP: RuledFunction {
  let program: Program
  let ownCapturedCount: Int
  let capturedCount: Int
  /// Captured values, arguments and their tangents to results and their tangents.
  let rule: CustomRule<Closure>

  /// Arguments and their tangents to results and their tangents.
  typealias Closure = ([Tensor], [Tensor]) -> [Tensor]

  let name = "customJvp"

  func batched(_ program: Program, _ axes: [Int?], _ context: BatchContext) -> Self {
    let results = [Bool](repeating: true, count: 2 * resultCount)
    let batched = rule.map { rule in
      rule.batched(axes: axes + axes[capturedCount...], context, instantiating: results)
    }
    return Self(
      program: program, ownCapturedCount: ownCapturedCount, capturedCount: capturedCount, rule: batched)
  }

  private func applied(_ primals: [Tensor], _ tangents: [Tensor]) -> [Tensor] {
    switch rule {
    case .closure(let closure): RuleTrace.run { closure.run(Array(primals[capturedCount...]), tangents) }
    case .program(let program): program.evaluate(primals + tangents)
    case .failure(let failure): [Tensor(failure: failure.error)]
    }
  }

  func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
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
    let (results, moved) = (Array(given[..<resultCount]), given[resultCount...])
    for (result, tangent) in zip(results, moved) where result.dtype.isDifferentiable {
      if tangent.type.shape == result.type.shape { continue }
      let error = TensorError(
        name, operands: [result, tangent],
        problem: "the rule gives a result \(result.type) and for it a tangent \(tangent.type)",
        expected: "a tangent of the result's shape and dtype")
      return (failed(error), failed(error))
    }
    return (
      results,
      zip(results, moved).map { result, tangent in
        result.dtype.isDifferentiable ? tangent.astype(result.dtype) : nil
      }
    )
  }
}
