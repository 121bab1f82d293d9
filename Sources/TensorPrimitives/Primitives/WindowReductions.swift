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
    let dtype = context.operandTypes[0].dtype
    let initial = context.function.constant(identity(dtype).hloLiteral, HLOType(dtype.hlo, []))
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
package struct ReduceWindowProduct: WindowReduction {
  package let name = "reduceWindowProduct", hloName = "stablehlo.multiply", domain = Domain.numeric
  package let window: HLOFunction.Window
  package init(window: HLOFunction.Window) { self.window = window }
  package func identity(_ dtype: DType) -> ScalarLiteral { ScalarLiteral(1, dtype) }
  package func with(window: HLOFunction.Window) -> Self { Self(window: window) }

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

/// From each window of the second operand's extremum, the element of the first operand at its place.
///
/// Linear in the first operand; the derivative of maximum and minimum pooling.
package struct SelectAndGather: Primitive {
  package let isMaximum: Bool
  package let window: HLOFunction.Window
  package var name: String { isMaximum ? "gatherWindowMax" : "gatherWindowMin" }
  package var parameters: String { window.text }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(2, operands)
    if operands[0].shape != operands[1].shape {
      throw TypeRuleError(
        "the shapes differ: \(operands[0].shape) and \(operands[1].shape)", expected: "operands of one shape")
    }
    return [
      operands[0].with(shape: Shape(try WindowRule.resultExtents(operands[0].shape.dimensions, window)))
    ]
  }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    ([bind(self, primals[0], primals[1])], [tangents[0].map { bind(self, $0, primals[1]) }])
  }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    guard let cotangent = cotangents[0] else { return [nil, nil] }
    let chooser = operands[1].value(self)
    let isDilated = (window.baseDilations + window.windowDilations).contains { $0 != 1 }
    guard isDilated else {
      return [bind(SelectAndScatter(isMaximum: isMaximum, window: window), cotangent, chooser), nil]
    }
    // XLA's scatter has no dilations: find the places (from 1; 0 for a window of padding alone) and add there.
    let shape = chooser.type.shape
    let numbers = Tensor.arange(1, shape.size + 1, dtype: .int32).reshape(shape)
    let places: Tensor = bind(self, numbers, chooser)
    let zeros = Tensor.full([shape.size], 0, dtype: cotangent.dtype)
    let dimensions = HLOFunction.GatherDimensions(
      offset: [], collapsedSlice: [0], startIndexMap: [0], indexVector: places.ndim)
    let vectors = (places - 1).reshape(places.type.shape + [1])
    return [bind(Scatter(.add, dimensions: dimensions), zeros, vectors, cotangent).reshape(shape), nil]
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    let batched = SelectAndGather(isMaximum: isMaximum, window: window.withLeadingAxis)
    return (bind(batched, zip(operands, axes).map { $0.batchedFirst($1, context) }), [0])
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let f = context.function
    let (values, chooser) = (context.operandTypes[0].dtype, context.operandTypes[1].dtype)
    let worst = (isMaximum ? chooser.lowest : chooser.highest).hloLiteral
    let initial = [
      f.constant(worst, HLOType(chooser.hlo, [])),
      f.constant(ScalarLiteral(0, values).hloLiteral, HLOType(values.hlo, [])),
    ]
    let result = context.resultTypes[0].hlo
    let (inputs, window) = f.croppingNegativeEdges(
      [operands[1], operands[0]], padding: initial, axes: Array(window.sizes.indices), window)
    let results = f.reduceWindow(
      inputs, initial: initial, window: window, to: [result.with(chooser.hlo), result]
    ) { f, v in
      let keeps = f.compare(isMaximum ? "GE" : "LE", v[0], v[2])
      return [f.select(keeps, v[0], v[2]), f.select(keeps, v[1], v[3])]
    }
    return [results[1]]
  }
}

/// The transpose of `SelectAndGather` without dilations: elements of the first operand, one for each window, are added
/// where the second operand attains the window's extremum.
package struct SelectAndScatter: Primitive {
  package let isMaximum: Bool
  package let window: HLOFunction.Window
  package var name: String { isMaximum ? "scatterWindowMax" : "scatterWindowMin" }
  package var parameters: String { window.text }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(2, operands)
    let windows = Shape(try WindowRule.resultExtents(operands[1].shape.dimensions, window))
    if operands[0].shape != windows {
      throw TypeRuleError("\(operands[0].shape) for windows of \(windows)", expected: "one element a window")
    }
    return [operands[0].with(shape: operands[1].shape)]
  }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    ([bind(self, primals[0], primals[1])], [tangents[0].map { bind(self, $0, primals[1]) }])
  }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    let gather = SelectAndGather(isMaximum: isMaximum, window: window)
    return [cotangents[0].map { bind(gather, $0, operands[1].value(self)) }, nil]
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    let batched = SelectAndScatter(isMaximum: isMaximum, window: window.withLeadingAxis)
    return (bind(batched, zip(operands, axes).map { $0.batchedFirst($1, context) }), [0])
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let f = context.function
    let (values, chooser) = (context.operandTypes[0].dtype, context.operandTypes[1].dtype)
    let worst = f.constant(
      (isMaximum ? chooser.lowest : chooser.highest).hloLiteral, HLOType(chooser.hlo, []))
    let zero = f.constant(ScalarLiteral(0, values).hloLiteral, HLOType(values.hlo, []))
    // XLA would take its own padding for zeros: pad with the worst value first and cut that off again.
    let extents = context.operandTypes[1].shape.dimensions
    let padded = extents.indices.map { extents[$0] + window.low[$0] + window.high[$0] }
    let none = extents.map { _ in 0 }
    let whole = f.pad(
      operands[1], worst, low: window.low, high: window.high, interior: none,
      to: HLOType(chooser.hlo, padded))
    var inner = window
    (inner.low, inner.high) = (none, none)
    let scattered = f.selectAndScatterAdd(
      whole, operands[0], initial: zero, window: inner, select: isMaximum ? "GE" : "LE")
    return [
      f.pad(
        scattered, zero, low: window.low.map { -$0 }, high: window.high.map { -$0 }, interior: none,
        to: context.resultTypes[0].hlo)
    ]
  }
}
