/// A program on whole batches.
struct BatchedProgram: TransformedProgram {
  let program: Program
  /// The batch axis of each output; nil where it is the same for the whole batch.
  let axes: [Int?]
  var failure: TensorError?

  var isPresent: [Bool] { axes.map { $0 != nil } }
}
