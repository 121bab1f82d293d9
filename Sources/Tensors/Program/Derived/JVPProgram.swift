/// A program with its tangents: inputs and the tangents of the active ones to outputs and tangents.
struct JVPProgram: TransformedProgram {
  let program: Program
  /// For each output, which output of `program` its tangent is; nil where that is zero.
  let tangentIndices: [Int?]
  var failure: TensorError?

  var isPresent: [Bool] { tangentIndices.map { $0 != nil } }
}
