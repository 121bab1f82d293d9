package import TensorCore

extension TensorError {
  /// What is wrong with tangents or cotangents of these values.
  package static func mismatch(
    _ name: String, _ what: String, _ values: [Tensor], _ tangents: [Tensor]
  ) -> TensorError? {
    guard values.count == tangents.count else {
      return TensorError(
        name, problem: "there are \(values.count) values, but \(tangents.count) \(what)s",
        expected: "a \(what) for each value")
    }
    for (index, (value, tangent)) in zip(values, tangents).enumerated() {
      if let error = tangent.error { return error }
      let matches = tangent.type.shape == value.type.shape && tangent.dtype == value.dtype
      // A literal may stand for a scalar of any dtype; values without derivative have no tangent that matters.
      if matches || value.isFailed || !value.dtype.isDifferentiable { continue }
      return TensorError(
        name, operands: [value, tangent],
        problem: "value \(index) has type \(value.type), its \(what) \(tangent.type)",
        expected: "\(what)s of the shapes and dtypes of the values")
    }
    return nil
  }
}
