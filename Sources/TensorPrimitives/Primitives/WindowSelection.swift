package import StableHLO
package import TensorCore

/// From each window of the second operand's extremum, the element of the first operand at its place.
///
/// Linear in the first operand; the derivative of maximum and minimum pooling.
package struct SelectAndGather: Primitive {
  package let isMaximum: Bool
  package let window: HLOFunction.Window
  /// The comparison by which an element is kept before a later one.
  private var direction: String { isMaximum ? "GE" : "LE" }
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
    let positions: Tensor = bind(self, numbers, chooser)
    let zeros = Tensor.full([shape.size], 0, dtype: cotangent.dtype)
    let dimensions = HLOFunction.GatherDimensions(
      offset: [], collapsedSlice: [0], startIndexMap: [0], indexVector: positions.ndim)
    let vectors = (positions - 1).reshape(positions.type.shape + [1])
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
    if let tiles = WindowTiles(window, extents: context.operandTypes[1].shape.dimensions) {
      return [tiles.gather(operands[0], operands[1], padding: initial, choosing: direction, f)]
    }
    let result = context.resultTypes[0].hlo
    let (inputs, window) = f.croppingNegativeEdges(
      [operands[1], operands[0]], padding: initial, axes: Array(window.sizes.indices), window)
    let results = f.reduceWindow(
      inputs, initial: initial, window: window, to: [result.with(chooser.hlo), result]
    ) { f, v in
      let keeps = f.compare(direction, v[0], v[2])
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
  /// The comparison by which an element is kept before a later one.
  private var direction: String { isMaximum ? "GE" : "LE" }
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
    if let tiles = WindowTiles(window, extents: context.operandTypes[1].shape.dimensions) {
      return [
        tiles.scatter(
          operands[0], operands[1], padding: [worst, zero], choosing: direction,
          to: context.resultTypes[0].hlo, f)
      ]
    }
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
      whole, operands[0], initial: zero, window: inner, select: direction)
    return [
      f.pad(
        scattered, zero, low: window.low.map { -$0 }, high: window.high.map { -$0 }, interior: none,
        to: context.resultTypes[0].hlo)
    ]
  }
}
