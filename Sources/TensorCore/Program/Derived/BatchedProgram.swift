/// A program on whole batches.
package struct BatchedProgram: TransformedProgram {
  package let program: Program
  /// The batch axis of each output; nil where it is the same for the whole batch.
  package let axes: [Int?]
  package var failure: TensorError?

  package init(program: Program, axes: [Int?], failure: TensorError? = nil) {
    self.program = program
    self.axes = axes
    self.failure = failure
  }

  package var isPresent: [Bool] { axes.map { $0 != nil } }
}
