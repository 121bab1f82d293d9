package import TensorCore
import TensorPrimitives

/// A function of trees traced to a program, with the shape of its result.
package struct TracedFunction<Results: TensorTree> {
  package let program: Program
  /// The result, with types in place of tensors.
  let template: Results

  /// Traces `body` on tensors of the arguments' types.
  ///
  /// - Throws: what `body` throws, or the first failure of an operation in it.
  init<Arguments: TensorTree>(
    _ body: (Arguments) throws -> Results, _ arguments: Arguments, name: String
  ) throws {
    let trace = StagingTrace(parent: Trace.current, label: name)
    defer { trace.close() }
    var traced = arguments
    traced.forEachLeaf { leaf in leaf = leaf.isFailed ? leaf : trace.input(leaf.type, origin: leaf.origin) }
    var result = try Trace.with(trace.trace) { try body(traced) }
    program = try trace.program(name: name, outputs: result.leaves)
    result.forEachLeaf { $0 = Tensor(.abstract($0.type)) }
    template = result
  }
}

/// Traces a function and gives its result's shapes and dtypes without computing anything (`jax.eval_shape`).
package struct ShapeEvaluation<Arguments: TensorTree, Results: TensorTree> {
  package let body: (Arguments) throws -> Results

  package func callAsFunction(_ arguments: Arguments) throws -> Results {
    try TracedFunction(body, arguments, name: "evalShape").template
  }
}
