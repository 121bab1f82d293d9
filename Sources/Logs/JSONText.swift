/// Numbers and names as JSON.
enum JSONText {
  /// A text in quotation marks.
  static func quoted(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "\"") { text, scalar in
      switch scalar {
      case "\"", "\\": text += "\\\(scalar)"
      case _ where scalar.value < 0x20:
        text +=
          "\\u" + String(repeating: "0", count: scalar.value < 16 ? 3 : 2) + String(scalar.value, radix: 16)
      default: text.unicodeScalars.append(scalar)
      }
    } + "\""
  }

  /// A number; null if it is not finite.
  static func number(_ value: Double) -> String { value.isFinite ? "\(value)" : "null" }

  /// An object of members that are JSON already.
  static func object(_ members: [(String, String)]) -> String {
    "{" + members.map { name, json in "\(quoted(name)): \(json)" }.joined(separator: ", ") + "}"
  }

  /// An object of numbers, in the order of their names.
  static func object(_ values: [String: Double]) -> String {
    object(values.sorted { $0.key < $1.key }.map { ($0.key, number($0.value)) })
  }
}
