/// What went wrong in building a model, or in an operation on its `Params`.
///
/// It is thrown at once. Errors of computations are `TensorError`s, which travel with the tensors instead.
public struct ModelError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What was being done: `Graph.child`, `Params.merge`, `Dropout`.
  public let operation: String
  /// What is wrong, in one sentence.
  public let problem: String
  /// What would be right, or what to do.
  public let expected: String

  /// An error of a model of your own.
  public init(_ operation: String, problem: String, expected: String) {
    self.operation = operation
    self.problem = problem
    self.expected = expected
  }

  public var description: String { "\(operation): \(problem)\n  expected: \(expected)" }
}
