package import TensorCore
import TensorPrimitives

/// A function with a rule for reverse mode: `customVJP`.
package struct CustomVJPFunction<Arguments: TensorTree, Results: TensorTree, Residuals: TensorTree> {
  private let forward: (Arguments) throws -> (Results, Residuals)
  private let backward: (Residuals, Results) throws -> Arguments

  init(
    forward: @escaping (Arguments) throws -> (Results, Residuals),
    backward: @escaping (Residuals, Results) throws -> Arguments
  ) {
    self.forward = forward
    self.backward = backward
  }

  /// Applies the function, which is `body`.
  package func callAsFunction<E: Error>(
    _ arguments: Arguments, _ body: (Arguments) throws(E) -> Results
  ) throws(E) -> Results {
    let leaves = arguments.leaves
    // Nothing is differentiated, or nothing can be computed.
    if Trace.isEvaluating || leaves.contains(where: \.isFailed) { return try body(arguments) }
    let traced = try Subprogram("customVjp", arguments, body)
    switch traced.program {
    case .failure(let error): return traced.failed(error)
    case .success(let program):
      var captured = traced.captured
      let rule =
        Trace.current.runsRulesAtOnce
        ? .closure(RuleClosure(closure(arguments)))
        : tracedRule(arguments, &captured)
      let primitive = CustomVJP(
        program: program.taking(0..<traced.captured.count, of: captured.map(\.type)),
        ownCapturedCount: traced.captured.count, capturedCount: captured.count, rule: rule)
      return traced.results(bind(primitive, captured + leaves))
    }
  }

  /// The rules to be run while the function is called.
  private func closure(_ arguments: Arguments) -> CotangentRule.ForwardClosure {
    let template = map(arguments) { Tensor(.abstract($0.type)) }
    return { [forward, backward] primals in
      func failed(_ error: any Error) -> [Tensor] {
        let failure = Tensor.failed(TensorError(error, operation: "customVjp"))
        return primals.map { _ in failure }
      }
      do {
        let (results, residuals) = try forward(template.unflatten(primals))
        let pullback: CotangentRule.BackwardClosure = { values, cotangents in
          do {
            return try backward(
              residuals.unflatten(values), results.unflatten(cotangents)
            ).leaves
          } catch {
            return failed(error)
          }
        }
        return (results.leaves, residuals.leaves, pullback)
      } catch {
        let failure = Tensor.failed(TensorError(error, operation: "customVjp"))
        return ([failure], [], { _, _ in [] })
      }
    }
  }

  /// The rules as programs; what they captured is appended.
  private func tracedRule(_ arguments: Arguments, _ captured: inout [Tensor]) -> CotangentRule {
    do {
      guard let (first, second) = try RuleTracing.deeper({ try tracedRules(arguments) }) else {
        return .failure(RuleTracing.tooDeep)
      }
      let start = captured.count
      let middle = start + first.captured.count
      captured += first.captured + second.captured
      let types = captured.map(\.type)
      switch first.program {
      case .failure(let error): return .failure(RuleFailure(error))
      case .success(let program):
        return .programs(
          forward: program.taking(start..<middle, of: types),
          backward: CustomRule(second.program.map { $0.taking(middle..<types.count, of: types) }))
      }
    } catch {
      return .failure(RuleFailure(TensorError(error, operation: "customVjp")))
    }
  }

  /// The forward rule and the backward one.
  private func tracedRules(
    _ arguments: Arguments
  ) throws -> (Subprogram<TreeTuple2<Results, Residuals>>, Subprogram<[Tensor]>) {
    let first = try Subprogram("customVjp forward", arguments) { arguments in
      let (results, residuals) = try forward(arguments)
      return TreeTuple2(results, residuals)
    }
    let (results, residuals) = first.template.values
    let inputs = (residuals.leaves + results.leaves).map { SubprogramInput($0) }
    let count = residuals.leaves.count
    let known = first.failure == nil ? inputs : []
    let second = try Subprogram("customVJP backward", inputs: known) { values in
      if let failure = first.failure { return [Tensor.failed(failure)] }
      return try backward(
        residuals.unflatten(Array(values[..<count])),
        results.unflatten(Array(values[count...]))
      ).leaves
    }
    return (first, second)
  }
}

extension Subprogram {
  /// Why there is no program.
  fileprivate var failure: TensorError? {
    if case .failure(let error) = program { return error }
    return nil
  }
}
