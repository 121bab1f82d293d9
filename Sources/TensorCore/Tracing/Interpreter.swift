/// What a trace does with operations: compute, stage, differentiate or batch them.
///
/// What an interpreter leaves to the trace around is the default here. All questions come with the trace that asks them,
/// which knows that one.
package protocol Interpreter: Sendable {
  /// Applies a primitive to operands, none of which has failed.
  func process(_ primitive: any Primitive, _ operands: [Tensor], _ trace: Trace) -> [Tensor]
  /// Keeps an error that happened under the trace, so that it is thrown even if its result is not used.
  func record(_ error: TensorError, _ trace: Trace)
  /// The extent of a named axis, or nil if no enclosing `vmap` or `shardMap` has that name.
  func axisSize(_ name: String, _ trace: Trace) -> Int?
  /// The mesh whose devices are seen one by one here, along some axes: that of the enclosing `shardMap`s.
  func manualMesh(_ trace: Trace) -> ManualMesh?
  /// Whether functions with rules are differentiated, if they are, while they are called: no enclosing trace keeps them
  /// for later.
  func runsRulesAtOnce(_ trace: Trace) -> Bool
  /// What a tensor stands for inside of a rule of the user's, if this is inside of one.
  func valueInRule(_ tensor: Tensor, _ trace: Trace) -> Tensor
  /// Called when the function that the trace belongs to has returned.
  func close()
}

extension Interpreter {
  package func process(_ primitive: any Primitive, _ operands: [Tensor], _ trace: Trace) -> [Tensor] {
    trace.around { bind(primitive, operands) }
  }
  package func record(_ error: TensorError, _ trace: Trace) { trace.parent?.record(error) }
  package func axisSize(_ name: String, _ trace: Trace) -> Int? { trace.parent?.axisSize(name) }
  package func manualMesh(_ trace: Trace) -> ManualMesh? { trace.parent?.manualMesh }
  package func runsRulesAtOnce(_ trace: Trace) -> Bool { trace.parent?.runsRulesAtOnce ?? true }
  package func valueInRule(_ tensor: Tensor, _ trace: Trace) -> Tensor {
    trace.parent?.valueInRule(tensor) ?? tensor
  }
  package func close() {}
}
