package import StableHLO
package import TensorCore

/// Converts to another dtype.
package struct Convert: Primitive {
  package let name = "convert"
  package let dtype: DType
  package let isWeak: Bool
  package var parameters: String { "\(dtype.shortName)" }

  package init(_ dtype: DType, isWeak: Bool = false) {
    self.dtype = dtype
    self.isWeak = isWeak
  }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    return [TensorType(operands[0].shape, dtype, isWeak: isWeak)]
  }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let result: Tensor = bind(self, primals[0])
    guard let tangent = tangents[0], dtype.isDifferentiable else { return ([result], [nil]) }
    return ([result], [bind(Convert(dtype), tangent)])
  }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    [cotangents[0].map { bind(Convert(operands[0].type.dtype), $0) }]
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) { (bind(self, operands), axes) }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    if operands[0].type.element == dtype.hlo { return operands }
    if dtype == .bool {
      let zero = context.function.constant(
        ScalarLiteral(0, context.operandTypes[0].dtype).hloLiteral, operands[0].type)
      return [context.function.compare("NE", operands[0], zero)]
    }
    return [context.function.convert(operands[0], to: dtype.hlo)]
  }
}

/// Reads the same bits as another dtype; a narrower one splits elements along a new last axis, a wider one joins those
/// of the last axis.
package struct BitcastConvert: NonDifferentiable {
  package let name = "bitcastConvert"
  package let dtype: DType

  package init(dtype: DType) {
    self.dtype = dtype
  }
  package var parameters: String { "\(dtype.shortName)" }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    let (from, to) = (operands[0].dtype.byteWidth, dtype.byteWidth)
    let shape = operands[0].shape
    for kind in [DType.Kind.boolean, .complex] where (operands[0].dtype.kind == kind) != (dtype.kind == kind)
    {
      throw TypeRuleError(
        "the bits of \(operands[0].dtype) cannot be read as \(dtype)",
        expected: "integers and floats as one another; booleans and complex numbers only as themselves")
    }
    if from == to { return [TensorType(shape, dtype)] }
    if from > to { return [TensorType(shape + [from / to], dtype)] }
    guard shape[-1] == to / from else {
      throw TypeRuleError(
        "\(operands[0]) has \(shape.isEmpty ? "no axis" : "a last axis of \(shape[-1])") to make elements of \(dtype) from",
        expected:
          "a last axis of \(to / from): one of \(dtype) has the bits of \(to / from) of \(operands[0].dtype)")
    }
    return [TensorType(Shape(Array(shape.dimensions.dropLast())), dtype)]
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) { (bind(self, [operands[0].batchedFirst(axes[0], context)]), [0]) }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    [context.function.bitcastConvert(operands[0], to: context.resultTypes[0].hlo)]
  }
}

/// Counts 0, 1, 2, … along one axis.
package struct Iota: NonDifferentiable, HostEvaluated {
  package let name = "broadcastedIota"
  package let shape: Shape
  package let dtype: DType
  package let axis: Int

  package init(shape: Shape, dtype: DType, axis: Int) {
    self.shape = shape
    self.dtype = dtype
    self.axis = axis
  }
  package var parameters: String { "\(TensorType(shape, dtype)), axis: \(axis)" }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(0, operands)
    try Domain.numeric.check([TensorType(shape, dtype)])
    try ShapeRule.checkExtents(shape)
    guard shape.dimensions.indices.contains(axis) else {
      throw TypeRuleError("axis \(axis) is not one of \(shape)", expected: "an axis below \(shape.count)")
    }
    guard shape[axis] == 0 || dtype.canCount(to: shape[axis] - 1) else {
      throw TypeRuleError(
        "positions up to \(shape[axis] - 1) do not fit \(dtype)", expected: "a wider dtype, or a smaller axis"
      )
    }
    return [TensorType(shape, dtype)]
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) { (bind(self, operands), [nil]) }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    [context.function.iota(dimension: axis, context.resultTypes[0].hlo)]
  }

  package func evaluateOnHost(_ operands: [HostOperand], _ result: TensorType) -> [UInt8]? {
    guard shape.count == 1, shape[0] <= 1 << 16 else { return nil }
    let width = dtype.byteWidth
    var bytes = [UInt8](repeating: 0, count: shape[0] * width)
    for index in 0..<shape[0] {
      var bits = ScalarLiteral(index, dtype).bits
      for offset in 0..<width {
        bytes[index * width + offset] = UInt8(truncatingIfNeeded: bits)
        bits >>= 8
      }
    }
    return bytes
  }
}
