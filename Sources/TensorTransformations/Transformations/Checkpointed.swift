package import TensorCore
import TensorPrimitives

/// A function whose values are computed again for its derivative: `checkpoint`.
package struct Checkpointed<Arguments: TensorTree, Results: TensorTree, E: Error> {
  let policy: CheckpointPolicy

  package func callAsFunction(
    _ arguments: Arguments, _ body: (Arguments) throws(E) -> Results
  ) throws(E) -> Results {
    // Nothing is differentiated: there is nothing to keep or to compute again.
    if Trace.isEvaluating { return try body(arguments) }
    let leaves = arguments.leaves
    if leaves.contains(where: \.isFailed) { return try body(arguments) }
    let traced = try Subprogram("checkpoint", arguments, body)
    switch traced.program {
    case .failure(let error): return traced.failed(error)
    case .success(let program):
      return traced.results(bind(Checkpoint(program: program, policy: policy), traced.captured + leaves))
    }
  }
}
