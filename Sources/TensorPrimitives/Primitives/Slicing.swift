package import StableHLO
package import TensorCore

/// The elements from `start` to `limit`, exclusive, in steps of `stride`.
package struct Slice: LinearInFirst {
  package let name = "slice"
  package let start: [Int]
  package let limit: [Int]
  package let stride: [Int]
  package var parameters: String {
    "start: \(start), limit: \(limit)" + (stride.allSatisfy { $0 == 1 } ? "" : ", stride: \(stride)")
  }

  package init(start: [Int], limit: [Int], stride: [Int]? = nil) {
    self.start = start
    self.limit = limit
    self.stride = stride ?? start.map { _ in 1 }
  }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    let shape = operands[0].shape
    try ShapeRule.checkCount(start, "start indices", rank: shape.count)
    try ShapeRule.checkCount(limit, "limit indices", rank: shape.count)
    try ShapeRule.checkCount(stride, "strides", rank: shape.count)
    var extents: [Int] = []
    for axis in shape.dimensions.indices {
      guard start[axis] >= 0, limit[axis] <= shape[axis], start[axis] <= limit[axis], stride[axis] > 0 else {
        throw TypeRuleError(
          "\(start[axis])..<\(limit[axis]) by \(stride[axis]) is not a range of axis \(axis), which has \(shape[axis])",
          expected: "0 <= start <= limit <= \(shape[axis]) and a positive stride")
      }
      extents.append(Int.steps(from: start[axis], to: limit[axis], by: stride[axis]))
    }
    return [operands[0].with(shape: Shape(extents))]
  }

  package func slicedRange(of operand: TensorType) -> AxisRange? {
    let cut = operand.shape.dimensions.indices.filter {
      start[$0] != 0 || limit[$0] != operand.shape[$0] || stride[$0] != 1
    }
    guard cut.count == 1, let axis = cut.first, stride[axis] == 1 else { return nil }
    return AxisRange(axis: axis, start: start[axis], limit: limit[axis])
  }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    guard let cotangent = cotangents[0] else { return [nil] }
    let extents = operands[0].type.shape.dimensions
    let result = cotangent.type.shape.dimensions
    let high = extents.indices.map { axis in
      let last = result[axis] == 0 ? start[axis] : start[axis] + (result[axis] - 1) * stride[axis] + 1
      return extents[axis] - last
    }
    // The stride of one element may be any number.
    let interior = extents.indices.map { result[$0] < 2 ? 0 : stride[$0] - 1 }
    let zero = Tensor(ScalarLiteral(0, cotangent.dtype))
    return [bind(Pad(low: start, high: high, interior: interior), cotangent, zero)]
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    let batched = Slice(start: [0] + start, limit: [context.size] + limit, stride: [1] + stride)
    return (bind(batched, [operands[0].batchedFirst(axes[0], context)]), [0])
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    // XLA adds the stride to the positions, and ends the process where that goes beyond 2^63.
    let steps = stride.indices.map { min(stride[$0], max(1, limit[$0] - start[$0])) }
    return [
      context.function.slice(
        operands[0], start: start, limit: limit, stride: steps, to: context.resultTypes[0].hlo)
    ]
  }
}

/// Pads with the second operand, a scalar, before, after and between elements; negative padding removes.
package struct Pad: Primitive {
  package let name = "pad"
  package let low: [Int]
  package let high: [Int]
  package let interior: [Int]

  package init(low: [Int], high: [Int], interior: [Int]) {
    self.low = low
    self.high = high
    self.interior = interior
  }
  package var parameters: String { "low: \(low), high: \(high), interior: \(interior)" }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(2, operands)
    let dtype = try ElementwiseRule.dtype(operands)
    let shape = operands[0].shape
    try ShapeRule.checkCount(low, "low paddings", rank: shape.count)
    try ShapeRule.checkCount(high, "high paddings", rank: shape.count)
    try ShapeRule.checkCount(interior, "interior paddings", rank: shape.count)
    for list in [low, high, interior] { try ShapeRule.checkRange(list, "paddings") }
    if operands[1].ndim != 0 {
      throw TypeRuleError("the padding value has shape \(operands[1].shape)", expected: "a scalar")
    }
    var extents: [Int] = []
    for axis in shape.dimensions.indices {
      let spread = shape[axis] +| max(0, shape[axis] - 1) *| interior[axis]
      let extent = low[axis] +| high[axis] +| spread
      if interior[axis] < 0 || extent < 0 {
        throw TypeRuleError(
          "padding of (\(low[axis]), \(high[axis]), \(interior[axis])) leaves nothing of axis \(axis)",
          expected: "no negative interior padding, and at least 0 elements left")
      }
      extents.append(extent)
    }
    return [TensorType(Shape(extents), dtype, isWeak: operands[0].isWeak)]
  }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let result = bind(self, primals)
    if tangents.allSatisfy({ $0 == nil }) { return (result, [nil]) }
    let value = tangents[1] ?? Tensor(ScalarLiteral(0, primals[1].dtype))
    return (result, bind(self, [tangents[0] ?? primals[0].zeroTangent, value]))
  }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    guard let cotangent = cotangents[0] else { return [nil, nil] }
    let zero = Tensor(ScalarLiteral(0, cotangent.dtype))
    let none = low.map { _ in 0 }
    let inner: Tensor = bind(
      Pad(low: low.map { -$0 }, high: high.map { -$0 }, interior: none), cotangent, zero)
    let operand: Tensor = bind(
      Slice(start: none, limit: inner.type.shape.dimensions, stride: interior.map { $0 + 1 }), inner)
    let all = Array(0..<low.count)
    return [
      operands[0].isLinear ? operand : nil,
      operands[1].isLinear
        ? bind(ReduceSum(axes: all), cotangent) - bind(ReduceSum(axes: all), operand) : nil,
    ]
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    let batched = Pad(low: [0] + low, high: [0] + high, interior: [0] + interior)
    let operand = operands[0].batchedFirst(axes[0], context)
    guard axes[1] != nil else { return (bind(batched, [operand, operands[1]]), [0]) }
    // A padding value for each lane: pad with zeros, and write the lane's value where the padding is.
    let zero = Tensor(ScalarLiteral(0, operand.dtype))
    let padded: Tensor = bind(batched, operand, zero)
    let mask = Tensor.full(operand.type.shape, 1, dtype: .bool)
    let isInside: Tensor = bind(batched, mask, Tensor(ScalarLiteral(0, .bool)))
    let fill = operands[1].broadcastInDim(padded.type.shape, dimensions: [0])
    return ([bind(Select(), isInside, padded, fill)], [0])
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    [
      context.function.pad(
        operands[0], operands[1], low: low, high: high, interior: interior, to: context.resultTypes[0].hlo)
    ]
  }
}
