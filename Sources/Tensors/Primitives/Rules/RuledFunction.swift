import StableHLO

/// A function with a derivative rule of the user's: what `CustomJVP` and `CustomVJP` have in common.
protocol RuledFunction: Primitive {
  /// The function, closed: what it captured comes first.
  var program: Program { get }
  var capturedCount: Int { get }
  /// The function for whole batches, with its rule.
  func batched(_ program: Program, _ batching: RuleBatching) -> Self
}

extension RuledFunction {
  var parameters: String { program.name }
  var resultCount: Int { program.outputs.count }
  var subprograms: [Program] { [program] }
  var hasEffect: Bool { program.hasEffect }

  func variation(_ operands: [Set<String>]) -> [Set<String>] { program.variation(operands) }

  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try Call(program: program).resultTypes(operands)
  }

  func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    let batching = RuleBatching(axes: axes, capturedCount: capturedCount, context: context)
    let derived = program.batched(
      axes: batching.normalized, context, instantiating: [Bool](repeating: true, count: resultCount))
    if let error = derived.failure { return (failed(error), derived.outputFlags) }
    let values = batching.normalize(operands)
    // Where nothing is differentiated the rule is of no use.
    let primitive: any Primitive =
      Trace.isEvaluating
      ? Call(program: derived.program)
      : batched(derived.program, batching)
    return (bind(primitive, values), derived.outputFlags)
  }

  func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    Call(program: program).lower(operands, context)
  }
}
