/// How the operands of a function with a rule are batched.
struct RuleBatching: Sendable {
  let axes: [Int?]
  let capturedCount: Int
  let context: BatchContext

  /// The batch axes once they are moved to the front.
  var normalized: [Int?] { axes.map { $0 == nil ? nil : 0 } }

  func normalize(_ operands: [Tensor]) -> [Tensor] {
    zip(operands, axes).map { operand, axis in axis.map { operand.movingAxis($0, to: 0) } ?? operand }
  }

  /// Runs a rule on lanes.
  func run<Result>(_ body: (BatchTrace) -> Result) -> Result {
    let trace = BatchTrace(parent: Trace.current, label: "vmap", context: context)
    defer { trace.close() }
    return Trace.with(trace) { body(trace) }
  }

  /// Lanes of the arguments, or of tensors like them.
  func tracers(_ arguments: [Tensor], _ trace: BatchTrace) -> [Tensor] {
    zip(arguments, normalized[capturedCount...]).map { trace.tracer($0, $1) }
  }

  /// Whole batches of what a rule gives, along the first axis.
  func collect(_ results: [Tensor], _ trace: BatchTrace) -> [Tensor] {
    Trace.with(trace.parent ?? EvaluationTrace.shared) {
      results.map { result in
        let pair = trace.split(result)
        return pair.value.isFailed ? pair.value : pair.value.batchedFirst(pair.axis, context)
      }
    }
  }
}
