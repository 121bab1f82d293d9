/// A program with its tangents: inputs and the tangents of the active ones to outputs and tangents.
package struct JVPProgram: TransformedProgram {
  package let program: Program
  /// For each output, which output of `program` its tangent is; nil where that is zero.
  package let tangentIndices: [Int?]
  package var failure: TensorError?

  package init(program: Program, tangentIndices: [Int?], failure: TensorError? = nil) {
    self.program = program
    self.tangentIndices = tangentIndices
    self.failure = failure
  }

  package var isPresent: [Bool] { tangentIndices.map { $0 != nil } }
}
