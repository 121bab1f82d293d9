package import TensorCore

/// The user's rules of a `customVJP`: the arguments to the results and to what goes back. It is kept as `CustomRule` is.
package enum CotangentRule: Hashable, Sendable {
  case closure(RuleClosure<ForwardClosure>)
  /// Captured values and arguments to results and residuals; captured values, residuals and the results' cotangents to
  /// those of the arguments.
  case programs(forward: Program, backward: CustomRule<BackwardClosure>)
  case failure(RuleFailure)

  /// The arguments to the results and residuals, and the rule for these.
  package typealias ForwardClosure = ([Tensor]) -> (
    results: [Tensor], residuals: [Tensor], backward: BackwardClosure
  )
  /// Residuals and the results' cotangents to those of the arguments.
  package typealias BackwardClosure = ([Tensor], [Tensor]) -> [Tensor]

  /// What the forward rule gives; the residuals begin with the captured values where the backward rule takes these.
  package struct Forward {
    package let results: [Tensor]
    package let residuals: [Tensor]
    package let backward: CustomRule<BackwardClosure>
  }

  package func applied(_ operands: [Tensor], capturedCount: Int, resultCount: Int) -> Forward {
    switch self {
    case .closure(let closure):
      return RuleInterpreter.run { value in
        let given = closure.run(Array(operands[capturedCount...]))
        return Forward(
          results: given.results.map(value), residuals: given.residuals.map(value),
          backward: .closure(RuleClosure(given.backward)))
      }
    case .programs(let program, let backward):
      let given = program.evaluate(operands)
      let residuals = operands[..<capturedCount] + given.dropFirst(resultCount)
      return Forward(
        results: Array(given.prefix(resultCount)), residuals: Array(residuals), backward: backward)
    case .failure(let failure):
      return Forward(results: [Tensor.failed(failure.error)], residuals: [], backward: .failure(failure))
    }
  }

  private struct SummedOverLanes: Hashable, Sendable {
    let isShared: [Bool]
  }

  /// The rules for whole batches.
  package func batched(_ axes: [Int?], capturedCount: Int, resultCount: Int, _ context: BatchContext) -> Self
  {
    guard case .programs(let program, let backward) = self else { return self }
    let residualCount = program.outputs.count - resultCount
    let instantiated = (0..<program.outputs.count).map { $0 < resultCount }
    let derived = program.batched(axes: axes, context, instantiating: instantiated)
    if let error = derived.failure { return .failure(RuleFailure(error)) }
    let given = Array(axes[..<capturedCount]) + derived.axes.suffix(residualCount)
    let cotangents = [Int?](repeating: 0, count: resultCount)
    let arguments = axes[capturedCount...]
    let pullback = backward.map { backward in
      let lanes = backward.batched(
        axes: given + cotangents, context,
        instantiating: [Bool](repeating: true, count: backward.outputs.count))
      if lanes.failure != nil || backward.outputs.count != arguments.count {
        return DerivedProgram(program: lanes.program, failure: lanes.failure)
      }
      // An argument that is the same for all lanes gets what all of them send.
      let isShared = arguments.map { $0 == nil }
      let whole = lanes.program
      return whole.derive(SummedOverLanes(isShared: isShared), name: whole.name) { trace in
        let cotangentsOut = whole.evaluate(whole.inputTypes.map { trace.input($0) })
        return zip(cotangentsOut, isShared).map { $1 ? bind(ReduceSum(axes: [0]), $0) : $0 }
      }
    }
    return .programs(forward: derived.program, backward: pullback)
  }
}
