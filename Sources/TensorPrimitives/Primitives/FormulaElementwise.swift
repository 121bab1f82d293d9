package import StableHLO
package import TensorCore

/// A unary element-wise operation that is composed of others for the dtypes of which XLA's own is wrong, or has too few
/// digits.
package protocol FormulaUnary: DifferentiableUnary, Composite {
  /// Whether it is composed of others for a dtype.
  func hasFormula(_ dtype: DType) -> Bool
  /// The result by other operations; the operation itself is among them as `PlainUnary`.
  func formula(_ x: Tensor) -> Tensor
}

extension FormulaUnary {
  package func evaluate(_ operands: [Tensor]) -> [Tensor] { [formula(operands[0])] }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    hasFormula(context.operandTypes[0].dtype)
      ? lowerEvaluation(operands, context) : [context.function.unary(hloName, operands[0])]
  }

  /// XLA's own operation.
  func plain(_ x: Tensor) -> Tensor { bind(PlainUnary(hloName: hloName), x) }
}

/// A binary element-wise operation that is composed of others, for all dtypes or for those of which XLA's own is wrong,
/// but has derivatives of its own.
package protocol FormulaBinary: DifferentiableBinary, Composite {
  /// Whether it is composed of others for a dtype.
  func hasFormula(_ dtype: DType) -> Bool
  func formula(_ x: Tensor, _ y: Tensor) -> Tensor
}

extension FormulaBinary {
  package func hasFormula(_ dtype: DType) -> Bool { true }

  package func evaluate(_ operands: [Tensor]) -> [Tensor] { [formula(operands[0], operands[1])] }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    if hasFormula(context.operandTypes[0].dtype) { return lowerEvaluation(operands, context) }
    let shape = context.resultTypes[0].shape.dimensions
    return lowerBroadcast(operands.map { context.splat($0, like: shape) }, context)
  }
}

/// An operation of XLA's, as a part of the formulas of others.
package struct PlainUnary: UnaryElementwise, NonDifferentiable {
  package let hloName: String
  package var name: String { hloName }
  package let domain = Domain.floatingOrComplex
}

extension Tensor {
  /// The result of operations in at least float32, in the dtype of the operand.
  func inFloat32(_ body: (Tensor) -> Tensor) -> Tensor {
    dtype.byteWidth >= 4 ? body(self) : body(astype(.float32)).astype(dtype)
  }
}
