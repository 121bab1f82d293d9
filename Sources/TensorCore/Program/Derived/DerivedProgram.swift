/// A program that was made from another one.
package struct DerivedProgram: Sendable {
  package let program: Program
  /// The first error of making it; the program is then not to be used.
  package var failure: TensorError?

  package init(program: Program, failure: TensorError? = nil) {
    self.program = program
    self.failure = failure
  }
}
