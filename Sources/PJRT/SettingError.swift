/// What is wrong with a variable of the environment.
public struct SettingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The name of the variable.
  public let variable: String
  /// What it is set to.
  public let value: String
  /// What would be right.
  public let expected: String

  package init(variable: String, value: String, expected: String) {
    self.variable = variable
    self.value = value
    self.expected = expected
  }

  /// What is wrong, without what would be right.
  package var problem: String { "\(variable) is '\(value)'" }

  public var description: String { "\(problem); expected: \(expected)" }
}
