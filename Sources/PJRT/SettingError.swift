/// What is wrong with a variable of the environment.
public struct SettingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The name of the variable.
  public let variable: String
  /// What it is set to; what is no text in UTF-8 is replaced.
  public let value: String
  /// What would be right.
  public let expected: String

  package init(variable: String, value: String, expected: String) {
    self.variable = variable
    self.value = value
    self.expected = expected
  }

  /// What is wrong, without what would be right, in one line.
  package var problem: String { "\(variable) is '\(shown)'" }

  public var description: String { "\(problem); expected: \(expected)" }

  /// The value, as it can be shown: its beginning, with marks for what moves a terminal's cursor.
  private var shown: String {
    var text = String.UnicodeScalarView()
    for scalar in value.unicodeScalars.prefix(SettingError.shownCount) {
      if scalar.properties.generalCategory == .control {
        text += scalar.escaped(asASCII: true).unicodeScalars
      } else {
        text.append(scalar)
      }
    }
    let isWhole = value.unicodeScalars.count <= SettingError.shownCount
    return isWhole ? String(text) : "\(String(text))… (\(value.utf8.count) bytes)"
  }

  private static let shownCount = 200
}
