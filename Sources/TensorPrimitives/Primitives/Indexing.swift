import Foundation
package import StableHLO
package import TensorCore

/// Slices of the first operand at the positions in the second (`lax.gather`); positions out of range are moved in.
package struct Gather: Primitive {
  package let name = "gather"
  package let dimensions: HLOFunction.GatherDimensions
  package let sliceSizes: [Int]

  package init(dimensions: HLOFunction.GatherDimensions, sliceSizes: [Int]) {
    self.dimensions = dimensions
    self.sliceSizes = sliceSizes
  }
  package var parameters: String { "sliceSizes: \(sliceSizes)" }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(2, operands)
    try Domain.integer.check([operands[1]])
    try ShapeRule.checkCount(sliceSizes, "slice sizes", rank: operands[0].ndim)
    for (axis, size) in sliceSizes.enumerated() where size < 0 || size > operands[0].shape[axis] {
      throw TypeRuleError(
        "a slice of \(size) does not fit axis \(axis) of \(operands[0].shape)",
        expected: "slice sizes from 0 to the extent of the axis")
    }
    try dimensions.check(operands[0].shape, indices: operands[1].shape)
    let removed = dimensions.collapsedSlice + dimensions.operandBatching
    var window = sliceSizes.indices.filter { !removed.contains($0) }.map { sliceSizes[$0] }[...]
    var outer = operands[1].shape.dimensions
    if outer.indices.contains(dimensions.indexVector) { outer.remove(at: dimensions.indexVector) }
    var batch = outer[...]
    guard window.count == dimensions.offset.count else {
      throw TypeRuleError(
        "\(dimensions.offset.count) offset dimensions for slices of \(window.count) axes",
        expected: "one for each")
    }
    let extents = (0..<(window.count + batch.count)).map { axis in
      dimensions.offset.contains(axis) ? window.removeFirst() : (batch.isEmpty ? 0 : batch.removeFirst())
    }
    return [operands[0].with(shape: Shape(extents))]
  }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    (bind(self, primals), [tangents[0].map { bind(self, $0, primals[1]) }])
  }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    guard let cotangent = cotangents[0] else { return [nil, nil] }
    let zeros = Tensor.full(operands[0].type.shape, 0, dtype: cotangent.dtype)
    return [bind(Scatter(.add, dimensions: dimensions), zeros, operands[1].value(self), cotangent), nil]
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    let operand = axes[0].map { operands[0].movingAxis($0, to: 0) } ?? operands[0]
    let indices = axes[1].map { operands[1].movingAxis($0, to: 0) } ?? operands[1]
    let batched = dimensions.batched(operand: axes[0] != nil, indices: axes[1] != nil)
    let leading = axes[0] == nil ? [] : [axes[1] == nil ? context.size : 1]
    return ([bind(Gather(dimensions: batched, sliceSizes: leading + sliceSizes), operand, indices)], [0])
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    [
      context.function.gather(
        operands[0], context.function.positions(operands[1], context.operandTypes[1].dtype),
        dimensions: dimensions, sliceSizes: sliceSizes,
        to: context.resultTypes[0].hlo)
    ]
  }
}

extension HLOFunction.GatherDimensions {
  /// Checks that the numbers are axes of the operands and that index vectors have a component for each axis they name.
  package func check(_ operand: Shape, indices: Shape) throws(TypeRuleError) {
    try ShapeRule.checkAxes(collapsedSlice + operandBatching, rank: operand.count)
    try ShapeRule.checkAxes(startIndexMap + operandBatching, rank: operand.count)
    try ShapeRule.checkAxes(startIndicesBatching, rank: indices.count)
    let components = indexVector < indices.count ? indices[indexVector] : 1
    guard indexVector >= 0, indexVector <= indices.count, components == startIndexMap.count else {
      throw TypeRuleError(
        "index vectors of \(components) components for the axes \(startIndexMap)",
        expected: "a component for each of these axes")
    }
    let paired = zip(operandBatching, startIndicesBatching)
    guard operandBatching.count == startIndicesBatching.count,
      paired.allSatisfy({ operand[$0] == indices[$1] })
    else {
      throw TypeRuleError(
        "batch axes \(operandBatching) of \(operand) for \(startIndicesBatching) of \(indices)",
        expected: "pairs of axes of one extent")
    }
  }

  /// The numbers with a leading batch axis on the operand, the indices or both; the result has one either way.
  package func batched(operand: Bool, indices: Bool) -> Self {
    var result = self
    result.offset = offset.map { $0 + 1 }
    if operand {
      result.collapsedSlice = collapsedSlice.map { $0 + 1 }
      result.operandBatching = operandBatching.map { $0 + 1 }
      result.startIndexMap = startIndexMap.map { $0 + 1 }
    }
    if indices {
      result.startIndicesBatching = startIndicesBatching.map { $0 + 1 }
      result.indexVector = indexVector + 1
    }
    if operand && indices {
      result.operandBatching = [0] + result.operandBatching
      result.startIndicesBatching = [0] + result.startIndicesBatching
    } else if operand {
      result.offset = [0] + result.offset
    }
    return result
  }
}

