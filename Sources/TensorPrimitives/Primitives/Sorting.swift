package import StableHLO
package import TensorCore

/// Sorts several tensors together along one axis by the first of them; NaN comes last.
package struct Sort: Primitive {
  package let name = "sort"
  package let axis: Int
  package let count: Int
  /// How many of the operands are compared, the first ones first.
  package let keyCount: Int
  package var parameters: String { "axis: \(axis)" + (keyCount == 1 ? "" : ", keyCount: \(keyCount)") }
  package var resultCount: Int { count }

  package init(axis: Int, count: Int, keyCount: Int = 1) {
    self.axis = axis
    self.count = count
    self.keyCount = keyCount
  }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(count, operands)
    try Domain.ordered.check(Array(operands.prefix(keyCount)))
    try ShapeRule.checkAxes([axis], rank: operands[0].ndim)
    for operand in operands where operand.shape != operands[0].shape {
      throw TypeRuleError(
        "the shapes differ: \(operands[0].shape) and \(operand.shape)", expected: "operands of one shape")
    }
    return operands
  }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    // The tangents take the places of the elements they belong to: sort positions along, and gather by them.
    let shape = primals[0].type.shape
    let positions: Tensor = bind(Iota(shape: shape, dtype: .int32, axis: axis), [])[0]
    let sorted = bind(Sort(axis: axis, count: count + 1, keyCount: keyCount), primals + [positions])
    let order = sorted[count]
    return (Array(sorted[..<count]), tangents.map { $0?.takeAlong(order, axis: axis) })
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    let batched = Sort(axis: axis + 1, count: count, keyCount: keyCount)
    let results = bind(batched, zip(operands, axes).map { $0.batchedFirst($1, context) })
    return (results, results.map { _ in 0 })
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let keys = context.operandTypes.prefix(keyCount).map(\.dtype)
    return context.function.sort(operands, dimension: axis, isStable: true) { f, values in
      var isLess: HLOValue?
      for (index, dtype) in keys.enumerated().reversed() {
        let a = Sort.comparable(values[2 * index], dtype, f)
        let b = Sort.comparable(values[2 * index + 1], dtype, f)
        let less = f.compare("LT", a, b, total: true)
        isLess =
          isLess.map { rest in
            f.binary(
              "stablehlo.or", less, f.binary("stablehlo.and", f.compare("EQ", a, b, total: true), rest))
          } ?? less
      }
      return isLess ?? values[0]
    }
  }

  /// A float whose total order is the one wanted: one zero, and every NaN after infinity.
  private static func comparable(_ value: HLOValue, _ dtype: DType, _ f: HLOFunction) -> HLOValue {
    guard dtype.isFloating else { return value }
    let zero = f.constant(ScalarLiteral(0, dtype).hloLiteral, value.type)
    let nan = f.constant(ScalarLiteral(Double.nan, dtype).hloLiteral, value.type)
    let unsigned = f.select(f.compare("EQ", value, zero), zero, value)
    return f.select(f.compare("NE", value, value), nan, unsigned)
  }
}

extension Tensor {
  /// Elements at positions along one axis; `positions` has the shape of the result (`jnp.take_along_axis`).
  package func takeAlong(_ positions: Tensor, axis: Int) -> Tensor {
    if isFailed { return self }
    let rank = type.ndim
    // A slice of one element does not fit an axis of none, be it that of the positions or another.
    if type.shape.size == 0 { return .zeros(positions.type.shape, dtype: dtype) }
    let others = (0..<rank).filter { $0 != axis }
    let indexShape = positions.type.shape + [1]
    let dimensions = HLOFunction.GatherDimensions(
      offset: [], collapsedSlice: [axis], operandBatching: others, startIndicesBatching: others,
      startIndexMap: [axis], indexVector: rank)
    let sizes = [Int](repeating: 1, count: rank)
    return bind(Gather(dimensions: dimensions, sliceSizes: sizes), self, positions.reshape(indexShape))
  }
}
