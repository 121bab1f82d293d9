package import StableHLO
package import TensorCore

/// The tangents of a function of which only the transpose is known: the user's backward rule.
package struct CustomTranspose: Primitive {
  package let rule: CustomRule<CotangentRule.BackwardClosure>
  let residualCount: Int
  /// The types of the function's arguments and which have tangents.
  let argumentTypes: [TensorType]
  let isActive: [Bool]
  package let resultTypes: [TensorType]

  package let name = "customVjp"
  package let isReverseOnly = true
  private var moving: [TensorType] { resultTypes.filter(\.dtype.isDifferentiable).map(\.tangent) }
  package var resultCount: Int { moving.count }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] { moving }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let error = CustomTranspose.forwardError(name)
    return (failed(error), failed(error))
  }

  private func applied(_ residuals: [Tensor], _ cotangents: [Tensor]) -> [Tensor] {
    switch rule {
    case .closure(let closure): RuleInterpreter.run { value in closure.run(residuals, cotangents).map(value) }
    case .program(let program): program.evaluate(residuals + cotangents)
    case .failure(let failure): argumentTypes.map { _ in Tensor.failed(failure.error) }
    }
  }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    let values = Array(operands.prefix(residualCount)).values
    var given = cotangents[...]
    let cotangentsIn = resultTypes.map { type -> Tensor in
      let cotangent = type.dtype.isDifferentiable ? given.popFirst().flatMap { $0 } : nil
      return cotangent ?? Tensor.full(type.shape, 0, dtype: type.dtype)
    }
    let cotangentsOut = applied(values, cotangentsIn)
    let none = [Tensor?](repeating: nil, count: residualCount)
    guard cotangentsOut.count == argumentTypes.count else {
      let error = TensorError(
        name, problem: "the backward rule gives \(cotangentsOut.count) cotangents",
        expected: "\(argumentTypes.count), one for each tensor of the arguments")
      return none + operands.dropFirst(residualCount).map { _ in Tensor.failed(error) }
    }
    let checked = zip(cotangentsOut, argumentTypes).map { cotangent, type -> Tensor in
      if cotangent.isFailed || cotangent.type.shape == type.shape { return cotangent.astype(type.dtype) }
      return Tensor.failed(
        TensorError(
          name, operands: [cotangent],
          problem: "the backward rule gives a cotangent \(cotangent.type) for an argument \(type)",
          expected: "cotangents of the shapes and dtypes of the arguments"))
    }
    return none + zip(checked, isActive).filter(\.1).map(\.0)
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    (failed(CustomTranspose.forwardError("vmap")), moving.map { _ in nil })
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    // Not reached: programs with this in them are only transposed (`Program.isReverseOnly`).
    moving.map { context.function.constant("0", $0.hlo) }
  }

  package static func forwardError(_ operation: String) -> TensorError {
    TensorError(
      operation,
      problem:
        "forward-mode differentiation (jvp, linearize, jacfwd) of a function with a customVjp rule",
      expected: "reverse mode (grad, vjp, jacrev), or customJvp, which serves both")
  }
}
