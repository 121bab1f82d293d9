import StableHLO
package import TensorCore

/// A function with a derivative rule of the user's: what `CustomJVP` and `CustomVJP` have in common.
///
/// The program is the function and takes all operands: what the function captured, what its rules captured, and the arguments.
package protocol CustomDerivativePrimitive: ProgramPrimitive {
  /// How many values the function captured.
  var ownCapturedCount: Int { get }
  /// How many values the function and its rules captured.
  var capturedCount: Int { get }
  /// The function for whole batches, with its rule; all its results and those of its rules have their lanes first.
  func batched(_ program: Program, _ axes: [Int?], _ context: BatchContext) -> Self
}

extension CustomDerivativePrimitive {
  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    let normalized = axes.map { $0 == nil ? nil : 0 }
    let derived = program.batched(
      axes: normalized, context, instantiating: [Bool](repeating: true, count: resultCount))
    if let error = derived.failure { return (failed(error), derived.axes) }
    let values = zip(operands, axes).map { operand, axis in
      axis.map { operand.movingAxis($0, to: 0) } ?? operand
    }
    // Where nothing is differentiated the rule is of no use.
    let primitive: any Primitive =
      Trace.isEvaluating ? Call(program: derived.program) : batched(derived.program, normalized, context)
    return (bind(primitive, values), derived.axes)
  }
}
