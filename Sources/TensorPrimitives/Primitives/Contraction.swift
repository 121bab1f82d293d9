import StableHLO
package import TensorCore

/// The general dot product (`lax.dot_general`): contracts some axes, pairs others as batches.
///
/// The result's axes are the batch axes, then the free axes of the first operand, then those of the second.
package struct DotGeneral: Primitive {
  package let name = "dotGeneral"
  package let isProduct = true
  package var hasBatchAxes: Bool { !batching.a.isEmpty }
  package let contracting: Axes
  package let batching: Axes
  package let precision: Precision
  /// The result's dtype, in which products are added; that of the operands when nil.
  package let resultDType: DType?

  package init(contracting: Axes, batching: Axes, precision: Precision, resultDType: DType? = nil) {
    self.contracting = contracting
    self.batching = batching
    self.precision = precision
    self.resultDType = resultDType
  }

  package var parameters: String {
    "contracting: \(contracting.a) x \(contracting.b)"
      + (batching.a.isEmpty ? "" : ", batching: \(batching.a) x \(batching.b)")
      + (precision == .default ? "" : ", precision: \(precision)")
      + (resultDType.map { ", result: \($0.shortName)" } ?? "")
  }

  /// Axes of the first operand, paired with axes of the second.
  package struct Axes: Hashable, Sendable {
    package let a: [Int]
    package let b: [Int]

    package init(a: [Int], b: [Int]) {
      self.a = a
      self.b = b
    }
    var swapped: Axes { Axes(a: b, b: a) }
  }

  func free(_ axes: [Int], _ batch: [Int], rank: Int) -> [Int] {
    (0..<rank).filter { !axes.contains($0) && !batch.contains($0) }
  }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(2, operands)
    let (a, b) = (operands[0], operands[1])
    let dtype = try ElementwiseRule.dtype(operands)
    try ShapeRule.checkAxes(contracting.a + batching.a, rank: a.ndim)
    try ShapeRule.checkAxes(contracting.b + batching.b, rank: b.ndim)
    for (i, j) in zip(contracting.a, contracting.b) where a.shape[i] != b.shape[j] {
      throw TypeRuleError(
        "axis \(i) of \(a.shape) has \(a.shape[i]) elements and axis \(j) of \(b.shape) has \(b.shape[j])",
        expected: "contracted axes of the same extent")
    }
    for (i, j) in zip(batching.a, batching.b) where a.shape[i] != b.shape[j] {
      throw TypeRuleError(
        "axis \(i) of \(a.shape) has \(a.shape[i]) elements and axis \(j) of \(b.shape) has \(b.shape[j])",
        expected: "batch axes of the same extent")
    }
    let extents =
      batching.a.map { a.shape[$0] } + free(contracting.a, batching.a, rank: a.ndim).map { a.shape[$0] }
      + free(contracting.b, batching.b, rank: b.ndim).map { b.shape[$0] }
    return [
      TensorType(Shape(extents), resultDType ?? dtype, isWeak: resultDType == nil && a.isWeak && b.isWeak)
    ]
  }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let result: Tensor = bind(self, primals[0], primals[1])
    let first: Tensor? = tangents[0].map { bind(self, $0, primals[1]) }
    let second: Tensor? = tangents[1].map { bind(self, primals[0], $0) }
    return ([result], [Tensor.sum(first, second)])
  }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    guard let cotangent = cotangents[0] else { return [nil, nil] }
    let isFirst = operands[0].isLinear
    let (own, known) = isFirst ? (operands[0].type, operands[1]) : (operands[1].type, operands[0])
    // A cotangent of a wider dtype meets the other operand in that dtype, and comes back in the operand's.
    let other = known.value(self).astype(cotangent.dtype)
    let result = transposed(cotangent, own, other, isFirst: isFirst).astype(own.dtype)
    return isFirst ? [result, nil] : [nil, result]
  }

  /// The cotangent of one operand: the result's cotangent contracted with the free axes of the other one.
  ///
  /// The two are multiplied in the order that gives the axes as the operand has them, if one does: the gradient of a
  /// matrix is a product, and not the transpose of one, which XLA writes out.
  private func transposed(_ cotangent: Tensor, _ type: TensorType, _ other: Tensor, isFirst: Bool) -> Tensor {
    let (contracting, batching) = isFirst ? (contracting, batching) : (contracting.swapped, batching.swapped)
    let freeOfOwn = free(contracting.a, batching.a, rank: type.ndim)
    let freeOfOther = free(contracting.b, batching.b, rank: other.ndim)
    // The free axes of the first operand come before those of the second in the result.
    let start = batching.a.count + (isFirst ? freeOfOwn.count : 0)
    let inCotangent = Array(start..<(start + freeOfOther.count))
    let batches = Array(batching.a.indices)
    // The contracted axes in the order they have in the other operand.
    let contracted = contracting.b.indices.sorted { contracting.b[$0] < contracting.b[$1] }.map {
      contracting.a[$0]
    }
    let orders = (batching.a + freeOfOwn + contracted, batching.a + contracted + freeOfOwn)
    let isOtherFirst = orders.0 != Array(0..<type.ndim) && orders.1 == Array(0..<type.ndim)
    let present = isOtherFirst ? orders.1 : orders.0
    let product: Tensor =
      isOtherFirst
      ? bind(
        DotGeneral(
          contracting: Axes(a: freeOfOther, b: inCotangent), batching: Axes(a: batching.b, b: batches),
          precision: precision), other, cotangent)
      : bind(
        DotGeneral(
          contracting: Axes(a: inCotangent, b: freeOfOther), batching: Axes(a: batches, b: batching.b),
          precision: precision), cotangent, other)
    var order = [Int](repeating: 0, count: present.count)
    for (position, axis) in present.enumerated() { order[axis] = position }
    return product.transpose(order)
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    func shifted(_ list: [Int], _ isBatched: Bool) -> [Int] { isBatched ? list.map { $0 + 1 } : list }
    let (a, b) = (axes[0] != nil, axes[1] != nil)
    let first = axes[0].map { operands[0].movingAxis($0, to: 0) } ?? operands[0]
    let second = axes[1].map { operands[1].movingAxis($0, to: 0) } ?? operands[1]
    let contracting = Axes(a: shifted(contracting.a, a), b: shifted(contracting.b, b))
    var batching = Axes(a: shifted(batching.a, a), b: shifted(batching.b, b))
    var axis = 0
    if a && b {
      batching = Axes(a: [0] + batching.a, b: [0] + batching.b)
    } else if a {
      // The batch axis is the first free one of the first operand.
      axis = batching.a.count
    } else {
      axis = operands[0].ndim - contracting.a.count
    }
    let dot = DotGeneral(
      contracting: contracting, batching: batching, precision: precision, resultDType: resultDType)
    return ([bind(dot, first, second)], [axis])
  }
}
