/// The transpose of a program that is linear in some inputs: the other inputs and the cotangents that are there to those
/// of the linear inputs.
struct TransposedProgram: TransformedProgram {
  let program: Program
  /// For each input, which output of `program` its cotangent is; nil where that is zero.
  let cotangentIndices: [Int?]
  var failure: TensorError?

  var isPresent: [Bool] { cotangentIndices.map { $0 != nil } }
}
