/// A function with a derivative rule of the user's: `customJVP`.
struct CustomJVP: RuledFunction {
  let program: Program
  let capturedCount: Int
  let rule: TangentRule

  let name = "customJVP"

  func batched(_ program: Program, _ batching: RuleBatching) -> Self {
    Self(program: program, capturedCount: capturedCount, rule: rule.batched(batching))
  }

  func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    if let error = CustomRule.capturedError(name, primals, tangents, capturedCount) {
      return (failed(error), failed(error))
    }
    let arguments = Array(primals[capturedCount...])
    let moving = zip(arguments, tangents[capturedCount...]).map { $1 ?? $0.zeroTangent }
    let (results, moved) = rule.apply(arguments, moving)
    if let error = (results + moved).lazy.compactMap(\.error).first { return (failed(error), failed(error)) }
    guard results.count == resultCount, moved.count == resultCount else {
      let error = TensorError(
        name, problem: "the rule gives \(results.count) results and \(moved.count) tangents",
        expected: "\(resultCount) results, as the function gives, and a tangent for each")
      return (failed(error), failed(error))
    }
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
        result.dtype.isDifferentiable ? tangent.cast(to: result.dtype) : nil
      }
    )
  }
}

/// The user's rule: arguments and their tangents to results and their tangents.
final class TangentRule: CustomRule, @unchecked Sendable {
  // Unchecked as CustomRule is.
  typealias Body = ([Tensor], [Tensor]) -> (results: [Tensor], tangents: [Tensor])
  let apply: Body
  init(_ apply: @escaping Body) { self.apply = apply }

  /// The rule for whole batches; results are batched along their first axis.
  func batched(_ batching: RuleBatching) -> TangentRule {
    TangentRule { [apply] arguments, tangents in
      batching.run { trace in
        let (results, moved) = apply(
          batching.tracers(arguments, trace), batching.tracers(tangents, trace))
        return (batching.collect(results, trace), batching.collect(moved, trace))
      }
    }
  }
}
