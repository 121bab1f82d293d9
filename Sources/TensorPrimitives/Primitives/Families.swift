import StableHLO
package import TensorCore

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
  case any, numeric, realNumeric, ordered, floating, floatingOrComplex, integerOrBoolean, integer

  package func contains(_ dtype: DType) -> Bool {
    switch self {
    case .any: true
    case .numeric: dtype.kind >= .integer
    case .realNumeric: dtype.kind >= .integer && dtype.kind != .complex
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
    case .realNumeric: "an integer or floating-point dtype"
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
}

extension LoweringContext {
  /// The operand in the result's shape: scalars are repeated.
  func splat(_ value: HLOValue, like shape: [Int]) -> HLOValue {
    if value.type.dimensions == shape { return value }
    return function.broadcastInDim(value, dimensions: [], to: HLOType(value.type.element, shape))
  }
}
