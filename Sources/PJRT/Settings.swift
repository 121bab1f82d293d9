/// The variables of the environment that change how the library works: `BLOX_…` and their like.
///
/// One that is empty counts as not set.
package struct Settings: Sendable {
  private let variable: @Sendable (String) -> String?

  /// Those of the process.
  package static let current = Settings { FileSystem.environmentVariable($0) }

  package init(_ variable: @escaping @Sendable (String) -> String?) { self.variable = variable }

  package init(_ variables: [String: String]) { self.init { variables[$0] } }

  /// A variable as text.
  package func text(_ name: String) -> String? { variable(name).flatMap { $0.isEmpty ? nil : $0 } }

  /// A variable as a whole number in a range.
  package func integer(_ name: String, in range: ClosedRange<Int>) throws(SettingError) -> Int? {
    guard let text = text(name) else { return nil }
    guard let value = Int(text), range.contains(value) else {
      throw SettingError(
        variable: name, value: text,
        expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return value
  }
}
