package import StableHLO
package import TensorCore

/// Places axis `i` of the operand at axis `dimensions[i]` of the result and repeats along the others.
package struct BroadcastInDim: LinearInFirst, HostEvaluated {
  package let name = "broadcastInDim"
  package let shape: Shape
  package let dimensions: [Int]

  package init(shape: Shape, dimensions: [Int]) {
    self.shape = shape
    self.dimensions = dimensions
  }
  package var parameters: String { "shape: \(shape), dimensions: \(dimensions)" }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try ShapeRule.checkExtents(shape)
    try ShapeRule.checkCount(dimensions, "dimensions", rank: operands[0].ndim)
    try ShapeRule.checkAxes(dimensions, rank: shape.count)
    for (from, to) in zip(operands[0].shape.dimensions, dimensions) where from != 1 && from != shape[to] {
      throw TypeRuleError(
        "\(operands[0].shape) cannot be broadcast to \(shape)",
        expected: "extents that are equal or 1, compared from the last axis")
    }
    return [operands[0].with(shape: shape)]
  }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    let from = operands[0].type.shape
    let repeated = shape.dimensions.indices.filter { !dimensions.contains($0) }
    let stretched = zip(from.dimensions, dimensions).filter { $0 == 1 && shape[$1] != 1 }.map(\.1)
    return [
      cotangents[0].map { cotangent in
        let summed: Tensor = bind(ReduceSum(axes: (repeated + stretched).sorted()), cotangent)
        return summed.reshape(from)
      }
    ]
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    let batched = BroadcastInDim(
      shape: [context.size] + shape, dimensions: [0] + dimensions.map { $0 + 1 })
    return (bind(batched, [operands[0].batchedFirst(axes[0], context)]), [0])
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    [context.function.broadcastInDim(operands[0], dimensions: dimensions, to: context.resultTypes[0].hlo)]
  }

  package func evaluateOnHost(_ operands: [HostOperand], _ result: TensorType) -> [UInt8]? {
    guard let operand = operands.first else { return nil }
    guard case .scalar(let bits) = operand.elements else {
      return HostElements.repeated(operand, dimensions, result)
    }
    let width = result.dtype.byteWidth
    let count = result.shape.size
    guard count <= 1 << 24 else { return nil }
    if bits == 0 { return [UInt8](repeating: 0, count: count * width) }
    var bytes = [UInt8](repeating: 0, count: count * width)
    for offset in 0..<width {
      let byte = UInt8(truncatingIfNeeded: bits >> UInt64(8 * offset))
      if byte == 0 { continue }
      for index in 0..<count { bytes[index * width + offset] = byte }
    }
    return bytes
  }
}

/// The same elements in row-major order under another shape.
package struct Reshape: LinearInFirst {
  package let name = "reshape"
  package let shape: Shape
  package var parameters: String { "\(shape)" }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try ShapeRule.checkExtents(shape)
    if operands[0].shape.size != shape.size {
      throw TypeRuleError(
        "\(operands[0].shape) has \(operands[0].shape.size) elements, \(shape) has \(shape.size)",
        expected: "a shape of as many elements; one extent may be -1 and is then computed")
    }
    return [operands[0].with(shape: shape)]
  }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    [cotangents[0].map { bind(Reshape(shape: operands[0].type.shape), $0) }]
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    (bind(Reshape(shape: [context.size] + shape), [operands[0].batchedFirst(axes[0], context)]), [0])
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    [context.function.reshape(operands[0], to: shape.dimensions)]
  }
}

/// Reorders axes: axis `i` of the result is axis `permutation[i]` of the operand.
package struct Transpose: LinearInFirst {
  package let name = "transpose"
  package let permutation: [Int]
  package var parameters: String { "\(permutation)" }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try ShapeRule.checkCount(permutation, "axes", rank: operands[0].ndim)
    try ShapeRule.checkAxes(permutation, rank: operands[0].ndim)
    return [operands[0].with(shape: Shape(permutation.map { operands[0].shape[$0] }))]
  }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    var inverse = permutation
    for (to, from) in permutation.enumerated() { inverse[from] = to }
    return [cotangents[0].map { bind(Transpose(permutation: inverse), $0) }]
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    let batched = Transpose(permutation: [0] + permutation.map { $0 + 1 })
    return (bind(batched, [operands[0].batchedFirst(axes[0], context)]), [0])
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    [context.function.transpose(operands[0], permutation: permutation)]
  }
}

