import TensorCore
import TensorPrimitives

// Rules of a composite that are those of the program of its `evaluate`.

/// A composite that has no rules of its own but its lowering.
protocol EvaluatedComposite: Composite {}

extension EvaluatedComposite {
  func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    evaluated(primals) { $0.jvp(primals, tangents) }
  }

  func linearize(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    evaluated(primals) { $0.linearize(primals, tangents) }
  }

  func batch(_ operands: [Tensor], _ axes: [Int?], _ context: BatchContext) -> (
    results: [Tensor], axes: [Int?]
  ) { evaluated(operands, axes, context) }
}

extension Composite {
  /// A derivative of the program of `evaluate`.
  func evaluated(
    _ primals: [Tensor], _ derivative: (Call) -> (primals: [Tensor], tangents: [Tensor?])
  ) -> (primals: [Tensor], tangents: [Tensor?]) {
    if let failure = failedResults(primals) { return (failure, failure) }
    guard let call = evaluationCall(primals) else { return (bind(self, primals), bind(self, primals)) }
    return derivative(call)
  }

  /// The program of `evaluate` on lanes. Operands have been checked by the type rule as those of a lane.
  func evaluated(_ operands: [Tensor], _ axes: [Int?], _ context: BatchContext) -> (
    results: [Tensor], axes: [Int?]
  ) {
    let lanes = zip(operands, axes).map { operand, axis in
      var extents = operand.type.shape.dimensions
      if let axis { extents.remove(at: axis) }
      return operand.type.with(shape: Shape(extents))
    }
    do throws(TypeRuleError) {
      _ = try resultTypes(lanes)
    } catch {
      return (failedResults(operands, error), [Int?](repeating: nil, count: resultCount))
    }
    guard let program = evaluation(of: lanes) else {
      return (bind(self, operands), [Int?](repeating: nil, count: resultCount))
    }
    return Call(program: program).batch(operands, axes, context)
  }
}
