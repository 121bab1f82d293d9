/// Where the numbers of a training go, step by step.
///
///     let log = try CSVLog(folder.appending(path: "log.csv"))
///     try log.write(step, ["loss": loss, "accuracy": accuracy])
///
/// Each line or record is complete in the file when `write` returns, so that what ended a process lost nothing before.
public protocol TrainingLog: Sendable {
  /// Writes the numbers of a step.
  ///
  /// - Throws: `LogError` if the file cannot be written to.
  func write(_ step: Int, _ values: [String: Double]) throws
}

/// Several logs as one.
public struct TrainingLogs: TrainingLog {
  private let logs: [any TrainingLog]

  public init(_ logs: any TrainingLog...) { self.logs = logs }

  public func write(_ step: Int, _ values: [String: Double]) throws {
    for log in logs { try log.write(step, values) }
  }
}
