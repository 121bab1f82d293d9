package import StableHLO
package import TensorCore

/// A reduction of the windows that slide over a tensor (`lax.reduce_window`), from the operation's identity on.
package protocol WindowReduction: Primitive {
  var window: HLOFunction.Window { get }
  var hloName: String { get }
  var domain: Domain { get }
  func identity(_ dtype: DType) -> ScalarLiteral
  func with(window: HLOFunction.Window) -> Self
}

extension WindowReduction {
  package var parameters: String { window.text }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try domain.check(operands)
    return [
      operands[0].with(shape: Shape(try WindowRule.resultExtents(operands[0].shape.dimensions, window)))
    ]
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    (bind(with(window: window.withLeadingAxis), [operands[0].batchedFirst(axes[0], context)]), [0])
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    lowerReduction(operands, context)
  }

  func lowerReduction(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let dtype = context.operandTypes[0].dtype
    let initial = context.function.constant(identity(dtype).hloLiteral, HLOType(dtype.hlo, []))
    if let tiles = WindowTiles(window, extents: context.operandTypes[0].shape.dimensions) {
      let divided = tiles.divide(operands[0], padding: initial, context.function)
      return [
        context.function.reduce(divided, initial: initial, operation: hloName, dimensions: tiles.placeAxes)
      ]
    }
    let (inputs, window) = context.function.croppingNegativeEdges(
      operands, padding: [initial], axes: Array(window.sizes.indices), window)
    return context.function.reduceWindow(
      inputs, initial: [initial], window: window, to: context.resultTypes.map(\.hlo)
    ) { f, values in [f.binary(hloName, values[0], values[1])] }
  }
}

package struct ReduceWindowSum: WindowReduction, LinearInFirst {
  package let name = "reduceWindowSum", hloName = "stablehlo.add", domain = Domain.numeric
  package let window: HLOFunction.Window
  package init(window: HLOFunction.Window) { self.window = window }
  package func identity(_ dtype: DType) -> ScalarLiteral { ScalarLiteral(0, dtype) }
  package func with(window: HLOFunction.Window) -> Self { Self(window: window) }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    guard let cotangent = cotangents[0] else { return [nil] }
    if let tiles = WindowTiles(window, extents: operands[0].type.shape.dimensions) {
      return [tiles.spread(cotangent)]
    }
    // Each element goes to all places of its window: the windows of the spread cotangent, summed.
    let input = operands[0].type.shape.dimensions
    let reach = WindowRule.dilated(window.sizes, window.windowDilations)
    let base = WindowRule.dilated(input, window.baseDilations)
    let result = WindowRule.dilated(cotangent.type.shape.dimensions, window.strides)
    let low = zip(reach, window.low).map { $0 - $1 - 1 }
    let high = reach.indices.map { base[$0] + reach[$0] - 1 - result[$0] - low[$0] }
    let spread: Tensor = bind(
      Pad(low: low, high: high, interior: window.strides.map { $0 - 1 }), cotangent,
      Tensor(ScalarLiteral(0, cotangent.dtype)))
    let none = input.map { _ in 0 }
    let back = HLOFunction.Window(
      sizes: window.sizes, strides: window.baseDilations, low: none, high: none,
      baseDilations: input.map { _ in 1 }, windowDilations: window.windowDilations)
    return [bind(ReduceWindowSum(window: back), spread)]
  }
}

/// Maximum or minimum of windows: the tangent is that of the first element that attains it.
package struct ReduceWindowExtremum: WindowReduction {
  package let isMaximum: Bool
  package let window: HLOFunction.Window

  package init(isMaximum: Bool, window: HLOFunction.Window) {
    self.isMaximum = isMaximum
    self.window = window
  }
  package var name: String { isMaximum ? "reduceWindowMax" : "reduceWindowMin" }
  package var hloName: String { isMaximum ? "stablehlo.maximum" : "stablehlo.minimum" }
  package var domain: Domain { .ordered }
  package func identity(_ dtype: DType) -> ScalarLiteral { isMaximum ? dtype.lowest : dtype.highest }
  package func with(window: HLOFunction.Window) -> Self { Self(isMaximum: isMaximum, window: window) }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let result = bind(self, primals)
    guard let tangent = tangents[0] else { return (result, [nil]) }
    return (result, [bind(SelectAndGather(isMaximum: isMaximum, window: window), tangent, primals[0])])
  }
}

/// The product of windows; its tangent is that of a tree of products, which is exact where elements are 0.
package struct ReduceWindowProduct: WindowReduction, Composite {
  package let name = "reduceWindowProduct", hloName = "stablehlo.multiply", domain = Domain.numeric
  package let window: HLOFunction.Window
  package init(window: HLOFunction.Window) { self.window = window }
  package func identity(_ dtype: DType) -> ScalarLiteral { ScalarLiteral(1, dtype) }
  package func with(window: HLOFunction.Window) -> Self { Self(window: window) }

  package func evaluate(_ operands: [Tensor]) -> [Tensor] { [tree(operands[0])] }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    // Of complex numbers by our own products, as the element-wise ones.
    context.operandTypes[0].dtype.kind == .complex
      ? lowerEvaluation(operands, context) : lowerReduction(operands, context)
  }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let result = bind(self, primals)
    guard let tangent = tangents[0] else { return (result, [nil]) }
    return (result, [TensorPrimitives.tangent(of: tree, at: primals[0], along: tangent)])
  }

  /// The product by multiplications of two tensors: along one axis after the other, in windows that double.
  private func tree(_ x: Tensor) -> Tensor {
    let extents = (try? WindowRule.resultExtents(x.type.shape.dimensions, window)) ?? []
    if extents.contains(0) || window.sizes.contains(0) || x.type.shape.size == 0 {
      return Tensor.full(Shape(extents), 1, dtype: x.dtype)
    }
    let one = Tensor(ScalarLiteral(1, x.dtype))
    let padding = Pad(low: window.low, high: window.high, interior: window.baseDilations.map { $0 - 1 })
    var result: Tensor = bind(padding, x, one)
    for axis in extents.indices {
      let whole = ReduceWindowProduct.windows(
        of: window.sizes[axis], dilation: window.windowDilations[axis], axis: axis, result)
      result = whole.strided(
        axis: axis, from: 0, to: (extents[axis] - 1) * window.strides[axis] + 1, by: window.strides[axis])
    }
    return result
  }

  /// The products of as many elements along an axis, from each on that has them.
  private static func windows(of size: Int, dilation: Int, axis: Int, _ x: Tensor) -> Tensor {
    if size == 1 { return x }
    func product(_ a: Tensor, _ b: Tensor, _ distance: Int) -> Tensor {
      let count = b.type.shape[axis] - distance
      return bind(
        Mul(), a.sliced(axis: axis, from: 0, to: count),
        b.sliced(axis: axis, from: distance, to: distance + count))
    }
    let half = windows(of: size / 2, dilation: dilation, axis: axis, x)
    let double = product(half, half, size / 2 * dilation)
    return size % 2 == 0 ? double : product(double, x, (size - 1) * dilation)
  }
}
