import Synchronization

/// A function with a derivative rule for both modes: `customJVP`.
final class FunctionWithTangentRule<Arguments: TensorTree, Results: TensorTree> {
  private let rule: (Arguments, Arguments) throws -> (Results, Results)
  private let rules = RulesByStructure<Arguments, TangentRule>()

  init(_ rule: @escaping (Arguments, Arguments) throws -> (Results, Results)) { self.rule = rule }

  /// Applies the function, which is `body`.
  func callAsFunction<E: Error>(
    _ arguments: Arguments, _ body: (Arguments) throws(E) -> Results
  ) throws(E) -> Results {
    let leaves = arguments.leaves
    // Nothing is differentiated, or nothing can be computed.
    if Trace.isEvaluating || leaves.contains(where: \.isFailed) { return try body(arguments) }
    let traced = try Subprogram("customJVP", arguments, body)
    switch traced.program {
    case .failure(let error): return traced.failed(error)
    case .success(let program):
      let rule = rules.rule(for: arguments) { [rule] template in
        TangentRule { primals, tangents in
          do {
            let (results, moved) = try rule(
              template.replacingLeaves(with: primals), template.replacingLeaves(with: tangents))
            return (results.leaves, moved.leaves)
          } catch {
            return ([Tensor(failure: TensorError(error, operation: "customJVP"))], [])
          }
        }
      }
      let primitive = CustomJVP(program: program, capturedCount: traced.captured.count, rule: rule)
      return traced.results(bind(primitive, traced.captured + leaves))
    }
  }
}

/// A function with a rule for reverse mode: `customVJP`.
final class FunctionWithCotangentRule<Arguments: TensorTree, Results: TensorTree, Residuals: TensorTree> {
  private let forward: (Arguments) throws -> (Results, Residuals)
  private let backward: (Residuals, Results) throws -> Arguments
  private let rules = RulesByStructure<Arguments, CotangentRule>()

  init(
    forward: @escaping (Arguments) throws -> (Results, Residuals),
    backward: @escaping (Residuals, Results) throws -> Arguments
  ) {
    self.forward = forward
    self.backward = backward
  }

  /// Applies the function, which is `body`.
  func callAsFunction<E: Error>(
    _ arguments: Arguments, _ body: (Arguments) throws(E) -> Results
  ) throws(E) -> Results {
    let leaves = arguments.leaves
    // Nothing is differentiated, or nothing can be computed.
    if Trace.isEvaluating || leaves.contains(where: \.isFailed) { return try body(arguments) }
    let traced = try Subprogram("customVJP", arguments, body)
    switch traced.program {
    case .failure(let error): return traced.failed(error)
    case .success(let program):
      let rule = rules.rule(for: arguments) { [forward, backward] template in
        CotangentRule { primals in
          do {
            let (results, residuals) = try forward(template.replacingLeaves(with: primals))
            let pullback = PullbackRule { values, cotangents in
              do {
                return try backward(
                  residuals.replacingLeaves(with: values), results.replacingLeaves(with: cotangents)
                ).leaves
              } catch {
                return [Tensor](
                  repeating: Tensor(failure: TensorError(error, operation: "customVJP")), count: primals.count
                )
              }
            }
            return .init(results: results.leaves, residuals: residuals.leaves, backward: pullback)
          } catch {
            let failure = Tensor(failure: TensorError(error, operation: "customVJP"))
            return .init(results: [failure], residuals: [], backward: PullbackRule { _, _ in [] })
          }
        }
      }
      let primitive = CustomVJP(program: program, capturedCount: traced.captured.count, rule: rule)
      return traced.results(bind(primitive, traced.captured + leaves))
    }
  }
}

/// The rules that a function's primitives hold: one for each structure of its arguments, so that programs with the
/// function in them compare equal when they are.
private final class RulesByStructure<Arguments: TensorTree, Rule: CustomRule>: Sendable {
  private final class Entry: @unchecked Sendable {
    // Unchecked: the template's static parts may be of any kind; they are only compared and copied.
    let template: Arguments
    let rule: Rule
    init(_ template: Arguments, _ rule: Rule) {
      self.template = template
      self.rule = rule
    }
  }

  private let entries = Mutex<[Entry]>([])

  func rule(for arguments: Arguments, make: (Arguments) -> Rule) -> Rule {
    let known = entries.withLock { $0 }.first { $0.template.hasSameStructure(as: arguments) }
    if let known { return known.rule }
    let template = map(arguments) { Tensor(.abstract($0.type)) }
    let made = Entry(template, make(template))
    entries.withLock { $0.append(made) }
    return made.rule
  }
}

/// The values with a derivative of zero (`lax.stop_gradient`).
public func stopGradient<T: TensorTree>(_ tree: T) -> T { map(tree) { stopGradient($0) } }
