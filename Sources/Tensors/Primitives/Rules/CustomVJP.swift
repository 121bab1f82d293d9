/// A function with a reverse-mode rule of the user's: `customVJP`.
struct CustomVJP: RuledFunction, SelfLinearizing {
  let program: Program
  let capturedCount: Int
  let rule: CotangentRule

  let name = "customVJP"

  func batched(_ program: Program, _ batching: RuleBatching) -> Self {
    Self(program: program, capturedCount: capturedCount, rule: rule.batched(batching))
  }

  func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let error = CustomTranspose.forwardError(name)
    return (failed(error), failed(error))
  }

  func linearize(
    _ primals: [Tensor], _ tangents: [Tensor?], _ trace: LinearStagingTrace
  ) -> (primals: [Tensor], tangents: [Tensor?]) {
    if let error = CustomRule.capturedError(name, primals, tangents, capturedCount) {
      return (failed(error), failed(error))
    }
    let arguments = Array(primals[capturedCount...])
    let forward = rule.forward(arguments)
    if let error = (forward.results + forward.residuals).lazy.compactMap(\.error).first {
      return (failed(error), failed(error))
    }
    guard forward.results.count == resultCount else {
      let error = TensorError(
        name, problem: "the forward rule gives \(forward.results.count) results",
        expected: "\(resultCount) results, as the function gives")
      return (failed(error), failed(error))
    }
    let active = tangents[capturedCount...].compactMap { $0 }
    let transpose = CustomTranspose(
      rule: forward.backward, residualCount: forward.residuals.count,
      argumentTypes: arguments.map(\.type), isActive: tangents[capturedCount...].map { $0 != nil },
      resultTypes: forward.results.map(\.type))
    var moved = bind(transpose, forward.residuals + active)[...]
    return (forward.results, forward.results.map { $0.dtype.isDifferentiable ? moved.popFirst() : nil })
  }
}

/// The user's rules: the arguments to the results and to what goes back.
final class CotangentRule: CustomRule, @unchecked Sendable {
  // Unchecked as CustomRule is.
  struct Forward {
    let results: [Tensor]
    let residuals: [Tensor]
    let backward: PullbackRule
  }
  let forward: ([Tensor]) -> Forward
  init(_ forward: @escaping ([Tensor]) -> Forward) { self.forward = forward }

  /// The rules for whole batches; results are batched along their first axis.
  func batched(_ batching: RuleBatching) -> CotangentRule {
    CotangentRule { [forward] arguments in
      batching.run { trace in
        let lane = forward(batching.tracers(arguments, trace))
        let residuals = lane.residuals.map(trace.split)
        let backward = PullbackRule { values, cotangents in
          batching.run { trace in
            let lanes = zip(values, residuals).map { trace.tracer($0, $1.axis) }
            let sent = lane.backward.apply(lanes, cotangents.map { trace.tracer($0, 0) })
            let whole = batching.collect(sent, trace)
            return Trace.with(trace.parent ?? EvaluationTrace.shared) {
              // An argument that is the same for all lanes gets what all of them send.
              zip(whole, batching.axes[batching.capturedCount...]).map { cotangent, axis in
                axis == nil && !cotangent.isFailed ? cotangent.sum(axis: 0) : cotangent
              }
            }
          }
        }
        return Forward(
          results: batching.collect(lane.results, trace), residuals: residuals.map(\.value),
          backward: backward)
      }
    }
  }
}

/// The user's backward rule: residuals and cotangents of the results to cotangents of the arguments.
final class PullbackRule: CustomRule, @unchecked Sendable {
  // Unchecked as CustomRule is.
  let apply: ([Tensor], [Tensor]) -> [Tensor]
  init(_ apply: @escaping ([Tensor], [Tensor]) -> [Tensor]) { self.apply = apply }
}
