public import Foundation

/// A log with an object of JSON in each line: `{"step": 100, "loss": 0.25}`. What is not finite is null.
public final class JSONLinesLog: TrainingLog {
  private let file: LogFile

  /// A log in a file; one that is there goes on.
  ///
  /// - Throws: `LogError` if the file cannot be opened.
  public init(_ url: URL) throws { file = try LogFile(url) }

  public func write(_ step: Int, _ values: [String: Double]) throws {
    let members = values.sorted { $0.key < $1.key }.map { ($0.key, JSONText.number($0.value)) }
    try file.write(Array((JSONText.object([("step", "\(step)")] + members) + "\n").utf8))
  }
}
