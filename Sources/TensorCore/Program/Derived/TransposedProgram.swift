/// The transpose of a program that is linear in some inputs: the other inputs and the cotangents that are there to those
/// of the linear inputs.
package struct TransposedProgram: TransformedProgram {
  package let program: Program
  /// For each input, which output of `program` its cotangent is; nil where that is zero.
  package let cotangentIndices: [Int?]
  package var failure: TensorError?

  package init(program: Program, cotangentIndices: [Int?], failure: TensorError? = nil) {
    self.program = program
    self.cotangentIndices = cotangentIndices
    self.failure = failure
  }

  package var isPresent: [Bool] { cotangentIndices.map { $0 != nil } }
}
