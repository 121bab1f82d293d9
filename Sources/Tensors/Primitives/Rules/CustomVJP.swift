import StableHLO

/// A function with a reverse-mode rule of the user's: `customVJP`.
struct CustomVJP: Primitive, SelfLinearizing {
  /// The function, closed: what it captured comes first.
  let program: Program
  let capturedCount: Int
  let rule: CotangentRule

  let name = "customVJP"
  var parameters: String { program.name }
  var resultCount: Int { program.outputs.count }
  var subprograms: [Program] { [program] }
  var hasEffect: Bool { program.hasEffect }

  func variation(_ operands: [Set<String>]) -> [Set<String>] { program.variation(operands) }

  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try Call(program: program).resultTypes(operands)
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
      : CustomVJP(program: derived.program, capturedCount: capturedCount, rule: rule.batched(batching))
    return (bind(primitive, values), derived.outputFlags)
  }

  func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    Call(program: program).lower(operands, context)
  }
}

/// The tangents of a function of which only the transpose is known: the user's backward rule.
struct CustomTranspose: LinearPrimitive {
  let rule: PullbackRule
  let residualCount: Int
  /// The types of the function's arguments and which have tangents.
  let argumentTypes: [TensorType]
  let isActive: [Bool]
  let resultTypes: [TensorType]

  let name = "customVJP"
  private var moving: [TensorType] { resultTypes.filter(\.dtype.isDifferentiable).map(\.tangent) }
  var resultCount: Int { moving.count }

  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] { moving }

  func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let error = CustomTranspose.forwardError(name)
    return (failed(error), failed(error))
  }

  func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    var values: [Tensor] = []
    for case .value(let value) in operands.prefix(residualCount) { values.append(value) }
    var given = cotangents[...]
    let arriving = resultTypes.map { type -> Tensor in
      let cotangent = type.dtype.isDifferentiable ? given.popFirst().flatMap { $0 } : nil
      return cotangent ?? Tensor.full(type.shape, 0, dtype: type.dtype)
    }
    let sent = rule.apply(values, arriving)
    let none = [Tensor?](repeating: nil, count: residualCount)
    guard sent.count == argumentTypes.count else {
      let error = TensorError(
        name, problem: "the backward rule gives \(sent.count) cotangents",
        expected: "\(argumentTypes.count), one for each tensor of the arguments")
      return none + operands.dropFirst(residualCount).map { _ in Tensor(failure: error) }
    }
    let checked = zip(sent, argumentTypes).map { cotangent, type -> Tensor in
      if cotangent.isFailed || cotangent.type.shape == type.shape { return cotangent.cast(to: type.dtype) }
      return Tensor(
        failure: TensorError(
          name, operands: [cotangent],
          problem: "the backward rule gives a cotangent \(cotangent.type) for an argument \(type)",
          expected: "cotangents of the shapes and dtypes of the arguments"))
    }
    return none + zip(checked, isActive).filter(\.1).map(\.0)
  }

  func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    (failed(CustomTranspose.forwardError("vmap")), moving.map { _ in nil })
  }

  func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    // Not reached: programs with this in them are only transposed (`Program.isReverseOnly`).
    moving.map { context.function.constant("0", $0.hlo) }
  }

  static func forwardError(_ operation: String) -> TensorError {
    TensorError(
      operation,
      problem:
        "forward-mode differentiation (jvp, linearize, jacobianForward) of a function with a customVJP rule",
      expected: "reverse mode (grad, vjp, jacobianReverse), or customJVP, which serves both")
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
