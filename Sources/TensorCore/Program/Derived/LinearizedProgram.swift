/// A program divided into what is computed at a point and what is linear in tangents there.
package struct LinearizedProgram: TransformedProgram {
  /// The inputs to the outputs and then the residuals.
  package let program: Program
  /// The residuals and the active tangents to the tangents of the outputs that have one.
  package let linear: Program
  /// For each output, which output of `linear` its tangent is; nil where that is zero.
  package let tangentIndices: [Int?]
  package var failure: TensorError?

  package init(program: Program, linear: Program, tangentIndices: [Int?], failure: TensorError? = nil) {
    self.program = program
    self.linear = linear
    self.tangentIndices = tangentIndices
    self.failure = failure
  }

  package var isPresent: [Bool] { tangentIndices.map { $0 != nil } }
}
