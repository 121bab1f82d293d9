/// A program divided into what is computed at a point and what is linear in tangents there.
struct LinearizedProgram: TransformedProgram {
  /// The inputs to the outputs and then the residuals.
  let program: Program
  /// The residuals and the active tangents to the tangents of the outputs that have one.
  let linear: Program
  /// For each output, which output of `linear` its tangent is; nil where that is zero.
  let tangentIndices: [Int?]
  var failure: TensorError?

  var isPresent: [Bool] { tangentIndices.map { $0 != nil } }
}
