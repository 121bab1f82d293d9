/// A program that was made from another one.
struct DerivedProgram: Sendable {
  let program: Program
  /// The first error of making it; the program is then not to be used.
  var failure: TensorError?
}