/// Reverses the order of elements along some axes.
package struct Reverse: LinearInFirst {
  package let name = "reverse"
  package let axes: [Int]

  package init(axes: [Int]) {
    self.axes = axes
  }
  package var parameters: String { "axes: \(axes)" }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try ShapeRule.checkAxes(axes, rank: operands[0].ndim)
    return operands
  }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    [cotangents[0].map { bind(self, $0) }]
  }

  package func batch(
    _ operands: [Tensor], _ batchAxes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    (bind(Reverse(axes: axes.map { $0 + 1 }), [operands[0].batchedFirst(batchAxes[0], context)]), [0])
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    [context.function.reverse(operands[0], dimensions: axes)]
  }
}

/// Joins tensors along one axis.
package struct Concatenate: Primitive {
  package let name = "concatenate"
  package let axis: Int

  package init(axis: Int) {
    self.axis = axis
  }
  package var parameters: String { "axis: \(axis)" }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    let dtype = try ElementwiseRule.dtype(operands)
    let first = operands[0].shape
    try ShapeRule.checkAxes([axis], rank: first.count)
    var extents = first.dimensions
    for operand in operands.dropFirst() {
      var other = operand.shape.dimensions
      guard other.count == first.count else {
        throw TypeRuleError(
          "the ranks differ: \(first) and \(operand.shape)", expected: "operands of one rank")
      }
      extents[axis] = extents[axis] +| other[axis]
      other[axis] = first[axis]
      if other != first.dimensions {
        throw TypeRuleError(
          "the shapes \(first) and \(operand.shape) differ outside of axis \(axis)",
          expected: "shapes that agree in every other axis")
      }
    }
    return [TensorType(Shape(extents), dtype, isWeak: operands.allSatisfy(\.isWeak))]
  }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let result = bind(self, primals)
    if tangents.allSatisfy({ $0 == nil }) { return (result, [nil]) }
    return (result, bind(self, zip(primals, tangents).map { $1 ?? $0.zeroTangent }))
  }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    guard let cotangent = cotangents[0] else { return operands.map { _ in nil } }
    var start = 0
    return operands.map { operand in
      let extent = operand.type.shape[axis]
      defer { start += extent }
      guard operand.isLinear else { return nil }
      return cotangent.sliced(axis: axis, from: start, to: start + extent)
    }
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    (bind(Concatenate(axis: axis + 1), zip(operands, axes).map { $0.batchedFirst($1, context) }), [0])
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    [context.function.concatenate(operands, dimension: axis, to: context.resultTypes[0].hlo)]
  }
}

extension Tensor {
  /// A tangent of zeros for this value.
  package var zeroTangent: Tensor { Tensor.full(type.shape, 0, dtype: dtype) }

  /// The part of one axis from `start` to `limit`, exclusive.
  package func sliced(axis: Int, from start: Int, to limit: Int) -> Tensor {
    if isFailed { return self }
    var starts = [Int](repeating: 0, count: ndim)
    var limits = type.shape.dimensions
    starts[axis] = start
    limits[axis] = limit
    return bind(Slice(start: starts, limit: limits), self)
  }

  /// Every `step`th element of one axis.
  func strided(axis: Int, from start: Int, to limit: Int, by step: Int) -> Tensor {
    if isFailed { return self }
    var starts = [Int](repeating: 0, count: ndim)
    var limits = type.shape.dimensions
    var steps = [Int](repeating: 1, count: ndim)
    starts[axis] = start
    limits[axis] = Swift.max(start, limit)
    steps[axis] = step
    return bind(Slice(start: starts, limit: limits, stride: steps), self)
  }
}

extension Tensor {
  /// The same elements with one axis at another place.
  package func movingAxis(_ from: Int, to target: Int) -> Tensor {
    if from == target || isFailed { return self }
    var order = Array(0..<type.ndim)
    order.remove(at: from)
    order.insert(from, at: target)
    return bind(Transpose(permutation: order), self)
  }

  /// The tensor repeated along a new axis.
  package func batchBroadcast(_ size: Int, at axis: Int) -> Tensor {
    if isFailed { return self }
    var shape = type.shape.dimensions
    let kept = Array(0..<axis) + Array((axis + 1)..<(shape.count + 1))
    shape.insert(size, at: axis)
    return bind(BroadcastInDim(shape: Shape(shape), dimensions: kept), self)
  }

  package func broadcastInDim(_ shape: Shape, dimensions: [Int]) -> Tensor {
    bind(BroadcastInDim(shape: shape, dimensions: dimensions), self)
  }

  /// The batched operand with its batch axis first; an unbatched one repeated.
  package func batchedFirst(_ axis: Int?, _ context: BatchContext) -> Tensor {
    axis.map { movingAxis($0, to: 0) } ?? batchBroadcast(context.size, at: 0)
  }
}
