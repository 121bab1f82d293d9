package import StableHLO
package import TensorCore

/// A reduction over some axes with a binary operation.
package protocol Reduction: Primitive {
  var axes: [Int] { get }
  var hloName: String { get }
  var domain: Domain { get }
  /// The value that the operation leaves others unchanged with.
  func identity(_ dtype: DType) -> ScalarLiteral
  func with(axes: [Int]) -> Self
}

extension Reduction {
  package var parameters: String { "axes: \(axes)" }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try domain.check(operands)
    try ShapeRule.checkAxes(axes, rank: operands[0].ndim)
    let kept = operands[0].shape.dimensions.enumerated().filter { !axes.contains($0.offset) }.map(\.element)
    return [operands[0].with(shape: Shape(kept))]
  }

  package func batch(
    _ operands: [Tensor], _ batchAxes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    (bind(with(axes: axes.map { $0 + 1 }), [operands[0].batchedFirst(batchAxes[0], context)]), [0])
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    [lowerReduction(operands[0], context)]
  }

  /// The reduction by XLA's own operation.
  func lowerReduction(_ operand: HLOValue, _ context: LoweringContext) -> HLOValue {
    let dtype = context.operandTypes[0].dtype
    let initial = context.function.constant(identity(dtype).hloLiteral, HLOType(dtype.hlo, []))
    return context.function.reduce(operand, initial: initial, operation: hloName, dimensions: axes)
  }

  /// A result in the operand's shape again, repeated along the reduced axes.
  package func expanded(_ result: Tensor, to shape: Shape) -> Tensor {
    result.broadcastInDim(shape, dimensions: shape.dimensions.indices.filter { !axes.contains($0) })
  }
}

package struct ReduceSum: Reduction, LinearInFirst {
  package let name = "reduceSum", hloName = "stablehlo.add", domain = Domain.numeric
  package let axes: [Int]
  package init(axes: [Int]) { self.axes = axes }
  package func identity(_ dtype: DType) -> ScalarLiteral { ScalarLiteral(0, dtype) }
  package func with(axes: [Int]) -> ReduceSum { ReduceSum(axes: axes) }
  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    [cotangents[0].map { expanded($0, to: operands[0].type.shape) }]
  }
}

package struct ReduceProduct: Reduction, Composite {
  package let name = "reduceProduct", hloName = "stablehlo.multiply", domain = Domain.numeric
  package let axes: [Int]
  init(axes: [Int]) { self.axes = axes }
  package func identity(_ dtype: DType) -> ScalarLiteral { ScalarLiteral(1, dtype) }
  package func with(axes: [Int]) -> ReduceProduct { ReduceProduct(axes: axes) }

  package func evaluate(_ operands: [Tensor]) -> [Tensor] { [tree(operands[0])] }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    // Of complex numbers by our own products, as the element-wise ones.
    context.operandTypes[0].dtype.kind == .complex
      ? lowerEvaluation(operands, context) : [lowerReduction(operands[0], context)]
  }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let result = bind(self, primals)
    guard let tangent = tangents[0] else { return (result, [nil]) }
    return (result, [TensorPrimitives.tangent(of: tree, at: primals[0], along: tangent)])
  }

  /// The product as a tree, which unlike a quotient of the product has a derivative where elements are 0.
  private func tree(_ x: Tensor) -> Tensor {
    let kept = (0..<x.ndim).filter { !axes.contains($0) }
    let rest = kept.map { x.type.shape[$0] }
    var count = axes.reduce(1) { $0 * x.type.shape[$1] }
    var terms = x.transpose(axes + kept).reshape(Shape([count] + rest))
    if count == 0 { return Tensor.full(Shape(rest), 1, dtype: x.dtype) }
    while count > 1 {
      let half = count / 2
      let products: Tensor = bind(
        Mul(), terms.sliced(axis: 0, from: 0, to: half), terms.sliced(axis: 0, from: half, to: 2 * half))
      terms =
        count % 2 == 0
        ? products
        : bind(Concatenate(axis: 0), products, terms.sliced(axis: 0, from: count - 1, to: count))
      count -= half
    }
    return terms.reshape(Shape(rest))
  }
}

/// Maximum and minimum: the tangent is the mean of those of the elements that attain it.
package protocol ExtremumReduction: Reduction {}

extension ExtremumReduction {
  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let x = primals[0]
    let z: Tensor = bind(self, x)
    guard let tangent = tangents[0] else { return ([z], [nil]) }
    let attains: Tensor = bind(Compare(.equal), x, expanded(z, to: x.type.shape))
    let weights: Tensor = bind(Convert(x.dtype), attains)
    let sum = ReduceSum(axes: axes)
    return ([z], [bind(sum, tangent * weights) / bind(sum, weights)])
  }
}

