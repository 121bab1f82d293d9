package import StableHLO
package import TensorCore

/// Each element of an axis combined with all those before it, or after it in reverse.
///
/// XLA turns the one large window that this is into a tree, in the order of operations that JAX's results have.
package struct Cumulative: Composite {
  package enum Operation: String, Sendable, Hashable {
    case sum, product, max, min, logSumExp
  }
  package let operation: Operation
  package let axis: Int
  package let isReversed: Bool

  package init(_ operation: Operation, axis: Int, isReversed: Bool = false) {
    self.operation = operation
    self.axis = axis
    self.isReversed = isReversed
  }

  package var name: String {
    "cumulative" + operation.rawValue.prefix(1).uppercased() + operation.rawValue.dropFirst()
  }
  package var parameters: String { "axis: \(axis)" + (isReversed ? ", reversed" : "") }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try (operation == .logSumExp ? Domain.floating : .numeric).check(operands)
    try ShapeRule.checkAxes([axis], rank: operands[0].ndim)
    return operands
  }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let result = bind(self, primals)
    guard let tangent = tangents[0] else { return (result, [nil]) }
    if operation == .sum { return (result, bind(self, [tangent])) }
    // A window has no derivative of its own; a tree of the operation itself has.
    return (result, [TensorPrimitives.tangent(of: tree, at: primals[0], along: tangent)])
  }

  private func tree(_ x: Tensor) -> Tensor {
    AssociativeScanning<Tensor, Never>(isReversed: isReversed, axis: axis)(x, combine)
  }

  package func evaluate(_ operands: [Tensor]) -> [Tensor] { [tree(operands[0])] }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    [cotangents[0].map { bind(Cumulative(operation, axis: axis, isReversed: !isReversed), $0) }]
  }

  private func combine(_ a: Tensor, _ b: Tensor) -> Tensor {
    switch operation {
    case .sum: bind(Add(), a, b)
    case .product: bind(Mul(), a, b)
    case .max: bind(Max(), a, b)
    case .min: bind(Min(), a, b)
    case .logSumExp: bind(LogAddExp(), a, b)
    }
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    let batched = Cumulative(operation, axis: axis + 1, isReversed: isReversed)
    return (bind(batched, [operands[0].batchedFirst(axes[0], context)]), [0])
  }

  private func identity(_ dtype: DType) -> ScalarLiteral {
    switch operation {
    case .sum: ScalarLiteral(0, dtype)
    case .product: ScalarLiteral(1, dtype)
    case .max, .logSumExp: dtype.lowest
    case .min: dtype.highest
    }
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let type = context.operandTypes[0]
    // Of complex numbers by our own products, as the element-wise ones.
    if operation == .product, type.dtype.kind == .complex { return lowerEvaluation(operands, context) }
    let extent = type.shape[axis]
    if type.shape.size == 0 { return operands }
    let ones = type.shape.map { _ in 1 }
    var window = HLOFunction.Window(
      sizes: ones, strides: ones, low: ones.map { _ in 0 }, high: ones.map { _ in 0 }, baseDilations: ones,
      windowDilations: ones)
    window.sizes[axis] = extent
    if isReversed { window.high[axis] = extent - 1 } else { window.low[axis] = extent - 1 }
    let initial = context.function.constant(identity(type.dtype).hloLiteral, HLOType(type.dtype.hlo, []))
    return context.function.reduceWindow(operands, initial: [initial], window: window, to: [type.hlo]) {
      f, v in
      switch operation {
      case .sum: [f.binary("stablehlo.add", v[0], v[1])]
      case .product: [f.binary("stablehlo.multiply", v[0], v[1])]
      case .max: [f.binary("stablehlo.maximum", v[0], v[1])]
      case .min: [f.binary("stablehlo.minimum", v[0], v[1])]
      case .logSumExp: [LogAddExp.lower(v[0], v[1], f)]
      }
    }
  }
}
