import StableHLO

/// The sums of each element of one axis and those before it, in the order of additions that XLA's windows give, as in
/// JAX: a sum in another order would round otherwise and could choose another element.
struct RunningSum: NonDifferentiable {
  let name = "runningSum"
  let axis: Int
  var parameters: String { "axis: \(axis)" }

  func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try Domain.numeric.check(operands)
    try ShapeRule.checkAxes([axis], rank: operands[0].rank)
    return operands
  }

  func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    (bind(RunningSum(axis: axis + 1), [operands[0].batchedFirst(axes[0], context)]), [0])
  }

  func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let type = context.operandTypes[0]
    let extent = type.shape[axis]
    if extent == 0 { return operands }
    let ones = type.shape.map { _ in 1 }
    let zeros = type.shape.map { _ in 0 }
    var (sizes, low) = (ones, zeros)
    sizes[axis] = extent
    low[axis] = extent - 1
    let window = HLOFunction.Window(
      sizes: sizes, strides: ones, low: low, high: zeros, baseDilations: ones, windowDilations: ones)
    let zero = context.function.constant(ScalarLiteral(0, type.dtype).hloLiteral, HLOType(type.dtype.hlo, []))
    return context.function.reduceWindow(operands, initial: [zero], window: window, to: [type.hlo]) { f, v in
      [f.binary("stablehlo.add", v[0], v[1])]
    }
  }
}
