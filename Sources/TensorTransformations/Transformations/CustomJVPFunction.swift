package import TensorCore
import TensorPrimitives

/// A function with a derivative rule for both modes: `customJVP`.
package struct CustomJVPFunction<Arguments: TensorTree, Results: TensorTree> {
  private let rule: (Arguments, Arguments) throws -> (Results, Results)

  init(_ rule: @escaping (Arguments, Arguments) throws -> (Results, Results)) { self.rule = rule }

  /// Applies the function, which is `body`.
  package func callAsFunction<E: Error>(
    _ arguments: Arguments, _ body: (Arguments) throws(E) -> Results
  ) throws(E) -> Results {
    let leaves = arguments.leaves
    // Nothing is differentiated, or nothing can be computed.
    if Trace.isEvaluating || leaves.contains(where: \.isFailed) { return try body(arguments) }
    let traced = try Subprogram("customJvp", arguments, body)
    switch traced.program {
    case .failure(let error): return traced.failed(error)
    case .success(let program):
      var captured = traced.captured
      let rule = tracedRule(arguments, leaves, &captured)
      let types = captured.map(\.type)
      let primitive = CustomJVP(
        program: program.taking(0..<traced.captured.count, of: types),
        ownCapturedCount: traced.captured.count, capturedCount: captured.count, rule: rule)
      return traced.results(bind(primitive, captured + leaves))
    }
  }

  /// The rule as the primitive keeps it; what it captured is appended.
  private func tracedRule(
    _ arguments: Arguments, _ leaves: [Tensor], _ captured: inout [Tensor]
  ) -> CustomRule<CustomJVP.Closure> {
    let template = map(arguments) { Tensor(.abstract($0.type)) }
    let run: CustomJVP.Closure = { [rule] primals, tangents in
      do {
        let (results, tangentsOut) = try rule(
          template.unflatten(primals), template.unflatten(tangents))
        return results.leaves + tangentsOut.leaves
      } catch {
        return [Tensor.failed(TensorError(error, operation: "customJvp"))]
      }
    }
    if Trace.current.runsRulesAtOnce { return .closure(RuleClosure(run)) }
    let inputs = leaves.map { SubprogramInput($0) }
    let rule = RuleTracing.deeper {
      Subprogram("customJvp rule", inputs: inputs + inputs) { values in
        run(Array(values[..<leaves.count]), Array(values[leaves.count...]))
      }
    }
    guard let traced = rule else { return .failure(RuleTracing.tooDeep) }
    let own = captured.count..<(captured.count + traced.captured.count)
    captured += traced.captured
    let types = captured.map(\.type)
    return CustomRule(traced.program.map { $0.taking(own, of: types) })
  }
}

extension Program {
  /// The same program, whose first inputs are a part of `captured`, for all of them.
  func taking(_ part: Range<Int>, of captured: [TensorType]) -> Program {
    let rest = inputTypes[part.count...]
    return widened(captured + rest, at: Array(part) + (captured.count..<(captured.count + rest.count)))
  }
}
