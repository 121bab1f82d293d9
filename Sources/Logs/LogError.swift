/// What is wrong with a log.
public struct LogError: Error, Sendable, CustomStringConvertible {
  /// The file, or what was tried.
  public let operation: String
  /// What is wrong, in one sentence.
  public let problem: String
  /// What would be right, or what to do.
  public let expected: String

  init(_ operation: String, problem: String, expected: String) {
    self.operation = operation
    self.problem = problem
    self.expected = expected
  }

  public var description: String { "\(operation): \(problem)\n  expected: \(expected)" }
}
