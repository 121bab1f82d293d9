package import StableHLO
package import TensorCore

/// A part of fixed size of the first operand; the other operands, scalars, say where it starts on each axis.
///
/// A start that would leave the operand is moved in (`lax.dynamic_slice`).
package struct DynamicSlice: LinearInFirst {
  package let name = "dynamicSlice"
  package let sizes: [Int]

  package init(sizes: [Int]) {
    self.sizes = sizes
  }
  package var parameters: String { "sizes: \(sizes)" }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try DynamicSlicing.check(Array(operands.dropFirst()), sizes, of: operands.first)
    return [operands[0].with(shape: Shape(sizes))]
  }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    let starts = operands.dropFirst().map { $0.value(self) }
    let none = [Tensor?](repeating: nil, count: starts.count)
    guard let cotangent = cotangents[0] else { return [nil] + none }
    let zeros = Tensor.full(operands[0].type.shape, 0, dtype: cotangent.dtype)
    return bind(DynamicUpdateSlice(), [zeros, cotangent] + starts) + none
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    let starts = Array(operands.dropFirst())
    guard axes.dropFirst().contains(where: { $0 != nil }) else {
      let operand = operands[0].batchedFirst(axes[0], context)
      return (
        bind(DynamicSlice(sizes: [context.size] + sizes), [operand, DynamicSlicing.zero(starts)] + starts),
        [0]
      )
    }
    let positions = DynamicSlicing.positions(starts, Array(axes.dropFirst()), context)
    let isBatched = axes[0] != nil
    let operand = axes[0].map { operands[0].movingAxis($0, to: 0) } ?? operands[0]
    let dimensions = DynamicSlicing.dimensions(rank: sizes.count, batchedOperand: isBatched)
    return (
      [bind(Gather(dimensions: dimensions, sliceSizes: (isBatched ? [1] : []) + sizes), operand, positions)],
      [0]
    )
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let starts = DynamicSlicing.movedIn(
      Array(operands.dropFirst()), sizes, of: operands[0], context.function)
    return [context.function.dynamicSlice(operands[0], start: starts, sizes: sizes)]
  }
}

/// The first operand with the second written over a part of it; the other operands, scalars, say where it starts.
///
/// A start from which the update would leave the operand is moved in (`lax.dynamic_update_slice`).
package struct DynamicUpdateSlice: Primitive {
  package init() {}

  package let name = "dynamicUpdateSlice"

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    guard operands.count >= 2 else {
      throw TypeRuleError("\(operands.count) operands were given", expected: "an operand and an update")
    }
    _ = try ElementwiseRule.dtype([operands[0], operands[1]])
    try DynamicSlicing.check(Array(operands.dropFirst(2)), operands[1].shape.dimensions, of: operands[0])
    return [operands[0]]
  }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let result = bind(self, primals)
    if tangents[0] == nil && tangents[1] == nil { return (result, [nil]) }
    let both = [tangents[0] ?? primals[0].zeroTangent, tangents[1] ?? primals[1].zeroTangent]
    return (result, bind(self, both + primals.dropFirst(2)))
  }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    let starts = operands.dropFirst(2).map { $0.value(self) }
    let none = [Tensor?](repeating: nil, count: starts.count)
    guard let cotangent = cotangents[0] else { return [nil, nil] + none }
    let update = operands[1].type.shape
    let zeros = Tensor.full(update, 0, dtype: cotangent.dtype)
    return [
      operands[0].isLinear ? bind(self, [cotangent, zeros] + starts)[0] : nil,
      operands[1].isLinear ? bind(DynamicSlice(sizes: update.dimensions), [cotangent] + starts)[0] : nil,
    ] + none
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    let operand = operands[0].batchedFirst(axes[0], context)
    let update = operands[1].batchedFirst(axes[1], context)
    let starts = Array(operands.dropFirst(2))
    guard axes.dropFirst(2).contains(where: { $0 != nil }) else {
      return (bind(self, [operand, update, DynamicSlicing.zero(starts)] + starts), [0])
    }
    // Scatter leaves out what does not fit, where this moves it in.
    let moved = starts.enumerated().map { axis, start in
      let limit = operand.type.shape[axis + 1] - update.type.shape[axis + 1]
      return clip(start.positions, 0, Tensor(limit))
    }
    let positions = DynamicSlicing.positions(moved, Array(axes.dropFirst(2)), context)
    let dimensions = DynamicSlicing.dimensions(rank: starts.count, batchedOperand: true)
    return ([bind(Scatter(.set, dimensions: dimensions, isUnique: true), operand, positions, update)], [0])
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let update = context.function.computedFirst(operands[1])
    let starts = DynamicSlicing.movedIn(
      Array(operands.dropFirst(2)), update.type.dimensions, of: operands[0], context.function)
    return [context.function.dynamicUpdateSlice(operands[0], update, start: starts)]
  }
}

/// What the two share.
private enum DynamicSlicing {
  static func check(
    _ starts: [TensorType], _ sizes: [Int], of operand: TensorType?
  ) throws(TypeRuleError) {
    guard let operand else { throw TypeRuleError("no operand", expected: "a tensor to slice") }
    try ShapeRule.checkCount(sizes, "slice sizes", rank: operand.ndim)
    if starts.count != operand.ndim || starts.contains(where: { $0.ndim != 0 }) {
      throw TypeRuleError(
        "the start indices are \(starts)", expected: "one scalar for each axis: \(operand.ndim)")
    }
    try Domain.integer.check(starts)
    for (axis, size) in sizes.enumerated() where size < 0 || size > operand.shape[axis] {
      throw TypeRuleError(
        "a slice of \(size) does not fit axis \(axis) of \(operand.shape)",
        expected: "sizes from 0 to the extent of the axis")
    }
  }

  /// The starts moved in, so that parts of `sizes` lie in the operand.
  ///
  /// XLA does so too, but joins a slice of a slice by adding the starts, without moving the inner one in first
  /// (jax-ml/jax has the same values). Starts that lie within their bounds may be added.
  static func movedIn(
    _ starts: [HLOValue], _ sizes: [Int], of operand: HLOValue, _ f: HLOFunction
  ) -> [HLOValue] {
    starts.enumerated().map { axis, start in
      // A narrow integer may not be able to count to the bound.
      let wide = start.type.element.bitWidth < 32 ? f.convert(start, to: .i32) : start
      let last = f.constant(String(operand.type.dimensions[axis] - sizes[axis]), wide.type)
      return f.clamp(f.constant("0", wide.type), wide, last)
    }
  }

  /// A start of 0 for one more axis, in the dtype of the other starts.
  static func zero(_ starts: [Tensor]) -> Tensor { Tensor(ScalarLiteral(0, starts.first?.dtype ?? .int32)) }

  /// The starts of all lanes as index vectors `[lanes, axes]`.
  static func positions(_ starts: [Tensor], _ axes: [Int?], _ context: BatchContext) -> Tensor {
    stack(zip(starts, axes).map { $0.batchedFirst($1, context) }, axis: 1)
  }

  /// The numbers of a gather or scatter with one window for each lane.
  static func dimensions(rank: Int, batchedOperand: Bool) -> HLOFunction.GatherDimensions {
    let window = Array(1..<(rank + 1))
    return HLOFunction.GatherDimensions(
      offset: window, collapsedSlice: [], operandBatching: batchedOperand ? [0] : [],
      startIndicesBatching: batchedOperand ? [0] : [],
      startIndexMap: batchedOperand ? window : Array(0..<rank), indexVector: 1)
  }
}