/// The first operand with the third combined into it at the positions in the second; those out of range are left out.
package struct Scatter: Composite {
  package enum Combination: String, Sendable, Hashable {
    case set, add, multiply, min, max
  }
  package let combination: Combination
  package let dimensions: HLOFunction.GatherDimensions
  /// Whether no two updates meet; the caller's promise.
  package let isUnique: Bool
  package var name: String { combination == .set ? "scatter" : "scatter" + combination.rawValue.capitalized }
  package var parameters: String { isUnique ? "isUnique" : "" }

  package init(_ combination: Combination, dimensions: HLOFunction.GatherDimensions, isUnique: Bool = false) {
    self.combination = combination
    self.dimensions = dimensions
    self.isUnique = isUnique
  }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(3, operands)
    _ = try ElementwiseRule.dtype([operands[0], operands[2]])
    try Domain.integer.check([operands[1]])
    try dimensions.check(operands[0].shape, indices: operands[1].shape)
    let windows = operands[0].ndim - dimensions.collapsedSlice.count - dimensions.operandBatching.count
    let batches = Swift.max(0, operands[1].ndim - (dimensions.indexVector < operands[1].ndim ? 1 : 0))
    guard dimensions.offset.count == windows, operands[2].ndim == windows + batches else {
      throw TypeRuleError(
        "updates of \(operands[2].shape) for positions of \(operands[1].shape)",
        expected: "updates with \(batches) axes for the positions and \(windows) for what is written at each")
    }
    for (axis, size) in sliceSizes(operands[0], operands[2]).enumerated() where size > operands[0].shape[axis]
    {
      throw TypeRuleError(
        "updates of \(size) do not fit axis \(axis) of \(operands[0].shape)",
        expected: "windows no larger than the operand")
    }
    return [operands[0]]
  }

  /// The sizes of the slices of the operand that the updates hold.
  package func sliceSizes(_ operand: TensorType, _ updates: TensorType) -> [Int] {
    let removed = dimensions.collapsedSlice + dimensions.operandBatching
    var window = dimensions.offset.map { updates.shape[$0] }[...]
    return (0..<operand.ndim).map { removed.contains($0) || window.isEmpty ? 1 : window.removeFirst() }
  }

  package func gather(_ operand: TensorType, _ updates: TensorType) -> Gather {
    Gather(dimensions: dimensions, sliceSizes: sliceSizes(operand, updates))
  }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let (operand, indices, updates) = (primals[0], primals[1], primals[2])
    let result: Tensor = bind(self, operand, indices, updates)
    let t0 = tangents[0] ?? operand.zeroTangent
    let t2 = tangents[2] ?? updates.zeroTangent
    let add = Scatter(.add, dimensions: dimensions, isUnique: isUnique)
    switch combination {
    case .add: return ([result], [bind(add, t0, indices, t2)])
    case .set where isUnique: return ([result], [bind(self, t0, indices, t2)])
    case .set:
      // Elements that are overwritten lose their tangent, whichever of several updates stays.
      let mark = Tensor.full(operand.type.shape, 0, dtype: operand.dtype)
      let ones = Tensor.full(updates.type.shape, 1, dtype: updates.dtype)
      let written: Tensor = bind(add, mark, indices, ones)
      let isKept: Tensor = bind(Compare(.equal), written, mark)
      let cleared: Tensor = bind(Select(), isKept, t0, mark)
      // Which update stayed: number them, scatter the numbers, and see which are found again.
      let count = updates.type.shape.size
      let numbers = Tensor.arange(1, count + 1, dtype: .int32).reshape(updates.type.shape)
      let zeros = Tensor.full(operand.type.shape, 0, dtype: .int32)
      let last: Tensor = bind(self, zeros, indices, numbers)
      let found: Tensor = bind(gather(operand.type, updates.type), last, indices)
      let stayed: Tensor = bind(
        Select(), bind(Compare(.equal), found, numbers), t2, Tensor(ScalarLiteral(0, updates.dtype)))
      return ([result], [bind(add, cleared, indices, stayed)])
    case .multiply where tangents[2] == nil: return ([result], [bind(self, t0, indices, updates)])
    case .multiply where !isUnique:
      let tangent = TensorPrimitives.tangent(
        of: { product($0[0], indices, $0[1]) }, at: [operand, updates], along: [t0, t2])
      return ([result], [tangent])
    case .multiply:
      let first: Tensor = bind(self, t0, indices, updates)
      let current: Tensor = bind(gather(operand.type, updates.type), operand, indices)
      let second: Tensor = bind(add, operand.zeroTangent, indices, current * t2)
      return ([result], [first + second])
    case .min, .max:
      // Those that attain the result share its tangent evenly, as in reductions.
      let gather = gather(operand.type, updates.type)
      let attained: Tensor = bind(Convert(operand.dtype), bind(Compare(.equal), operand, result))
      let reached: Tensor = bind(
        Convert(updates.dtype), bind(Compare(.equal), bind(gather, result, indices), updates))
      let count: Tensor = bind(add, attained, indices, reached)
      let sum: Tensor = bind(add, t0 * attained, indices, t2 * reached)
      return ([result], [sum / count])
    }
  }

  /// What belongs to the updates, 0 for those that lie out of range and are left out.
  func written(_ updates: Tensor, _ indices: Tensor, _ operand: TensorType) -> Tensor {
    let sizes = sliceSizes(operand, updates.type)
    let vector = dimensions.indexVector
    var isInside: Tensor?
    for (component, axis) in dimensions.startIndexMap.enumerated() {
      var position = indices
      if vector < indices.ndim {
        let extents = indices.type.shape.dimensions.enumerated().filter { $0.offset != vector }
        position = indices.sliced(axis: vector, from: component, to: component + 1)
          .reshape(Shape(extents.map(\.element)))
      }
      position = position.positions
      let isValid = (position .>= 0) .& (position .<= Tensor(operand.shape[axis] - sizes[axis]))
      isInside = isInside.map { $0 .& isValid } ?? isValid
    }
    guard let isInside else { return updates }
    let batch = (0..<updates.ndim).filter { !dimensions.offset.contains($0) }
    return bind(
      Select(), isInside.broadcastInDim(updates.type.shape, dimensions: batch), updates,
      Tensor(ScalarLiteral(0, updates.dtype)))
  }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    guard let cotangent = cotangents[0] else { return [nil, nil, nil] }
    let indices = operands[1].value(self)
    let gather = gather(operands[0].type, operands[2].type)
    switch combination {
    case .add:
      return [
        operands[0].isLinear ? cotangent : nil, nil,
        operands[2].isLinear ? written(bind(gather, cotangent, indices), indices, operands[0].type) : nil,
      ]
    case .multiply:
      return [bind(self, cotangent, indices, operands[2].value(self)), nil, nil]
    case .set where isUnique:
      let zeros = Tensor.full(operands[2].type.shape, 0, dtype: cotangent.dtype)
      return [
        operands[0].isLinear ? bind(self, cotangent, indices, zeros) : nil, nil,
        operands[2].isLinear ? written(bind(gather, cotangent, indices), indices, operands[0].type) : nil,
      ]
    case .set, .min, .max:
      let failure = operands[0].isLinear ? operands[0] : operands[2]
      return [failure.value(self), nil, nil]
    }
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    let all = zip(operands, axes).map { $0.batchedFirst($1, context) }
    let batched = Scatter(
      combination, dimensions: dimensions.batched(operand: true, indices: true), isUnique: isUnique)
    return (bind(batched, all), [0])
  }

  /// Whether one window holds all of the operand. XLA makes a `map` of such a scatter, and ends the process when that is then
  /// reversed: "Invalid binary instruction opcode map".
  private func isOfTheWhole(_ operand: TensorType, _ updates: TensorType) -> Bool {
    operand.shape.size > 0 && updates.shape.size == operand.shape.size
      && sliceSizes(operand, updates) == operand.shape.dimensions
  }

  /// The scatter of one window that holds all of the operand, which is written if it lies at 0.
  package func evaluate(_ operands: [Tensor]) -> [Tensor] {
    let (x, indices) = (operands[0], operands[1])
    let update = operands[2].reshape(x.type.shape)
    let combined: Tensor =
      switch combination {
      case .set: update
      case .add: bind(Add(), x, update)
      case .multiply: bind(Mul(), x, update)
      case .min: bind(Min(), x, update)
      case .max: bind(Max(), x, update)
      }
    return [indices.size == 0 ? combined : select((indices.positions .== 0).all(), combined, x)]
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    if isOfTheWhole(context.operandTypes[0], context.operandTypes[2]) {
      return lowerEvaluation(operands, context)
    }
    // XLA makes a scatter of one block a dynamic update.
    let updates = context.function.computedFirst(operands[2])
    let positions = context.function.positions(operands[1], context.operandTypes[1].dtype)
    return [
      context.function.scatter(operands[0], positions, updates, dimensions: dimensions) { f, a, b in
        switch combination {
        case .set: b
        case .add: f.binary("stablehlo.add", a, b)
        case .multiply: f.binary("stablehlo.multiply", a, b)
        case .min: f.binary("stablehlo.minimum", a, b)
        case .max: f.binary("stablehlo.maximum", a, b)
        }
      }
    ]
  }
}
