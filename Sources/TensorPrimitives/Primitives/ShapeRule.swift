package import TensorCore

/// Checks that type rules of data movement share.
package enum ShapeRule {
  package static func checkExtents(_ shape: Shape) throws(TypeRuleError) {
    if let wrong = shape.dimensions.first(where: { $0 < 0 }) {
      throw TypeRuleError(
        "the shape \(shape) has the extent \(wrong)",
        expected: "extents of at least 0, of which reshape computes one that is -1; reading an axis that a "
          + "tensor does not have gives -1")
    }
  }

  static func checkRange(_ values: [Int], _ what: String) throws(TypeRuleError) {
    if let wrong = values.first(where: { $0.magnitude > Shape.greatestExtent }) {
      throw TypeRuleError("the \(what) hold \(wrong)", expected: "numbers of at most 2^48 either way")
    }
  }

  package static func checkAxes(_ axes: [Int], rank: Int) throws(TypeRuleError) {
    if let wrong = axes.first(where: { $0 < 0 || $0 >= rank }) {
      throw TypeRuleError(
        "axis \(wrong) is out of range for a tensor of rank \(rank)",
        expected: rank == 0 ? "no axes: the tensor is a scalar" : "axes from \(-rank) to \(rank - 1)")
    }
    if Set(axes).count != axes.count {
      throw TypeRuleError("the axes \(axes) repeat", expected: "each axis once")
    }
  }

  static func checkCount(_ values: [Int], _ what: String, rank: Int) throws(TypeRuleError) {
    if values.count != rank {
      throw TypeRuleError(
        "\(values.count) \(what) for a tensor of rank \(rank)", expected: "one for each axis: \(rank)")
    }
  }
}
