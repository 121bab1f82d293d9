public import Foundation
import Synchronization

/// A log as a table: a line for each step, a column for each name of the first line.
public final class CSVLog: TrainingLog {
  private let file: LogFile
  private let columns: Mutex<[String]?>

  /// A log in a file; one that is there goes on, with its columns.
  ///
  /// - Throws: `LogError` if the file cannot be opened.
  public init(_ url: URL) throws {
    file = try LogFile(url)
    let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
    let header = text.split(separator: "\n", maxSplits: 1).first.map { line in
      Array(CSVLog.names(line).dropFirst())
    }
    columns = Mutex(header)
  }

  /// Writes a line; what a column has no value for stays empty.
  ///
  /// - Throws: `LogError` if there is a name that the first line had not, or the file cannot be written to.
  public func write(_ step: Int, _ values: [String: Double]) throws {
    var text = ""
    let names = columns.withLock { columns in
      if let columns { return columns }
      let sorted = values.keys.sorted()
      columns = sorted
      text = (["step"] + sorted.map(CSVLog.quoted)).joined(separator: ",") + "\n"
      return sorted
    }
    if let unknown = values.keys.sorted().first(where: { !names.contains($0) }) {
      throw LogError(
        file.url.path, problem: "there is no column '\(unknown)'",
        expected: "one of \(names.joined(separator: ", ")), the names of the first step")
    }
    let fields = names.map { values[$0].map { "\($0)" } ?? "" }
    try file.write(Array((text + ([String(step)] + fields).joined(separator: ",") + "\n").utf8))
  }

  private static func quoted(_ name: String) -> String {
    name.contains(where: { ",\"\n".contains($0) })
      ? "\"\(name.replacingOccurrences(of: "\"", with: "\"\""))\"" : name
  }

  /// The names in a line, some of which may be quoted.
  private static func names(_ line: Substring) -> [String] {
    var (names, name, isQuoted): ([String], String, Bool) = ([], "", false)
    for character in line {
      switch character {
      case "\"":
        // A quotation mark of a name is two of them.
        if !isQuoted && !name.isEmpty { name.append(character) }
        isQuoted.toggle()
      case "," where !isQuoted:
        names.append(name)
        name = ""
      default: name.append(character)
      }
    }
    return names + [name]
  }
}
