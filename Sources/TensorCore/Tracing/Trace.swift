import Synchronization

/// What is done with operations while it is current: compute, stage, differentiate or batch, as its interpreter does.
///
/// There is one current trace. `bind` hands it each operation; an interpreter that works by other operations (JVP,
/// batching) makes the trace around current meanwhile. A trace lives for one synchronous call of a transformation.
package final class Trace: Sendable {
  /// The trace that was current when this one was made; nil for evaluation.
  package let parent: Trace?
  /// What the trace belongs to, for errors: `jit(f)`.
  package let label: String
  private let interpreter: any Interpreter
  private let isClosed = Atomic(false)

  @TaskLocal private static var local: Trace?

  package init(_ interpreter: any Interpreter, parent: Trace?, label: String) {
    self.interpreter = interpreter
    self.parent = parent
    self.label = label
  }

  /// Computes each operation at once.
  package static let evaluation = Trace(EvaluationInterpreter.shared, parent: nil, label: "eager evaluation")

  /// The trace that operations are handed to.
  package static var current: Trace { local ?? evaluation }

  /// Whether operations are computed at once.
  package static var isEvaluating: Bool { local == nil || local === evaluation }

  /// Whether the function that the trace belongs to is still running.
  package var isOpen: Bool { !isClosed.load(ordering: .relaxed) }

  package func close() {
    isClosed.store(true, ordering: .relaxed)
    interpreter.close()
  }

  /// Applies a primitive to operands, none of which has failed.
  package func process(_ primitive: any Primitive, _ operands: [Tensor]) -> [Tensor] {
    interpreter.process(primitive, operands, self)
  }

  /// Keeps an error that happened under this trace, so that it is thrown even if its result is not used.
  package func record(_ error: TensorError) { interpreter.record(error, self) }

  /// The extent of a named axis, or nil if no enclosing `vmap` or `shardMap` has that name.
  package func axisSize(_ name: String) -> Int? { interpreter.axisSize(name, self) }

  /// The mesh whose devices are seen one by one here, along some axes: that of the enclosing `shardMap`s.
  package var manualMesh: ManualMesh? { interpreter.manualMesh(self) }

  /// Whether functions with rules are differentiated, if they are, while they are called.
  package var runsRulesAtOnce: Bool { interpreter.runsRulesAtOnce(self) }

  /// What a tensor stands for inside of a rule of the user's, if this is inside of one.
  package func valueInRule(_ tensor: Tensor) -> Tensor { interpreter.valueInRule(tensor, self) }

  /// Whether `trace` is one of those this one runs inside of.
  func encloses(_ trace: Trace) -> Bool {
    var outer = parent
    while let candidate = outer {
      if candidate === trace { return true }
      outer = candidate.parent
    }
    return false
  }

  /// Runs `body` under the trace around this one.
  package func around<R>(_ body: () -> R) -> R { Trace.with(parent ?? .evaluation, body) }

  /// Runs `body` with `trace` current.
  package static func with<R, E: Error>(_ trace: Trace, _ body: () throws(E) -> R) throws(E) -> R {
    let result = $local.withValue(trace) {
      Result { () throws(E) in try body() }
    }
    return try result.get()
  }
}

/// Applies a primitive to operands under the current trace.
///
/// An operand that failed is passed on as every result; operands that the primitive does not accept give failed
/// results.
package func bind(_ primitive: any Primitive, _ operands: [Tensor]) -> [Tensor] {
  let trace = Trace.current
  var origin: Origin?
  for operand in operands {
    if let known = operand.origin { origin = known }
    guard case .failed(let error) = operand.storage else { continue }
    trace.record(error)
    return [Tensor](repeating: operand, count: primitive.resultCount)
  }
  var results = trace.process(primitive, operands)
  for result in results { if case .failed(let error) = result.storage { trace.record(error) } }
  if let origin {
    for index in results.indices { results[index].origin = origin.derived }
  }
  return results
}

/// Applies a primitive with one result.
package func bind(_ primitive: any Primitive, _ operands: Tensor...) -> Tensor {
  bind(primitive, operands)[0]
}

extension Tensor {
  /// The result of an operation that cannot be done, found before a primitive is bound: the current trace keeps the
  /// error, as `bind` does, so that it is thrown even if nothing uses the result.
  package static func failed(_ error: TensorError) -> Tensor {
    Trace.current.record(error)
    return Tensor(failure: error)
  }
}

extension Primitive {
  /// The failed results for operands that the type rule rejects.
  package func failedResults(_ operands: [Tensor], _ error: TypeRuleError) -> [Tensor] {
    let failure = Tensor(
      failure: TensorError(name, operands: operands, problem: error.problem, expected: error.expected))
    return [Tensor](repeating: failure, count: resultCount)
  }
}

extension TensorError {
  /// The error of using a tensor of a function that has ended, or of another transformation's inside.
  package static func escaped(_ tracer: Tracer, operation: String) -> TensorError {
    if tracer.trace.isOpen {
      return TensorError(
        operation, operands: [Tensor(tracer)],
        problem: "a traced value of \(tracer.trace.label) has no concrete value here",
        expected: """
          operations on it inside the function alone (`select` or `cond` to choose by a value, `debugPrint` to look at \
          one); values are known after the function returns
          """
      )
    }
    return TensorError(
      operation, operands: [Tensor(tracer)],
      problem: "a traced value of \(tracer.trace.label) was kept after the function ended",
      expected: """
        the value to be returned from the function (as an extra or auxiliary output) and used from there; a global or \
        static `let` that is first read inside of the function is made there: read it once before
        """
    )
  }

  /// The error of computing with a tensor of `evalShape`.
  package static func abstract(_ tensor: Tensor, operation: String) -> TensorError {
    let name = tensor.origin.map { "\($0.path.joined(separator: "/")), " } ?? ""
    return TensorError(
      operation, operands: [tensor],
      problem: "\(name)a tensor that evalShape gave\(name.isEmpty ? "" : ",") has a type but no values",
      expected:
        "a tensor with values: call the function itself, or use evalShape's result for its shapes only")
  }
}
