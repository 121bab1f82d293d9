public import Foundation

/// A log with an object of JSON in each line: `{"step": 100, "loss": 0.25}`. What is not finite is null.
public final class JSONLinesLog: TrainingLog {
  private let file: LogFile

  /// A log in a file; one that is there goes on.
  ///
  /// - Throws: `LogError` if the file cannot be opened.
  public init(_ url: URL) throws { file = try LogFile(url) }

  public func write(_ step: Int, _ values: [String: Double]) throws {
    let members = values.sorted { $0.key < $1.key }.map { name, value in
      "\(JSONLinesLog.quoted(name)): \(value.isFinite ? "\(value)" : "null")"
    }
    try file.write(Array(("{" + (["\"step\": \(step)"] + members).joined(separator: ", ") + "}\n").utf8))
  }

  private static func quoted(_ name: String) -> String {
    name.unicodeScalars.reduce(into: "\"") { text, scalar in
      switch scalar {
      case "\"", "\\": text += "\\\(scalar)"
      case _ where scalar.value < 0x20:
        text +=
          "\\u" + String(repeating: "0", count: scalar.value < 16 ? 3 : 2) + String(scalar.value, radix: 16)
      default: text.unicodeScalars.append(scalar)
      }
    } + "\""
  }
}