package struct ReduceMax: ExtremumReduction {
  package let name = "reduceMax", hloName = "stablehlo.maximum", domain = Domain.ordered
  package let axes: [Int]
  init(axes: [Int]) { self.axes = axes }
  package func identity(_ dtype: DType) -> ScalarLiteral { dtype.lowest }
  package func with(axes: [Int]) -> ReduceMax { ReduceMax(axes: axes) }
}

package struct ReduceMin: ExtremumReduction {
  package let name = "reduceMin", hloName = "stablehlo.minimum", domain = Domain.ordered
  package let axes: [Int]
  init(axes: [Int]) { self.axes = axes }
  package func identity(_ dtype: DType) -> ScalarLiteral { dtype.highest }
  package func with(axes: [Int]) -> ReduceMin { ReduceMin(axes: axes) }
}

package struct ReduceAnd: Reduction, NonDifferentiable {
  package let name = "reduceAnd", hloName = "stablehlo.and", domain = Domain.integerOrBoolean
  package let axes: [Int]
  init(axes: [Int]) { self.axes = axes }
  package func identity(_ dtype: DType) -> ScalarLiteral { ScalarLiteral(dtype == .bool ? 1 : -1, dtype) }
  package func with(axes: [Int]) -> ReduceAnd { ReduceAnd(axes: axes) }
}

package struct ReduceOr: Reduction, NonDifferentiable {
  package let name = "reduceOr", hloName = "stablehlo.or", domain = Domain.integerOrBoolean
  package let axes: [Int]
  package init(axes: [Int]) { self.axes = axes }
  package func identity(_ dtype: DType) -> ScalarLiteral { ScalarLiteral(0, dtype) }
  package func with(axes: [Int]) -> ReduceOr { ReduceOr(axes: axes) }
}

extension DType {
  /// The least value: minus infinity for floats.
  package var lowest: ScalarLiteral {
    switch kind {
    case .boolean: ScalarLiteral(0, self)
    case .integer:
      isUnsigned ? ScalarLiteral(0, self) : ScalarLiteral(dtype: self, bits: 1 << UInt64(bitWidth - 1))
    case .floating, .complex: ScalarLiteral(-Double.infinity, self)
    }
  }

  /// The greatest value: infinity for floats.
  package var highest: ScalarLiteral {
    switch kind {
    case .boolean: ScalarLiteral(1, self)
    case .integer:
      ScalarLiteral(dtype: self, bits: isUnsigned ? ScalarLiteral.mask(self) : ScalarLiteral.mask(self) >> 1)
    case .floating, .complex: ScalarLiteral(Double.infinity, self)
    }
  }
}

/// The index of the greatest (or least) element along one axis; the first of equals, and of NaNs.
package struct ArgExtremum: NonDifferentiable {
  package let isMaximum: Bool
  package let axis: Int
  package let dtype: DType
  package var name: String { isMaximum ? "argmax" : "argmin" }
  package var parameters: String { "axis: \(axis)" }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    try Domain.ordered.check(operands)
    try ShapeRule.checkAxes([axis], rank: operands[0].ndim)
    var extents = operands[0].shape.dimensions
    if extents[axis] == 0 {
      throw TypeRuleError("axis \(axis) has no elements", expected: "at least one element to choose from")
    }
    extents.remove(at: axis)
    return [TensorType(Shape(extents), dtype)]
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    let batched = ArgExtremum(isMaximum: isMaximum, axis: axis + 1, dtype: dtype)
    return (bind(batched, [operands[0].batchedFirst(axes[0], context)]), [0])
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let f = context.function
    let type = context.operandTypes[0]
    let indices = f.iota(dimension: axis, HLOType(dtype.hlo, type.shape.dimensions))
    let worst = f.constant(
      (isMaximum ? type.dtype.lowest : type.dtype.highest).hloLiteral, HLOType(type.dtype.hlo, []))
    let zero = f.constant("0", HLOType(dtype.hlo, []))
    let results = f.reduce([operands[0], indices], initial: [worst, zero], dimensions: [axis]) { f, v in
      let (a, i, b, j) = (v[0], v[1], v[2], v[3])
      var isBetter = f.compare(isMaximum ? "GT" : "LT", a, b)
      // A NaN, which differs from itself, beats everything.
      if type.dtype.isFloating { isBetter = f.binary("stablehlo.or", isBetter, f.compare("NE", a, a)) }
      let isFirst = f.binary("stablehlo.and", f.compare("EQ", a, b), f.compare("LT", i, j))
      return [f.select(isBetter, a, b), f.select(f.binary("stablehlo.or", isBetter, isFirst), i, j)]
    }
    return [results[1]]
  }
}
