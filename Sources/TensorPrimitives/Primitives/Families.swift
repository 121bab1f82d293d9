import StableHLO
import TensorCore

/// A primitive without a derivative, such as a comparison: its results have zero tangents.
package protocol NonDifferentiable: Primitive {}

extension NonDifferentiable {
  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let results = bind(self, primals)
    return (results, [Tensor?](repeating: nil, count: results.count))
  }
}

/// A primitive with one operand that is linear in it: its tangent is the operation applied to the tangent.
package protocol LinearInFirst: Primitive {}

extension LinearInFirst {
  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let results = bind(self, primals)
    guard let tangent = tangents[0] else { return (results, [nil]) }
    return (results, [bind(self, [tangent] + primals.dropFirst())[0]])
  }
}

/// The element types that an operation accepts.
package enum Domain: Sendable {
  case any, numeric, ordered, floating, floatingOrComplex, integerOrBoolean, integer

  package func contains(_ dtype: DType) -> Bool {
    switch self {
    case .any: true
    case .numeric: dtype.kind >= .integer
    case .ordered: dtype.kind != .complex
    case .floating: dtype.isFloating
    case .floatingOrComplex: dtype.kind >= .floating
    case .integerOrBoolean: dtype.kind <= .integer
    case .integer: dtype.isInteger
    }
  }

  package var words: String {
    switch self {
    case .any: "any dtype"
    case .numeric: "a numeric dtype"
    case .ordered: "a real or boolean dtype"
    case .floating: "a floating-point dtype"
    case .floatingOrComplex: "a floating-point or complex dtype"
    case .integerOrBoolean: "an integer or boolean dtype"
    case .integer: "an integer dtype"
    }
  }

  package func check(_ types: [TensorType]) throws(TypeRuleError) {
    for type in types where !contains(type.dtype) {
      throw TypeRuleError("the dtype \(type.dtype) is not accepted", expected: words)
    }
  }
}

extension Primitive {
  package func expect(_ count: Int, _ operands: [TensorType]) throws(TypeRuleError) {
    if operands.count != count {
      throw TypeRuleError("\(operands.count) operands were given", expected: "\(count) operands")
    }
  }
}

/// The type rule of element-wise operations: one shape, except that scalars go with any.
package enum ElementwiseRule {
  /// The common shape of the operands.
  package static func shape(_ operands: [TensorType]) throws(TypeRuleError) -> Shape {
    var shape: Shape = []
    for operand in operands where operand.ndim > 0 {
      if shape.count > 0 && operand.shape != shape {
        throw TypeRuleError(
          "the shapes differ: \(shape) and \(operand.shape)", expected: "operands of one shape")
      }
      shape = operand.shape
    }
    return shape
  }

  /// The common dtype of the operands.
  package static func dtype(_ operands: [TensorType]) throws(TypeRuleError) -> DType {
    guard let first = operands.first else {
      throw TypeRuleError("no operands", expected: "at least one operand")
    }
    for operand in operands where operand.dtype != first.dtype {
      throw TypeRuleError(
        "the dtypes differ: \(first.dtype) and \(operand.dtype)", expected: "operands of one dtype")
    }
    return first.dtype
  }

  /// The batching rule: aligns the batch axes and applies the operation to whole batches.
  package static func batch(
    _ primitive: some Primitive, _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    // Lanes of full shape say where the batch axis goes; lanes that are scalars are one vector over the lanes.
    let ranks = zip(operands, axes).map { operand, axis in operand.ndim - (axis == nil ? 0 : 1) }
    let rank = ranks.max() ?? 0
    let target = operands.indices.first { axes[$0] != nil && ranks[$0] == rank }.flatMap { axes[$0] } ?? 0
    let aligned = operands.indices.map { index -> Tensor in
      let operand = operands[index]
      if ranks[index] < rank || rank == 0 { return operand }
      return axes[index].map { operand.movingAxis($0, to: target) }
        ?? operand.batchBroadcast(context.size, at: target)
    }
    let full = operands.indices.first { ranks[$0] == rank }.map { aligned[$0].type.shape } ?? []
    let shaped = operands.indices.map { index in
      rank > 0 && ranks[index] == 0 && axes[index] != nil
        ? aligned[index].broadcastInDim(full, dimensions: [target]) : aligned[index]
    }
    let results = bind(primitive, shaped)
    return (results, [Int?](repeating: target, count: results.count))
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

extension LoweringContext {
  /// The operand in the result's shape: scalars are repeated.
  func splat(_ value: HLOValue, like shape: [Int]) -> HLOValue {
    if value.type.dimensions == shape { return value }
    return function.broadcastInDim(value, dimensions: [], to: HLOType(value.type.element, shape))
  }
}
