import StableHLO

/// A function with a derivative rule of the user's: `customJVP`.
struct CustomJVP: Primitive {
  /// The function, closed: what it captured comes first.
  let program: Program
  let capturedCount: Int
  let rule: TangentRule

  let name = "customJVP"
  var parameters: String { program.name }
  var resultCount: Int { program.outputs.count }
  var subprograms: [Program] { [program] }
  var hasEffect: Bool { program.hasEffect }

  func variation(_ operands: [Set<String>]) -> [Set<String>] { program.variation(operands) }

  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try Call(program: program).resultTypes(operands)
  }

  func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    if let error = CustomRule.capturedError(name, primals, tangents, capturedCount) {
      return (failed(error), failed(error))
    }
    let arguments = Array(primals[capturedCount...])
    let moving = zip(arguments, tangents[capturedCount...]).map { $1 ?? $0.zeroTangent }
    let (results, moved) = rule.apply(arguments, moving)
    if let error = (results + moved).lazy.compactMap(\.error).first { return (failed(error), failed(error)) }
    guard results.count == resultCount, moved.count == resultCount else {
      let error = TensorError(
        name, problem: "the rule gives \(results.count) results and \(moved.count) tangents",
        expected: "\(resultCount) results, as the function gives, and a tangent for each")
      return (failed(error), failed(error))
    }
    for (result, tangent) in zip(results, moved) where result.dtype.isDifferentiable {
      if tangent.type.shape == result.type.shape { continue }
      let error = TensorError(
        name, operands: [result, tangent],
        problem: "the rule gives a result \(result.type) and for it a tangent \(tangent.type)",
        expected: "a tangent of the result's shape and dtype")
      return (failed(error), failed(error))
    }
    return (
      results,
      zip(results, moved).map { result, tangent in
        result.dtype.isDifferentiable ? tangent.cast(to: result.dtype) : nil
      }
    )
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
      : CustomJVP(program: derived.program, capturedCount: capturedCount, rule: rule.batched(batching))
    return (bind(primitive, values), derived.outputFlags)
  }

  func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    Call(program: program).lower(operands, context)
  }
}

/// The user's rule: arguments and their tangents to results and their tangents.
final class TangentRule: CustomRule, @unchecked Sendable {
  // Unchecked as CustomRule is.
  typealias Body = ([Tensor], [Tensor]) -> (results: [Tensor], tangents: [Tensor])
  let apply: Body
  init(_ apply: @escaping Body) { self.apply = apply }

  /// The rule for whole batches; results are batched along their first axis.
  func batched(_ batching: RuleBatching) -> TangentRule {
    TangentRule { [apply] arguments, tangents in
      batching.run { trace in
        let (results, moved) = apply(
          batching.tracers(arguments, trace), batching.tracers(tangents, trace))
        return (batching.collect(results, trace), batching.collect(moved, trace))
      }
    }
  }
}

/// A rule that is a closure of the user's, which is itself and equal to no other.
class CustomRule: Hashable, @unchecked Sendable {
  // Unchecked: the closures are the user's and run where the function is differentiated, synchronously, as the function
  // itself does. Subclasses hold nothing that is written after initialization.
  static func == (a: CustomRule, b: CustomRule) -> Bool { a === b }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }

  /// The error of differentiating with respect to something captured: the rule knows nothing of it.
  static func capturedError(
    _ name: String, _ primals: [Tensor], _ tangents: [Tensor?], _ capturedCount: Int
  ) -> TensorError? {
    guard let place = tangents[..<capturedCount].firstIndex(where: { $0 != nil }) else { return nil }
    return TensorError(
      name, operands: [primals[place]],
      problem: "the function uses a value that is being differentiated and is not one of its arguments",
      expected:
        "such values to be arguments, so that the rule tells their derivative; or stopGradient of them")
  }
}

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
