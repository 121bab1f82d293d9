import StableHLO
package import TensorCore

/// A reduction over the lanes of a named axis; every lane gets the result.
package protocol AxisReduction: NamedAxisPrimitive {
  associatedtype Local: Reduction
  var groups: [[Int]]? { get }
  /// How two values are combined.
  static var combination: Collective.Combination { get }
  /// The same reduction over axes of a tensor.
  static func local(axes: [Int]) -> Local
  /// The result when all `count` lanes have the same value.
  func ofEqual(_ x: Tensor, count: Int) -> Tensor
}

extension AxisReduction {
  package var parameters: String { axisName + (groups.map { ", groups: \($0)" } ?? "") }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(1, operands)
    _ = try NamedAxis(axisName, groups: groups)
    try Self.local(axes: []).domain.check(operands)
    return operands
  }

  package func batchOverOwnAxis(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    do throws(TypeRuleError) {
      let axis = try NamedAxis(size: context.size, groups: groups)
      guard let batch = axes[0] else { return ([ofEqual(operands[0], count: axis.groupSize)], [nil]) }
      guard axis.isGrouped else { return (bind(Self.local(axes: [batch]), operands), [nil]) }
      let lanes = operands[0].movingAxis(batch, to: 0).grouped(axis)
      return ([bind(Self.local(axes: [1]), [lanes])[0].spread(axis)], [0])
    } catch {
      return (failedResults(operands, error), [nil])
    }
  }

  package func batchOverOtherAxis(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) { (bind(self, operands), axes) }

  package func variation(_ operands: [Set<String>]) -> [Set<String>] {
    groups == nil ? [operands[0].subtracting([axisName])] : operands.map { $0.union([axisName]) }
  }

  package var collective: Collective { .reduce(Self.combination, groups: groups) }
}

/// The sum over the lanes of a named axis.
package struct AxisSum: AxisReduction, LinearInFirst {
  package let name = "psum"
  package static let combination = Collective.Combination.sum
  package let axisName: String
  package var groups: [[Int]]?

  package init(axisName: String, groups: [[Int]]? = nil) {
    self.axisName = axisName
    self.groups = groups
  }

  package static func local(axes: [Int]) -> ReduceSum { ReduceSum(axes: axes) }

  package func ofEqual(_ x: Tensor, count: Int) -> Tensor {
    bind(Mul(), x, Tensor(ScalarLiteral(count, x.dtype, isWeak: x.type.isWeak)))
  }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    // Each lane's value goes into every lane's sum.
    [cotangents[0].map { bind(self, $0) }]
  }
}

/// The greatest or least value: the tangent is the mean of those of the lanes that attain it.
package protocol AxisExtremum: AxisReduction {}

extension AxisExtremum {
  package func ofEqual(_ x: Tensor, count: Int) -> Tensor { x }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let x = primals[0]
    let z: Tensor = bind(self, x)
    guard let tangent = tangents[0] else { return ([z], [nil]) }
    let weights: Tensor = bind(Convert(x.dtype), bind(Compare(.equal), x, z))
    let sum = AxisSum(axisName: axisName, groups: groups)
    return ([z], [bind(sum, bind(Mul(), tangent, weights)) / bind(sum, weights)])
  }
}

/// The greatest value over the lanes of a named axis.
package struct AxisMax: AxisExtremum {
  package let name = "pmax"
  package static let combination = Collective.Combination.max
  package let axisName: String
  package var groups: [[Int]]?

  package init(axisName: String, groups: [[Int]]? = nil) {
    self.axisName = axisName
    self.groups = groups
  }
  package static func local(axes: [Int]) -> ReduceMax { ReduceMax(axes: axes) }
}

/// The least value over the lanes of a named axis.
package struct AxisMin: AxisExtremum {
  package let name = "pmin"
  package static let combination = Collective.Combination.min
  package let axisName: String
  package var groups: [[Int]]?

  package init(axisName: String, groups: [[Int]]? = nil) {
    self.axisName = axisName
    self.groups = groups
  }
  package static func local(axes: [Int]) -> ReduceMin { ReduceMin(axes: axes) }
}
