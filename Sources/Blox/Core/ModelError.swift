/// What went wrong in building a model, or in an operation on its `Params`.
///
/// It is thrown at once. Errors of computations are `TensorError`s, which travel with the tensors instead.
public struct ModelError: Error, Sendable, CustomStringConvertible {
  /// What was being done: `Graph.child`, `Params.merge`, `Dropout`.
  public let operation: String
  /// What is wrong, in one sentence.
  public let problem: String
  /// What would be right, or what to do.
  public let expected: String
  private let location = CallSite()

  /// An error of a model of your own.
  public init(_ operation: String, problem: String, expected: String) {
    self.operation = operation
    self.problem = problem
    self.expected = expected
  }

  /// The user's own line, `main.swift:12`, where it could be found.
  public var sourceLine: String? { location.userLine }

  public var description: String {
    "\(operation): \(problem)\n  expected: \(expected)" + (sourceLine.map { "\n  at:       \($0)" } ?? "")
  }
}

/// Errors are equal if they say the same, wherever they come from.
extension ModelError: Hashable {
  public static func == (a: ModelError, b: ModelError) -> Bool {
    (a.operation, a.problem, a.expected) == (b.operation, b.problem, b.expected)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(operation)
    hasher.combine(problem)
    hasher.combine(expected)
  }
}
